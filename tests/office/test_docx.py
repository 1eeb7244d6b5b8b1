from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.limits import Limits
from tests.office.made import docx, paragraph, refused, sheets, texts, word_table
from tests.submission.messy import figures_of
from tests.submission.reading import read


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
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('甲')}</w:tc></w:tr>"
    table = word_table(["GDP", changed]).replace("</w:tbl>", gone + "</w:tbl>")
    assert texts(docx(table)) == [[(0, 0, "GDP"), (0, 1, "484.4")]]


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
        (word_table(["1"]) * 257, "sheets"),
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
