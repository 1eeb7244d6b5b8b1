from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.limits import Limits
from countyplan.office.reading import Opened
from tests.office.made import WORD, docx, outcome, packed, paragraph, refused, sheets, texts, word_table
from tests.submission.messy import figures_of
from tests.submission.reading import read, told

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def spanning(text: str, columns: int) -> str:
    return f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{paragraph(text)}'


def downwards(text: str, *, begins: bool = False) -> str:
    merged = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    return f"<w:tcPr>{merged}</w:tcPr>{paragraph(text)}"


def test_tables_stand_with_the_paragraphs_above_them_and_the_notes_below() -> None:
    body = (
        paragraph("桐庐县2024年主要指标") + paragraph("") + word_table(["指标", "数值"], ["GDP", "484.4"])
        + paragraph("注：初步核算数。") + paragraph("淳安县2024年主要指标") + word_table(["指标"], ["GDP"])
        + paragraph("抄送市政府")
    )  # fmt: skip
    assert texts(docx(body)) == [
        [(0, 0, "桐庐县2024年主要指标"), (1, 0, "指标"), (1, 1, "数值"), (2, 0, "GDP"), (2, 1, "484.4"),
         (3, 0, "注：初步核算数。")],
        [(0, 0, "注：初步核算数。"), (1, 0, "淳安县2024年主要指标"), (2, 0, "指标"), (3, 0, "GDP")],
    ]  # fmt: skip


def below(*paragraphs: str) -> list[str]:
    """What of these paragraphs below a table belongs to it."""
    [table] = texts(docx(word_table(["GDP", "484.4"]) + "".join(map(paragraph, paragraphs))))
    return [text for row, _, text in table if row > 0]


@pytest.mark.parametrize(
    "notes",
    [
        ["注：初步核算数。"],
        ["注：1.由统计局提供。", "2.2024年为预计数。", "3、同上。"],
        ["注：由统计局提供。", "（2）2024年为预计数。", "资料来源：统计局"],
        ["注：", "2024年为预计数。"],
        ["注 1：初步核算数。", "注2 :同上"],
        ["（注：初步核算数）"],
        ["* 预计数", "①2024年为预计数", "[1]同上", "［2］同上"],
        ["Data source: bureau of statistics", "Note 1: estimates"],
        [f"注：{'由统计局提供，' * 40}2024年为预计数。"],
    ],
)
def test_notes_directly_below_a_table_are_its_last_rows_however_long_they_are(notes: list[str]) -> None:
    assert below(*notes) == notes
    assert below(*notes, "抄送市政府", *notes) == notes


@pytest.mark.parametrize(
    "paragraphs",
    [["2.工业情况", "注：甲"], ["二、工业情况", "注：甲"], ["长" * 201, "注：甲"], ["抄送市政府", "注：甲"]],
)
def test_what_is_further_below_is_none_of_a_table(paragraphs: list[str]) -> None:
    assert below(*paragraphs) == []


def test_a_table_has_six_paragraphs_above_it_and_none_of_great_length() -> None:
    kept = [str(at) for at in range(2, 7)] + ["长" * 200]
    body = "".join(map(paragraph, ["0", "1", *kept, "长" * 201])) + word_table(["甲", ""])
    assert texts(docx(body)) == [[*((row, 0, text) for row, text in enumerate(kept)), (6, 0, "甲")]]


def test_tables_are_named_by_their_number_in_the_document() -> None:
    assert [sheet.name for sheet in sheets(docx(word_table(["甲"]) + word_table(["乙"])))] == ["#1", "#2"]


