"""What a figure rests on, and which of a series stands for a date; every number is invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from countyplan.diagnostics import Code, Diagnostic, Place, in_order
from countyplan.figures import Derived, Origin, Series
from countyplan.submission.plain.lines import Lines
from tests.figures.reported import figure, period, reported

FIRST, LAST = reported("70.0", "2023"), reported("75", "2024", line=2)


def made(origin: Origin) -> Derived:
    return Derived(Decimal("145.0"), Decimal("0.55"), period("2024"), (FIRST, LAST), origin, estimate=True)


OF_SEVERAL_YEARS = frozenset({Origin.YEARS_ADDED, Origin.AVERAGED})


@pytest.mark.parametrize("origin", [one for one in Origin if one not in OF_SEVERAL_YEARS])
def test_the_first_report_speaks_for_a_figure(origin: Origin) -> None:
    one = made(origin)
    assert one.report is FIRST
    assert one.of_its_period is one


def test_of_years_that_were_added_the_last_speaks_for_its_own_year() -> None:
    assert made(Origin.AVERAGED).report is LAST
    assert made(Origin.AVERAGED).of_its_period == made(Origin.AVERAGED)
    one = made(Origin.YEARS_ADDED)
    assert one.report is LAST
    own = Derived(Decimal(75), Decimal("0.5"), period("2024"), (LAST,), Origin.YEARS_ADDED, estimate=True)
    assert one.of_its_period == own


@pytest.mark.parametrize("order", [(False, True), (True, False)])
def test_at_a_years_end_the_whole_year_stands_before_its_last_quarter(order: tuple[bool, bool]) -> None:
    here = [replace(figure("470" if whole else "120"), partial=not whole) for whole in order]
    at_end = Series(tuple(here)).at(period("2024").end)
    assert at_end is not None
    assert at_end.value == 470
    alone = replace(figure("120"), partial=True)
    assert Series((alone,)).at(period("2024").end) is alone
    assert Series((alone,)).at(period("2023").end) is None


def test_figures_of_one_table_are_told_apart_by_their_lines_without_a_place_looked_up() -> None:
    class Unasked:
        file = "a.csv"

        def place(self, number: int) -> Place:
            raise AssertionError(number)

        def line_of(self, number: int) -> int:
            return number

    first = replace(reported("5"), at=Unasked(), line=2)
    assert first == replace(first, value=first.value)
    assert first != replace(first, line=3)
    assert first != replace(first, value=first.value + 1)


def test_a_place_is_compared_where_figures_know_it_in_different_ways() -> None:
    lines = Lines("area,value\nx,5\nx,5\n", "a.csv", 1)
    of_lines = replace(reported("5"), at=lines, line=2)
    assert of_lines == replace(of_lines, at=lines.place(2), line=0)
    assert of_lines != replace(of_lines, at=lines.place(3), line=0)


def test_a_finding_in_a_figure_stands_where_it_does_and_is_about_it() -> None:
    lines = Lines("area,value\nx,5\ny,5\n", "a.csv", 1)
    one, other = (replace(reported("5"), at=lines, line=line) for line in (2, 3))
    found = Diagnostic(Code.PART_OF_A_YEAR, other, {"period": "2024"})
    assert (found.place, found.subject) == (lines.place(3), other.subject)
    assert found == Diagnostic(Code.PART_OF_A_YEAR, lines.place(3), {"period": "2024"}, other.subject)
    assert found != Diagnostic(Code.PART_OF_A_YEAR, one, {"period": "2024"})
    moved = found.moved(lines.place(2))
    assert (moved.place, moved.subject) == (lines.place(2), other.subject)


def test_findings_in_figures_stand_in_order_among_those_at_places() -> None:
    lines = Lines("area,value\nx,5\ny,5\n", "a.csv", 1)
    second, third = (replace(reported("5"), at=lines, line=line) for line in (2, 3))
    before = Diagnostic(Code.NO_GOAL_FOR_AREA, Place("a.csv", 3, 1))
    after = Diagnostic(Code.NO_GOAL_FOR_AREA, Place("a.csv", 3, 9))
    late, early = (Diagnostic(Code.PART_OF_A_YEAR, one) for one in (third, second))
    jump = Diagnostic(Code.JUMP, third)
    assert in_order([after, late, jump, early, before, late]) == (
        early,
        before,
        *sorted([late, jump], key=_code),
        after,
    )


def _code(one: Diagnostic) -> Code:
    return one.code
