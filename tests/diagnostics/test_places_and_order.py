from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code, Diagnostic, Place, Severity, Subject, in_order, visible


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (Place("a.yaml"), "a.yaml"),
        (Place("a.yaml", 4), "a.yaml:4"),
        (Place("a.yaml", 4, 3), "a.yaml:4:3"),
        (Place("a.xlsx", cell="Sheet1!C7"), "a.xlsx!Sheet1!C7"),
        (Place("报送/桐庐.csv", 1, 1), "报送/桐庐.csv:1:1"),
    ],
)
def test_a_place_is_written_as_editors_read_it(place: Place, written: str) -> None:
    assert str(place) == written


def test_places_go_by_file_then_down_then_across() -> None:
    places = [
        Place("a"), Place("a", 1), Place("a", 1, 1), Place("a", 2, 1), Place("a", 2, 30), Place("a", 10, 2),
        Place("b", cell="S!A1"), Place("b", cell="S!B2"),
    ]  # fmt: skip
    cells = [Place("a.xlsx", cell=f"Sheet1!{name}") for name in ("D2", "Z2", "AA2", "A10", "D19")]
    assert sorted({*cells}, key=Place.sort_key) == cells
    for order in (reversed(places), places[::2] + places[1::2]):
        assert sorted(order, key=Place.sort_key) == places


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("桐庐县 470.2 %", "桐庐县 470.2 %"),
        ("\x1b[31m红\x1b[0m", r"\x1b[31m红\x1b[0m"),
        ("一\n二\r\n三\t四", r"一\n二\r\n三\t四"),
        ("\u202e左\u2066右\u2069", r"\u202e左\u2066右\u2069"),
        ("桐\u200b庐\ufeff", r"桐\u200b庐\ufeff"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
        ("\ue000\udcff", r"\ue000\udcff"),
        ("[red]{x}<b>", "[red]{x}<b>"),
        ("", ""),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_written_out(text: str, written: str) -> None:
    assert visible(text) == written


@given(st.text())
def test_visible_text_is_on_one_line_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} for char in shown)


def finding(code: Code, line: int, **words: str) -> Diagnostic:
    return Diagnostic(code, Place("a", line, 1), words)


def test_findings_come_once_by_place_code_and_words() -> None:
    ordered = [
        finding(Code.UNKNOWN_INDICATOR, 1, text="x"), finding(Code.UNKNOWN_INDICATOR, 1, text="y"),
        finding(Code.UNKNOWN_AREA, 1), finding(Code.NO_SUCH_FILE, 2),
    ]  # fmt: skip
    for order in itertools.permutations(ordered):
        assert in_order([*order, order[0]]) == tuple(ordered)
    assert in_order([]) == ()


def test_equal_findings_are_one_and_subjects_tell_them_apart() -> None:
    same = (
        Diagnostic(Code.JUMP, Place("a"), {"a": "1", "b": "2"}),
        Diagnostic(Code.JUMP, Place("a"), {"b": "2", "a": "1"}),
    )
    assert same[0] == same[1]
    assert hash(same[0]) == hash(same[1])
    other = Diagnostic(Code.JUMP, Place("a"), {"a": "1", "b": "2"}, Subject("tonglu", "gdp"))
    assert len({*same, other}) == 2


def test_a_finding_weighs_what_its_code_weighs() -> None:
    assert finding(Code.NOT_A_NUMBER, 1).severity is Severity.ERROR
    assert finding(Code.JUMP, 1).severity is Severity.WARNING
    assert finding(Code.BEFORE_THE_PLAN, 1).severity is Severity.INFO
