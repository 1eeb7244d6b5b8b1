"""Which values meet a goal, so that two goals can be set against each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from countyplan.assess.rule.comparator import is_strict, limits
from countyplan.dataclass import dataclass
from countyplan.plan import Target


@dataclass(frozen=True, slots=True)
class Values:
    """The values that meet a goal, from one limit to another; None is no limit, `*_in` whether the limit itself meets it."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True

    def within(self, other: Values) -> bool:
        """Whether every one of these values is one of the others."""
        own_high, their_high = _negated(self.high), _negated(other.high)
        begins = _above(self.low, other.low, inside=other.low_in or not self.low_in)
        return begins and _above(own_high, their_high, inside=other.high_in or not self.high_in)

    def in_unit_of(self, one: Target, two: Target) -> Values:
        """The values of `one`, converted to the unit of `two`."""
        low, high = (None if value is None else one.unit.convert(value, two.unit) for value in (self.low, self.high))
        return replace(self, low=low, high=high)


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _above(low: Decimal | None, limit: Decimal | None, *, inside: bool) -> bool:
    """Whether what begins at `low` begins no lower than `limit`; `inside` is whether it may begin just there."""
    if limit is None:
        return True
    return low is not None and (low > limit or (low == limit and inside))


def values_of(target: Target) -> Values:
    """The values that meet a target's goal."""
    low, high = limits(target)
    return Values(low, high, low_in=not is_strict(target), high_in=not is_strict(target))
