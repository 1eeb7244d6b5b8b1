"""Whether a value meets a goal, and how far it is from it (method, sections 1 and 2)."""

from __future__ import annotations

from decimal import Decimal

from countyplan.plan import Target
from countyplan.quantity import round_half_even
from countyplan.quantity.exact import decimal_places

ONE = Decimal(1)
ZERO = Decimal(0)


def meets(target: Target, value: Decimal) -> bool:
    """Whether `value`, unrounded, meets the goal."""
    low, high = limits(target)
    if value in (low, high):
        return not is_strict(target)
    return (low is None or value > low) and (high is None or value < high)


def limits(target: Target) -> tuple[Decimal | None, Decimal | None]:
    """From where to where the goal is met; None where it has no such end."""
    sense = target.indicator.comparator.sense
    low = lower_tolerance(target) if sense.tolerant else target.goal
    return low if sense.rises else None, upper_end(target) if sense.falls else None


def rounded_to_goal(target: Target, value: Decimal) -> Decimal:
    """`value` rounded to the digits of the limit it is compared with (half to even, in one step)."""
    return round_half_even(value, decimal_places(end_of_way(target, value)))


def lower_tolerance(target: Target) -> Decimal:
    """From where on a goal of about so much is met."""
    return _as_written(target.goal, target.goal - abs(target.goal) * (target.indicator.tolerance or ZERO))


def upper_tolerance(target: Target) -> Decimal:
    """Above which a goal of about so much is met with a remark."""
    return _as_written(target.goal, target.goal + abs(target.goal) * (target.indicator.tolerance or ZERO))


def _as_written(goal: Decimal, limit: Decimal) -> Decimal:
    """A limit without the zeros that multiplying by a tolerance adds and nobody wrote: of 30 it is 27 and not 27.0."""
    return round_half_even(limit, max(decimal_places(goal), decimal_places(limit.normalize())))


def upper_end(target: Target) -> Decimal:
    """The upper end of a range; the goal itself where there is none."""
    return target.goal if target.high is None else target.high


def aim(target: Target, value: Decimal) -> Decimal:
    """The number that a value short of the goal has to come to: of a range the nearer end."""
    return upper_end(target) if value > upper_end(target) else target.goal


def end_of_way(target: Target, value: Decimal) -> Decimal:
    """The number that a pace and a step from `value` lead to: where the goal begins to be met."""
    return lower_tolerance(target) if target.indicator.comparator.sense.tolerant else aim(target, value)


def is_strict(target: Target) -> bool:
    """Whether the goal itself does not meet it."""
    return target.indicator.comparator.sense.strict


def rising(target: Target) -> bool:
    """Whether the goal is reached by growing, and stays reached however much more there is."""
    sense = target.indicator.comparator.sense
    return sense.rises and not sense.is_range


def falling(target: Target) -> bool:
    """Whether the goal is reached by shrinking."""
    sense = target.indicator.comparator.sense
    return sense.falls and not sense.is_range


def gap(target: Target, value: Decimal) -> Decimal:
    """How much `value` lacks to the goal, in the plan's unit and never negative; zero when the goal is met.

    A goal of about so much is measured to the plan's own number and not to where our tolerance ends. A strict goal that is
    exactly equalled lacks zero and is still not met.
    """
    if meets(target, value):
        return ZERO
    return abs(aim(target, value) - value)
