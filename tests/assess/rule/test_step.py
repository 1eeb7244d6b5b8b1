"""The step from here where no worked case reaches."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess.rule.course import Course
from countyplan.assess.rule.step import Step, step_from
from countyplan.plan import Comparator, Kind
from tests.assess.case_plan import Ask, target_of

START, NOW, DUE = 2022 * 12 + 12, 2024 * 12 + 12, 2027 * 12 + 12


def ask(kind: Kind, goal: str, comparator: Comparator = Comparator.AT_LEAST, high: str | None = None) -> Ask:
    limit = None if high is None else Decimal(high)
    return Ask(kind=kind, comparator=comparator, goal=Decimal(goal), unit="%", high=limit)


def step(wanted: Ask, value: str, baseline: str | None, now: int = NOW) -> Step:
    course = None if baseline is None else Course(Decimal(value), Decimal(baseline), START, now, DUE)
    seen = step_from(target_of(wanted), Decimal(value), now, course)
    assert seen is not None
    return seen


def rate_only(goal: str, amount: str) -> Step:
    return Step(goal=Decimal(goal), amount=Decimal(amount), years_left=Decimal(3), per_year=Decimal(1), is_rate=True)


@pytest.mark.parametrize("now", [DUE, DUE + 1])
def test_no_step_when_no_time_is_left(now: int) -> None:
    assert step_from(target_of(ask(Kind.RATIO, "95")), Decimal(90), now, None) is None


def test_no_step_where_nothing_lacks_on_a_strict_goal() -> None:
    strict = target_of(ask(Kind.CUMULATIVE, "150", Comparator.MORE_THAN))
    assert step_from(strict, Decimal(150), NOW, None) is None


def test_one_month_is_still_time() -> None:
    seen = step(ask(Kind.RATIO, "95"), "94", None, DUE - 1)
    assert (seen.amount, seen.per_year) == (Decimal(1), None)
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
    assert without == rate_only("800", "700")


@pytest.mark.parametrize("baseline", ["0", "-4"])
def test_growth_from_a_baseline_without_a_rate(baseline: str) -> None:
    assert step(ask(Kind.LEVEL, "800"), "100", baseline) == rate_only("800", "700")


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
    way = Decimal(goal) - Decimal(value)
    assert seen == Step(goal=Decimal(goal), amount=way, years_left=Decimal(3), per_year=Decimal(per_year))


def test_a_count_has_an_amount_and_no_pace_so_far() -> None:
    amount = Step(goal=Decimal(9), amount=Decimal(6), years_left=Decimal(3), per_year=Decimal(2))
    assert step(ask(Kind.COUNT, "9"), "3", None) == amount


@pytest.mark.parametrize(
    ("comparator", "goal", "value", "amount", "per_year"),
    [
        (Comparator.AT_LEAST, "10", "2.5", 8, None),
        (Comparator.AT_LEAST, "10", "4", 6, 2),
        (Comparator.MORE_THAN, "10", "10", 1, None),
        (Comparator.MORE_THAN, "10", "7", 4, None),
        (Comparator.MORE_THAN, "10", "9.5", 1, None),
        (Comparator.AT_MOST, "10", "12", -2, None),
        (Comparator.LESS_THAN, "10", "10", -1, None),
    ],
)
def test_of_what_is_counted_a_step_is_a_whole_number(
    comparator: Comparator, goal: str, value: str, amount: int, per_year: int | None
) -> None:
    counted = Ask(kind=Kind.COUNT, comparator=comparator, goal=Decimal(goal), unit="个")
    seen = step(counted, value, None)
    assert seen.amount == amount
    assert seen.per_year == per_year


@pytest.mark.parametrize(("now", "per_year"), [(DUE - 12, Decimal(1)), (DUE - 11, None)])
def test_with_less_than_a_year_left_the_whole_amount_is_told(now: int, per_year: Decimal | None) -> None:
    grows = step(ask(Kind.LEVEL, "800"), "400", None, now)
    assert (grows.amount, grows.per_year, grows.is_rate) == (Decimal(400), per_year, True)


def test_about_so_much_is_stepped_to_where_it_begins_to_be_met() -> None:
    about = Ask(
        kind=Kind.CUMULATIVE, comparator=Comparator.ABOUT, goal=Decimal(30), unit="个", tolerance=Decimal("0.1")
    )
    seen = step(about, "9", "0")
    assert (seen.goal, seen.amount, seen.per_year) == (Decimal(27), Decimal(18), Decimal(6))


def test_on_the_path_exactly_a_step_is_as_much_as_so_far() -> None:
    assert step(ask(Kind.CUMULATIVE, "363"), "145.2", "0").times == 1
    on_path = Decimal(420) * (Decimal(600) / 420) ** (Decimal(2) / 5)
    times = step(ask(Kind.LEVEL, "600"), str(on_path), "420").times
    assert times == pytest.approx(Decimal(1), rel=Decimal("1e-100"))


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


def test_the_years_that_remain_average_something_only_where_some_do_and_those_gone_are_known() -> None:
    target = target_of(ask(Kind.GROWTH_RATE, "6"))
    gone = Course(Decimal(5), Decimal(0), START, DUE - 12, DUE)
    last = step_from(target, Decimal(5), DUE - 12, gone)
    assert last is not None
    assert last.per_year is not None
    assert last.amount == 1
    assert round(last.per_year, 4) == Decimal("0.1010")  # 1.06^5/1.05^4-1 = 1.338226/1.215506-1 = 10.10 %
    assert step_from(target, Decimal(5), DUE, Course(Decimal(5), Decimal(0), START, DUE, DUE)) is None
    assert step_from(target, Decimal(5), NOW, None) is None
    assert step_from(target, Decimal(-100), DUE - 12, gone) is None  # nothing is left to grow


def test_a_level_of_what_is_counted_is_told_to_the_digits_it_has() -> None:
    people = Ask(kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(900), unit="人")
    assert step(people, "450.5", None).amount == Decimal("449.5")
