"""Who answers for what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from countyplan.dataclass import dataclass
from countyplan.plan.beside.commitments import BoundCommitment, Commitment
from countyplan.plan.files.area import Area
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.responsibilities import Lead, ResponsibleUnit
from countyplan.plan.files.values import TOTAL, ClauseId
from countyplan.plan.whole.contents import Contents


@dataclass(frozen=True, eq=False)
class Answers(Contents):
    """The units that answer for clauses and commitments, and which of them leads."""

    @cached_property
    def _responsible(self) -> Mapping[ClauseId, tuple[ResponsibleUnit, ...]]:
        by_id = {unit.id: unit for unit in self.units}
        named: dict[ClauseId, tuple[ResponsibleUnit, ...]] = {}
        for one in self.responsibilities.clauses:
            named[one.clause] = (*named.get(one.clause, ()), *(by_id[unit] for unit in one.units))
        return named

    def responsible(self, clause: ClauseId) -> tuple[ResponsibleUnit, ...]:
        """The units that a clause names, in the plan's order; none where it names none."""
        return self._responsible.get(clause, ())

    def governed(self, area: str) -> tuple[Area, ...]:
        """The areas whose governments answer in an area: itself, and for the total those that it is made up of."""
        return tuple(map(self.area, self.tree.roots)) if area == TOTAL else (self.area(area),)

    def answering_for_the_whole(self, clause: ClauseId) -> ResponsibleUnit | None:
        """Who answers for a clause that names nobody because another clause lays the whole on it; None where none does."""
        whole = self.responsibilities.for_the_whole
        if whole is None or clause not in whole.answers or self.responsible(clause):
            return None
        return next((unit for unit in self.units if unit.id == whole.unit), None)

    def responsible_for(self, bound: BoundCommitment) -> tuple[ResponsibleUnit, ...]:
        """The units that answer for a commitment: those that its own sentence names, else those of its clause."""
        named = bound.commitment.units
        if named is None:
            return self.responsible(bound.commitment.clause)
        return tuple(unit for unit in self.units if unit.id in named)

    def lead_of_indicator(self, indicator: Indicator) -> Lead | None:
        """The unit that the plan's data names as leading in an indicator, if its clause names it."""
        named = {unit.id for unit in self.responsible(indicator.clause)}
        leads = self.responsibilities.leads
        return next((one for one in leads if one.indicator == indicator.id and one.unit in named), None)

    def lead_of_commitment(self, commitment: Commitment) -> Lead | None:
        """The same of a commitment."""
        units = commitment.units
        named = {unit.id for unit in self.responsible(commitment.clause)} if units is None else set(units)
        leads = self.responsibilities.leads
        return next((one for one in leads if one.commitment == commitment.id and one.unit in named), None)
