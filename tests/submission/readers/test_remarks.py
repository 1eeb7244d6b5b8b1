"""Notes on cells, lines through cells and formats that hide, by what becomes of the figures; all figures are made up."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.submission.reading import read, values

LONG = (
    ("县（市）", "报告期", "指标", "数值", "单位"),
    ("桐庐县", 2024, "地区生产总值", 484.4, "亿元"),
    ("桐庐县", 2024, "常住人口城镇化率", 72.1, "%"),
)
WIDE = (
    ("桐庐县主要指标", None, None, None),
    ("指标", "单位", "2024年", "2025年"),
    ("地区生产总值", "亿元", 484.4, None),
    ("常住人口城镇化率", "%", 72.1, None),
)
COUNTIES = (
    ("2024年主要指标", None, None),
    ("指标", "桐庐县", "建德市"),
    ("地区生产总值（亿元）", 484.4, 440),
    ("常住人口城镇化率（%）", 72.1, 60),
)
GDP, URBAN = {"gdp": "484.4"}, {"urbanisation_rate": "72.1"}
Rows = tuple[tuple[str | int | float | None, ...], ...]
Edit = Callable[[Cell], None]


def book(rows: Rows, **edits: Edit) -> bytes:
    workbook = openpyxl.Workbook()
    [sheet] = workbook.worksheets
    for row in rows:
        sheet.append(row)
    for at, edit in edits.items():
        edit(sheet[at])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def note(text: str) -> Edit:
    def put(cell: Cell) -> None:
        cell.comment = Comment(text, "张三")

    return put


def struck(cell: Cell) -> None:
    cell.font = Font(strike=True)


def came_of(tmp_path: Path, rows: Rows, **edits: Edit) -> tuple[dict[str, str], list[str]]:
    """The values that are used, and the codes of what is told besides that there are notes."""
    found = read(tmp_path, "a.xlsx", book(rows, **edits))
    return values(found), [one.code.value for one in found.diagnostics if one.code.value != "CP150"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("计划数", "CP146"),
        ("张三:\n为计划数", "CP146"),
        ("此为年度计划数", "CP146"),
        ("计划数，实绩待定", "CP146"),
        ("Target", "CP146"),
        ("2025年计划", "CP139"),
        ("增速", "CP139"),
        ("不含开发区", "CP122"),
        ("仅城关镇", "CP122"),
        ("excluding the development zone", "CP122"),
        ("淳安县", "CP122"),
        ("1-9月", "CP122"),
        ("截至2024年9月底", "CP122"),
        ("上年数", "CP122"),
        ("单位：万元", "CP118"),
        ("按可比价格计算", "CP143"),
    ],
)
def test_a_note_on_a_figure_holds_for_it_as_one_beside_it_does(tmp_path: Path, text: str, code: str) -> None:
    for rows, at in ((LONG, "D2"), (WIDE, "C3")):
        assert came_of(tmp_path, rows, **{at: note(text)}) == (URBAN, [code])


@pytest.mark.parametrize("text", ["预计", "预计数", "forecast"])
def test_a_note_that_a_figure_is_foreseen_marks_it(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, "a.xlsx", book(LONG, D2=note(text)))
    assert [one.estimate for one in found.figures] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        *("目标600亿元", "年度目标：500", "计划600，完成484.4", "规划目标见附件", "不要填计划数", "预计2025年达到520"),
        *(
            "较上年增长5.6%",
            "2023年为470",
            "2024年全年数",
            "全县数",
            "桐庐县",
            "单位：亿元",
            "含开发区",
            "不含税",
            "现价",
        ),
        *("张三:\n请核对", "取自统计公报", "增速按可比价计算", "此处填写全年完成数"),
    ],
)
def test_a_note_that_says_nothing_against_a_figure_leaves_it(tmp_path: Path, text: str) -> None:
    for rows, at in ((LONG, "D2"), (LONG, "D1"), (WIDE, "C3"), (WIDE, "C2"), (WIDE, "A1")):
        assert came_of(tmp_path, rows, **{at: note(text)}) == (GDP | URBAN, [])


@pytest.mark.parametrize(
    ("text", "code"), [("计划数", "CP146"), ("不含开发区", "CP122"), ("1-9月", "CP122"), ("以上均为目标", "CP146")]
)
def test_a_note_on_a_header_or_a_title_holds_for_what_stands_below(tmp_path: Path, text: str, code: str) -> None:
    for rows, at in ((LONG, "D1"), (LONG, "C1"), (WIDE, "C2"), (WIDE, "A1")):
        assert came_of(tmp_path, rows, **{at: note(text)}) == ({}, [code, code])
    assert came_of(tmp_path, WIDE, A3=note(text)) == (URBAN, [code])


def test_a_note_reaches_no_figure_of_another_column_or_row(tmp_path: Path) -> None:
    assert came_of(tmp_path, WIDE, D2=note("计划数"), D3=note("计划数"), B4=note("单位：%")) == (GDP | URBAN, [])
    found = read(tmp_path, "a.xlsx", book(COUNTIES, C2=note("不含开发区"), B4=note("计划数")))
    assert [(one.area, str(one.value)) for one in found.figures] == [("tonglu", "484.4")]


def test_a_unit_that_is_noted_for_all_is_none_of_what_is_counted_otherwise(tmp_path: Path) -> None:
    for at in ("C2", "A1"):
        assert came_of(tmp_path, WIDE, **{at: note("单位：万元")}) == (URBAN, ["CP118"])


def test_notes_are_told_with_their_cells(tmp_path: Path) -> None:
    found = read(tmp_path, "a.xlsx", book(LONG, D3=note("张三:\n请核对"), H9=note("x" * 50)))
    [told] = found.diagnostics
    assert (told.code.value, told.place.cell) == ("CP150", "Sheet!D3")
    assert told.words == {"count": "2", "text": f"D3 “张三: 请核对”; H9 “{'x' * 40}…”"}


def test_what_is_struck_through_is_not_used(tmp_path: Path) -> None:
    for rows, at in ((LONG, "D2"), (LONG, "C2"), (WIDE, "C3"), (WIDE, "A3")):
        assert came_of(tmp_path, rows, **{at: struck}) == (URBAN, ["CP151"])
    # A title of before, an empty cell and another year's are no figure's.
    for at in ("A1", "D3", "D2"):
        assert came_of(tmp_path, WIDE, **{at: struck}) == (GDP | URBAN, [])


def test_a_figure_that_its_format_hides_is_told_and_used(tmp_path: Path) -> None:
    def hide(cell: Cell) -> None:
        cell.number_format = ";;;"

    assert came_of(tmp_path, LONG, D2=hide, B2=hide) == (GDP | URBAN, ["CP132"])


@pytest.mark.parametrize("shown", ['0.0"*"', '0.0"①"', '0.0"※"'])
def test_a_mark_that_a_format_shows_is_a_footnotes(tmp_path: Path, shown: str) -> None:
    def mark(cell: Cell) -> None:
        cell.number_format = shown

    sign = shown.split('"')[1]
    rows = (*LONG, (f"{sign}为计划数", None, None, None, None))
    assert came_of(tmp_path, rows, D2=mark) == (URBAN, ["CP146"])
    assert came_of(tmp_path, LONG, D2=mark) == (URBAN, ["CP105"])
