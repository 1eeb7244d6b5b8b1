"""Changes worked out from reported levels: from year to year, or since a base year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from countyplan.diagnostics import Code
from countyplan.figures import Derived, Origin, Series
from countyplan.figures.derived.change import Change, with_changes
from countyplan.plan import Kind
from countyplan.quantity import Period, find_unit
from tests.assess.case_plan import period, reported

BASE = Period.of_year(2020)


def series(values: dict[int, str], half_digit: str = "0") -> Series:
    return Series.of(
        [
            Derived(Decimal(value), Decimal(half_digit), Period.of_year(year), (reported(str(year), value),))
            for year, value in values.items()
        ]
    )


def change(kind: Kind, unit: str = "%", level: str = "亿元", base_value: str | None = None) -> Change:
    own, of_level = find_unit(unit), find_unit(level)
    assert own is not None
    assert of_level is not None
    told = None if base_value is None else Decimal(base_value)
    return Change(kind=kind, unit=own, level_unit=of_level, base=BASE, base_value=told)


LEVELS = {2020: "250", 2021: "260", 2022: "247", 2024: "230"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        # 260/250-1, 247/260-1; 2023 lacks, so nothing is known of 2024.
        (change(Kind.GROWTH_RATE), {2021: "4", 2022: "-5"}),
        # Against 250 in 2020 every time.
        (change(Kind.GROWTH), {2021: "4", 2022: "-1.2", 2024: "-8"}),
        (change(Kind.REDUCTION), {2021: "-4", 2022: "1.2", 2024: "8"}),
        (change(Kind.REDUCTION, "‰"), {2021: "-40", 2022: "12", 2024: "80"}),
        # In an amount: 250-230 亿元, told in 万元.
        (change(Kind.REDUCTION, "万元"), {2021: "-100000", 2022: "30000", 2024: "200000"}),
    ],
)
def test_a_change_is_set_against_the_year_before_or_the_base_year(asked: Change, expected: dict[int, str]) -> None:
    changed, found = with_changes(Series(), series(LEVELS), asked)
    assert {one.period.year: one.value for one in changed.figures} == {
        year: Decimal(value) for year, value in expected.items()
    }
    assert {one.origin for one in changed.figures} == {Origin.CHANGE}
    assert found == []


def test_the_plan_may_tell_the_base_years_value_and_a_reported_one_counts_before_it() -> None:
    later = {year: value for year, value in LEVELS.items() if year > 2020}
    asked = change(Kind.REDUCTION, base_value="230")
    told, _ = with_changes(Series(), series(later), asked)
    known, _ = with_changes(Series(), series(LEVELS), asked)
    assert [one.value for one in told.figures if one.period.year == 2024] == [0]
    assert [one.value for one in known.figures if one.period.year == 2024] == [8]


def test_without_the_base_year_nothing_is_worked_out() -> None:
    later = series({2022: "247", 2024: "230"})
    assert with_changes(Series(), later, change(Kind.REDUCTION)) == (Series(), [])


def test_a_reported_change_gives_way_to_the_less_rounded_one_or_neither_is_used() -> None:
    rounded, _ = with_changes(series({2022: "1"}, "0.5"), series(LEVELS), change(Kind.REDUCTION))
    assert [one.value for one in rounded.figures if one.period.year == 2022] == [Decimal("1.2")]
    apart, found = with_changes(series({2022: "2"}, "0.5"), series(LEVELS), change(Kind.REDUCTION))
    assert [one for one in apart.figures if one.period.year == 2022] == []
    assert [one.code for one in found] == [Code.CHANGE_DISAGREES]


def test_its_last_digit_is_what_those_of_both_levels_leave_open() -> None:
    # (250.5-229.5)/250.5 = 8.383 at most, (249.5-230.5)/249.5 = 7.615 at least.
    changed, _ = with_changes(Series(), series(LEVELS, "0.5"), change(Kind.REDUCTION))
    last = changed.figures[-1]
    assert round(last.half_digit, 3) == Decimal("0.385")


@pytest.mark.parametrize("kind", [Kind.LEVEL, Kind.BAND])
def test_no_other_kind_is_a_change(kind: Kind) -> None:
    with pytest.raises(ValueError, match=kind.value):
        with_changes(Series(), series(LEVELS), change(kind))


def worked_out(changed: Series) -> dict[int, Decimal]:
    return {one.period.year: one.value for one in changed.whole}


@pytest.mark.parametrize("kind", [Kind.GROWTH_RATE, Kind.REDUCTION])
@pytest.mark.parametrize(
    ("before", "half_digit", "known"),
    # One that may be nothing, or that is of a part of the year, divides nothing.
    [("0.5", "0.5", False), ("0", "0", False), ("-1", "0", False), ("0.6", "0.5", True)],
)
def test_what_may_be_nothing_divides_nothing(kind: Kind, before: str, half_digit: str, known: bool) -> None:
    changed, _ = with_changes(Series(), series({2020: before, 2021: "1"}, half_digit), change(kind))
    assert (2021 in worked_out(changed)) is known


@pytest.mark.parametrize("kind", [Kind.GROWTH_RATE, Kind.REDUCTION])
@pytest.mark.parametrize("at", [0, 1])
def test_a_level_of_a_part_of_a_year_is_neither_of_the_two(kind: Kind, at: int) -> None:
    years = list(series({2020: "250", 2021: "260"}).figures)
    years[at] = replace(years[at], partial=True)
    assert with_changes(Series(), Series.of(years), change(kind)) == (Series(), [])


@pytest.mark.parametrize("at", [0, 1])
def test_a_change_with_a_foreseen_level_is_foreseen(at: int) -> None:
    years = list(series({2020: "250", 2021: "260"}).figures)
    years[at] = replace(years[at], estimate=True)
    changed, _ = with_changes(Series(), Series.of(years), change(Kind.GROWTH_RATE))
    assert [one.estimate for one in changed.figures] == [True]


def test_nothing_has_changed_since_the_base_year_in_it_nor_before() -> None:
    changed, _ = with_changes(Series(), series({2019: "240", **LEVELS}), change(Kind.GROWTH))
    assert sorted(worked_out(changed)) == [2021, 2022, 2024]


@pytest.mark.parametrize(("half_digit", "agree"), [("0.2", True), ("0.19", False)])
def test_a_reported_change_as_far_apart_as_its_last_digit_still_agrees(half_digit: str, agree: bool) -> None:
    changed, found = with_changes(series({2022: "1"}, half_digit), series(LEVELS), change(Kind.REDUCTION))
    assert worked_out(changed).get(2022) == (Decimal("1.2") if agree else None)  # 1.2 - 1 = 0.2
    assert (found == []) is agree


def test_the_last_digits_of_the_levels_count_for_agreeing_too() -> None:
    # (250.5-246.5)/250.5 = 1.597, 0.397 from 1.2; 1 lies 0.2 from it, more than its own 0.1.
    changed, found = with_changes(series({2022: "1"}, "0.1"), series(LEVELS, "0.5"), change(Kind.REDUCTION))
    assert (worked_out(changed)[2022], found) == (Decimal("1.2"), [])


def test_what_is_reported_where_no_level_is_stays() -> None:
    quarter = replace(series({2025: "3"}).figures[0], period=period("2025-Q2"), partial=True)
    stated = Series.of([*series({2023: "5"}).figures, quarter])
    changed, _ = with_changes(stated, series(LEVELS), change(Kind.GROWTH_RATE))
    assert worked_out(changed) == {2021: Decimal(4), 2022: Decimal(-5), 2023: Decimal(5)}
    assert quarter in changed.figures


def test_a_change_worked_out_takes_the_place_of_decembers_own() -> None:
    december = replace(series({2021: "3"}).figures[0], period=period("2021-12"), partial=True)
    changed, _ = with_changes(Series.of([december]), series(LEVELS), change(Kind.GROWTH_RATE))
    assert [one.value for one in changed.figures] == [Decimal(4), Decimal(-5)]


@pytest.mark.parametrize(
    ("kind", "levels", "half_digit", "told", "expected"),
    [
        # What the plan says of the base year is exact: (250-229.5)/250 = 8.2, 0.2 from 8.
        (Kind.REDUCTION, {2024: "230"}, "0.5", "250", "0.20"),
        # Of a loss the farther end is the larger one: -11/99-1 = -111.11 %, 1.11 from -110; -9/101-1 = -108.91, 1.09.
        (Kind.GROWTH, {2024: "-10", 2020: "100"}, "1", None, "1.11"),
    ],
)
def test_its_last_digit_reaches_to_the_farther_end(
    kind: Kind, levels: dict[int, str], half_digit: str, told: str | None, expected: str
) -> None:
    changed, _ = with_changes(Series(), series(levels, half_digit), change(kind, base_value=told))
    assert round(changed.figures[-1].half_digit, 2) == Decimal(expected)
