from __future__ import annotations

import io
import json
import re
import time
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.table import Table
from openpyxl import load_workbook

from countyplan.choice import By
from countyplan.diagnostics import visible
from countyplan.language import Language, Texts
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.render.paged.page import TableCell, TableRow
from countyplan.render.paged.title import title_lines
from countyplan.render.paged.widths import fitted, torn
from countyplan.report.row.row_model import Row
from tests.render.made import CASES, EXAMPLES, HOSTILE, example, hostile_report, report_json, report_on
from tests.report.divided.test_sheets import sheets


@cache
def written(case: str, language: Language = Language.ZH) -> bytes:
    return DOCUMENTS[Format.DOCX](example(case, language))


DETAILED = [case for case in CASES if case != "published"]  # of which nothing has a figure


@cache
def opened(data: bytes) -> Document:
    """The document, which no test changes."""
    return docx.Document(io.BytesIO(data))


def text_of(element: BaseOxmlElement) -> str:
    return "".join(told.text or "" for told in element.iter(qn("w:t")))


def cells_of(table: Table) -> list[list[str]]:
    """The text of each row's cells; a cell across several columns is one."""
    return [["\n".join(map(text_of, cell.p_lst)) for cell in row.tc_lst] for row in table._tbl.tr_lst]


def annex(document: Document, first: str = "指标") -> Table:
    """The table with all rows: the one that has nine columns."""
    return next(one for one in document.tables if len(one.columns) == 9 and one.rows[0].cells[0].text == first)


def marked(row: Row) -> str:
    """The verdict as a cell has it, its marks on a line of their own."""
    return "\n".join(part for part in (row.status, row.marks) if part)


def paragraphs(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs]


def everything(document: Document) -> str:
    return "\n".join(
        [*paragraphs(document), *(cell for table in document.tables for row in cells_of(table) for cell in row)]
    )


def test_a_report_without_any_figure_lists_what_was_not_reported_once() -> None:
    report, document = example("published"), opened(written("published"))
    assert (report.missing_count, report.detailed) == (len(report.rows), False)
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert report.missing_heading in headings
    told = everything(document)
    assert report.texts.say("brief.annex.note") not in told
    # All of the commitments stand alike, so that a table of how many of each clause do says nothing more.
    assert "承诺事项355项，均未报送。" in told
    assert not any(len(row) > 1 and row[1] == "项数" for table in document.tables for row in cells_of(table))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", DETAILED)
def test_the_annex_holds_every_row_as_the_report_has_it(case: str, language: Language) -> None:
    report = example(case, language)
    first = report.texts.say("column.indicator").capitalize()
    told = [row for row in cells_of(annex(opened(written(case, language)), first))[1:] if len(row) > 1]
    assert len(told) == len(report.rows)
    for cells, row in zip(told, report.rows, strict=True):
        assert cells[:3] == [row.indicator, row.area, f"{row.marked_goal}\n{row.due}"]
        assert cells[3].startswith(row.value)
        assert cells[4:7] == [row.gap, marked(row), row.pace]
        assert cells[7].startswith(row.step)
        assert cells[8].startswith(visible(row.account))
        # Codes and places stand with the findings, in the last annex.
        assert not re.search(r"CP\d{3}", cells[8])


@pytest.mark.parametrize("case", DETAILED)
def test_the_annex_says_what_the_json_says(case: str) -> None:
    report = example(case)
    rows = json.loads(report_json(report))["assessments"]
    told = [row for row in cells_of(annex(opened(written(case))))[1:] if len(row) > 1]
    for cells, row, shown in zip(told, rows, report.rows, strict=True):
        assert cells[0] == row["indicator"]
        assert cells[6] == (row["pace"] or "")
        assert cells[3].endswith(f"（{shown.period}）") if row["period"] else cells[3] == ""
        # But for the codes and places of findings.
        assert cells[8].startswith(visible(row["reason"].split("CP")[0]))


