"""The pace by its rule, where no worked case reaches, and quotients that are compared without a division."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_UP, Context, Decimal

import pytest

from countyplan.assess import NoPace, Pace, Rule, Status
from countyplan.assess.rule.course import Course
from countyplan.assess.rule.pace import measure, slipping, verdict, yearly_rate
from countyplan.plan import Comparator, Kind
from countyplan.quantity import Ratio
from tests.assess.case_plan import CUTOFFS, Ask, target_of

START, NOW, DUE = 2022 * 12 + 12, 2024 * 12 + 12, 2027 * 12 + 12


def course(value: str, baseline: str, milestone: str | None = None) -> Course:
    dated = None if milestone is None else Decimal(milestone)
    return Course(Decimal(value), Decimal(baseline), START, NOW, DUE, dated)


def paced(ask: Ask, way: Course) -> Pace:
    pace = measure(target_of(ask), way, CUTOFFS)
    assert isinstance(pace, Pace)
    return pace


def share(comparator: Comparator, goal: str) -> Ask:
    return Ask(kind=Kind.RATIO, comparator=comparator, goal=Decimal(goal), unit="%", low=None)


def level(comparator: Comparator, goal: str) -> Ask:
    return Ask(kind=Kind.LEVEL, comparator=comparator, goal=Decimal(goal), unit="亿元", low=None)


@pytest.mark.parametrize(("part", "over"), [(2, 3), (-2, -3)])
def test_quotients_are_compared_without_a_division(part: int, over: int) -> None:
    quotient = Ratio(Decimal(part), Decimal(over))
    under = Context(prec=50, rounding=ROUND_DOWN).divide(Decimal(2), Decimal(3))
    above = Context(prec=50, rounding=ROUND_UP).divide(Decimal(2), Decimal(3))
    assert quotient.at_least(under)
    assert not quotient.at_least(above)


@pytest.mark.parametrize(
    ("part", "called"),
    [
        ("96", Status.ON_TRACK),
        ("95", Status.ON_TRACK),
        ("94.99", Status.BEHIND),
        ("60", Status.BEHIND),
        ("59.99", Status.FAR_BEHIND),
        ("0", Status.FAR_BEHIND),
        ("-0.01", Status.REVERSING),
    ],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_names_of_paces_whatever_the_direction(part: str, called: Status, sign: int) -> None:
    assert verdict(Ratio(sign * Decimal(part), Decimal(100 * sign)), CUTOFFS) is called


def test_time_is_the_part_of_the_way_from_start_to_due_date() -> None:
    time = course("1", "2").time
    assert time == Ratio(Decimal(24), Decimal(60))


def test_the_same_way_from_another_baseline_has_nothing_made_of_it() -> None:
    assert course("1", "2", "3").begun_at(Decimal(5)) == course("5", "5", "3")


def test_yearly_rate_is_compound() -> None:
    assert yearly_rate(Decimal(100), Decimal(121), 24) == Decimal("0.1")
    assert yearly_rate(Decimal(100), Decimal(110), 6) == Decimal("0.21")
    assert yearly_rate(Decimal(100), Decimal(50), 12) == Decimal("-0.5")
    assert yearly_rate(Decimal(3), Decimal(3), 7) == 0
    assert yearly_rate(Decimal(3), Decimal(0), 24) == -1


def test_a_count_has_no_pace() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(4), unit="个")
    assert measure(target_of(ask), course("2", "0"), CUTOFFS) is NoPace.COUNT


@pytest.mark.parametrize("goal", ["0", "-5"])
def test_a_cumulative_goal_of_nothing_has_no_pace(goal: str) -> None:
    ask = Ask(kind=Kind.CUMULATIVE, comparator=Comparator.AT_LEAST, goal=Decimal(goal), unit="个")
    assert measure(target_of(ask), course("-6", "0"), CUTOFFS) is NoPace.BASELINE_AT_GOAL


def test_the_way_made_and_the_amount_due_are_told_beside_the_pace() -> None:
    falling = paced(share(Comparator.AT_MOST, "10"), course("16", "20"))
    assert falling.progress == Ratio(Decimal(-4), Decimal(-10))
    assert (falling.expected, falling.straight, falling.rule) == (Decimal(16), None, Rule.LINE)
    growing = paced(level(Comparator.AT_LEAST, "3200000"), course("2000", "100000"))
    assert growing.progress == Ratio(Decimal(-98000), Decimal(3100000))
    assert growing.expected == pytest.approx(Decimal(400000), abs=Decimal("1e-90"))
    total = Ask(kind=Kind.CUMULATIVE, comparator=Comparator.AT_LEAST, goal=Decimal(50), unit="个")
    amount = paced(total, course("5", "0"))
    assert (amount.progress, amount.expected) == (Ratio(Decimal(5), Decimal(50)), Decimal(20))


@pytest.mark.parametrize(
    ("comparator", "value", "status"),
    [
        (Comparator.MORE_THAN, "80", None),
        (Comparator.MORE_THAN, "79.9", Status.REVERSING),
        (Comparator.LESS_THAN, "80", None),
        (Comparator.LESS_THAN, "80.1", Status.REVERSING),
        (Comparator.AT_LEAST, "79.9", Status.REVERSING),
        (Comparator.AT_MOST, "80.1", Status.REVERSING),
    ],
)
def test_a_baseline_at_the_goal_leaves_no_way_to_measure(
    comparator: Comparator, value: str, status: Status | None
) -> None:
    pace = measure(target_of(share(comparator, "80")), course(value, "80"), CUTOFFS)
    if status is None:
        assert pace is NoPace.BASELINE_AT_GOAL
    else:
        assert isinstance(pace, Pace)
        assert (pace.status, pace.value, pace.rule) == (status, None, Rule.LINE)


@pytest.mark.parametrize(
    ("baseline", "value", "past"),
    [
        ("30", "55", True),
        ("70", "35", True),
        ("30", "39", False),
        ("70", "51", False),
        ("30", "50", False),
        ("70", "40", False),
        ("30", "20", False),
        ("70", "80", False),
    ],
)
def test_a_range_is_passed_only_from_one_side_to_the_other(baseline: str, value: str, past: bool) -> None:
    goal = (Decimal(40), Decimal(50))
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.BETWEEN, goal=goal, unit="%")
    pace = measure(target_of(ask), course(value, baseline), CUTOFFS)
    assert (pace is NoPace.PAST_THE_RANGE) is past


def test_a_baseline_inside_a_range_that_is_left_is_reversing() -> None:
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.BETWEEN, goal=(Decimal(40), Decimal(50)), unit="%")
    for value in ("39", "51"):
        pace = paced(ask, course(value, "45"))
        assert (pace.status, pace.value, pace.expected) == (Status.REVERSING, None, None)


@pytest.mark.parametrize(
    ("baseline", "goal", "milestone"),
    [("0", "50", None), ("-1", "50", None), ("40", "0", None), ("40", "-1", None), ("40", "20", "0")],
)
def test_no_rate_leads_from_to_or_over_nothing(baseline: str, goal: str, milestone: str | None) -> None:
    comparator = Comparator.AT_LEAST if Decimal(baseline) < Decimal(goal) else Comparator.AT_MOST
    value = "30" if comparator is Comparator.AT_LEAST else "35"
    pace = measure(target_of(level(comparator, goal)), course(value, baseline, milestone), CUTOFFS)
    assert pace is NoPace.NO_COMPOUND_RATE


def test_a_level_below_zero_moves_away_without_a_rate() -> None:
    pace = paced(level(Comparator.AT_LEAST, "600"), course("-5", "420"))
    assert (pace.status, pace.rule, pace.value) == (Status.REVERSING, Rule.COMPOUND, None)
    assert pace.progress == Ratio(Decimal(-425), Decimal(180))


@pytest.mark.parametrize(
    ("comparator", "goal", "value", "status"),
    [
        (Comparator.AT_LEAST, "75", "60", Status.ON_TRACK),
        (Comparator.AT_LEAST, "75", "61", Status.ON_TRACK),
        (Comparator.AT_LEAST, "75", "59", Status.REVERSING),
        (Comparator.AT_MOST, "50", "60", Status.ON_TRACK),
        (Comparator.AT_MOST, "50", "59", Status.ON_TRACK),
        (Comparator.AT_MOST, "50", "61", Status.REVERSING),
    ],
)
@pytest.mark.parametrize("kind", [Kind.RATIO, Kind.LEVEL, Kind.HOLD])
def test_a_milestone_at_the_baseline_is_kept_or_not(
    comparator: Comparator, goal: str, value: str, status: Status, kind: Kind
) -> None:
    ask = Ask(kind=kind, comparator=comparator, goal=Decimal(goal), unit="%")
    pace = paced(ask, course(value, "60", "60"))
    assert (pace.status, pace.rule, pace.value, pace.expected) == (status, Rule.MILESTONE, None, Decimal(60))


@pytest.mark.parametrize(
    ("value", "status"), [("0", Status.ON_TRACK), ("1", Status.ON_TRACK), ("-1", Status.REVERSING)]
)
def test_a_cumulative_milestone_of_zero_is_kept_or_not(value: str, status: Status) -> None:
    ask = Ask(kind=Kind.CUMULATIVE, comparator=Comparator.AT_LEAST, goal=Decimal(10), unit="个")
    pace = paced(ask, course(value, "0", "0"))
    assert (pace.status, pace.rule, pace.value, pace.expected) == (status, Rule.MILESTONE, None, Decimal(0))
    assert pace.progress == Ratio(Decimal(value), Decimal(10))


def test_a_pace_on_a_milestone_keeps_the_progress_of_the_whole_way() -> None:
    falling = paced(share(Comparator.AT_MOST, "10"), course("18", "20", "15"))
    assert falling.value == Ratio(Decimal(-2), Decimal(-5))
    assert (falling.progress, falling.expected) == (Ratio(Decimal(-2), Decimal(-10)), Decimal(15))
    growing = paced(level(Comparator.AT_LEAST, "161.051"), course("112.36", "100", "121"))
    assert growing.value is not None
    assert growing.value.value == Decimal("0.6")
    assert (growing.status, growing.straight) == (Status.BEHIND, None)


@pytest.mark.parametrize(
    ("comparator", "value", "worse"),
    [
        (Comparator.AT_LEAST, "97.9", True),
        (Comparator.AT_LEAST, "98", False),
        (Comparator.AT_LEAST, "98.1", False),
        (Comparator.AT_MOST, "97.9", False),
        (Comparator.AT_MOST, "98", False),
        (Comparator.AT_MOST, "98.1", True),
    ],
)
def test_slipping_is_moving_away_and_not_standing_still(comparator: Comparator, value: str, worse: bool) -> None:
    assert slipping(target_of(share(comparator, "98")), Decimal(98), Decimal(value)) is worse


def test_small_numbers_are_judged_like_large_ones() -> None:
    total = Ask(kind=Kind.CUMULATIVE, comparator=Comparator.AT_LEAST, goal=Decimal("0.5"), unit="亿元")
    on_line = paced(total, course("0.2", "0"))
    assert on_line.value is not None
    assert on_line.value.value == 1
    small_milestone = paced(total, course("0.1", "0", "0.2"))
    assert (small_milestone.status, small_milestone.value) == (Status.FAR_BEHIND, Ratio(Decimal("0.1"), Decimal("0.2")))
    for milestone in (None, "0.242"):
        growing = paced(level(Comparator.AT_LEAST, "0.322102"), course("0.242", "0.2", milestone))
        assert growing.value is not None
        assert abs(growing.value.value - 1) < Decimal("1e-100")


@pytest.mark.parametrize(("comparator", "goal"), [(Comparator.AT_LEAST, "60.5"), (Comparator.AT_MOST, "59.5")])
@pytest.mark.parametrize("moved", ["-0.2", "0.2"])
def test_a_small_way_is_kept_to_or_left_by_a_small_move(comparator: Comparator, goal: str, moved: str) -> None:
    pace = paced(share(comparator, goal), course(str(60 + Decimal(moved)), "60", "60"))
    towards = (Decimal(moved) > 0) == (comparator is Comparator.AT_LEAST)
    assert pace.status is (Status.ON_TRACK if towards else Status.REVERSING)


def test_a_plan_without_a_limit_for_ahead_calls_nothing_so() -> None:
    cutoffs = CUTOFFS.model_copy(update={"ahead": None})
    assert verdict(Ratio(Decimal(2), Decimal(1)), CUTOFFS) is Status.AHEAD
    assert verdict(Ratio(Decimal(2), Decimal(1)), cutoffs) is Status.ON_TRACK


@pytest.mark.parametrize(
    ("kind", "comparator", "goal", "value", "baseline"),
    [
        (Kind.CUMULATIVE, Comparator.AT_LEAST, "10", "5", "0"),
        (Kind.GROWTH_RATE, Comparator.AT_LEAST, "10", "5", "0"),
        (Kind.RATIO, Comparator.AT_LEAST, "70", "65", "60"),
        (Kind.RATIO, Comparator.AT_MOST, "60", "65", "70"),
    ],
)
def test_a_tenth_of_the_way_is_as_coarse_as_half_a_last_digit_may_be(
    kind: Kind, comparator: Comparator, goal: str, value: str, baseline: str
) -> None:
    # The way is 10, a tenth of it 1.
    target = target_of(Ask(kind=kind, comparator=comparator, goal=Decimal(goal), unit="%", low=None))
    way = course(value, baseline)
    assert isinstance(measure(target, replace(way, half_digit=Decimal(1)), CUTOFFS), Pace)
    assert measure(target, replace(way, half_digit=Decimal("1.01")), CUTOFFS) is NoPace.TOO_COARSE


@pytest.mark.parametrize(
    ("comparator", "goal", "value", "status", "value_of_pace"),
    [
        # Nothing to divide by, or what dividing by turns round: -3/-2 = 1.5 and is worse than what is asked for.
        (Comparator.AT_LEAST, "-2", "-3", Status.BEHIND, None),
        (Comparator.AT_LEAST, "-2", "-1", Status.ON_TRACK, None),
        (Comparator.AT_LEAST, "0", "-0.1", Status.BEHIND, None),
        (Comparator.AT_LEAST, "0", "0.1", Status.ON_TRACK, None),
        # Above a range: 7/6 = 1.17 would be ahead. Below it: 3.9/4 = 0.975 would be on track.
        (Comparator.BETWEEN, "4 6", "7", Status.BEHIND, None),
        (Comparator.BETWEEN, "4 6", "3.9", Status.BEHIND, None),
        (Comparator.BETWEEN, "4 6", "5", Status.ON_TRACK, None),
        (Comparator.AT_MOST, "2", "2.1", Status.BEHIND, None),
        # However small the growth that is asked for, it divides: 0.97/1.
        (Comparator.AT_LEAST, "1", "0.97", Status.ON_TRACK, "0.97"),
    ],
)
def test_average_growth_that_cannot_be_divided_by_is_kept_or_not(
    comparator: Comparator, goal: str, value: str, status: Status, value_of_pace: str | None
) -> None:
    low, *high = (Decimal(one) for one in goal.split())
    asked = (low, high[0]) if high else low
    ask = Ask(kind=Kind.GROWTH_RATE, comparator=comparator, goal=asked, unit="%", low=None)
    pace = paced(ask, course(value, "0"))
    assert (pace.status, pace.rule) == (status, Rule.AVERAGE)
    assert (None if pace.value is None else pace.value.value) == (value_of_pace and Decimal(value_of_pace))
    assert pace.expected == (high[0] if high and Decimal(value) > high[0] else low)
