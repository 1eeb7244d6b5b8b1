"""How a figure has to stand to its goal, and all that follows from it, in one place."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import assert_never

from countyplan.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a comparator asks for (method, section 1).

    `rises`: there is a limit below which the goal is not met, and `falls`: one above. `strict`: the limit itself does not
    meet it. `tolerant`: the limit lies a tolerance below the number that the plan names.
    """

    rises: bool = False
    falls: bool = False
    strict: bool = False
    tolerant: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it is met between two ends."""
        return self.rises and self.falls


class Comparator(StrEnum):
    """How a figure has to stand to its goal."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    ABOUT = "about"

    @property
    def sense(self) -> Sense:
        """What it asks for."""
        return _sense(self)


@cache
def _sense(comparator: Comparator) -> Sense:
    match comparator:
        case Comparator.AT_LEAST:
            return Sense(rises=True)
        case Comparator.MORE_THAN:
            return Sense(rises=True, strict=True)
        case Comparator.AT_MOST:
            return Sense(falls=True)
        case Comparator.LESS_THAN:
            return Sense(falls=True, strict=True)
        case Comparator.BETWEEN:
            return Sense(rises=True, falls=True)
        case Comparator.ABOUT:
            return Sense(rises=True, tolerant=True)
        case _:
            assert_never(comparator)
