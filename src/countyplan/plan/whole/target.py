"""An indicator as it binds one area."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.plan.files.indicator import Indicator
from countyplan.quantity import Period, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An indicator as it binds one area, or the total, by one year: the goal and the words of the plan that hold it.

    `goal` is the number to compare with, in `unit`; `high` is the upper end where the plan gives a range. `indicator` has
    what the goal says for itself; `dated` is whether that is its year, so that it may be one of several.
    Of a goal that is relative to another figure `goal` is by how much it has to be more, until that figure is known: then
    it is the number that comes of it, and `against` the figure. `in_force` is the day from which an adjusted goal counts,
    and `set_by` the document that set it.
    """

    indicator: Indicator
    unit: Unit
    area: str
    goal: Decimal
    high: Decimal | None
    wording: str
    dated: bool = False
    against: Decimal | None = None
    in_force: str | None = None
    set_by: str | None = None

    @property
    def due(self) -> Period:
        """The period at whose end the goal has to be reached."""
        return Period.of_year(self.indicator.due)

    @property
    def lift(self) -> Decimal:
        """What is added to a value for it to compound: 100 to a growth in %, nothing to an amount."""
        return self.indicator.kind.manner.index / self.unit.factor

    def set_against(self, other: Decimal) -> Target:
        """The same with the number that comes of the figure which the goal is relative to."""
        high = None if self.high is None else self.high + other
        return replace(self, goal=self.goal + other, high=high, against=other)

    @property
    def key(self) -> tuple[str, str, int]:
        """By what it is known: the ids of indicator and area, and the year it is due."""
        return self.indicator.id, self.area, self.indicator.due
