"""What a figure would have to be for another verdict: put back, it has exactly that pace."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from countyplan.assess import Pace, Rule, Status
from countyplan.assess.rule.comparator import meets
from countyplan.assess.rule.course import Course, value_at_pace
from countyplan.assess.rule.pace import measure
from countyplan.plan import Comparator, Kind
from countyplan.quantity import Ratio
from tests.assess.case_plan import CUTOFFS, Ask, target_of

START, NOW, DUE = 2022 * 12 + 12, 2024 * 12 + 12, 2027 * 12 + 12
CLOSE = Decimal("1e-20")
KINDS = (Kind.CUMULATIVE, Kind.RATIO, Kind.LEVEL, Kind.GROWTH)

amounts = st.decimals(min_value=1, max_value=1000, places=1)


@given(
    st.sampled_from(KINDS),
    amounts,
    amounts,
    st.one_of(st.none(), amounts),
    st.sampled_from((Decimal(0), Decimal("0.60"), Decimal("0.95"))),
)
@settings(deadline=None)
def test_the_value_put_back_has_the_pace_it_was_asked_for(
    kind: Kind, baseline: Decimal, goal: Decimal, milestone: Decimal | None, limit: Decimal
) -> None:
    start = Decimal(0) if kind is Kind.CUMULATIVE else baseline
    rising = kind is Kind.CUMULATIVE or goal > baseline
    target = target_of(
        Ask(kind=kind, comparator=Comparator.AT_LEAST if rising else Comparator.AT_MOST, goal=goal, unit="%")
    )
    assume(not meets(target, start) and milestone != start)
    assume(milestone is None or (milestone > start) == rising)
    course = Course(start, start, START, NOW, DUE, milestone)
    pace = measure(target, course, CUTOFFS)
    assert isinstance(pace, Pace)
    value = value_at_pace(target, pace, start, limit)
    assert value is not None
    again = measure(target, replace(course, value=value), CUTOFFS)
    assert isinstance(again, Pace)
    assert again.value is not None
    assert abs(again.value.value - limit) < CLOSE


@pytest.mark.parametrize(("value", "expected"), [(None, Decimal(1)), (Ratio(Decimal(1), Decimal(2)), None)])
def test_without_a_distance_there_is_no_such_value(value: Ratio | None, expected: Decimal | None) -> None:
    time = Ratio(Decimal(24), Decimal(60))
    pace = Pace(Status.REVERSING, Rule.LINE, time, value, None, None, expected)
    target = target_of(Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(2), unit=""))
    assert value_at_pace(target, pace, Decimal(1), Decimal("0.95")) is None


@pytest.mark.parametrize(("limit", "seen"), [("1", Decimal(25)), ("2", None), ("3", None)])
def test_nothing_shrinks_by_all_of_itself_or_more(limit: str, seen: Decimal | None) -> None:
    time = Ratio(Decimal(24), Decimal(60))
    halved = Ratio(Decimal("-0.1"), Decimal("-0.5"))
    pace = Pace(Status.FAR_BEHIND, Rule.COMPOUND, time, halved, None, None, Decimal(25))
    target = target_of(Ask(kind=Kind.LEVEL, comparator=Comparator.AT_MOST, goal=Decimal(2), unit="亿元"))
    assert value_at_pace(target, pace, Decimal(100), Decimal(limit)) == seen
