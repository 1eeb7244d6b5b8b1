"""What the plan promises without a number, and what it sets for single years."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from countyplan.dataclass import dataclass
from countyplan.plan.beside.commitments import BoundCommitment
from countyplan.plan.files.milestones import Milestone, WorkStep
from countyplan.plan.whole.contents import Contents
from countyplan.quantity import Period


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