def test_first_things_come_first() -> None:
    """The conclusion, the counts, what needs attention, what changed, all at a glance; only then the rest."""
    document = opened(written("illustrative"))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    told = paragraphs(document)
    assert headings[:5] == ["总体情况", "须重点关注的目标", "与上期相比", "各项目标一览", "滞后的目标和今后须完成的量"]
    assert told[told.index("总体情况") + 1] == example("illustrative").brief.conclusion
    # 16 + 15 + 15 + 7 targets, of which 5 + 8 + 3 + 2 lag.
    assert "53项目标中，滞后18项" in told[told.index("总体情况") + 1]
    assert cells_of(document.tables[0])[0][:2] == ["县（市）", "目标数"]
    assert [row[:2] for row in cells_of(document.tables[0])[1:]] == [
        ["桐庐县", "16"],
        ["淳安县", "15"],
        ["建德市", "15"],
        ["三县（市）合计", "7"],
        ["全部", "53"],
    ]


def test_what_needs_attention_is_told_with_goal_figure_what_was_due_what_is_needed_and_who() -> None:
    report = example("illustrative")
    table = opened(written("illustrative")).tables[1]
    assert cells_of(table)[0] == ["指标", "目标", "实绩", "目前应为", "今后须", "责任单位"]
    assert len(report.attention) == 5
    for cells, row in zip(cells_of(table)[1:], report.attention, strict=True):
        assert cells[0] == f"{row.area}\n{row.indicator}"
        assert cells[1].startswith(row.marked_goal)
        assert cells[2].startswith(row.value)
        assert (cells[3], cells[5].replace("\n", "")) == (row.expected, row.who)
        assert cells[4].startswith(row.step)


def test_what_is_lagging_is_told_by_area_with_what_each_year_needs() -> None:
    report = example("illustrative")
    document = opened(written("illustrative"))
    first = [report.texts.say(f"column.{name}") for name in ("indicator", "goal", "value", "gap")]
    told = [row for table in document.tables if len(table.columns) == 6 for row in cells_of(table)]
    told = [row for row in told if row[:4] != first][5 + 1 :]
    behind = [row for area in report.brief.areas for row in area.lagging]
    assert len(told) == len(behind) == 18
    for cells, row in zip(told, behind, strict=True):
        assert cells[:2] == [f"{row.indicator}\n{row.clause_mark}", f"{row.marked_goal}\n{row.due}"]
        assert cells[4] == marked(row)
        assert cells[5].startswith(row.step)
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 2"]
    assert headings[:4] == [area.heading for area in report.brief.areas]


def test_the_counts_and_each_path_that_lags_are_charts_that_word_draws() -> None:
    with zipfile.ZipFile(io.BytesIO(written("illustrative"))) as packed:
        charts = [packed.read(name) for name in packed.namelist() if name.startswith("word/charts/chart")]
    report = example("illustrative")
    # One of the counts, and one for each of the 18 targets that lag, all of which have figures.
    assert len(charts) == 1 + 18
    assert sum(b"<c:barChart>" in one for one in charts) == 1
    lagging = [row for area in report.brief.areas for row in area.lagging]
    assert all(any(row.indicator in one.decode() and row.area in one.decode() for one in charts) for row in lagging)
    # 桐庐县 has 4 met, 2 ahead, 3 on track, 3 behind, 1 far behind, 1 moving away, 2 without a pace: 16.
    counts = next(one for one in charts if b"<c:barChart>" in one).decode()
    assert [int(series.split("<c:v>")[1].split("<")[0]) for series in counts.split("<c:numCache>")[1:]][:7] == [
        4,
        2,
        3,
        3,
        1,
        1,
        2,
    ]


def test_the_goal_and_the_last_figure_are_told_within_the_chart_of_a_path() -> None:
    with zipfile.ZipFile(io.BytesIO(written("illustrative"))) as packed:
        charts = [packed.read(name).decode() for name in packed.namelist() if name.startswith("word/charts/chart")]
    [told] = [one for one in charts if "淳安县 城乡居民收入倍差" in one]
    assert re.findall("<a:t>([^<]+)</a:t>", told) == ["淳安县 城乡居民收入倍差", "目标：1.85以下", "1.99"]
    # The goal is labelled, and needs no line in the legend.
    assert '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>' in told
    assert sum("<a:t>目标：" in one for one in charts) == 18


