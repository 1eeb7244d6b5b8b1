from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.diagnostics.fingerprint import fingerprint

PLACE = Place("a.yaml", 4, 3, excerpt="  协作资金: 三亿", length=4)
ONE = Diagnostic(Code.NOT_A_NUMBER, PLACE, {"text": "三亿"})


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    assert fingerprint(ONE) == "5d60228f5fbf2981252d87dd483833b4"


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_it_does_not_know_where_in_the_file_the_line_stands(line: int, column: int) -> None:
    assert fingerprint(replace(ONE, at=replace(PLACE, line=line, column=column))) == fingerprint(ONE)


def test_nor_how_deep_the_line_is_indented() -> None:
    assert fingerprint(replace(ONE, at=replace(PLACE, excerpt="协作资金: 三亿 "))) == fingerprint(ONE)


@pytest.mark.parametrize("name", ["line", "first", "place", "parts"])
def test_nor_where_something_else_stands_that_it_speaks_of(name: str) -> None:
    here, there = (replace(ONE, words={"text": "三亿", name: at}) for at in ("4", "5"))
    assert fingerprint(here) == fingerprint(there)


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, code=Code.UNKNOWN_UNIT),
        replace(ONE, words={"text": "四亿"}),
        replace(ONE, words={"near": "三亿"}),
        replace(ONE, at=replace(PLACE, file="b.yaml")),
        replace(ONE, at=replace(PLACE, excerpt="  财政资金: 三亿")),
        replace(ONE, at=Place("a.yaml", cell="一!C7", excerpt="  协作资金: 三亿")),
    ],
)
def test_another_finding_has_another(other: Diagnostic) -> None:
    assert fingerprint(other) != fingerprint(ONE)


def test_a_cell_goes_by_its_sheet_and_row_and_not_by_its_name() -> None:
    here, moved, elsewhere = (
        replace(ONE, at=Place("a.xlsx", cell=cell, excerpt="协作资金 | 三亿")) for cell in ("一!C7", "一!C9", "二!C7")
    )
    assert fingerprint(here) == fingerprint(moved) != fingerprint(elsewhere)


def test_any_text_has_one() -> None:
    assert len(fingerprint(replace(ONE, at=replace(PLACE, file="\udcff\x00", excerpt=None)))) == 32
