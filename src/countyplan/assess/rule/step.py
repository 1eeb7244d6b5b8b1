"""What is to be done from here on, and where the pace so far would lead (method, section 4)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from countyplan.assess.rule.average import growth, remaining_rate
from countyplan.assess.rule.comparator import ONE, ZERO, end_of_way, falling, is_strict
from countyplan.assess.rule.course import Course
from countyplan.assess.rule.pace import yearly_rate
from countyplan.dataclass import dataclass, replace
from countyplan.plan import Pacing, Target
from countyplan.quantity import raised
from countyplan.quantity.unit import Sort

_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The way from the last figure to `goal`, over the years from the figure's own period to the due date.

    `amount` is what is lacking, in the plan's unit, negative where the figure has to shrink; of things counted one by one a
    whole number, that takes a goal which has to be passed past it. `per_year` is a rate of growth (0.05 is 5 %) where
    `is_rate`, else an amount in the plan's unit; None where less than a year is left, and of what is counted where the
    years' parts are no whole numbers. `so_far` is the same for the time since the baseline, `times` how often that goes
    into what is needed, and `projection` what it would lead to by the due date, within what is possible; None where there
    is no pace to go on.
    """

    goal: Decimal
    amount: Decimal
    years_left: Decimal
    per_year: Decimal | None
    is_rate: bool = False
    so_far: Decimal | None = None
    times: Decimal | None = None
    projection: Decimal | None = None


def step_from(target: Target, value: Decimal, at: int, course: Course | None) -> Step | None:
    """The step from `value` to the goal; None when no time is left, or no way.

    `at` is the figure's own date in months: from there on step, pace and projection are counted, so that none contradicts
    another. `course` is how the figure came there, or None where there is no baseline.
    """
    months = target.due.end - at
    if target.indicator.kind.manner.pacing is Pacing.AVERAGE:
        return _average(target, value, months, course)
    goal = end_of_way(target, value)
    amount = _amount(target, goal - value)
    if months <= 0 or amount == 0:
        return None
    if target.indicator.kind.manner.pacing is Pacing.KEPT:
        return None
    if target.indicator.kind.manner.compounds and value + target.lift > 0 and goal + target.lift > 0:
        return _growth(target, value, amount, months, course)
    return _even(target, value, amount, months, course)


def _average(target: Target, value: Decimal, months: int, course: Course | None) -> Step | None:
    """What the remaining years have to average; of a limit to growth, what they may."""
    if months <= 0 or course is None:
        return None
    goal = end_of_way(target, value)
    years = (course.now - course.start) // _YEAR, (course.due - course.start) // _YEAR
    needed = remaining_rate(goal, value, years, target.unit.factor)
    if needed is None:
        return None
    so_far = None if falling(target) else growth(value, target.unit.factor) - ONE
    return Step(
        goal=goal,
        amount=goal - value,
        years_left=_years(months),
        per_year=needed,
        is_rate=True,
        so_far=so_far,
        times=None if so_far is None else _times(needed, so_far),
        projection=None if so_far is None else value,
    )


def is_counted(target: Target) -> bool:
    """Whether the target is about things that are counted one by one, of which there is no part."""
    return target.unit.counted and (target.indicator.kind.manner.from_zero or target.unit.sort is Sort.RANK)


def _amount(target: Target, way: Decimal) -> Decimal:
    if not is_counted(target):
        return way
    size = abs(way)
    whole = size.to_integral_value(ROUND_FLOOR) + 1 if is_strict(target) else size.to_integral_value(ROUND_CEILING)
    return -whole if way < 0 or (way == 0 and falling(target)) else whole


def _even(target: Target, value: Decimal, amount: Decimal, months: int, course: Course | None) -> Step:
    goal, years = end_of_way(target, value), _years(months)
    per_year: Decimal | None = amount / years
    if months < _YEAR or (is_counted(target) and per_year is not None and per_year % 1 != 0):
        per_year = None
    step = Step(goal=goal, amount=amount, years_left=years, per_year=per_year)
    if course is None or target.indicator.kind.manner.compounds:
        return step
    so_far = (value - course.baseline) / _years(course.now - course.start)
    projection = possible(target, value + so_far * years)
    return replace(step, so_far=so_far, times=_times((goal - value) / years, so_far), projection=projection)


def _growth(target: Target, value: Decimal, amount: Decimal, months: int, course: Course | None) -> Step:
    goal, years = end_of_way(target, value), _years(months)
    lift = target.lift
    needed = yearly_rate(value + lift, goal + lift, months)
    per_year = needed if months >= _YEAR else None
    step = Step(goal=goal, amount=amount, years_left=years, per_year=per_year, is_rate=True)
    if course is None or course.baseline + lift <= 0:
        return step
    so_far = yearly_rate(course.baseline + lift, value + lift, course.now - course.start)
    projection = possible(target, (value + lift) * raised(ONE + so_far, months, _YEAR) - lift)
    return replace(step, so_far=so_far, times=_times(needed, so_far), projection=projection)


def _years(months: int) -> Decimal:
    return Decimal(months) / Decimal(_YEAR)


def _times(needed: Decimal, so_far: Decimal) -> Decimal | None:
    """How often the pace so far goes into what is needed; None if it led nowhere or away, or nothing is needed."""
    if needed * so_far <= ZERO:
        return None
    return needed / so_far


def possible(target: Target, value: Decimal) -> Decimal:
    """`value`, or the bound of what is possible that it lies beyond."""
    bounds = target.indicator.bounds
    if bounds.low is not None and value < bounds.low:
        return bounds.low
    if bounds.high is not None and value > bounds.high:
        return bounds.high
    return value
