"""How likely a figure lies somewhere, if all that is known of it is its reported digits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from countyplan.dataclass import dataclass

Limits: TypeAlias = tuple[Decimal | None, Decimal | None]
_Limit: TypeAlias = Callable[[Decimal], Decimal | None]

_ZERO, _ONE = Decimal(0), Decimal(1)
_STEPS = 40
_NEAR = Decimal("1e-30")


@dataclass(frozen=True, slots=True)
class Spread:
    """A value whose true size lies within `half_digit` of `value`, nowhere more likely than elsewhere."""

    value: Decimal
    half_digit: Decimal

    @property
    def low(self) -> Decimal:
        """The least that it can be."""
        return self.value - self.half_digit

    @property
    def high(self) -> Decimal:
        """The most that it can be."""
        return self.value + self.half_digit

    def within(self, limits: Limits) -> Decimal:
        """How likely it lies between two limits, inclusive; None is no limit."""
        low, high = limits
        if self.half_digit == 0:
            inside = (low is None or self.value >= low) and (high is None or self.value <= high)
            return _ONE if inside else _ZERO
        begin = self.low if low is None else max(low, self.low)
        end = self.high if high is None else min(high, self.high)
        return max(end - begin, _ZERO) / (2 * self.half_digit)


def chance_of(value: Spread, begun: Spread, good: Callable[[Decimal], Limits], ends: Iterable[Decimal] = ()) -> Decimal:
    """How likely `value` is good, where what is good depends on where within its last digit the way began.

    That is the area of the good part of the square of all pairs. Between the places where a limit enters or leaves the last
    digit of `value` it is smooth, on a straight line even linear, so that Simpson's rule over each piece gives it: exactly
    for lines, and to more digits than are ever compared for growth. `ends` are where a way of another sort begins.
    """
    good = cache(good)
    if begun.half_digit == 0:
        return value.within(good(begun.value))
    between = [end for end in ends if begun.low < end < begun.high]
    marks = sorted({begun.low, begun.high, *_turns(value, begun, good), *between})
    area = sum((_simpson(value, good, one, two) for one, two in pairwise(marks)), _ZERO)
    return area / (2 * begun.half_digit)


def _simpson(value: Spread, good: Callable[[Decimal], Limits], one: Decimal, two: Decimal) -> Decimal:
    # Just inside the piece, so that a value without a last digit falls on the piece's own side of the turn.
    edge = (two - one) * _NEAR
    first, middle, last = (value.within(good(at)) for at in (one + edge, (one + two) / 2, two - edge))
    return (two - one) * (first + 4 * middle + last) / 6


def _turns(value: Spread, begun: Spread, good: Callable[[Decimal], Limits]) -> list[Decimal]:
    """Where a limit passes an end of the value's last digit."""
    limits: tuple[_Limit, ...] = (lambda at: good(at)[0], lambda at: good(at)[1])
    found = (_where(limit, begun, level) for limit in limits for level in (value.low, value.high))
    return [at for at in found if at is not None]


def _where(limit: _Limit, begun: Spread, level: Decimal) -> Decimal | None:
    """Where a limit, which goes one way only, comes to `level` within the last digit; None if it does not cross it."""
    one, two = begun.low, begun.high
    at_one, at_two = limit(one), limit(two)
    if at_one is None or at_two is None or (at_one - level) * (at_two - level) >= 0:
        return None
    for _ in range(_STEPS):
        middle = one + (two - one) * (level - at_one) / (at_two - at_one)
        at_middle = limit(middle)
        if at_middle is None or abs(at_middle - level) <= abs(at_two - at_one) * _NEAR:
            return middle
        if (at_one - level) * (at_middle - level) > 0:
            one, at_one = middle, at_middle
        else:
            two, at_two = middle, at_middle
    return (one + two) / 2
