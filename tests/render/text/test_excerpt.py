from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from countyplan.diagnostics import Code, Diagnostic, Place, visible
from countyplan.language import Language, Texts
from countyplan.render.text.excerpt import excerpt_lines
from countyplan.render.text.findings import print_problems
from countyplan.render.text.screen import PlainScreen
from countyplan.report.words.problem import Problem

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Mn", "Me", "Cs")), min_size=1, max_size=120)


def problem(line: str | None, column: int | None = 1, length: int = 1, cell: str | None = None) -> Problem:
    number = None if cell else 4
    place = Place("bad.yaml", number, column, cell, excerpt=line, length=length)
    return Problem(Diagnostic(Code.NOT_A_NUMBER, place, {"text": "470,2"}), Texts(Language.ZH))


def test_the_place_is_marked_below_the_line() -> None:
    assert excerpt_lines(problem("  GDP: 470,2", 8, 5), 80) == [
        "  4 |   GDP: 470,2",
        "    |        ^^^^^",
    ]


def test_full_width_characters_are_measured_in_cells() -> None:
    assert excerpt_lines(problem("地区：４７０,2 亿", 4, 5), 80) == [
        "  4 | 地区：４７０,2 亿",
        "    |       ^^^^^^^^",
    ]


def test_what_a_terminal_obeys_is_written_out_and_shifts_no_mark() -> None:
    assert excerpt_lines(problem("a\t\x1b[2Jb", 7, 1), 80) == [
        r"  4 | a\t\x1b[2Jb",
        r"    |           ^",
    ]


@pytest.mark.parametrize("width", [24, 40, 80])
def test_a_long_line_is_cut_around_its_place(width: int) -> None:
    line = "左" * 90 + "HERE" + "右" * 90
    shown, mark = excerpt_lines(problem(line, 91, 4), width)
    assert shown.startswith("  4 | …左")
    assert shown.endswith("右…")
    assert "左HERE右" in shown
    assert cell_len(shown) in {width, width - 1, width - 2}
    assert cell_len(shown[: shown.index("HERE")]) == mark.index("^")


def test_a_long_line_is_cut_only_where_it_is_long() -> None:
    first, _ = excerpt_lines(problem("HERE" + "x" * 100, 1, 4), 40)
    last, _ = excerpt_lines(problem("x" * 100 + "HERE", 101, 4), 40)
    assert first == "  4 | HERE" + "x" * 29 + "…"
    assert last == "  4 | …" + "x" * 29 + "HERE"


def test_a_place_that_is_itself_too_long_is_shown_from_its_beginning() -> None:
    assert excerpt_lines(problem("v: " + "9" * 100, 4, 100), 20) == ["  4 | " + "9" * 13 + "…", "    | " + "^" * 14]


def test_a_place_behind_the_end_of_its_line_is_marked_there() -> None:
    assert excerpt_lines(problem("GDP:", 5), 80) == ["  4 | GDP:", "    |     ^"]


@pytest.mark.parametrize("line", [None, "", "  \t "])
def test_nothing_is_drawn_where_there_is_nothing_to_see(line: str | None) -> None:
    assert excerpt_lines(problem(line), 80) == []


def test_the_row_of_a_sheet_is_shown_without_a_mark() -> None:
    assert excerpt_lines(problem("桐庐县 | 2024 | 470,2", None, cell="Sheet1!D4"), 80) == ["   | 桐庐县 | 2024 | 470,2"]
    assert excerpt_lines(problem(None, None, cell="Sheet1!D4"), 80) == []


@example("00\x1f\ud7b0", 4, 1, 12)
@given(TEXT, st.integers(1, 120), st.integers(1, 40), st.integers(12, 100))
def test_lines_keep_the_width_and_the_mark_stands_below_its_place(
    line: str, column: int, length: int, width: int
) -> None:
    column = min(column, len(line))
    lines = excerpt_lines(problem(line, column, length), width)
    if not line.strip():
        assert lines == []
        return
    shown, mark = lines
    assert all(cell_len(one) <= width for one in lines)
    wanted = visible(line[column - 1 : column - 1 + length])
    room = width - len("  4 | ")
    told = wanted if cell_len(wanted) <= room else wanted[: room // 4]
    assert told in {shown[at : at + len(told)] for at in range(len(shown)) if cell_len(shown[:at]) == mark.index("^")}


def test_the_line_stands_between_the_finding_and_what_to_do() -> None:
    out = io.StringIO()
    one = problem("GDP: 470,2", 6, 5)
    print_problems([one], PlainScreen(out, 80))
    assert out.getvalue().splitlines() == [
        f"bad.yaml:4:6: error CP105 {one.message}",
        "  4 | GDP: 470,2",
        "    |      ^^^^^",
        f"    {one.hint}",
    ]
    assert "470,2" in one.message
    assert "—" in one.hint
