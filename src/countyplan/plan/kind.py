"""What sort of quantity a target is about, and all that follows from it, in one place."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import assert_never

from countyplan.dataclass import dataclass
from countyplan.quantity.unit import Sort, Unit

_COUNTED = frozenset({Sort.COUNTED})
_ADDITIVE = frozenset({Sort.COUNTED, Sort.AMOUNT})
_SHARES = frozenset({Sort.RATIO})
SHARE = "share"
_NOTHING_ADDED = Decimal(0)
_WHOLE = Decimal(100)


class Pacing(StrEnum):
    """By which rule the pace is measured (method, section 3)."""

    SHARE_OF_GOAL = "share_of_goal"
    GROWTH = "growth"
    DISTANCE = "distance"
    AVERAGE = "average"
    KEPT = "kept"
    NONE = "none"


class Told(StrEnum):
    """What a reported figure tells: a state at a date, a running total, a year's change, or the change since a base year."""

    STATE = "state"
    RUNNING_TOTAL = "running_total"
    YEARLY_CHANGE = "yearly_change"
    CHANGE_SINCE_BASE = "change_since_base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a kind of quantity behaves.

    `sorts` are those of the units that it may be measured in. `shrinks`: a change is told by how much less there is.
    `whole`: it is the number of what is there at a date. `held`: reached once, it must stay. `every_year`: it is about every
    year of its time, so that none may lack and nothing is settled before the last. `index` is added to a percentage for it
    to compound: a growth of 20 % is an index of 120.
    """

    pacing: Pacing
    sorts: frozenset[Sort]
    told: Told = Told.STATE
    shrinks: bool = False
    whole: bool = False
    held: bool = False
    every_year: bool = False
    index: Decimal = _NOTHING_ADDED

    @property
    def adds_up(self) -> bool:
        """Whether it is a running total since the plan's start: it begins at zero, cannot fall, and may come by years."""
        return self.told is Told.RUNNING_TOTAL

    @property
    def since_base(self) -> bool:
        """Whether it is a change since a base year, and so nothing in that year itself."""
        return self.told is Told.CHANGE_SINCE_BASE

    def measured_in(self, unit: Unit) -> bool:
        """Whether it may be measured in a unit: a change in what adds up, or else as a share and no other quotient."""
        if self.has_base and not unit.sort.adds_up and unit.dimension != SHARE:
            return False
        return unit.sort in self.sorts

    @property
    def has_base(self) -> bool:
        """Whether it is counted from a base year."""
        return self.told in {Told.YEARLY_CHANGE, Told.CHANGE_SINCE_BASE}

    @property
    def ranks(self) -> bool:
        """Whether it is a place in an order, of which the first is the best."""
        return Sort.RANK in self.sorts

    @property
    def from_zero_on(self) -> bool:
        """Whether a baseline does not matter to it: its way begins at nothing, or it goes none."""
        return self.adds_up or self.pacing in {Pacing.AVERAGE, Pacing.KEPT}

    @property
    def compounds(self) -> bool:
        """Whether it grows by a rate."""
        return self.pacing is Pacing.GROWTH

    @property
    def from_zero(self) -> bool:
        """Whether it is seen against zero: what adds up, and what is counted."""
        return self.adds_up or self.whole


class Kind(StrEnum):
    """What sort of quantity a target is about, and so by which rule its pace is judged."""

    LEVEL = "level"
    RATIO = "ratio"
    CUMULATIVE = "cumulative"
    COUNT = "count"
    HOLD = "hold"
    GROWTH_RATE = "growth_rate"
    REDUCTION = "reduction"
    GROWTH = "growth"
    BAND = "band"
    RANK = "rank"

    @property
    def manner(self) -> Manner:
        """How it behaves."""
        return _manner(self)


@cache
def _manner(kind: Kind) -> Manner:  # noqa: C901 -- a case for each kind, and nothing else
    match kind:
        case Kind.LEVEL:
            manner = Manner(pacing=Pacing.GROWTH, sorts=_ADDITIVE)
        case Kind.RATIO:
            manner = Manner(pacing=Pacing.DISTANCE, sorts=_SHARES)
        case Kind.CUMULATIVE:
            manner = Manner(pacing=Pacing.SHARE_OF_GOAL, sorts=_ADDITIVE, told=Told.RUNNING_TOTAL)
        case Kind.COUNT:
            manner = Manner(pacing=Pacing.NONE, sorts=_COUNTED, whole=True)
        case Kind.HOLD:
            manner = Manner(pacing=Pacing.DISTANCE, sorts=_SHARES, held=True)
        case Kind.GROWTH_RATE:
            manner = Manner(pacing=Pacing.AVERAGE, sorts=_SHARES, told=Told.YEARLY_CHANGE, every_year=True)
        case Kind.REDUCTION:
            sorts = _SHARES | _ADDITIVE
            manner = Manner(pacing=Pacing.DISTANCE, sorts=sorts, told=Told.CHANGE_SINCE_BASE, shrinks=True)
        case Kind.GROWTH:
            manner = Manner(pacing=Pacing.GROWTH, sorts=_SHARES, told=Told.CHANGE_SINCE_BASE, index=_WHOLE)
        case Kind.BAND:
            manner = Manner(pacing=Pacing.KEPT, sorts=_SHARES | _ADDITIVE, every_year=True)
        case Kind.RANK:
            manner = Manner(pacing=Pacing.NONE, sorts=frozenset({Sort.RANK}))
        case _:
            assert_never(kind)
    return manner
