"""The step from here where no worked case reaches."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess.pace import Course
from countyplan.assess.step import Step, step_from
from countyplan.plan import Comparator, Kind

from .case_plan import Ask, target_of

START, NOW, DUE = 2022 * 12 + 12, 2024 * 12 + 12, 2027 * 12 + 12


def ask(kind: Kind, goal: str, comparator: Comparator = Comparator.AT_LEAST, high: str | None = None) -> Ask:
    limit = None if high is None else Decimal(high)
    return Ask(kind=kind, comparator=comparator, goal=Decimal(goal), unit="%", high=limit)


def step(wanted: Ask, value: str, baseline: str | None, now: int = NOW) -> Step:
    course = None if baseline is None else Course(Decimal(value), Decimal(baseline), START, now, DUE)
    seen = step_from(target_of(wanted), Decimal(value), now, now, course)
    assert seen is not None
    return seen


@pytest.mark.parametrize("now", [DUE, DUE + 1])
def test_no_step_when_no_time_is_left(now: int) -> None:
    assert step_from(target_of(ask(Kind.RATIO, "95")), Decimal(90), now, now, None) is None


def test_no_step_where_nothing_lacks_on_a_strict_goal() -> None:
    strict = target_of(ask(Kind.CUMULATIVE, "150", Comparator.MORE_THAN))
    assert step_from(strict, Decimal(150), NOW, NOW, None) is None


def test_one_month_is_still_time() -> None:
    seen = step(ask(Kind.RATIO, "95"), "94", None, DUE - 1)
    assert seen.per_year == pytest.approx(12)
    assert seen.years_left == pytest.approx(Decimal(1) / 12)


@pytest.mark.parametrize(
    ("baseline", "value", "high", "projection"),
    [
        ("50", "80", "100", "100"),
        ("50", "80", None, "125"),
        ("60", "76", "100", "100"),
        ("90", "86", "100", "80"),
        ("90", "30", "100", "0"),
        ("80", "32", "100", "0"),
    ],
)
def test_projection_stays_within_what_is_possible(baseline: str, value: str, high: str | None, projection: str) -> None:
    seen = step(ask(Kind.RATIO, "95", high=high), value, baseline)
    assert seen.projection == Decimal(projection)


def test_projection_of_growth_stays_within_what_is_possible() -> None:
    seen = step(ask(Kind.LEVEL, "900", high="700"), "400", "100")
    assert (seen.so_far, seen.projection) == (Decimal(1), Decimal(700))


@pytest.mark.parametrize(
    ("baseline", "value", "times"),
    [("60", "70", "2"), ("60", "60", None), ("62", "60", None)],
)
def test_how_often_the_pace_so_far_goes_into_the_need(baseline: str, value: str, times: str | None) -> None:
    seen = step(ask(Kind.RATIO, "100"), value, baseline)
    assert seen.times == (None if times is None else Decimal(times))


def test_what_shrinks_has_a_negative_step() -> None:
    seen = step(ask(Kind.RATIO, "40", Comparator.AT_MOST), "52", "60")
    assert (seen.per_year, seen.so_far, seen.times, seen.projection) == (
        Decimal(-4),
        Decimal(-4),
        Decimal(1),
        Decimal(40),
    )


def test_growth_is_a_rate_with_and_without_a_baseline() -> None:
    with_baseline = step(ask(Kind.LEVEL, "800"), "100", "25")
    assert (with_baseline.per_year, with_baseline.is_rate, with_baseline.so_far) == (Decimal(1), True, Decimal(1))
    assert (with_baseline.times, with_baseline.projection, with_baseline.years_left) == (
        Decimal(1),
        Decimal(800),
        Decimal(3),
    )
    without = step(ask(Kind.LEVEL, "800"), "100", None)
    assert without == Step(Decimal(3), Decimal(1), is_rate=True)


@pytest.mark.parametrize("baseline", ["0", "-4"])
def test_growth_from_a_baseline_without_a_rate(baseline: str) -> None:
    assert step(ask(Kind.LEVEL, "800"), "100", baseline) == Step(Decimal(3), Decimal(1), is_rate=True)


@pytest.mark.parametrize(
    ("goal", "value", "comparator", "per_year"),
    [
        ("600", "0", Comparator.AT_LEAST, "200"),
        ("600", "-3", Comparator.AT_LEAST, "201"),
        ("0", "6", Comparator.AT_MOST, "-2"),
    ],
)
def test_a_level_without_a_rate_has_an_amount(goal: str, value: str, comparator: Comparator, per_year: str) -> None:
    seen = step(ask(Kind.LEVEL, goal, comparator), value, "420")
    assert seen == Step(Decimal(3), Decimal(per_year), is_rate=False)


def test_a_count_has_an_amount_and_no_pace_so_far() -> None:
    assert step(ask(Kind.COUNT, "9"), "3", "1") == Step(Decimal(3), Decimal(2), is_rate=False)


def test_a_range_is_approached_from_the_side_of_the_value() -> None:
    between = Ask(kind=Kind.RATIO, comparator=Comparator.BETWEEN, goal=(Decimal(40), Decimal(50)), unit="%")
    assert step(between, "59", "65").per_year == -3
    assert step(between, "34", "30").per_year == 2


def test_small_levels_grow_by_a_rate_too() -> None:
    seen = step(ask(Kind.LEVEL, "0.8"), "0.1", "0.025")
    assert (seen.per_year, seen.is_rate, seen.so_far, seen.projection) == (
        Decimal(1),
        True,
        Decimal(1),
        Decimal("0.8"),
    )