def test_the_numbers_of_a_chart_stand_in_a_workbook_behind_it() -> None:
    with zipfile.ZipFile(io.BytesIO(written("illustrative"))) as packed:
        charts = [name for name in packed.namelist() if name.startswith("word/charts/chart")]
        for name in charts:
            told, stem = packed.read(name).decode(), name.split("/")[-1].removesuffix(".xml")
            assert f"../embeddings/{stem}.xlsx" in packed.read(f"word/charts/_rels/{stem}.xml.rels").decode()
            sheet = load_workbook(io.BytesIO(packed.read(f"word/embeddings/{stem}.xlsx")))["Sheet1"]
            found = re.findall(r"<c:numRef><c:f>Sheet1!([^<]+)</c:f>(.*?)</c:numRef>", told, re.DOTALL)
            assert len(found) == told.count("<c:numRef>") >= told.count("<c:ser>")
            for where, held in found:
                shown = [float(one) for one in re.findall(r"<c:v>([^<]+)</c:v>", held)]
                cells = sheet[where.replace("$", "")]
                rows = cells if isinstance(cells, tuple) else ((cells,),)
                assert [cell.value for (cell,) in rows] == pytest.approx(shown)
            assert "<c:externalData" in told


def test_the_axis_of_a_share_ends_where_it_can() -> None:
    # 桐庐县 城乡公交一体化率: 91 to 100, which a program that chose for itself would draw up to 105.
    with zipfile.ZipFile(io.BytesIO(written("illustrative"))) as packed:
        charts = [packed.read(name).decode() for name in packed.namelist() if name.startswith("word/charts/chart")]
    [told] = [one for one in charts if "桐庐县 城乡公交一体化率" in one]
    assert '<c:max val="100"/>' in told


def test_paths_and_hashes_stand_in_the_last_annex_alone() -> None:
    body = opened(written("illustrative")).element.body
    annexes = [at for at, one in enumerate(body) if one.xpath("boolean(./w:pPr/w:numPr[w:numId/@w:val != '0'])")]
    rows, last = annexes[0], annexes[-1]
    assert [text_of(body[at]) for at in (rows, last)] == ["全部目标", "数据来源和生成依据"]
    before, between, after = ("".join(map(text_of, some)) for some in (body[:rows], body[rows:last], body[last:]))
    assert not any(told in before for told in ("examples", "SHA-256", "UTC", "CP209", "total-2024", "countyplan"))
    assert not any(told in between for told in ("SHA-256", "UTC", "countyplan"))
    assert all(told in after for told in ("CP209", "SHA-256", "countyplan"))


def test_columns_have_room_for_their_longest_word() -> None:
    headers, shares = ["Unit", "What"], [1, 9]
    rows = [TableRow((TableCell.of("Development and Reform Commission"), TableCell.of("a few short words")))]
    # "Development" is 11 letters of 0.62 and 1.0 around them: 7.82 of 20, where its share would be 2.
    assert fitted(headers, shares, rows, 20) == pytest.approx([7.82, 12.18])
    # With room for neither, both give way alike: 7.82 and "short", "words": 5 * 0.62 + 1 = 4.1 into 6.
    assert fitted(headers, shares, rows, 6) == pytest.approx([6 * 7.82 / 11.92, 6 * 4.1 / 11.92])


def test_a_column_of_text_gives_way_where_an_amount_stays_whole_by_that() -> None:
    row = TableRow((TableCell.of("经济技术开发区总产值" * 3), TableCell.of("超过13000000亿元", centred=True)))
    text, amount = fitted(("指标", "目标"), [3, 1], [row], 30)
    # Four wide characters, eight digits of 0.62 and 1 around them are 9.96; a quarter of 30 would be 7.5.
    assert amount >= 9.96
    assert text + amount == pytest.approx(30)


def test_a_table_in_which_a_short_amount_would_be_torn_is_set_smaller() -> None:
    rows = [TableRow((TableCell.of("重点项目累计完成投资"), TableCell(("360亿元以上",), centred=True)))]
    headers, shares = ("指标", "目标"), (1, 1)
    # Four wide characters, three digits of 0.62, 0.25 between the two kinds and 1 around them are 7.11, and the text keeps
    # 0.85 of half the room: 5.1 of 12, which is too much, and 6.12 of 14.4, the same room in letters of 7.5 points, not 9.
    assert torn(headers, shares, rows, 12)
    assert not torn(headers, shares, rows, 12 * 9 / 7.5)
    # What is in Latin letters goes on after a blank, which tears nothing.
    latin = [TableRow((TableCell.of("x"), TableCell(("48.44 billion",), centred=True)))]
    assert not torn(headers, shares, latin, 8)


