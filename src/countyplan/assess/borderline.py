"""Where another defensible reading of the same figures would give another verdict (method, sections 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.assess.assessment import Borderline
from countyplan.assess.comparator import meets, rounded_to_goal
from countyplan.assess.pace import Course, Pace, measure, verdict
from countyplan.assess.status import Status
from countyplan.figures import Figure
from countyplan.plan import Target
from countyplan.plan.model import Cutoffs


def rounding_disagrees(target: Target, value: Decimal, unmet: Status) -> Iterator[Borderline]:
    """If the value rounded to the goal's digits is met and the full one is not, or the other way round."""
    rounded = rounded_to_goal(target, value)
    if meets(target, rounded) != meets(target, value):
        yield Borderline("rounding", unmet if meets(target, value) else Status.MET, rounded)


def straight_line_disagrees(pace: Pace, cutoffs: Cutoffs) -> Iterator[Borderline]:
    """If a level's pace is called otherwise on the straight line than by its rate of growth."""
    if pace.straight is not None:
        straight = verdict(pace.straight, cutoffs)
        if straight is not pace.status:
            yield Borderline("straight_line", straight, pace.straight.value)


def last_digit_disagrees(
    target: Target, course: Course, half_digits: tuple[Decimal, Decimal], pace: Pace, cutoffs: Cutoffs
) -> Iterator[Borderline]:
    """If the verdict turns when value and baseline lie elsewhere within their last reported digit.

    Every rule moves in one direction with either of them, so the four corners stand for all that lies between.
    """
    of_value, of_baseline = half_digits
    seen = {pace.status}
    for value in (course.value - of_value, course.value + of_value):
        for baseline in (course.baseline - of_baseline, course.baseline + of_baseline):
            status = _status(target, course.with_values(value, baseline), cutoffs)
            if status is not None and status not in seen:
                seen.add(status)
                yield Borderline("last_digit", status)


def reached_within_last_digit(target: Target, figure: Figure) -> Iterator[Borderline]:
    """If a goal that was missed would be met by a value that lies elsewhere within the last reported digit."""
    lower, upper = figure.value - figure.half_digit, figure.value + figure.half_digit
    if meets(target, lower) or meets(target, upper):
        yield Borderline("last_digit", Status.MET)


def _status(target: Target, course: Course, cutoffs: Cutoffs) -> Status | None:
    if meets(target, course.value):
        return Status.MET
    pace = measure(target, course, cutoffs)
    return pace.status if isinstance(pace, Pace) else None
