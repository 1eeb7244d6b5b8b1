"""The plan put together: what it demands of whom, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain
from pathlib import Path

from countyplan.plan.beside.action_plans import ActionPlanFile
from countyplan.plan.beside.commitments import BoundCommitment, Commitment, CommitmentsFile, Evidence
from countyplan.plan.beside.ledger import LedgerFile
from countyplan.plan.beside.panels import Panel, PanelsFile
from countyplan.plan.kind import Told
from countyplan.plan.model import (
    TOTAL,
    Area,
    Clause,
    ClauseId,
    Component,
    Cutoffs,
    Goal,
    Identity,
    Indicator,
    Lead,
    Milestone,
    MilestonesFile,
    Reading,
    ResponsibilitiesFile,
    ResponsibleUnit,
    TargetsFile,
    WorkStep,
)
from countyplan.plan.names import Names
from countyplan.plan.own_units import measures_of
from countyplan.quantity import Period, Unit, Units

# What encloses or ends a mark: （十八）, 十八、, 2.4.
_AROUND_MARKS = "()（）[]【】、.．:： "


# No month has a later one, so that whatever was set in a month counts at its end.
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything the plan's files say, with the look-ups that the rest needs."""

    targets_file: TargetsFile
    responsibilities: ResponsibilitiesFile
    milestones_file: MilestonesFile
    commitments_file: CommitmentsFile = field(default_factory=CommitmentsFile)
    panels_file: PanelsFile = field(default_factory=PanelsFile)
    folder: Path | None = None
    ledger: LedgerFile = field(default_factory=LedgerFile)
    action_plans: tuple[ActionPlanFile, ...] = ()
    on: str | None = None

    def in_force_at(self, period: Period) -> Plan:
        """The plan with the goals that were in force at the end of a period; the plan itself if none was ever adjusted."""
        adjusted = any(goal.in_force for indicator in self.indicators for goal in indicator.goals)
        return replace(self, on=f"{period.year}-{period.month:02}-{_LAST_DAY}") if adjusted else self

    @property
    def identity(self) -> Identity:
        """Which plan this is."""
        return self.targets_file.plan

    @property
    def cutoffs(self) -> Cutoffs:
        """Where the verdicts on a pace part."""
        return self.targets_file.pace

    @property
    def areas(self) -> tuple[Area, ...]:
        """The counties, in the plan's order."""
        return self.targets_file.areas

    @cached_property
    def area_ids(self) -> tuple[str, ...]:
        """The counties' ids, in the plan's order."""
        return tuple(area.id for area in self.areas)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in the plan's order."""
        return self.targets_file.clauses

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators, in the plan's order."""
        return self.targets_file.indicators

    @property
    def units(self) -> tuple[ResponsibleUnit, ...]:
        """The responsible units."""
        return self.responsibilities.units

    @cached_property
    def baseline(self) -> Period:
        """The period from whose end the pace is measured."""
        return Period.of_year(self.identity.baseline)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every indicator for every area that it binds: by indicator, then by area in the plan's order, then totals.

        Of several goals of an indicator for an area the one that is due first comes first; of those for one year only that
        is among them which is in force on the day `on`, by default the last that was set.
        """
        order = {area: at for at, area in enumerate((*self.area_ids, TOTAL))}
        of_each = (
            sorted(
                self._targets(indicator),
                key=lambda target: (order[target.area], target.indicator.due),
            )
            for indicator in self.indicators
        )
        return tuple(chain.from_iterable(of_each))

    def _targets(self, indicator: Indicator) -> Iterator[Target]:
        in_force: dict[tuple[str, int], Goal] = {}
        for goal in sorted(indicator.goals, key=lambda goal: goal.in_force or ""):
            if goal.in_force is None or self.on is None or goal.in_force <= self.on:
                in_force.update(((area, goal.due or indicator.due), goal) for area in goal.areas)
        own = {id(goal): indicator.as_in(goal) for goal in indicator.goals}
        unit = self.unit_of_measure(indicator.id)
        for (area, _), goal in in_force.items():
            low, high = goal.goal if isinstance(goal.goal, tuple) else (goal.goal, None)
            dated = goal.due is not None
            yield Target(own[id(goal)], unit, area, low, high, goal.wording, dated, None, goal.in_force, goal.set_by)

    @cached_property
    def _targets_by_indicator(self) -> Mapping[str, Mapping[str, tuple[Target, ...]]]:
        """For each indicator what binds each area."""
        by_indicator: dict[str, dict[str, tuple[Target, ...]]] = {one.id: {} for one in self.indicators}
        for target in self.targets:
            bound = by_indicator[target.indicator.id]
            bound[target.area] = (*bound.get(target.area, ()), target)
        return by_indicator

    def targets_of(self, indicator_id: str) -> Mapping[str, tuple[Target, ...]]:
        """What an indicator demands of each area that it binds, in the plan's order; nothing of a component.

        Of several goals for an area the one that is due first comes first.
        """
        return self._targets_by_indicator.get(indicator_id, {})

    def target(self, indicator_id: str, area: str, due: int | None = None) -> Target | None:
        """What an indicator demands of an area by a year, by default by the first; None where it does not bind it."""
        bound = self.targets_of(indicator_id).get(area, ())
        return next((one for one in bound if due is None or one.indicator.due == due), None)

    def target_at(self, indicator_id: str, area: str, period: Period) -> Target | None:
        """What an indicator demands of an area next: by the first year that `period` is not past, else by the last."""
        bound = self.targets_of(indicator_id).get(area, ())
        return next((one for one in bound if period.end <= one.due.end), bound[-1] if bound else None)

    @cached_property
    def commitments(self) -> tuple[BoundCommitment, ...]:
        """Every commitment for every area that it binds: as the file has them, then by area in the plan's order."""
        order = (*self.area_ids, TOTAL)
        return tuple(
            BoundCommitment(one, area)
            for one in sorted(self.commitments_file.commitments, key=lambda one: self.clause_order[one.clause])
            for area in order
            if area in one.areas
        )

    @cached_property
    def measured(self) -> Mapping[str, Component]:
        """Everything that a submission may report, by id: indicators and components."""
        return {one.id: one for one in (*self.indicators, *self.targets_file.components)}

    @cached_property
    def _areas(self) -> Mapping[str, Area]:
        return {area.id: area for area in self.areas}

    def area(self, area_id: str) -> Area:
        """The county of that id."""
        return self._areas[area_id]

    @cached_property
    def _clauses(self) -> Mapping[ClauseId, Clause]:
        return {clause.number: clause for clause in self.clauses}

    @cached_property
    def clause_order(self) -> Mapping[ClauseId, int]:
        """The place of each clause in the plan: numbers and texts have no order of their own."""
        return {clause.number: at for at, clause in enumerate(self.clauses)}

    def clause(self, number: ClauseId) -> Clause:
        """The clause of that number."""
        return self._clauses[number]

    @cached_property
    def clause_names(self) -> Names:
        """By what numbers and marks the clauses are known, also without what encloses a mark: 18, （十八）, 十八."""
        return Names(
            (str(one.number), (str(one.number), one.mark, one.mark.strip(_AROUND_MARKS) or one.mark))
            for one in self.clauses
        )

    @cached_property
    def _clauses_by_text(self) -> Mapping[str, ClauseId]:
        return {str(number): number for number in self._clauses}

    def find_clause(self, name: ClauseId) -> ClauseId | None:
        """The number of the clause that is called so."""
        found = self.clause_names.find(str(name))
        return None if found is None else self._clauses_by_text[found]

    @cached_property
    def _readings(self) -> Mapping[str, Reading]:
        return {one.id: one for one in (*self.commitments_file.readings, *self.targets_file.readings)}

    def reading(self, reading_id: str) -> Reading:
        """Our reading of that id."""
        return self._readings[reading_id]

    @cached_property
    def _evidence(self) -> Mapping[str, Evidence]:
        return {one.id: one for one in self.commitments_file.evidence}

    def evidence(self, evidence_id: str) -> Evidence:
        """The kind of document of that id."""
        return self._evidence[evidence_id]

    @cached_property
    def measures(self) -> Units:
        """The units of measure that ship and those that the plan adds."""
        return measures_of(self.targets_file)

    @cached_property
    def _units_of_measure(self) -> Mapping[str, Unit]:
        found = {one.id: self.measures.find(one.unit) for one in self.measured.values()}
        return {name: unit for name, unit in found.items() if unit is not None}

    @property
    def ledger_unit(self) -> Unit:
        """The unit of the sums in lists of projects. Raises LookupError where the plan keeps no such list."""
        unit = self.measures.find(self.ledger.unit)
        if unit is None:
            raise LookupError(self.ledger.unit)
        return unit

    def unit_of_measure(self, indicator_id: str) -> Unit:
        """The unit that the plan measures an indicator in."""
        return self._units_of_measure[indicator_id]

    def other_of(self, target: Target) -> tuple[str, str] | None:
        """The area and the figure that a goal is relative to; None of a goal that is not."""
        relative = target.indicator.relative_to
        return None if relative is None else (relative.area or target.area, relative.indicator)

    def whole_years_only(self, indicator_id: str) -> bool:
        """Whether it accrues over a year, or is a quotient of what does: a part of a year compares with nothing."""
        measured = self.measured[indicator_id]
        if not isinstance(measured, Indicator):
            return measured.whole_year
        yearly = measured.kind.manner.told is Told.YEARLY_CHANGE
        return yearly or measured.whole_year or any(self.measured[part].whole_year for part in measured.parts)

    def binds(self, indicator_id: str, area: str) -> bool:
        """Whether a figure of `area` can matter: to a target, its own or another, or as a part of a total or a component."""
        bound = self.targets_of(indicator_id)
        if (area, indicator_id) in self._compared_with:
            return True
        if not bound and area == TOTAL:
            return indicator_id in self._components_of_totals
        return not bound or area in bound or TOTAL in bound

    @cached_property
    def _components_of_totals(self) -> frozenset[str]:
        return frozenset(part for one in self.indicators if TOTAL in self.targets_of(one.id) for part in one.parts)

    @cached_property
    def _compared_with(self) -> frozenset[tuple[str, str]]:
        """The figures that goals are relative to."""
        found = (self.other_of(target) for target in self.targets)
        return frozenset(one for one in found if one is not None)

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
        """The counties whose governments answer in an area: its own, or those of all for the total."""
        return self.areas if area == TOTAL else (self.area(area),)

    def answering_for_the_whole(self, clause: ClauseId) -> ResponsibleUnit | None:
        """Who answers for a clause that names nobody because another clause lays the whole on it; None where none does."""
        whole = self.responsibilities.for_the_whole
        if whole is None or clause not in whole.answers or self.responsible(clause):
            return None
        return next((unit for unit in self.units if unit.id == whole.unit), None)

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

    def responsible_for(self, bound: BoundCommitment) -> tuple[ResponsibleUnit, ...]:
        """The units that answer for a commitment: those that its own sentence names, else those of its clause."""
        named = bound.commitment.units
        if named is None:
            return self.responsible(bound.commitment.clause)
        return tuple(unit for unit in self.units if unit.id in named)

    @cached_property
    def _milestones(self) -> Mapping[tuple[str, str, int], Milestone]:
        return {(one.indicator, one.area, one.year): one for one in reversed(self.milestones_file.milestones)}

    def panel(self, indicator_id: str) -> Panel | None:
        """How comparable areas once moved in an indicator, if the plan brings that as data."""
        return next((one for one in self.panels_file.panels if one.indicator == indicator_id), None)

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

    @cached_property
    def area_names(self) -> Names:
        """By what names and codes the counties and their total are known."""
        total = self.targets_file.total
        known = [(area.id, (area.id, area.name, area.code, area.name_en, *area.aliases)) for area in self.areas]
        return Names([*known, (TOTAL, (TOTAL, total.name, total.name_en, *total.aliases))])

    @cached_property
    def _areas_by_name(self) -> Mapping[str, tuple[int, str]]:
        """For each name as it is written which county it is of, and its place in the plan's order."""
        named = ((name, area.id) for area in self.areas for name in (area.name, *area.aliases))
        by_name: dict[str, tuple[int, str]] = {}
        for at, (name, area) in enumerate(named):
            by_name.setdefault(name, (at, area))
        return by_name

    @cached_property
    def _name_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(name) for name in self._areas_by_name}))

    def areas_at_start(self, text: str) -> tuple[tuple[str, str], ...]:
        """The names of counties that `text` begins with, in the plan's order, and which county each is of."""
        starts = {text[:length] for length in self._name_lengths if length <= len(text)}
        found = ((*self._areas_by_name[start], start) for start in starts if start in self._areas_by_name)
        return tuple((name, area) for _, area, name in sorted(found))

    @cached_property
    def indicator_names(self) -> Names:
        """By what names indicators and components are known."""
        return Names((one.id, (one.id, one.name, one.name_en, *one.aliases)) for one in self.measured.values())

    @cached_property
    def commitment_names(self) -> Names:
        """By what names commitments are known, their own words among them."""
        return Names(
            (one.id, (one.id, one.name, one.name_en, *one.aliases, one.wording))
            for one in self.commitments_file.commitments
        )

    @cached_property
    def unit_names(self) -> Names:
        """By what names the responsible units are known, the county governments among them."""
        units = [(unit.id, (unit.id, unit.name, unit.name_en)) for unit in self.units]
        governments = [(area.government, (area.government, area.government_en)) for area in self.areas]
        return Names([*units, *governments])
