"""A goal of an indicator."""

from __future__ import annotations

from typing import Annotated

from countyplan.diagnostics import Code
from countyplan.model import field, refused
from countyplan.plan.comparator import Comparator
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Firmness, Id, Name, Number, Year
from countyplan.plan.kind import Kind


class RelativeTo(Frozen):
    """The figure that a goal is set against: of the same area and period, unless another area is named.

    The goal itself is then by how much it has to be more: nothing, or so many points.
    """

    indicator: Id
    area: Name | None = None


class Goal(Frozen):
    """The number that binds some areas, and the few words of the plan that hold it.

    With `level` it binds every area of that level without listing them.

    An indicator may have goals for several years, each due on its own. What a goal says of its due year, comparator,
    tolerance, firmness, kind or base year counts for it instead of what the indicator says; its readings are added.

    A goal that was adjusted stands once more with the day from which it is in force and the document that set it.
    """

    areas: Annotated[tuple[Name, ...], field(min_length=1)]
    goal: Number | tuple[Number, Number]
    wording: Name
    due: Year | None = None
    comparator: Comparator | None = None
    tolerance: Annotated[Number | None, field(gt=0, lt=1)] = None
    firmness: Firmness | None = None
    kind: Kind | None = None
    base: Year | None = None
    relative_to: RelativeTo | None = None
    in_force: Annotated[str | None, field(pattern=r"^\d{4}-\d\d-\d\d$")] = None
    set_by: Name | None = None
    readings: tuple[Id, ...] = ()
    level: Name | None = None

    def check(self) -> None:
        """A day has a document, and a document a day."""
        if (self.in_force is None) != (self.set_by is None):
            lacking = "in_force" if self.in_force is None else "set_by"
            raise refused(Code.PLAN_KEY_MISSING, "{path}", {"path": lacking})
