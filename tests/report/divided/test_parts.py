"""A unit's sheet by its part: what it leads in, what falls to several, what it supports. All figures are made up."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from countyplan.choice import By
from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.files.responsibilities import Lead
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.sheets import build_sheet
from countyplan.report.report_model import Report
from countyplan.report.whole.request import Request
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import request_of

ILLUSTRATIVE = Path(__file__).parents[3] / "examples" / "illustrative"
PLAN = load_plan(shipped_plan())[0]
BUS = "城乡公交一体化率"


@cache
def judged() -> Request:
    return request_of(judge_files(Asked(plan=PLAN, paths=(ILLUSTRATIVE,), as_of=Period.of_year(2024))))


def sheet(unit: str, *leads: Lead, language: Language = Language.ZH) -> Report:
    plan = replace(PLAN, responsibilities=PLAN.responsibilities.model_copy(update={"leads": leads}))
    texts = Texts(language)
    remits = {remit.group.id: remit for remit in remits_of(plan, By.UNIT, Selection(), texts)}
    return build_sheet(replace(judged(), plan=plan), remits[unit], texts)


def lead(unit: str, *, stated: bool = True) -> Lead:
    return Lead(indicator="bus_integration_rate", unit=unit, stated=stated, because="虚构", because_en="made up")


def line(report: Report, begin: str) -> str:
    return next(one for one in report.heading if one.startswith(begin))


def test_a_clause_that_names_several_accuses_none_of_them() -> None:
    report = sheet("health")
    # 22 targets of clauses 17 and 18, of which one is moving away and four are behind; the plan says of none who leads.
    told = "分工：22项（其中滞后5项）由本条各责任单位共同负责，方案未明确牵头单位，不都是本单位的职责"
    assert line(report, "分工") == told
    for row in report.attention:
        assert row.units.startswith("本条责任单位：市发改委、市农业农村局、市卫健委、")
        assert row.units.endswith("；方案未明确牵头单位")
    assert all(one.units.startswith("本条责任单位：") for one in report.sections)
    english = sheet("health", language=Language.EN)
    assert "not all of it is this unit's task" in line(english, "Who does what")
    assert all("the plan does not say who leads" in row.units for row in english.attention)


def test_a_county_answers_for_its_own_figures_and_is_not_told_that_others_may_be_meant() -> None:
    assert "不都是本单位的职责" not in line(sheet("桐庐县政府"), "分工")


@pytest.mark.parametrize(("stated", "mark"), [(True, ""), (False, "（方案未明确，按本办理解）")])
def test_where_one_leads_its_sheet_begins_with_that_and_the_others_end_with_it(*, stated: bool, mark: str) -> None:
    one = lead("transport", stated=stated)
    leading, supporting = sheet("transport", one), sheet("health", one)
    # The buses of three counties; one of them is behind, of the four others of the 22 - 3 = 19 targets.
    together = "19项（其中滞后4项）由本条各责任单位共同负责，方案未明确牵头单位"
    assert line(leading, "分工").startswith(f"分工：3项（其中滞后1项）由本单位牵头；{together}")
    assert leading.attention[0].units.startswith(f"本单位牵头{mark}；本条责任单位：")
    assert line(supporting, "分工").endswith("；3项（其中滞后1项）由本单位配合，牵头单位负总责")
    assert supporting.attention[-1].indicator == BUS
    assert supporting.attention[-1].units.startswith(f"本单位配合，牵头单位：市交通运输局{mark}；本条责任单位：")
    for report, word in ((leading, "本单位牵头"), (supporting, "本单位配合")):
        assert [part.heading for part in report.sections if word in part.heading] == [
            f"（十八）推进公共服务城乡一体：{word}"
        ]
        [apart] = [part for part in report.sections if word in part.heading]
        assert {row.indicator for row in apart.rows} == {BUS}
        assert sum(len(part.rows) for part in report.sections) == 22


def test_each_county_leads_where_the_counties_are_to_lead() -> None:
    report = sheet("桐庐县政府", lead("county_governments"))
    assert "1项（其中滞后1项）由本单位牵头" in line(report, "分工")
    assert "牵头单位：各县（市）政府" in sheet("health", lead("county_governments")).attention[-1].units


@pytest.mark.parametrize("written", [Format.MARKDOWN, Format.HTML])
def test_the_part_is_told_in_what_is_sent_as_text(written: Format) -> None:
    told = DOCUMENTS[written](sheet("health", lead("transport"))).decode()
    assert "本单位配合，牵头单位：市交通运输局" in "".join(told.split())


def test_the_part_is_told_in_word_and_in_the_workbook() -> None:
    report = sheet("health", lead("transport"))
    document = Document(io.BytesIO(DOCUMENTS[Format.DOCX](report)))
    cells = {cell.text for table in document.tables for cell in table._cells}
    assert f"{BUS}\n（十八）\n本单位配合" in cells
    assert "本条责任单位" in cells
    book = load_workbook(io.BytesIO(DOCUMENTS[Format.XLSX](report)))
    found = [str(cell.value) for sheet_ in book for row in sheet_.iter_rows() for cell in row]
    assert any(text.startswith("本单位配合；市发改委、") for text in found)
    assert "本条责任单位" in found


def test_commitments_too_are_divided_by_who_leads() -> None:
    # The first that 市卫健委 answers for together with others.
    named = ((one.commitment, {unit.id for unit in PLAN.responsible_for(one)}) for one in PLAN.commitments)
    one = next(commitment for commitment, units in named if {"health"} < units)
    other = next(unit.id for unit in PLAN.responsible(one.clause) if unit.id != "health" and not unit.each_area)
    led = Lead(commitment=one.id, unit="health", stated=False, because="虚构", because_en="made up")
    leading, supporting = sheet("health", led).commitments, sheet(other, led).commitments
    assert leading is not None
    assert supporting is not None
    count = sum(row.machine.commitment == one.id for row in leading.rows)
    assert f"其中本单位牵头{count}项、配合0项。" in leading.summary
    assert f"其中本单位牵头0项、配合{count}项。" in supporting.summary
    heading = next(row.clause for row in leading.rows if row.machine.commitment == one.id)
    headings = [band.heading for band in leading.listed if band.heading.startswith(heading)]
    assert headings[0].startswith(f"{heading}　本单位牵头（方案未明确，按本办理解）；责任单位：")
    headings = [band.heading for band in supporting.listed if band.heading.startswith(heading)]
    assert headings[-1].startswith(f"{heading}　本单位配合，牵头单位：市卫健委（方案未明确，按本办理解）；责任单位：")
    plain = sheet("health").commitments
    assert plain is not None
    assert "本单位牵头" not in plain.summary
    assert {row.machine.commitment for row in plain.rows} == {row.machine.commitment for row in leading.rows}
