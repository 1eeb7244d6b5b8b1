"""The lists of projects in reports, from the example, whose projects and amounts are all made up."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from countyplan.diagnostics import Code
from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.report.meeting.paper import build_paper
from countyplan.report.projects.part import Projects
from countyplan.report.report_model import Report
from countyplan.report.whole.build import build_report
from countyplan.run.asked import Asked
from countyplan.run.judged import Judged, judge_files
from countyplan.run.told import request_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "ledger"
FAULTS = {
    Code.PROJECT_TWICE: "虚构快递装备制造园",
    Code.PROJECTS_ALIKE: "桐庐县虚构磁性材料生产基地项目",
    Code.PROJECT_IN_TWO_AREAS: "虚构新安江防洪堤",
    Code.PROJECT_OVER_TOTAL: "虚构旅游集散中心",
    Code.PROJECT_DROPPED: "虚构农产品冷链园",
}


@pytest.fixture(scope="module")
def judged() -> Judged:
    plan = load_plan(shipped_plan())[0]
    return judge_files(
        Asked(plan=plan, paths=(EXAMPLE,), selection=Selection(), of_reporters=False, as_of=Period.of_year(2024))
    )


@pytest.fixture(scope="module", params=list(Language))
def report(request: pytest.FixtureRequest, judged: Judged) -> Report:
    return build_report(request_of(judged), Texts(request.param))


def listed(report: Report) -> Projects:
    assert report.projects is not None
    return report.projects


def test_the_example_has_each_fault_that_it_was_made_with(judged: Judged) -> None:
    told = {one.code: one.words["project"] for one in judged.diagnostics if "project" in one.words}
    assert told == FAULTS
    assert [one.words["projects"] for one in judged.diagnostics if one.code is Code.LEDGER_INCOMPLETE] == [
        "虚构职工文化中心"
    ]


def test_each_list_is_told_with_what_it_comes_to(report: Report, judged: Judged) -> None:
    [tonglu] = [one for one in judged.ledger.latest(Period.of_year(2024).end) if one.area == "tonglu"]
    spent = sum(amount.value for one in tonglu.projects for amount in one.spent.values())
    told = " ".join(listed(report).summary)
    # 1亿元 is CNY 0.1 billion.
    amounts = {Language.ZH: (f"{spent}亿元", "363亿元"), Language.EN: (f"CNY {spent / 10} billion", "CNY 36.3 billion")}
    assert all(amount in told for amount in (str(len(tonglu.projects)), *amounts[report.texts.language]))
    years, largest, still = listed(report).tables
    mark = {Language.ZH: "年", Language.EN: ""}[report.texts.language]
    assert [row[1] for row in years.rows] == [f"2023{mark}", f"2024{mark}"] * 3
    assert years.lines[0].startswith(
        {Language.ZH: "桐庐县，2023年，", Language.EN: "Tonglu, 2023, "}[report.texts.language]
    )
    # 363 x 24 of 60 months; 30 and more projects are not among the largest ten.
    assert years.rows[1][4].startswith({Language.ZH: "145.2", Language.EN: "CNY 14.52"}[report.texts.language])
    assert len(largest.rows) == 10
    # The largest began in 2024-05, as its list has it.
    assert largest.rows[0][3] == {Language.ZH: "2024年5月", Language.EN: "May 2024"}[report.texts.language]
    assert {"虚构第一医院新院区", "虚构职工文化中心"} <= {row[0] for row in still.rows}


def test_a_project_that_counts_only_because_its_limit_is_included_is_named(report: Report) -> None:
    # 10, of those of 10 and more.
    [told] = [line for line in listed(report).summary if "虚构新列文旅街区" in line]
    assert any(limit in told for limit in ("10亿元", "CNY 1 billion")), told


def test_every_format_tells_of_the_lists(report: Report) -> None:
    line, cell = listed(report).summary[0], "虚构职工文化中心"
    for written in (Format.MARKDOWN, Format.HTML):
        text = DOCUMENTS[written](report).decode("utf-8").replace("\\", "")
        assert cell in text, written
        assert listed(report).heading in text
    document = Document(io.BytesIO(DOCUMENTS[Format.DOCX](report)))
    assert line in [paragraph.text for paragraph in document.paragraphs]
    assert cell in [one.text for table in document.tables for row in table.rows for one in row.cells]
    sheet = load_workbook(io.BytesIO(DOCUMENTS[Format.XLSX](report)))[report.texts.say("book.projects")]
    assert {line, cell} <= {str(one.value) for row in sheet.iter_rows() for one in row}


def test_programs_get_decimal_strings(report: Report) -> None:
    ledger = json.loads(DOCUMENTS[Format.JSON](report))["ledger"]
    assert [(one["area"], one["period"], len(one["projects"])) for one in ledger["lists"]] == [
        ("tonglu", "2024", 23),
        ("chunan", "2024", 19),
        ("jiande", "2024", 21),
    ]
    assert [one["joined"] for one in ledger["changes"] if one["area"] == "jiande"] == [["虚构新列文旅街区"]]
    assert all(isinstance(year["spent"], str) for one in ledger["lists"] for year in one["by_year"])
    incomplete = [(one["area"], one["indicator"]) for one in ledger["derived"] if not one["complete"]]
    assert incomplete == [("jiande", "key_project_investment")]


def test_the_meeting_reads_of_each_countys_list(judged: Judged) -> None:
    paper = build_paper(request_of(judged), Texts(Language.ZH))
    assert [bool(county.projects) for county in paper.areas] == [True, True, True, False]


def test_a_report_without_lists_has_no_part_on_them() -> None:
    plan = load_plan(shipped_plan())[0]
    judged = judge_files(Asked(plan=plan, paths=(EXAMPLE.parent / "published",)))
    report = build_report(request_of(judged), Texts(Language.ZH))
    assert report.projects is None
    assert "ledger" not in json.loads(DOCUMENTS[Format.JSON](report))
