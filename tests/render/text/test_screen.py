"""A line in parts, each with its style."""

from __future__ import annotations

import io

from countyplan.render.text.screen import Line, PlainScreen


def test_a_part_of_a_line_keeps_its_styles() -> None:
    line = Line(("abc", "bold"), ("def", ""), ("ghi", "dim"))
    assert [part for part in line.between(2, 7).parts if part[0]] == [("c", "bold"), ("def", ""), ("g", "dim")]
    assert line.between(0, 9).plain == line.plain == "abcdefghi"
    assert (line.style, Line().style) == ("bold", "")


def test_blanks_at_the_end_go_from_every_part() -> None:
    line = Line(("a ", "bold"), ("  ", ""), (" ", "dim"))
    line.rstrip()
    assert line.parts == [("a", "bold")]
    empty = Line(("  ", ""))
    empty.rstrip()
    assert empty.plain == ""


def test_an_empty_line_is_printed_as_one() -> None:
    out = io.StringIO()
    PlainScreen(out, 20).print()
    assert out.getvalue() == "\n"