@pytest.mark.parametrize(
    ("properties", "saved_by"),
    [
        ("<dc:creator>甲</dc:creator><cp:lastModifiedBy>countyplan 1.0</cp:lastModifiedBy><cp:version>2</cp:version>",
         "countyplan 1.0"),
        (f"<cp:lastModifiedBy>{'甲' * 201}</cp:lastModifiedBy>", "甲" * 200),
        ("<dc:creator>countyplan 1.0</dc:creator>", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_who_saved_a_document_last(properties: str | None, saved_by: str) -> None:
    body = f'<w:document xmlns:w="{WORD}"><w:body>{word_table(["甲"])}</w:body></w:document>'
    core = f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="urn:dc">{properties}</cp:coreProperties>'
    parts = {"word/document.xml": body} | ({"docProps/core.xml": core} if properties else {})
    found = outcome(packed(parts))
    assert isinstance(found, Opened)
    assert found.saved_by == saved_by


def test_merged_cells_in_both_directions() -> None:
    rows = (
        ["<w:tcPr/>" + paragraph("甲"), spanning("乙", 2)],
        [downwards("丙", begins=True), "1", "2"],
        [downwards(""), "3", "4"],
        [downwards("丁", begins=True), "5", "6"],
    )
    [sheet] = sheets(docx(word_table(*rows)))
    assert sheet.merged == [(0, 0, 1, 2), (1, 2, 0, 0)]
    assert [(cell.row, cell.column, cell.text) for cell in sheet.cells] == [
        (0, 0, "甲"), (0, 1, "乙"), (1, 0, "丙"), (1, 1, "1"), (1, 2, "2"), (2, 1, "3"), (2, 2, "4"),
        (3, 0, "丁"), (3, 1, "5"), (3, 2, "6")]  # fmt: skip


@pytest.mark.parametrize("columns", [0, 1])
def test_a_cell_takes_a_column_at_least(columns: int) -> None:
    [sheet] = sheets(docx(word_table([spanning("甲", columns), "乙"])))
    assert (sheet.merged, [(cell.column, cell.text) for cell in sheet.cells]) == ([], [(0, "甲"), (1, "乙")])


def test_a_table_in_a_table_is_one_of_its_own() -> None:
    inner = word_table(["指标", "数值"], ["GDP", "484.4"])
    assert texts(docx(word_table([f"<w:p/>{inner}{paragraph('外')}"]))) == [
        [(0, 0, "指标"), (0, 1, "数值"), (1, 0, "GDP"), (1, 1, "484.4")],
        [(0, 0, "外")],
    ]


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    changed = (
        "<w:p><w:del><w:r><w:t>999</w:t><w:delText>999</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>484.4</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>1</w:t></w:r></w:moveFrom><w:r><w:drawing><w:t>图</w:t></w:drawing></w:r></w:p>"
    )
    changed += "<w:p><w:del><w:r><w:t>9</w:t></w:r><w:r><w:t>8</w:t></w:r></w:del></w:p>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('甲')}</w:tc></w:tr>"
    table = word_table(["GDP", changed]).replace("</w:tbl>", gone + "</w:tbl>")
    assert texts(docx(table)) == [[(0, 0, "GDP"), (0, 1, "484.4")]]
    above = "<w:p><w:del><w:r><w:t>9</w:t></w:r></w:del><w:r><w:t>甲</w:t></w:r></w:p>"
    assert texts(docx(above + word_table(["乙"]))) == [[(0, 0, "甲"), (1, 0, "乙")]]
    # Only a row's own mark strikes it out.
    table = word_table(["甲"]).replace("<w:tr>", "<w:tr><w:trPr><w:moveFrom/></w:trPr>")
    assert texts(docx(table)) == [[(0, 0, "甲")]]


def test_only_texts_are_text() -> None:
    code = "<w:r><w:instrText>REF a</w:instrText></w:r>"
    field = f"<w:p>{code} <w:r><w:t>7</w:t></w:r>{code}</w:p>"
    assert texts(docx(word_table([field]))) == [[(0, 0, "7")]]
    # What stands in a table and in none of its cells is lost, and is no part of what stands behind the table.
    loose = "<w:tbl><w:tr><w:r><w:t>丙</w:t></w:r></w:tr></w:tbl>"
    assert texts(docx(loose + paragraph("甲") + word_table(["乙"]))) == [[], [(0, 0, "甲"), (1, 0, "乙")]]


def test_a_row_may_begin_further_to_the_right_and_a_cell_hold_several_lines() -> None:
    row = "<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>"
    data = docx(f"<w:tbl>{row}{paragraph('c')}</w:tc></w:tr></w:tbl>")
    assert texts(data) == [[(0, 2, "a\nb\nc")]]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (word_table([spanning("甲", 999_999_999), "1"]), "cells"),
        (word_table([spanning("甲", 200_001), "1"]), "cells"),
        (word_table([spanning("甲", 1).replace('"1"', '"-5"')]), "cell"),
        (word_table([spanning("甲", 1).replace('"1"', '"²"')]), "cell"),
        (word_table([spanning("甲", 9_999_999_999)]), "cell"),
        (word_table(["1"]) * 257, "sheets"),
        (word_table(["1"]) + paragraph(f"注：{'x' * 1_100_000}"), "text"),
        (word_table(["x" * 1_100_000]), "text"),
        ("<w:tbl><w:tr><w:tc>" * 200 + "</w:tc></w:tr></w:tbl>" * 200, "read as docx"),
        ("<w:tr><w:tc><w:gridSpan/></w:tc></w:tr><w:vMerge/><w:gridBefore/>", "read as docx"),
        ("<w:tbl><w:tc/><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tbl>", "read as docx"),
        ("<w:tbl>", "markup"),
    ],
)
def test_what_no_word_writes(body: str, why: str) -> None:
    assert refused(docx(body), Limits(text=1)) == why


def test_the_tables_of_a_document_are_submissions(tmp_path: Path) -> None:
    body = paragraph("桐庐县2024年主要指标") + word_table(
        ["指标", "单位", "2023年", "2024年"],
        ["地区生产总值", "亿元", "452.3", "484.4"],
        ["常住人口城镇化率", "%", "71.2", "72.1"],
    )
    submissions = read(tmp_path, "a.docx", docx(body))
    assert figures_of(submissions) == [
        "tonglu gdp 2023 452.3",
        "tonglu gdp 2024 484.4",
        "tonglu urbanisation_rate 2023 71.2",
        "tonglu urbanisation_rate 2024 72.1",
    ]
    assert submissions.diagnostics == ()
    assert submissions.figures[0].place.cell == "#1!C3"


@pytest.mark.parametrize(
    "notes", [["注：1.由统计局提供。", "2.2024年为预计数。"], [f"注：{'由统计局提供，' * 40}。2024年为预计数。"]]
)
def test_what_notes_below_a_table_say_of_its_figures_is_told(notes: list[str], tmp_path: Path) -> None:
    rows = word_table(["指标", "单位", "2024年"], ["地区生产总值", "亿元", "484.4"])
    body = paragraph("桐庐县主要指标") + rows + "".join(map(paragraph, notes))
    assert told(read(tmp_path, "a.docx", docx(body))) == [(Code.QUALIFIED, None, None)]
