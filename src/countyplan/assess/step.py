"""What each remaining year must bring, and where the pace so far would lead (method, section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from countyplan.assess.comparator import ONE, aim
from countyplan.assess.pace import Course, yearly_rate
from countyplan.plan import Kind, Target


@dataclass(frozen=True, slots=True)
class Step:
    """The way from the last figure to the goal, over the years that are still to come.

    `per_year` is a rate of growth (0.05 is 5 %) where `is_rate`, else an amount in the plan's unit, negative where the
    figure has to shrink. `so_far` is the same for the time since the baseline, `times` how often that goes into it, and
    `projection` what it would lead to by the due date, within what is possible; None where there is no pace to go on.
    """

    years_left: Decimal
    per_year: Decimal
    is_rate: bool
    so_far: Decimal | None = None
    times: Decimal | None = None
    projection: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """From `value` to `goal`: `years_left` from the report's date on, `years` from the figure's own."""

    value: Decimal
    goal: Decimal
    years_left: Decimal
    years: Decimal


def step_from(target: Target, value: Decimal, at: int, now: int, course: Course | None) -> Step | None:
    """The step from `value` to the goal; None when no time is left, or no way.

    `at` is the figure's own date and `now` the date of the report, both in months: what an old figure lacks is to be made
    up for in the years that are still to come, while the pace so far goes on from where it was measured. `course` is how
    the figure came there, or None where there is no baseline.
    """
    months = target.due.end - max(at, now)
    goal = aim(target, value)
    if months <= 0 or goal == value:
        return None
    way = _Way(value, goal, _years(months), _years(target.due.end - at))
    if target.indicator.kind is Kind.LEVEL and value > 0 and goal > 0:
        return _growth(target, way, months, course)
    per_year = (goal - value) / way.years_left
    if course is None or target.indicator.kind in {Kind.COUNT, Kind.LEVEL}:
        return Step(way.years_left, per_year, is_rate=False)
    so_far = (value - course.baseline) / _years(course.now - course.start)
    projection = possible(target, value + so_far * way.years)
    return Step(way.years_left, per_year, False, so_far, _times(per_year, so_far), projection)


def _growth(target: Target, way: _Way, months: int, course: Course | None) -> Step:
    per_year = yearly_rate(way.value, way.goal, months)
    if course is None or course.baseline <= 0:
        return Step(way.years_left, per_year, is_rate=True)
    so_far = yearly_rate(course.baseline, way.value, course.now - course.start)
    projection = way.value * (ONE + so_far) ** way.years
    return Step(way.years_left, per_year, True, so_far, _times(per_year, so_far), possible(target, projection))


def _years(months: int) -> Decimal:
    return Decimal(months) / Decimal(12)


def _times(needed: Decimal, so_far: Decimal) -> Decimal | None:
    """How often the pace so far goes into what is needed; None if it led nowhere or away."""
    if needed * so_far <= 0:
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
