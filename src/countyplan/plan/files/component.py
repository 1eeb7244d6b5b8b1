"""What is measured, and what follows from it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from countyplan.diagnostics import Code
from countyplan.model import field, refused
from countyplan.plan.comparator import Comparator
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Id, Name, Number, Said


class Bounds(Frozen):
    """What values are possible at all, inclusive."""

    low: Number | None = None
    high: Number | None = None


class Component(Frozen):
    """A figure without a goal of its own, from which an indicator follows. `prices`: at which amounts are told."""

    id: Id
    name: Said
    name_en: str = ""
    aliases: tuple[Name, ...] = ()
    unit: str
    whole_year: bool = False
    prices: Literal["current"] | None = None
    bounds: Bounds = Bounds()

    @property
    def adds_up(self) -> bool:
        """Whether it is a running total, so that a year's own amount and the total so far are two different figures."""
        return False


class Quotient(Frozen):
    """The two components that an indicator is the quotient of."""

    of: Id
    by: Id


class ChangeOf(Frozen):
    """The component whose change an indicator is, with its value in the base year where a document tells it."""

    of: Id
    base_value: Annotated[Number | None, field(gt=0)] = None
    source: Name | None = None

    def check(self) -> None:
        """A value has a source."""
        if (self.base_value is None) != (self.source is None):
            raise refused(Code.PLAN_VALUE_INVALID, "base_value, source")


class ShareOf(Frozen):
    """Which areas an indicator counts the share of: those whose figure of another one reaches `goal`.

    Counted are the areas of a `level` below the one at hand, or else all below it that are not made up of others.
    """

    of: Id
    comparator: Comparator
    goal: Number
    level: Name | None = None

    def check(self) -> None:
        """There is one limit."""
        if self.comparator.sense.is_range or self.comparator.sense.tolerant:
            raise refused(Code.PLAN_VALUE_INVALID, f"share: {self.comparator.value}")

    def counts(self, value: Decimal) -> bool:
        """Whether an area with such a figure is counted."""
        sense = self.comparator.sense
        if value == self.goal:
            return not sense.strict
        return value > self.goal if sense.rises else value < self.goal
