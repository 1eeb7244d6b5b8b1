"""Which of the plan's targets are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from countyplan.dataclass import dataclass
from countyplan.plan.beside.commitments import BoundCommitment
from countyplan.plan.files.responsibilities import ResponsibleUnit
from countyplan.plan.files.values import TOTAL, ClauseId
from countyplan.plan.names import Names
from countyplan.plan.whole.plan import Plan
from countyplan.plan.whole.target import Target

# The word for every area of the plan, and for all of them together.
ALL = "all"


class Part(StrEnum):
    """What a selection names."""

    AREA = "area"
    UNIT = "unit"
    CLAUSE = "clause"


class NotInPlanError(ValueError):
    """Names of areas, of units or of clauses that the plan does not know."""

    def __init__(self, part: Part, names: tuple[str, ...]) -> None:
        super().__init__(f"no {part} of the plan: {', '.join(names)}")
        self.part = part
        self.names = names


@dataclass(frozen=True, slots=True)
class Selection:
    """Areas by id, clauses by number, responsible units by id or by the name of an area's government; None means all.

    With `totals` every target is asked for, too, that several areas are judged by together, whichever they are.
    """

    areas: frozenset[str] | None = None
    clauses: frozenset[ClauseId] | None = None
    units: frozenset[str] | None = None
    totals: bool = False

    @classmethod
    def named(
        cls,
        plan: Plan,
        *,
        areas: Iterable[str] | None = None,
        units: Iterable[str] | None = None,
        clauses: Iterable[ClauseId] | None = None,
    ) -> Selection:
        """What is asked for by ids, names and codes, `all` among the areas meaning every one; None means all.

        Raises `NotInPlanError`.
        """
        asked = None if areas is None else list(areas)
        every = asked is None or ALL in asked
        found_areas = _found(plan.area_names, Part.AREA, (one for one in asked or [] if one != ALL))
        found_units = None if units is None else _found(plan.unit_names, Part.UNIT, units)
        numbers = None if clauses is None else _found_clauses(plan, clauses)
        return cls(None if every else found_areas, numbers, found_units)

    def targets(self, plan: Plan) -> tuple[Target, ...]:
        """The plan's targets that are asked for, in its order."""
        return tuple(target for target in plan.targets if self._takes(plan, target))

    def commitments(self, plan: Plan) -> tuple[BoundCommitment, ...]:
        """The plan's commitments that are asked for, in its order."""
        return tuple(one for one in plan.commitments if self._takes_commitment(plan, one))

    def of_reporters(self, plan: Plan, areas: frozenset[str]) -> Selection:
        """The same where no area was named: what binds those that reported and what they are a part of, and every total."""
        above = plan.tree.with_above([*areas, *([TOTAL] if plan.tree.has_total else [])])
        return replace(self, areas=above, totals=True)

    def _takes(self, plan: Plan, target: Target) -> bool:
        clause = target.indicator.clause
        is_total = self.totals and plan.of_several(target)
        asked = self._asks_for(target.area, clause) or (is_total and self._asks_for_clause(clause))
        return asked and (self.units is None or bool(self.units & answering(plan, clause, target.area)))

    def _takes_commitment(self, plan: Plan, one: BoundCommitment) -> bool:
        asked = self._asks_for(one.area, one.commitment.clause)
        return asked and (self.units is None or bool(self.units & answering_for(plan, one)))

    def _asks_for(self, area: str, clause: ClauseId) -> bool:
        return (self.areas is None or area in self.areas) and self._asks_for_clause(clause)

    def _asks_for_clause(self, clause: ClauseId) -> bool:
        return self.clauses is None or clause in self.clauses


def _found_clauses(plan: Plan, asked: Iterable[ClauseId]) -> frozenset[ClauseId]:
    found = {name: plan.find_clause(name) for name in asked}
    if unknown := tuple(str(name) for name, number in found.items() if number is None):
        raise NotInPlanError(Part.CLAUSE, unknown)
    return frozenset(number for number in found.values() if number is not None)


def _found(names: Names, part: Part, asked: Iterable[str]) -> frozenset[str]:
    found = {name: names.find(name) for name in asked}
    if unknown := tuple(name for name, identity in found.items() if identity is None):
        raise NotInPlanError(part, unknown)
    return frozenset(identity for identity in found.values() if identity is not None)


def answering(plan: Plan, clause: ClauseId, area: str) -> frozenset[str]:
    """Who answers for a clause in an area: ids of units, and the names of the governments that one of them stands for.

    Also who answers for the whole, where the clause names nobody.
    """
    named, whole = plan.responsible(clause), plan.answering_for_the_whole(clause)
    return _ids_of(plan, (*named, whole) if whole is not None and area != TOTAL else named, area)


def answering_for(plan: Plan, one: BoundCommitment) -> frozenset[str]:
    """Who answers for a commitment where it binds; the same as for its clause, unless it names its own units."""
    return _ids_of(plan, plan.responsible_for(one), one.area)


def _ids_of(plan: Plan, named: tuple[ResponsibleUnit, ...], area: str) -> frozenset[str]:
    each_area = any(unit.each_area for unit in named)
    governments = {one.government for one in plan.governed(area)} if each_area else set()
    return frozenset({unit.id for unit in named} | governments)


def rests_on(plan: Plan, target: Target) -> frozenset[tuple[str, str]]:
    """The figures that can matter to a target, by area and indicator: parts of a sum, components that it follows from."""
    indicator, share, other = target.indicator, target.indicator.share, plan.other_of(target)
    areas = (target.area, *plan.tree.below(target.area)) if plan.sums_up(target) else (target.area,)
    own = frozenset([(area, name) for name in (indicator.id, *indicator.parts) for area in areas])
    if share is None and other is None:
        return own
    counted = [(area, share.of) for area in plan.counted_in(target)] if share is not None else []
    return own.union(counted, [other] if other else [])