def test_the_briefing_begins_with_title_time_and_source() -> None:
    report = example("illustrative")
    told = paragraphs(opened(written("illustrative")))
    # 31 wide characters at 22 points are divided in two about the middle of them, behind a word that joins what it stands
    # between: 445 points are a line of 19.
    plan, kind = report.brief.title
    assert told[0].split("\n") == ["《关于推进以县城为重要载体的", "城镇化建设实施方案（征求意见稿）》", kind]
    assert "".join(told[0].split("\n")[:2]) == plan
    assert told[1:4] == ["截至2024年底", f"（{report.brief.made_on}）", "数据来源：虚构示例（made up）"]
    assert all(line in told for line in report.brief.overview)


def test_sections_without_anything_in_them_are_left_out() -> None:
    headings = {
        case: [one.text for one in opened(written(case)).paragraphs if one.style and one.style.name == "Heading 1"]
        for case in ("illustrative", "published")
    }
    assert "未报送（1项）" in headings["illustrative"]
    assert "未报送（53项）" in headings["published"]
    assert "滞后的目标和今后须完成的量" in headings["illustrative"]
    assert "滞后的目标和今后须完成的量" not in headings["published"]


@pytest.mark.parametrize("case", CASES)
def test_headers_repeat_and_no_row_is_torn_apart(case: str) -> None:
    for table in opened(written(case)).tables:
        rows = table._tbl.tr_lst
        headers = [row.xpath("boolean(./w:trPr/w:tblHeader)") for row in rows]
        assert headers == [True, *[False] * (len(rows) - 1)]
        assert all(row.xpath("boolean(./w:trPr/w:cantSplit)") for row in rows)


def test_the_pages_are_a4_and_the_annex_lies_on_its_side() -> None:
    sections = opened(written("illustrative")).sections
    sizes = [[round((length or 0) / Mm(1)) for length in (one.page_width, one.page_height)] for one in sections]
    # The annexes of targets and of commitments lie on their sides, between pages that stand.
    assert sizes == [[210, 297], [297, 210], [210, 297]]
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert turned == [False, True, False]
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
    told = everything(opened(DOCUMENTS[Format.DOCX](report)))
    assert all(visible(source) in told for source in report.sources)
    assert visible(report.brief.title[0]) in told
    assert report.brief.findings
    assert all(visible(finding) in told for finding in report.brief.findings)


def test_a_report_without_rows_is_a_document_all_the_same() -> None:
    report = report_on([EXAMPLES / "illustrative"], clauses=[1])
    assert report.rows == ()
    document = opened(DOCUMENTS[Format.DOCX](report))
    assert "没有符合条件的目标。" in paragraphs(document)
    assert [cells_of(table)[1:] for table in document.tables] == [[list(one) for one in report.made_from.files]]


def test_what_is_waived_is_told_beside_its_status_and_counted() -> None:
    report = example("waived")
    told = everything(opened(written("waived")))
    waived = [row for row in report.rows if row.waiver]
    assert [row.marked_status for row in waived] == ["进度滞后（豁免）"]
    assert all(row.waiver and row.waiver.text in told for row in waived)
    assert all(row.status in told and row.marks in told for row in waived)
    assert report.brief.waived
    assert report.brief.waived in told


def test_what_changed_since_the_period_before_is_told() -> None:
    report = example("illustrative")
    told = paragraphs(opened(written("illustrative")))
    assert report.changes is not None
    assert report.changes.lines
    assert {report.changes.heading, report.changes.summary, *report.changes.lines} <= set(told)


