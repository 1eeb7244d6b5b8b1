"""Requests that go out: who is asked what in which part, and the slip, filled in and read back. All figures are made up."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from countyplan.choice import By
from countyplan.language import Language, Texts
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.plan.files.responsibilities import Lead
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.render.format import Format
from countyplan.render.formats import NOTICES
from countyplan.report.divided.grouping import remits_of
from countyplan.report.notice.build import Reply, build_notice
from countyplan.report.notice.notice_model import Notice
from countyplan.report.whole.request import Request
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import request_of
from countyplan.submission import Submissions, read_submissions

ILLUSTRATIVE = Path(__file__).parents[2] / "examples" / "illustrative"
PLAN = load_plan(shipped_plan())[0]
ZH = Texts(Language.ZH)
COUNTY, BUREAU, OTHER = "桐庐县政府", "health", "education"
FIGURES = {"城乡公交一体化率": "97.5", "城乡居民收入倍差": "1.61"}


@pytest.fixture(scope="module")
def request_() -> Request:
    asked = Asked(plan=PLAN, paths=(ILLUSTRATIVE,), of_reporters=False, as_of=Period.of_year(2024))
    return request_of(judge_files(asked))


def notices(request: Request, plan: Plan = PLAN, texts: Texts = ZH) -> Iterator[tuple[str, Notice]]:
    for remit in remits_of(plan, By.UNIT, Selection(), texts):
        notice = build_notice(replace(request, plan=plan), remit, Reply("2026-12-15", "虚构处 0571-0000"), texts)
        if notice is not None:
            yield remit.group.id, notice


def of(request: Request, unit: str, plan: Plan = PLAN) -> Notice:
    return dict(notices(request, plan))[unit]


def parts(notice: Notice, indicator: str) -> list[str]:
    return [one.part for one in notice.asks if indicator in one.subject]


@pytest.mark.parametrize("language", list(Language))
def test_each_unit_is_told_by_when_and_whom_to_ask(request_: Request, language: Language) -> None:
    found = [one for _, one in notices(request_, texts=Texts(language))]
    day = {Language.ZH: "2026年12月15日", Language.EN: "15 December 2026"}[language]
    assert len(found) == 28
    for one in found:
        assert any(day in line for line in one.closing)
        assert any("虚构处 0571-0000" in line for line in one.closing)
        assert all(all(ask.cells) for ask in one.asks)


def test_a_request_opens_with_how_many_of_what_it_asks_for(request_: Request) -> None:
    # Of the department's eleven commitments five were not reported; it answers for no target.
    assert "下列事项须办理：没有报送进展的承诺5项。" in of(request_, "organization").lines[0]
    assert "下列事项须办理：滞后的目标" in of(request_, BUREAU).lines[0]


def test_a_county_is_not_asked_for_what_lags_in_others(request_: Request) -> None:
    notice = of(request_, COUNTY)
    assert {one.area for one in notice.slip.figures} == {"桐庐县"}
    assert {one.area for one in notice.slip.promises} == {"桐庐县"}


def test_where_nobody_leads_the_request_says_so(request_: Request) -> None:
    [part] = parts(of(request_, BUREAU), "桐庐县城乡公交一体化率")
    assert part == "市发改委、市农业农村局、市卫健委等9个单位共同负责"
    [named] = [one for one in of(request_, BUREAU).notes if one.startswith("（十八）")]
    assert "市卫健委、市民政局" in named
    [ask] = [one for one in of(request_, BUREAU).asks if "桐庐县城乡公交一体化率" in one.subject]
    assert ask.shared
    assert any(
        "属于本单位职责的，按要求办理；不属于的，在回执备注中写明" in line for line in of(request_, BUREAU).lines
    )
    # Clause 2 names no unit; clause 23 lays the whole on the county.
    [part] = parts(of(request_, COUNTY), "城乡居民收入倍差")
    assert "（二十三）" in part


def test_the_part_in_commitments_without_a_report_is_told_and_the_slip_named(request_: Request) -> None:
    # Clause 22 names four units for all five; clause 24, among others of the county's, names the county alone.
    [ask] = of(request_, "organization").asks
    assert (ask.subject, ask.part) == ("没有报送进展的承诺事项，共5项（逐项见回执）", "与各条款的其他责任单位共同负责")
    assert ask.shared
    assert of(request_, COUNTY).asks[-1].part == "按各条款分工负责"


def test_evidence_that_is_lacking_is_asked_for_with_the_reply(request_: Request) -> None:
    # The commitment itself is due at the end of 2027, and so is what lags: the letter says which date is which.
    notice = of(request_, COUNTY)
    [evidence] = [one for one in notice.asks if one.subject.startswith("亮化净化绿化工程")]
    assert (evidence.wanted[:4], evidence.due) == ("补报佐证", "2026年12月15日")
    assert notice.asks[0].due == "2027年底"
    assert notice.lines[0].endswith("另列时限的，按所列时限完成。")
    assert not of(request_, "organization").lines[0].endswith("另列时限的，按所列时限完成。")


def test_a_slip_explains_only_the_columns_that_it_has(request_: Request) -> None:
    for _, notice in notices(request_):
        how = " ".join(notice.slip.how)
        assert ("“数值”" in how) == bool(notice.slip.figures)
        assert ("“进展”" in how) == bool(notice.slip.promises)
    assert {bool(notice.slip.figures) for _, notice in notices(request_)} == {True, False}


@pytest.mark.parametrize(("stated", "told"), [(True, "牵头单位"), (False, "牵头单位（方案未明确，按本办理解）")])
def test_a_lead_leads_and_the_others_support(request_: Request, stated: bool, told: str) -> None:
    lead = Lead(indicator="bus_integration_rate", unit="transport", stated=stated, because="虚构", because_en="made up")
    plan = replace(PLAN, responsibilities=PLAN.responsibilities.model_copy(update={"leads": (lead,)}))
    assert parts(of(request_, "transport", plan), "桐庐县城乡公交一体化率") == [told]
    assert parts(of(request_, BUREAU, plan), "桐庐县城乡公交一体化率") == ["配合单位（牵头单位：市交通运输局）"]
    # A lead that the clause does not name leads in nothing.
    wrong = replace(plan, responsibilities=plan.responsibilities.model_copy(
        update={"leads": (lead.model_copy(update={"unit": "finance"}),)}))  # fmt: skip
    assert "共同负责" in parts(of(request_, BUREAU, wrong), "桐庐县城乡公交一体化率")[0]


def test_high_rows_of_a_document_are_not_all_held_on_the_page_of_the_signature(request_: Request) -> None:
    # All seven rows would fill more than a page, so that nothing stood with the signature and little on the first page.
    [notice] = [one for unit, one in notices(request_, texts=Texts(Language.EN)) if unit == "human_resources"]
    rows = Document(io.BytesIO(NOTICES[Format.DOCX](notice))).tables[0].rows
    held = [any(one.paragraph_format.keep_with_next for one in row.cells[0].paragraphs) for row in rows[2:]]
    assert len(held) == 7 - 1
    assert not any(held[:3])
    assert held[-1]


def read(data: bytes, path: Path) -> Submissions:
    path.write_bytes(data)
    return read_submissions([path.parent], PLAN)


@pytest.mark.parametrize("written", [Format.DOCX, Format.XLSX])
def test_a_blank_slip_reports_nothing_and_is_no_fault(request_: Request, tmp_path: Path, written: Format) -> None:
    for unit in (COUNTY, BUREAU, OTHER, "approvals"):
        found = read(NOTICES[written](of(request_, unit)), tmp_path / f"a.{written}")
        assert (found.figures, found.commitments, found.diagnostics) == ((), (), ()), unit


def filled_document(data: bytes) -> bytes:
    document = Document(io.BytesIO(data))
    for table in document.tables:
        for row in table.rows:
            texts = [cell.text for cell in row.cells]
            if len(texts) > 3 and texts[2] in FIGURES:
                row.cells[1].text, row.cells[3].text, row.cells[7].text = "2025", FIGURES[texts[2]], "虚构的原因和措施"
            if len(texts) > 3 and texts[2] == "亮化净化绿化工程":
                row.cells[3].text, row.cells[5].text = "已完成", "虚构〔2025〕1号"
            if texts[0] in {"报送日期", "填表人"}:
                row.cells[1].text = {"报送日期": "2026-12-10", "填表人": "虚构"}[texts[0]]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def filled_workbook(data: bytes) -> bytes:
    book = load_workbook(io.BytesIO(data))
    for sheet in book.worksheets[1:]:
        for row in range(2, sheet.max_row + 1):
            name = sheet.cell(row, 3).value
            values: Mapping[int, str | float]
            if name in FIGURES:
                values = {2: 2025, 4: float(FIGURES[str(name)]), 8: "虚构的原因和措施"}
            elif name == "亮化净化绿化工程":
                values = {4: "已完成", 6: "虚构〔2025〕1号"}
            else:
                told = {"报送日期": "2026-12-10", "填表人": "虚构"}.get(str(sheet.cell(row, 1).value))
                values = {} if told is None else {2: told}
            for column, value in values.items():
                sheet.cell(row, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("written", "fill"), [(Format.DOCX, filled_document), (Format.XLSX, filled_workbook)])
def test_a_slip_that_is_filled_in_is_read_back(
    request_: Request, tmp_path: Path, written: Format, fill: Callable[[bytes], bytes]
) -> None:
    found = read(fill(NOTICES[written](of(request_, COUNTY))), tmp_path / f"a.{written}")
    assert found.diagnostics == ()
    assert {(one.area, one.indicator, str(one.period), str(one.value)) for one in found.figures} == {
        ("tonglu", "bus_integration_rate", "2025", "97.5"),
        ("tonglu", "income_ratio", "2025", "1.61"),
    }
    assert {one.note for one in found.figures} == {"虚构的原因和措施"}
    [promise] = found.commitments
    assert (promise.area, promise.state, [proof.text for proof in promise.proofs]) == (
        "tonglu", "done", ["虚构〔2025〕1号"],
    )  # fmt: skip
    assert {(filing.submitted, filing.filled_in_by) for file in found.files for filing in file.filings} == {
        ("2026-12-10", "虚构")
    }
