"""Where another defensible reading of the same figures lies across the line between good and not good (method, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.assess.assessment import Borderline
from countyplan.assess.rule.chance import Spread, chance_of
from countyplan.assess.rule.comparator import ONE, end_of_way, limits, meets, rounded_to_goal
from countyplan.assess.rule.course import Course, Pace, Rule, value_at_pace
from countyplan.assess.rule.pace import measure, verdict
from countyplan.assess.status import GOOD, Status
from countyplan.figures import Figure
from countyplan.plan import Target
from countyplan.plan.files.identity import Cutoffs

# Ours (method, section 3): less than this could not change a decision.
_LEAST_CHANCE = Decimal("0.1")


def rounds_otherwise(target: Target, value: Decimal) -> Decimal | None:
    """The value rounded to the goal's digits, if that is met and the full one is not, or the other way round."""
    rounded = rounded_to_goal(target, value)
    return rounded if meets(target, rounded) != meets(target, value) else None


def rounding_disagrees(target: Target, value: Decimal, status: Status) -> Iterator[Borderline]:
    """If at the due date the rounded value would be met and the full one is missed, or the other way round."""
    rounded = rounds_otherwise(target, value)
    if rounded is not None:
        yield Borderline("rounding", Status.MISSED if status is Status.MET else Status.MET, rounded)


def straight_line_disagrees(pace: Pace, cutoffs: Cutoffs) -> Iterator[Borderline]:
    """If a level's pace is good on the straight line and not by its rate of growth, or the other way round."""
    if pace.straight is not None:
        straight = verdict(pace.straight, cutoffs)
        if (straight in GOOD) != (pace.status in GOOD):
            yield Borderline("straight_line", straight, pace.straight.value)


def far_from_every_limit(target: Target, figure: Figure, pace: Pace, begun: Spread, cutoffs: Cutoffs) -> bool:
    """Whether no last digit can matter, seen from the pace alone: `last_digit_disagrees` would find nothing then.

    The value that is just on track moves no further than the beginning does, or, where it grows by a rate, in proportion to
    it: that holds of beginnings above zero, and where on track asks for no more than the line.
    """
    if begun.low <= 0 < begun.half_digit or not 0 <= cutoffs.on_track <= 1 or target.high is not None:
        return False
    on_track = value_at_pace(target, pace, begun.value, cutoffs.on_track)
    if on_track is None:
        return False
    moved = begun.half_digit and begun.half_digit * max(ONE, on_track / begun.value)
    reach = figure.half_digit + moved
    return all(abs(figure.value - limit) > reach for limit in (on_track, *_ends(target)))


def last_digit_disagrees(
    target: Target, figure: Figure, status: Status, *, course: Course, begun: Spread, cutoffs: Cutoffs
) -> Iterator[Borderline]:
    """If the true figures lie across the line with a chance worth telling, spread evenly within their last digits.

    `course` is what the pace is measured on, and `begun` its baseline as far as it was reported.
    """
    if figure.half_digit == 0 and begun.half_digit == 0:
        return
    value = Spread(figure.value, figure.half_digit)
    good = chance_of(value, begun, lambda start: _good_values(target, course, start, cutoffs), _ends(target))
    across = 1 - good if status in GOOD else good
    if across >= _LEAST_CHANCE:
        paced = _on_pace_from(target, course.begun_at(course.baseline), cutoffs) is not None
        paced |= target.indicator.kind.manner.every_year
        there = (Status.BEHIND, Status.ON_TRACK) if paced else (Status.REVERSING, Status.MET)
        yield Borderline("last_digit", there[status not in GOOD], chance=across)


def reached_within_last_digit(target: Target, figure: Figure, status: Status) -> Iterator[Borderline]:
    """If at the due date the true figure is met instead of missed, or the other way round, with a chance worth telling."""
    if figure.half_digit == 0:
        return
    met = Spread(figure.value, figure.half_digit).within(limits(target))
    across = 1 - met if status is Status.MET else met
    if across >= _LEAST_CHANCE:
        yield Borderline("last_digit", Status.MISSED if status is Status.MET else Status.MET, chance=across)


def _good_values(
    target: Target, course: Course, start: Decimal, cutoffs: Cutoffs
) -> tuple[Decimal | None, Decimal | None]:
    """From where to where a value is good, if the way began at `start`: that meets the goal, or that keeps the pace."""
    low, high = limits(target)
    paced = _on_pace_from(target, course.begun_at(start), cutoffs)
    if paced is None:
        return low, high
    if end_of_way(target, start) > start:
        return (paced if low is None else min(low, paced)), high
    return low, (paced if high is None else max(high, paced))


def _ends(target: Target) -> tuple[Decimal, ...]:
    return tuple(one for one in limits(target) if one is not None)


def _on_pace_from(target: Target, begun: Course, cutoffs: Cutoffs) -> Decimal | None:
    """The value that is just on track, or None where there is no pace to keep."""
    pace = measure(target, begun, cutoffs)
    if not isinstance(pace, Pace):
        return None
    if pace.value is None:
        return pace.expected if pace.rule is Rule.MILESTONE else None
    return value_at_pace(target, pace, begun.baseline, cutoffs.on_track)