def test_the_sheet_of_a_unit_begins_with_what_it_is_told() -> None:
    whole = sheets(By.UNIT)
    # One that lags, one whose clauses set no target, and a county's government.
    told_apart = [
        max(whole, key=lambda name: len(whole[name].attention)),
        min(whole, key=lambda name: len(whole[name].rows)),
    ]
    for report in (whole[name] for name in (*told_apart, "桐庐县政府")):
        told = paragraphs(opened(DOCUMENTS[Format.DOCX](report)))
        assert "".join(told[0].split("\n")) == report.title
        assert report.group is not None
        assert report.title.startswith(f"关于{report.group.name}{'目标进展' if report.rows else '承诺事项落实'}情况")
        assert set(report.brief.overview) <= set(told)
        addressee, opening, conclusion = report.brief.addressee, report.brief.opening, report.brief.conclusion
        assert addressee == f"{report.group.name}："
        assert told.index(addressee) < told.index(opening) < told.index(conclusion)
        assert not any(line.startswith(("主送", "结论：")) for line in told)
        # It ends as a letter does, once and before the annexes, with its day.
        sentence, seal = report.brief.closing
        assert told.count(f"{sentence}\n{seal}\t{report.brief.made_on}") == 1
        assert sum(report.brief.made_on in line for line in told) == 1
        assert seal == "通报单位（盖章）："
        assert len([one for area in report.brief.areas for one in area.lagging]) == len(report.attention)


def test_errors_are_told_in_short_with_how_many_more_there_are() -> None:
    report = example("invalid")
    told = paragraphs(opened(written("invalid")))
    assert [line for line in told if ": 错误 CP" in line or "：错误 CP" in line] == list(report.brief.findings)
    assert report.brief.findings_left_out in told


def test_the_same_report_gives_the_same_bytes() -> None:
    assert DOCUMENTS[Format.DOCX](example("illustrative")) == written("illustrative")


def test_a_clock_from_before_there_were_zips_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    case = "illustrative/tonglu-2024.yaml"
    before = written(case)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    assert DOCUMENTS[Format.DOCX](example(case)) == before


def test_charts_stand_on_the_page_of_a_short_table_before_them() -> None:
    body = opened(written("illustrative")).element.body
    followed = [table for table in body.tbl_lst if table.getnext().xpath(".//w:drawing")]
    short = [len(table.tr_lst) <= 4 for table in followed]
    assert True in short
    assert False in short
    # The last row keeps with what follows it just where the table is short.
    assert [bool(table.tr_lst[-1].xpath(".//w:keepNext")) for table in followed] == short


def test_the_last_eight_texts_and_rows_before_few_stand_on_one_page() -> None:
    whole = sheets(By.UNIT)
    ends = []
    for report in (max(whole.values(), key=lambda one: len(one.rows)), whole["medical_security"]):
        body = opened(DOCUMENTS[Format.DOCX](report)).element.body
        texts = body.xpath("./w:p[not(following-sibling::w:tbl) and not(.//w:sectPr)]")
        held = [bool(one.xpath("./w:pPr/w:keepNext")) for one in texts[-8:]]
        assert held == [True] * (len(held) - 1) + [False]
        ends.append((len(texts) < 8, bool(body.tbl_lst[-1].tr_lst[-1].xpath(".//w:keepNext"))))
    # Annexes of readings and sources end both: long ones the first, and the second seven headings and texts behind a table.
    assert ends == [(False, False), (True, True)]


def test_what_a_sheet_without_targets_rests_on_stands_above_its_commitments() -> None:
    document = opened(DOCUMENTS[Format.DOCX](sheets(By.UNIT)["public_security"]))
    told = paragraphs(document)
    [at] = [at for at, line in enumerate(told) if line.startswith("所依据的报送文件")]
    assert told[at - 1] == "承诺事项"
    assert told[at] == told[-1]
    assert len(document.element.body.xpath("./w:p[w:pPr/w:numPr/w:numId/@w:val='99']")) == 1


