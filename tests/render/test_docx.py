from __future__ import annotations

import io
import json
import time
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from countyplan.diagnostics import visible
from countyplan.language import Language
from countyplan.render.data.json import report_json
from countyplan.render.docx.report import report_docx
from countyplan.report import By
from tests.render.made import CASES, EXAMPLES, HOSTILE, example, hostile_report, report_on
from tests.report.divided.test_sheets import sheets


@cache
def written(case: str, language: Language = Language.ZH) -> bytes:
    return report_docx(example(case, language))


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def cells_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def annex(document: Document, first: str = "指标") -> Table:
    """The table with all rows: the one that has nine columns."""
    return next(one for one in document.tables if len(one.columns) == 9 and one.rows[0].cells[0].text == first)


def paragraphs(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs]


def everything(document: Document) -> str:
    return "\n".join(
        [*paragraphs(document), *(cell for table in document.tables for row in cells_of(table) for cell in row)]
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", CASES)
def test_the_annex_holds_every_row_as_the_report_has_it(case: str, language: Language) -> None:
    report = example(case, language)
    first = report.texts.say("column.indicator")
    told = [row for row in cells_of(annex(opened(written(case, language)), first))[1:] if len(set(row)) > 1]
    assert len(told) == len(report.rows)
    for cells, row in zip(told, report.rows, strict=True):
        assert cells[:3] == [row.indicator, row.area, f"{row.marked_goal}\n{row.due}"]
        assert cells[3].startswith(row.value)
        assert cells[4:7] == [row.gap, row.marked_status, row.pace]
        assert cells[7].startswith(row.step)
        assert cells[8].startswith(visible(row.reason))


@pytest.mark.parametrize("case", CASES)
def test_the_annex_says_what_the_json_says(case: str) -> None:
    rows = json.loads(report_json(example(case)))["assessments"]
    told = [row for row in cells_of(annex(opened(written(case))))[1:] if len(set(row)) > 1]
    for cells, row in zip(told, rows, strict=True):
        assert cells[0] == row["indicator"]
        assert cells[6] == (row["pace"] or "")
        assert cells[3].endswith(f"（{row['period']}）") if row["period"] else cells[3] == ""
        assert cells[8].startswith(visible(row["reason"]))


def test_what_is_lagging_is_told_by_area_with_what_each_year_needs() -> None:
    report = example("illustrative")
    document = opened(written("illustrative"))
    tables = [cells_of(table) for table in document.tables if len(table.columns) == 7]
    # The first such table is of what lags; those of commitments have other headers.
    told = [row for table in tables if table[0] == tables[0][0] for row in table[1:]]
    behind = [row for area in report.brief.areas for row in area.lagging]
    assert len(told) == len(behind) == 18
    for cells, row in zip(told, behind, strict=True):
        assert cells[2] == f"{row.marked_goal}\n{row.due}"
        assert (cells[1], cells[5]) == (row.indicator, row.marked_status)
        assert cells[6].startswith(row.step)
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 2"]
    promised = report.commitments
    assert promised is not None
    told_of_commitments = [one for one in (promised.attention_heading, promised.changes_heading) if one]
    assert headings == [*(area.heading for area in report.brief.areas), *told_of_commitments]


def test_the_briefing_begins_with_title_time_and_source() -> None:
    report = example("illustrative")
    told = paragraphs(opened(written("illustrative")))
    assert told[0].split("\n") == list(report.brief.title)
    assert told[1:3] == ["截至2024年底", "数据来源：虚构示例（made up）"]
    assert all(line in told for line in report.brief.overview)


def test_sections_without_anything_in_them_are_left_out() -> None:
    headings = {
        case: [one.text for one in opened(written(case)).paragraphs if one.style and one.style.name == "Heading 1"]
        for case in ("illustrative", "published")
    }
    assert "未报送（1 项）" in headings["illustrative"]
    assert "未报送（53 项）" in headings["published"]
    assert "滞后的目标和今后须完成的量" in headings["illustrative"]
    assert "滞后的目标和今后须完成的量" not in headings["published"]


@pytest.mark.parametrize("case", CASES)
def test_headers_repeat_and_no_row_is_torn_apart(case: str) -> None:
    for table in opened(written(case)).tables:
        headers = [row._tr.xpath("boolean(./w:trPr/w:tblHeader)") for row in table.rows]
        assert headers == [True, *[False] * (len(table.rows) - 1)]
        assert all(row._tr.xpath("boolean(./w:trPr/w:cantSplit)") for row in table.rows)


def test_the_pages_are_a4_and_the_annex_lies_on_its_side() -> None:
    sections = opened(written("illustrative")).sections
    sizes = [[round((length or 0) / Mm(1)) for length in (one.page_width, one.page_height)] for one in sections]
    # The annexes of targets and of commitments lie on their sides, each between pages that stand.
    assert sizes == [[210, 297], [297, 210], [210, 297], [297, 210], [210, 297]]
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert turned == [False, True, False, True, False]
    assert "PAGE" in sections[0].footer._element.xml


@pytest.mark.parametrize(("language", "face"), [(Language.ZH, "仿宋"), (Language.EN, "宋体")])
def test_chinese_has_a_font_that_windows_has(language: Language, face: str) -> None:
    document = opened(written("illustrative", language))
    fonts = document.styles["Normal"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == face
    assert fonts.get(qn("w:ascii")) == "Times New Roman"
    with zipfile.ZipFile(io.BytesIO(written("illustrative", language))) as packed:
        assert (
            '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>'
            in packed.read("word/fontTable.xml").decode()
        )


@pytest.mark.parametrize(("language", "form"), [(Language.ZH, "chineseCountingThousand"), (Language.EN, "decimal")])
def test_headings_are_numbered_by_the_document(language: Language, form: str) -> None:
    document = opened(written("illustrative", language))
    number = document.styles["Heading 1"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    levels = document.part.numbering_part.element.xpath(
        f"./w:abstractNum[@w:abstractNumId = ../w:num[@w:numId='{number[0]}']/w:abstractNumId/@w:val]/w:lvl/w:numFmt/@w:val"
    )
    assert levels == [form, form]


def test_the_document_tells_what_it_was_made_from() -> None:
    report = example("illustrative")
    document = opened(written("illustrative"))
    assert cells_of(document.tables[-1])[1:] == [list(one) for one in report.made_from.files]
    assert report.provenance[0] in paragraphs(document)
    assert set(report.readings) | set(report.sources) <= set(paragraphs(document))
    properties = document.core_properties
    assert (properties.title, properties.author) == (report.title, f"countyplan {report.made_from.version}")
    assert str(properties.created)[:10] == str(properties.modified)[:10] == report.made_from.made_on


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_field(text: str, tmp_path: Path) -> None:
    report = hostile_report(text, tmp_path)
    told = everything(opened(report_docx(report)))
    assert all(visible(source) in told for source in report.sources)
    assert visible(report.brief.title[0]) in told
    assert report.brief.findings
    assert all(visible(finding) in told for finding in report.brief.findings)


def test_a_report_without_rows_is_a_document_all_the_same() -> None:
    report = report_on([EXAMPLES / "illustrative"], clauses=[1])
    assert report.rows == ()
    document = opened(report_docx(report))
    assert "没有符合条件的目标。" in paragraphs(document)
    assert [cells_of(table)[1:] for table in document.tables] == [[list(one) for one in report.made_from.files]]


def test_what_is_waived_is_told_beside_its_status_and_counted() -> None:
    report = example("waived")
    told = everything(opened(written("waived")))
    waived = [row for row in report.rows if row.waiver]
    assert [row.marked_status for row in waived] == ["进度滞后（豁免）"]
    assert all(row.marked_status in told and row.waiver and row.waiver.text in told for row in waived)
    assert report.brief.waived
    assert report.brief.waived in told


def test_what_changed_since_the_period_before_is_told() -> None:
    report = example("illustrative")
    told = paragraphs(opened(written("illustrative")))
    assert report.changes is not None
    assert report.changes.lines
    assert {report.changes.heading, report.changes.summary, *report.changes.lines} <= set(told)


def test_the_sheet_of_a_unit_begins_with_what_it_is_told() -> None:
    for report in sheets(By.UNIT).values():
        told = paragraphs(opened(report_docx(report)))
        assert told[0] == report.title
        assert set(report.brief.overview) <= set(told)
        assert any(line.startswith("结论：") for line in told)
        assert len([one for area in report.brief.areas for one in area.lagging]) == len(report.attention)


def test_errors_are_told_in_short_with_how_many_more_there_are() -> None:
    report = example("invalid")
    told = paragraphs(opened(written("invalid")))
    assert [line for line in told if ": 错误 CP" in line or "：错误 CP" in line] == list(report.brief.findings)
    assert report.brief.findings_left_out in told


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_docx(example("illustrative")) == written("illustrative")


def test_a_clock_from_before_there_were_zips_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    case = "illustrative/tonglu-2024.yaml"
    before = written(case)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    assert report_docx(example(case)) == before
