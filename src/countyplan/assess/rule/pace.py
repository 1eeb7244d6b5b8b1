"""The pace so far against the pace that the goal requires, by the rule for each kind of target (method, section 3)."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from countyplan.assess.rule.comparator import ONE, ZERO, end_of_way, falling, meets, upper_end
from countyplan.assess.rule.course import Course, NoPace, Pace, Rule
from countyplan.assess.status import Status
from countyplan.plan import Pacing, Target
from countyplan.plan.files.identity import Cutoffs
from countyplan.quantity import Ratio, raised
from countyplan.quantity.unit import Sort

# Ours (method, section 3): a last digit says nothing of a pace where half of it is more than this part of the whole way.
_COARSE = Decimal("0.1")
_YEAR = 12


def measure(target: Target, course: Course, cutoffs: Cutoffs) -> Pace | NoPace:
    """The pace of a figure that is short of its goal, or why there is none."""
    match target.indicator.kind.manner.pacing:
        case Pacing.NONE:
            return without_pace(target)
        case Pacing.SHARE_OF_GOAL:
            return _share_of_goal(target, course, cutoffs)
        case Pacing.GROWTH | Pacing.DISTANCE:
            return _from_baseline(target, course, cutoffs)
        case Pacing.AVERAGE:
            return _average(target, course, cutoffs)
        case Pacing.KEPT:
            kept = meets(target, course.value) and course.kept
            return Pace(Status.ON_TRACK if kept else Status.REVERSING, Rule.KEPT, course.time)
        case _:
            assert_never(target.indicator.kind.manner.pacing)


def without_pace(target: Target) -> NoPace:
    """Why a kind has no pace: it is a place in an order, or a number at a date."""
    return NoPace.RANK if target.unit.sort is Sort.RANK else NoPace.COUNT


def verdict(pace: Ratio, cutoffs: Cutoffs) -> Status:
    """What a pace is called."""
    if cutoffs.ahead is not None and pace.at_least(cutoffs.ahead):
        return Status.AHEAD
    if pace.at_least(cutoffs.on_track):
        return Status.ON_TRACK
    if pace.at_least(cutoffs.behind):
        return Status.BEHIND
    if pace.at_least(cutoffs.far_behind):
        return Status.FAR_BEHIND
    return Status.REVERSING


def _paced(  # noqa: PLR0913 -- what a pace consists of
    rule: Rule,
    pace: Ratio,
    course: Course,
    cutoffs: Cutoffs,
    *,
    straight: Ratio | None = None,
    progress: Ratio | None = None,
    expected: Decimal | None = None,
) -> Pace:
    """A pace that can be measured, with what it is called."""
    return Pace(
        status=verdict(pace, cutoffs),
        rule=rule,
        time=course.time,
        value=pace,
        straight=straight,
        progress=progress,
        expected=expected,
    )


def _share_of_goal(target: Target, course: Course, cutoffs: Cutoffs) -> Pace | NoPace:
    goal = end_of_way(target, course.value)
    if goal <= 0:
        return NoPace.BASELINE_AT_GOAL
    if _too_coarse(course, goal):
        return NoPace.TOO_COARSE
    progress = Ratio(course.value, goal)
    expected = goal * course.time.part / course.time.over
    if course.milestone is None:
        pace = progress.divided_by(course.time)
        return _paced(Rule.SHARE_OF_GOAL, pace, course, cutoffs, progress=progress, expected=expected)
    if course.milestone <= 0:
        return _against_resting_milestone(course, progress, reached=course.value >= course.milestone)
    pace = Ratio(course.value, course.milestone)
    return _paced(Rule.MILESTONE, pace, course, cutoffs, progress=progress, expected=course.milestone)


def _average(target: Target, course: Course, cutoffs: Cutoffs) -> Pace | NoPace:
    """The average growth so far over that which is asked for; where that is no growth, or a limit to it, if it is kept."""
    goal = end_of_way(target, course.value)
    if falling(target) or target.indicator.comparator.sense.is_range or goal <= 0:
        kept = Status.ON_TRACK if meets(target, course.value) else Status.BEHIND
        return Pace(kept, Rule.AVERAGE, course.time, expected=goal)
    if _too_coarse(course, goal):
        return NoPace.TOO_COARSE
    pace = Ratio(course.value, goal)
    return _paced(Rule.AVERAGE, pace, course, cutoffs, expected=goal)


def _from_baseline(target: Target, course: Course, cutoffs: Cutoffs) -> Pace | NoPace:
    goal = end_of_way(target, course.baseline)
    if meets(target, course.baseline) or (course.baseline == goal and course.value != goal):
        return Pace(Status.REVERSING, Rule.LINE, course.time)
    way = goal - course.baseline
    none = _no_pace(target, course, way)
    if none is not None:
        return none
    progress = Ratio(course.value - course.baseline, way)
    if course.milestone is not None and _asks_for_no_advance(course, way):
        short = course.value < course.milestone if way > 0 else course.value > course.milestone
        return _against_resting_milestone(course, progress, reached=not short)
    if target.indicator.kind.manner.compounds:
        return _compound(goal, course, cutoffs, progress, target.lift)
    return _on_the_line(goal, course, cutoffs, progress)


def _no_pace(target: Target, course: Course, way: Decimal) -> NoPace | None:
    """Why no pace can be measured on a way, if none can."""
    if way == 0:
        return NoPace.BASELINE_AT_GOAL
    if _past_the_range(target, course):
        return NoPace.PAST_THE_RANGE
    return NoPace.TOO_COARSE if _too_coarse(course, way) else None


def _on_the_line(goal: Decimal, course: Course, cutoffs: Cutoffs, progress: Ratio) -> Pace:
    if course.milestone is not None:
        made = course.value - course.baseline
        pace = Ratio(made, course.milestone - course.baseline)
        return _paced(Rule.MILESTONE, pace, course, cutoffs, progress=progress, expected=course.milestone)
    pace = progress.divided_by(course.time)
    way = (goal - course.baseline) * course.time.part
    expected = course.baseline + way / course.time.over
    return _paced(Rule.LINE, pace, course, cutoffs, progress=progress, expected=expected)


def _compound(goal: Decimal, course: Course, cutoffs: Cutoffs, progress: Ratio, lift: Decimal) -> Pace | NoPace:
    """The yearly growth so far over the yearly growth required; `lift` makes a value one that compounds."""
    begun, value, end = course.baseline + lift, course.value + lift, goal + lift
    milestone = None if course.milestone is None else course.milestone + lift
    if begun <= 0 or end <= 0 or (milestone is not None and milestone <= 0):
        return NoPace.NO_COMPOUND_RATE
    if value < 0:
        # Below zero there is no rate; that such a figure has moved away from a goal above zero needs none.
        return Pace(status=Status.REVERSING, rule=Rule.COMPOUND, time=course.time, progress=progress)
    observed = yearly_rate(begun, value, course.now - course.start)
    if milestone is not None:
        required = yearly_rate(begun, milestone, course.now - course.start)
        pace = Ratio(observed, required)
        return _paced(Rule.MILESTONE, pace, course, cutoffs, progress=progress, expected=course.milestone)
    required = yearly_rate(begun, end, course.due - course.start)
    pace = Ratio(observed, required)
    straight = progress.divided_by(course.time)
    expected = begun * raised(end / begun, course.now - course.start, course.due - course.start) - lift
    return _paced(Rule.COMPOUND, pace, course, cutoffs, straight=straight, progress=progress, expected=expected)


def yearly_rate(start: Decimal, end: Decimal, months: int) -> Decimal:
    """The yearly rate of growth that leads from `start`, above zero, to `end`, not below it, in `months`; 0.05 is 5 %."""
    if end == start:
        return ZERO
    return raised(end / start, _YEAR, months) - ONE


def _too_coarse(course: Course, way: Decimal) -> bool:
    """Whether the last digit that was reported is so coarse that it could be a good part of the whole way."""
    return course.half_digit > abs(way) * _COARSE


def _asks_for_no_advance(course: Course, way: Decimal) -> bool:
    """Whether a milestone lies at the baseline or behind it, seen from the goal."""
    step = (course.milestone or ZERO) - course.baseline
    return step <= 0 if way > 0 else step >= 0


def _past_the_range(target: Target, course: Course) -> bool:
    """Whether the figure went through a range and out at its other end."""
    if not target.indicator.comparator.sense.is_range:
        return False
    low, high = target.goal, upper_end(target)
    return (course.baseline < low and course.value > high) or (course.baseline > high and course.value < low)


def _against_resting_milestone(course: Course, progress: Ratio, *, reached: bool) -> Pace:
    """A milestone that asks for no advance: it is kept or it is not, and there is nothing to divide by."""
    status = Status.ON_TRACK if reached else Status.REVERSING
    return Pace(status, Rule.MILESTONE, course.time, progress=progress, expected=course.milestone)


def slipping(target: Target, earlier: Decimal, value: Decimal) -> bool:
    """Whether a value that is to be held has become worse."""
    return value > earlier if falling(target) else value < earlier