@pytest.mark.parametrize(
    ("title", "name", "lines"),
    [
        # 19 wide characters go on a line. 11.5 of 23.5 before a word that joins, 25 characters behind a bracket.
        ("《杭州市2019年国民经济和社会发展主要预期目标》", "", ["《杭州市2019年国民经济", "和社会发展主要预期目标》"]),
        (
            "关于“（四）加大招商引资力度”目标进展情况的通报",
            "（四）加大招商引资力度",
            ["关于“（四）加大招商引资力度”", "目标进展情况的通报"],
        ),
        # 20 characters, two of them quotation marks, which are as wide as the others.
        ("关于“（二）发展目标”目标进展情况的通报", "（二）发展目标", ["关于“（二）发展目标”", "目标进展情况的通报"]),
        ("关于市发改委目标进展情况的通报", "市发改委", ["关于市发改委目标进展情况的通报"]),
        # 20 characters: not before the word that joins, which is the name's.
        (
            "关于市规划和自然资源局目标进展情况的通报",
            "市规划和自然资源局",
            ["关于市规划和自然资源局", "目标进展情况的通报"],
        ),
        (
            "关于市数据资源管理局承诺事项落实情况的通报",
            "市数据资源管理局",
            ["关于市数据资源管理局", "承诺事项落实情况的通报"],
        ),
        # A name that is too long for a line of its own is divided within.
        ("县城的" * 9, "县城的" * 9, ["县城的" * 4, "县城的" * 5]),
        ("县城建设" * 9, "", ["县城建设" * 9]),
        ("甲的" * 24, "", ["甲的" * 8] * 3),
    ],
)
def test_a_long_title_is_divided_where_words_part(title: str, name: str, lines: list[str]) -> None:
    assert list(title_lines([title], 19, Texts(Language.ZH), name)) == lines


def test_few_targets_are_told_in_a_table_without_a_picture() -> None:
    for name, pictured in (("development_reform", True), ("medical_security", False)):
        report = sheets(By.UNIT)[name]
        body = opened(DOCUMENTS[Format.DOCX](report)).element.body
        drawn = body.xpath(f".//wp:docPr[@descr='{report.brief.counts.title}']")
        assert (bool(drawn), len(report.rows) >= 10) == (pictured, pictured)


def test_a_short_table_that_ends_a_report_shares_a_page_with_the_texts_before_it() -> None:
    body = opened(written("illustrative/tonglu-2024.yaml")).element.body
    table = body.tbl_lst[-1]
    assert not table.xpath("./following-sibling::w:p")
    assert [bool(row.xpath(".//w:keepNext")) for row in table.tr_lst] == [True] * (len(table.tr_lst) - 1) + [False]
    assert table.getprevious().xpath("./w:pPr/w:keepNext")


def test_a_chart_alone_on_its_line_stands_on_the_page_of_the_line_before_it() -> None:
    body = opened(written("illustrative")).element.body
    lines = [[len(one.xpath(".//w:drawing")), bool(one.xpath("./w:pPr/w:keepNext[not(@w:val)]"))] for one in body.p_lst]
    paths = [(here, after) for here, after in pairwise(lines) if here[0] == 2]
    assert {after[0] == 1 for _, after in paths} == {True, False}
    assert all(kept == (after[0] == 1) for (_, kept), after in paths)


def test_the_last_eight_before_pages_turn_stand_on_one_page() -> None:
    body = opened(written("illustrative")).element.body
    lasts = [turn.getprevious() for turn in body.xpath("./w:p[w:pPr/w:sectPr]")]
    assert lasts
    for last in lasts:
        units = last.xpath("./w:tr") or [*reversed(last.xpath("./preceding-sibling::w:p[position() < 3]")), last]
        assert [bool(one.xpath(".//w:keepNext[not(@w:val)]")) for one in units[-2:]] == [True, False]


def test_a_sheet_says_nothing_of_notes_that_it_does_not_list() -> None:
    noted, warned = sheets(By.CLAUSE)["2"], sheets(By.CLAUSE)["19"]
    assert (noted.brief.findings, noted.brief.findings_count) == ((), "报送文件有提示1处。")
    told = [paragraphs(opened(DOCUMENTS[Format.DOCX](report))) for report in (noted, warned)]
    assert [any(line.startswith("报送文件有") for line in lines) for lines in told] == [False, True]


def test_a_heading_that_is_alone_within_another_has_no_number() -> None:
    # Clause 3 has no commitment that needs attention, so that what changed stands alone; clause 2 has both.
    for clause, numbers in (("3", ["0"]), ("2", ["", ""])):
        document = opened(DOCUMENTS[Format.DOCX](sheets(By.CLAUSE)[clause]))
        headings = [one for one in document.paragraphs if one.text.endswith(("承诺与上期相比", "须关注的承诺"))]
        assert [one._p.xpath("string(./w:pPr/w:numPr/w:numId/@w:val)") for one in headings] == numbers
