"""`responsibilities.yaml`: who answers for which clause."""

from __future__ import annotations

from typing import Annotated

from countyplan.diagnostics import Code
from countyplan.model import field, refused
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import ClauseNumber, Id, Name, Said


class ResponsibleUnit(Frozen):
    """A unit that answers for clauses. With `each_area` it stands for the government of the area at hand."""

    id: Id
    name: Said
    name_en: str = ""
    each_area: bool = False


class Responsibility(Frozen):
    """The units that a clause names, in the plan's order."""

    clause: ClauseNumber
    units: Annotated[tuple[Id, ...], field(min_length=1)]


class ForTheWhole(Frozen):
    """A unit that a clause makes answer for the whole, and the clauses for which it therefore answers; our reading."""

    unit: Id
    clause: ClauseNumber
    answers: Annotated[tuple[ClauseNumber, ...], field(min_length=1)]


class Lead(Frozen):
    """The unit that leads in one indicator, or one commitment, of those that its clause names together.

    It is our reading with a reason, unless the plan (or what supplements it) says so itself: `stated`.
    """

    indicator: Id | None = None
    commitment: Id | None = None
    unit: Id
    stated: bool = False
    because: Name
    because_en: Name

    def check(self) -> None:
        """It leads in one thing."""
        if (self.indicator is None) == (self.commitment is None):
            raise refused(Code.PLAN_VALUE_INVALID, "indicator | commitment")


class ResponsibilitiesFile(Frozen):
    """`responsibilities.yaml`. `none_named` lists the clauses after which no unit stands."""

    units: tuple[ResponsibleUnit, ...]
    clauses: tuple[Responsibility, ...]
    for_the_whole: ForTheWhole | None = None
    leads: tuple[Lead, ...] = ()
    none_named: tuple[ClauseNumber, ...] = ()
