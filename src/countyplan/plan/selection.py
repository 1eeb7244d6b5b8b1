"""Which of the plan's targets are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from countyplan.plan.model import TOTAL
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

    def of_reporters(self, areas: frozenset[str]) -> Selection:
        """The same where no area was named: what binds the areas that reported, and every total."""
        return replace(self, areas=areas | {TOTAL})

    def _takes(self, plan: Plan, target: Target) -> bool:
        clause = target.indicator.clause
        in_area = self.areas is None or target.area in self.areas
        in_clause = self.clauses is None or clause in self.clauses
        return in_area and in_clause and (self.units is None or bool(self.units & answering(plan, clause, target.area)))


def answering(plan: Plan, clause: int, area: str) -> frozenset[str]:
    """Who answers for a clause in an area: ids of units, and the names of the governments that one of them stands for."""
    named = plan.responsible(clause)
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
