"""Which of the plan's targets are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from countyplan.plan.commitments import BoundCommitment
from countyplan.plan.model import TOTAL, ResponsibleUnit
from countyplan.plan.plan import Plan, Target


@dataclass(frozen=True, slots=True)
class Selection:
    """Areas by id, clauses by number, responsible units by id or by a county government's name; None means all."""

    areas: frozenset[str] | None = None
    clauses: frozenset[int] | None = None
    units: frozenset[str] | None = None

    def targets(self, plan: Plan) -> tuple[Target, ...]:
        """The plan's targets that are asked for, in its order."""
        return tuple(target for target in plan.targets if self._takes(plan, target))

    def commitments(self, plan: Plan) -> tuple[BoundCommitment, ...]:
        """The plan's commitments that are asked for, in its order."""
        return tuple(one for one in plan.commitments if self._takes_commitment(plan, one))

    def of_reporters(self, areas: frozenset[str]) -> Selection:
        """The same where no area was named: what binds the areas that reported, and every total."""
        return replace(self, areas=areas | {TOTAL})

    def _takes(self, plan: Plan, target: Target) -> bool:
        clause = target.indicator.clause
        asked = self._asks_for(target.area, clause)
        return asked and (self.units is None or bool(self.units & answering(plan, clause, target.area)))

    def _takes_commitment(self, plan: Plan, one: BoundCommitment) -> bool:
        asked = self._asks_for(one.area, one.commitment.clause)
        return asked and (self.units is None or bool(self.units & answering_for(plan, one)))

    def _asks_for(self, area: str, clause: int) -> bool:
        in_area = self.areas is None or area in self.areas
        return in_area and (self.clauses is None or clause in self.clauses)


def answering(plan: Plan, clause: int, area: str) -> frozenset[str]:
    """Who answers for a clause in an area: ids of units, and the names of the governments that one of them stands for."""
    return _ids_of(plan, plan.responsible(clause), area)


def answering_for(plan: Plan, one: BoundCommitment) -> frozenset[str]:
    """Who answers for a commitment where it binds; the same as for its clause, unless it names its own units."""
    return _ids_of(plan, plan.responsible_for(one), one.area)


def _ids_of(plan: Plan, named: tuple[ResponsibleUnit, ...], area: str) -> frozenset[str]:
    governments = {
        one.government for one in plan.areas if any(unit.each_area for unit in named) and area in {one.id, TOTAL}
    }
    return frozenset({unit.id for unit in named} | governments)


def rests_on(plan: Plan, target: Target) -> frozenset[tuple[str, str]]:
    """The figures that can matter to a target, by area and indicator: parts of a total, components of a quotient."""
    quotient = target.indicator.quotient
    names = [target.indicator.id] if quotient is None else [target.indicator.id, quotient.of, quotient.by]
    areas = (*plan.area_ids, TOTAL) if target.area == TOTAL else (target.area,)
    return frozenset((area, name) for area in areas for name in names)
