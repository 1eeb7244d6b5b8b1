"""The plan put together: what it demands of whom and promises without a number, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from countyplan.dataclass import dataclass
from countyplan.plan.beside.commitments import BoundCommitment, Commitment
from countyplan.plan.files.area import Area
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.milestones import Milestone, WorkStep
from countyplan.plan.files.responsibilities import Lead, ResponsibleUnit
from countyplan.plan.files.values import TOTAL, ClauseId
from countyplan.plan.whole.contents import Contents
from countyplan.plan.whole.demands import Demands
from countyplan.plan.whole.known_as import KnownAs
from countyplan.quantity import Period

# No month has a later one, so that whatever was set in a month counts at its end.
_LAST_DAY = 31


@dataclass(frozen=True, eq=False)
class Promises(Contents):
    """The commitments, and the goals and steps for single years."""

    @cached_property
    def commitments(self) -> tuple[BoundCommitment, ...]:
        """Every commitment for every area that it binds: as the file has them, then by area in the plan's order."""
        return tuple(
            BoundCommitment(one, area)
            for one in sorted(self.commitments_file.commitments, key=lambda one: self.clause_order[one.clause])
            for area in self.tree.order
            if area in one.areas
        )

    @cached_property
    def _milestones(self) -> Mapping[tuple[str, str, int], Milestone]:
        return {(one.indicator, one.area, one.year): one for one in reversed(self.milestones_file.milestones)}

    def milestone(self, indicator_id: str, area: str, period: Period) -> Milestone | None:
        """The goal that is set for the end of the year which `period` closes, if any."""
        return self._milestones.get((indicator_id, area, period.year)) if period.closes_year else None

    @cached_property
    def _steps(self) -> Mapping[tuple[str, str], tuple[WorkStep, ...]]:
        own = (
            WorkStep(commitment=one.commitment, area=file.area, year=one.year, text=one.text, source=file.title)
            for file in self.action_plans
            for one in file.steps
        )
        steps: dict[tuple[str, str], tuple[WorkStep, ...]] = {}
        for one in sorted([*self.milestones_file.steps, *own], key=lambda one: one.year):
            steps[one.commitment, one.area] = (*steps.get((one.commitment, one.area), ()), one)
        return steps

    def steps_by(self, bound: BoundCommitment, period: Period) -> tuple[WorkStep, ...]:
        """The steps that are to be done for a commitment by the end of `period`, the earlier first."""
        steps = self._steps.get((bound.commitment.id, bound.area), ())
        return tuple(one for one in steps if Period.of_year(one.year).end <= period.end)


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


@dataclass(frozen=True, eq=False)
class Plan(Demands, Promises, Answers, KnownAs):
    """Everything the plan's files say, with the look-ups that the rest needs."""

    def in_force_at(self, period: Period) -> Plan:
        """The plan with the goals that were in force at the end of a period; the plan itself if none was ever adjusted."""
        adjusted = any(goal.in_force for indicator in self.indicators for goal in indicator.goals)
        return replace(self, on=f"{period.year}-{period.month:02}-{_LAST_DAY}") if adjusted else self
