"""What each remaining year must bring, and where the pace so far would lead (method, section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from countyplan.assess.comparator import ONE, aim
from countyplan.assess.pace import Course, yearly_rate
from countyplan.plan import Kind, Target
from countyplan.quantity import EXACT


@dataclass(frozen=True, slots=True)
class Step:
    """The way from the last figure to the goal.

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


def step_from(target: Target, value: Decimal, now: int, course: Course | None) -> Step | None:
    """The step from `value` at `now` (in months) to the goal; None when no time is left, or no way.

    `course` is how it came there, or None where there is no baseline.
    """
    months = target.due.end - now
    if months <= 0:
        return None
    years = EXACT.divide(Decimal(months), Decimal(12))
    goal = aim(target, value)
    if goal == value:
        return None
    if target.indicator.kind is Kind.LEVEL and value > 0 and goal > 0:
        return _growth(target, value, goal, months, course)
    per_year = EXACT.divide(EXACT.subtract(goal, value), years)
    if course is None or target.indicator.kind in {Kind.COUNT, Kind.LEVEL}:
        return Step(years, per_year, is_rate=False)
    elapsed = EXACT.divide(Decimal(course.now - course.start), Decimal(12))
    so_far = EXACT.divide(EXACT.subtract(value, course.baseline), elapsed)
    projection = _possible(target, EXACT.add(value, EXACT.multiply(so_far, years)))
    return Step(years, per_year, False, so_far, _times(per_year, so_far), projection)


def _growth(target: Target, value: Decimal, goal: Decimal, months: int, course: Course | None) -> Step:
    years = EXACT.divide(Decimal(months), Decimal(12))
    per_year = yearly_rate(value, goal, months)
    if course is None or course.baseline <= 0:
        return Step(years, per_year, is_rate=True)
    so_far = yearly_rate(course.baseline, value, course.now - course.start)
    projection = EXACT.multiply(value, EXACT.power(EXACT.add(ONE, so_far), years))
    return Step(years, per_year, True, so_far, _times(per_year, so_far), _possible(target, projection))


def _times(needed: Decimal, so_far: Decimal) -> Decimal | None:
    """How often the pace so far goes into what is needed; None if it led nowhere or away."""
    if needed * so_far <= 0:
        return None
    return EXACT.divide(needed, so_far)


def _possible(target: Target, value: Decimal) -> Decimal:
    bounds = target.indicator.bounds
    if bounds.low is not None and value < bounds.low:
        return bounds.low
    if bounds.high is not None and value > bounds.high:
        return bounds.high
    return value
