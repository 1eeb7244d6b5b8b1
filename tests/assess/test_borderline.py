"""Where the last digit that was reported can matter, and where nothing comes near it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countyplan.assess import Pace, Status
from countyplan.assess.borderline import far_from_every_limit, last_digit_disagrees
from countyplan.assess.rule.chance import Spread
from countyplan.assess.rule.comparator import meets
from countyplan.assess.rule.course import Course
from countyplan.assess.rule.pace import measure
from countyplan.figures import Derived
from countyplan.plan import Comparator, Kind, Target
from countyplan.quantity import Period
from tests.assess.case_plan import CUTOFFS, Ask, target_of

START, NOW, DUE = 2022 * 12 + 12, 2024 * 12 + 12, 2027 * 12 + 12
KINDS = (Kind.LEVEL, Kind.RATIO, Kind.COUNT, Kind.HOLD, Kind.CUMULATIVE, Kind.GROWTH, Kind.REDUCTION)
ZERO = Decimal(0)

amounts = st.decimals(min_value=1, max_value=40, places=1)
half_digits = st.sampled_from([Decimal(text) for text in ("0", "0.05", "0.5", "2")])


def target_for(kind: Kind, comparator: Comparator, goal: Decimal) -> Target:
    """A target whose way begins at a figure, or at zero where amounts add up."""
    if kind is Kind.CUMULATIVE and comparator is Comparator.AT_MOST:
        comparator = Comparator.AT_LEAST
    about = Decimal("0.1") if comparator is Comparator.ABOUT else None
    unit = "个" if kind in {Kind.COUNT, Kind.CUMULATIVE} else "%"
    return target_of(Ask(kind=kind, comparator=comparator, goal=goal, unit=unit, tolerance=about, low=None))


spreads = st.builds(Spread, amounts, half_digits)


def is_far(target: Target, value: Spread, course: Course, begun: Spread, on_track: Decimal) -> bool:
    """Whether the shorter way says that nothing comes near; if it does, what is worked out in full finds nothing either."""
    cutoffs = CUTOFFS.model_copy(update={"on_track": on_track})
    pace = measure(target, course, cutoffs)
    if not isinstance(pace, Pace):
        return False
    figure = Derived(value.value, value.half_digit, Period.of_year(2024), ())
    far = far_from_every_limit(target, figure, pace, begun, cutoffs)
    if far:
        status = Status.MET if meets(target, value.value) else pace.status
        assert not list(last_digit_disagrees(target, figure, status, course=course, begun=begun, cutoffs=cutoffs))
    return far


def course_of(value: Spread, begun: Spread, milestone: Decimal | None = None) -> Course:
    """Two of five years gone."""
    half_digit = max(value.half_digit, begun.half_digit)
    return Course(value.value, begun.value, START, NOW, DUE, milestone, half_digit)


@given(
    target=st.builds(
        target_for,
        st.sampled_from(KINDS),
        st.sampled_from((Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.ABOUT)),
        amounts,
    ),
    value=spreads,
    begun=spreads,
    milestone=st.one_of(st.none(), amounts),
    on_track=st.sampled_from([Decimal(text) for text in ("0.61", "0.95", "1", "1.04")]),
)
@settings(deadline=None)
def test_far_from_every_limit_no_last_digit_disagrees(
    target: Target, value: Spread, begun: Spread, milestone: Decimal | None, on_track: Decimal
) -> None:
    begun = Spread(ZERO, ZERO) if target.indicator.kind is Kind.CUMULATIVE else begun
    is_far(target, value, course_of(value, begun, milestone), begun, on_track)


@pytest.mark.parametrize(
    ("kind", "value", "far"),
    [
        # From 60 to 80 in five years 0.95 x 8 = 7.6 are due after two: 67.6. The value reaches 0.05, and what the beginning
        # moves is taken in proportion, 0.5 x 67.6 / 60 = 0.5633: together 0.6133.
        (Kind.RATIO, "66.99", False),
        (Kind.RATIO, "66.98", True),
        (Kind.RATIO, "68.21", False),
        (Kind.RATIO, "68.22", True),
        # By a rate of growth 60 x (1 + 0.95 x ((80 / 60) ^ 0.2 - 1))^2 = 66.9414 are due: 0.05 + 0.5 x 66.9414 / 60 = 0.6078.
        (Kind.LEVEL, "66.34", False),
        (Kind.LEVEL, "66.33", True),
        # The goal itself is a limit, too.
        (Kind.RATIO, "80.61", False),
        (Kind.RATIO, "80.62", True),
    ],
)
def test_far_is_beyond_what_both_last_digits_reach(kind: Kind, value: str, far: bool) -> None:
    target = target_for(kind, Comparator.AT_LEAST, Decimal(80))
    of_value, begun = Spread(Decimal(value), Decimal("0.05")), Spread(Decimal(60), Decimal("0.5"))
    assert is_far(target, of_value, course_of(of_value, begun), begun, Decimal("0.95")) is far
