"""What sort of quantity a target is about, and all that follows from it, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from countyplan.quantity.unit import Sort

_COUNTED = frozenset({Sort.COUNTED})
_ADDITIVE = frozenset({Sort.COUNTED, Sort.AMOUNT})
_SHARES = frozenset({Sort.RATIO})


class Pacing(StrEnum):
    """By which rule the pace is measured (method, section 3)."""

    SHARE_OF_GOAL = "share_of_goal"
    GROWTH = "growth"
    DISTANCE = "distance"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a kind of quantity behaves.

    `adds_up`: it is a running total since the plan's start, which begins at zero and cannot fall; it may be reported year
    by year. `whole`: it is the number of what is there at a date. `held`: reached once, it must stay. `sorts` are those of
    the units that it may be measured in.
    """

    pacing: Pacing
    sorts: frozenset[Sort]
    adds_up: bool = False
    whole: bool = False
    held: bool = False

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

    @property
    def manner(self) -> Manner:
        """How it behaves."""
        match self:
            case Kind.LEVEL:
                return Manner(pacing=Pacing.GROWTH, sorts=_ADDITIVE)
            case Kind.RATIO:
                return Manner(pacing=Pacing.DISTANCE, sorts=_SHARES)
            case Kind.CUMULATIVE:
                return Manner(pacing=Pacing.SHARE_OF_GOAL, sorts=_ADDITIVE, adds_up=True)
            case Kind.COUNT:
                return Manner(pacing=Pacing.NONE, sorts=_COUNTED, whole=True)
            case Kind.HOLD:
                return Manner(pacing=Pacing.DISTANCE, sorts=_SHARES, held=True)
            case _:
                assert_never(self)
