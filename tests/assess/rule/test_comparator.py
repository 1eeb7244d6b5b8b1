"""Comparators at their limits, and the numbers that a goal is read by."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess.rule.comparator import (
    aim,
    falling,
    gap,
    lower_tolerance,
    meets,
    rounded_to_goal,
    upper_end,
    upper_tolerance,
)
from countyplan.plan import Comparator, Kind, Target
from tests.assess.case_plan import Ask, target_of

LOW, HIGH = Decimal("1.50"), Decimal("1.70")


def target(comparator: Comparator, goal: str = "1.50") -> Target:
    pair = (LOW, HIGH) if comparator is Comparator.BETWEEN else Decimal(goal)
    tolerance = Decimal("0.1") if comparator is Comparator.ABOUT else None
    return target_of(Ask(kind=Kind.RATIO, comparator=comparator, goal=pair, unit="", tolerance=tolerance))


@pytest.mark.parametrize(
    ("comparator", "below", "at", "above"),
    [
        (Comparator.AT_LEAST, False, True, True),
        (Comparator.MORE_THAN, False, False, True),
        (Comparator.AT_MOST, True, True, False),
        (Comparator.LESS_THAN, True, False, False),
        (Comparator.BETWEEN, False, True, True),
        (Comparator.ABOUT, True, True, True),
    ],
)
def test_each_side_of_the_goal(comparator: Comparator, below: bool, at: bool, above: bool) -> None:
    seen = [meets(target(comparator), Decimal(value)) for value in ("1.49999", "1.5", "1.50001")]
    assert seen == [below, at, above]


@pytest.mark.parametrize(("value", "met"), [("1.69999", True), ("1.7", True), ("1.70001", False)])
def test_upper_end_of_a_range(value: str, met: bool) -> None:
    assert meets(target(Comparator.BETWEEN), Decimal(value)) is met


@pytest.mark.parametrize(("value", "met"), [("1.34999", False), ("1.35", True), ("9", True)])
def test_about_so_much_is_met_from_its_lower_tolerance_up(value: str, met: bool) -> None:
    assert meets(target(Comparator.ABOUT), Decimal(value)) is met


def test_tolerances_are_shares_of_the_goal_and_nothing_without_one() -> None:
    about, plain = target(Comparator.ABOUT), target(Comparator.AT_LEAST)
    assert (lower_tolerance(about), upper_tolerance(about)) == (Decimal("1.35"), Decimal("1.65"))
    assert (lower_tolerance(plain), upper_tolerance(plain)) == (LOW, LOW)


@pytest.mark.parametrize(
    ("goal", "low", "high"),
    [
        ("30", "27", "33"),
        ("30.0", "27.0", "33.0"),
        ("25", "22.5", "27.5"),
        ("1.50", "1.35", "1.65"),
        ("3E+1", "27", "33"),
    ],
)
def test_tolerances_are_told_with_no_digit_that_nobody_wrote(goal: str, low: str, high: str) -> None:
    about = target(Comparator.ABOUT, goal)
    assert (str(lower_tolerance(about)), str(upper_tolerance(about))) == (low, high)


@pytest.mark.parametrize(
    ("goal", "value", "rounded"),
    # The limit is 27, 22.5 or 2.7: a half goes to the even digit.
    [
        ("30", "26.5", "26"),
        ("30", "26.51", "27"),
        ("25", "22.45", "22.4"),
        ("25", "22.46", "22.5"),
        ("3", "2.65", "2.6"),
    ],
)
def test_about_so_much_is_rounded_to_the_digits_of_where_it_begins_to_be_met(
    goal: str, value: str, rounded: str
) -> None:
    assert str(rounded_to_goal(target(Comparator.ABOUT, goal), Decimal(value))) == rounded


def test_ends_of_a_goal() -> None:
    assert upper_end(target(Comparator.BETWEEN)) == HIGH
    assert upper_end(target(Comparator.AT_MOST)) == LOW


@pytest.mark.parametrize(("value", "nearer"), [("1.2", LOW), ("1.6", LOW), ("1.7", LOW), ("1.71", HIGH)])
def test_of_a_range_the_nearer_end_is_aimed_at(value: str, nearer: Decimal) -> None:
    assert aim(target(Comparator.BETWEEN), Decimal(value)) == nearer


def test_only_what_has_to_shrink_is_falling() -> None:
    shrinking = {comparator for comparator in Comparator if falling(target(comparator))}
    assert shrinking == {Comparator.AT_MOST, Comparator.LESS_THAN}


@pytest.mark.parametrize(
    ("comparator", "value", "lacks"),
    [
        (Comparator.AT_LEAST, "1.4", "0.1"),
        (Comparator.AT_LEAST, "1.6", "0"),
        (Comparator.MORE_THAN, "1.5", "0"),
        (Comparator.AT_MOST, "1.6", "0.1"),
        (Comparator.LESS_THAN, "1.6", "0.1"),
        (Comparator.BETWEEN, "1.4", "0.1"),
        (Comparator.BETWEEN, "1.8", "0.1"),
        (Comparator.BETWEEN, "1.6", "0"),
        (Comparator.ABOUT, "1.3", "0.2"),
        (Comparator.ABOUT, "1.4", "0"),
    ],
)
def test_gap_is_what_lacks_and_never_negative(comparator: Comparator, value: str, lacks: str) -> None:
    assert gap(target(comparator), Decimal(value)) == Decimal(lacks)


@pytest.mark.parametrize(
    ("goal", "value", "rounded"),
    [
        ("1.50", "1.505", "1.50"),
        ("1.50", "1.515", "1.52"),
        ("1.50", "1.5149999", "1.51"),
        ("2", "2.5", "2"),
        ("2", "3.5", "4"),
        ("2.0", "2.449", "2.4"),
        ("2", "-0.5", "0"),
    ],
)
def test_rounding_is_half_to_even_in_one_step_to_the_digits_of_the_goal(goal: str, value: str, rounded: str) -> None:
    seen = rounded_to_goal(target(Comparator.AT_LEAST, goal), Decimal(value))
    assert seen == Decimal(rounded)
    assert seen.as_tuple().exponent == Decimal(goal).as_tuple().exponent
