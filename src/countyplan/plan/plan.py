"""The plan put together: what it demands of whom, and who answers for it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from countyplan.plan.commitments import BoundCommitment, CommitmentsFile, Evidence
from countyplan.plan.model import (
    TOTAL,
    Area,
    Clause,
    Component,
    Cutoffs,
    Identity,
    Indicator,
    Milestone,
    MilestonesFile,
    Reading,
    ResponsibilitiesFile,
    ResponsibleUnit,
    TargetsFile,
)
from countyplan.quantity import Period, Unit, find_unit
from countyplan.quantity.width import squeezed

# Nobody names anything at such length; looking for what it resembles would only take time.
_LONGEST_NAME = 60
_DROPPED = str.maketrans("", "", "“”\"'‘’")


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator as it binds one area, or the total: the goal and the words of the plan that hold it.

    `goal` is the number to compare with; `high` is the upper end where the plan gives a range.
    """

    indicator: Indicator
    area: str
    goal: Decimal
    high: Decimal | None
    wording: str

    @property
    def due(self) -> Period:
        """The period at whose end the goal has to be reached."""
        return Period.of_year(self.indicator.due)


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything the plan's files say, with the look-ups that the rest needs."""

    targets_file: TargetsFile
    responsibilities: ResponsibilitiesFile
    milestones_file: MilestonesFile
    commitments_file: CommitmentsFile = field(default_factory=CommitmentsFile)

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

    @property
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

    @property
    def baseline(self) -> Period:
        """The period from whose end the pace is measured."""
        return Period.of_year(self.identity.baseline)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every indicator for every area that it binds: by indicator, then by area in the plan's order, then totals."""
        order = (*self.area_ids, TOTAL)
        return tuple(
            sorted(
                (_target(indicator, area, goal.goal, goal.wording) for indicator in self.indicators
                 for goal in indicator.goals for area in goal.areas),
                key=lambda target: (self.indicators.index(target.indicator), order.index(target.area)),
            )
        )  # fmt: skip

    @cached_property
    def commitments(self) -> tuple[BoundCommitment, ...]:
        """Every commitment for every area that it binds: as the file has them, then by area in the plan's order."""
        order = (*self.area_ids, TOTAL)
        return tuple(
            BoundCommitment(one, area)
            for one in sorted(self.commitments_file.commitments, key=lambda one: one.clause)
            for area in order
            if area in one.areas
        )

    @cached_property
    def measured(self) -> Mapping[str, Component]:
        """Everything that a submission may report, by id: indicators and components."""
        return {one.id: one for one in (*self.indicators, *self.targets_file.components)}

    def area(self, area_id: str) -> Area:
        """The county of that id."""
        return next(area for area in self.areas if area.id == area_id)

    def clause(self, number: int) -> Clause:
        """The clause of that number."""
        return next(clause for clause in self.clauses if clause.number == number)

    def reading(self, reading_id: str) -> Reading:
        """Our reading of that id."""
        readings = (*self.targets_file.readings, *self.commitments_file.readings)
        return next(reading for reading in readings if reading.id == reading_id)

    def evidence(self, evidence_id: str) -> Evidence:
        """The kind of document of that id."""
        return next(one for one in self.commitments_file.evidence if one.id == evidence_id)

    def unit_of_measure(self, indicator_id: str) -> Unit:
        """The unit that the plan measures an indicator in."""
        unit = find_unit(self.measured[indicator_id].unit)
        if unit is None:
            raise LookupError(indicator_id)
        return unit

    def binds(self, indicator_id: str, area: str) -> bool:
        """Whether a figure of `area` can matter: for a target of its own, as a part of a total, or as a component."""
        bound = {target.area for target in self.targets if target.indicator.id == indicator_id}
        return not bound or area in bound or TOTAL in bound

    def responsible(self, clause: int) -> tuple[ResponsibleUnit, ...]:
        """The units that a clause names, in the plan's order; none where it names none."""
        by_id = {unit.id: unit for unit in self.units}
        named = (one.units for one in self.responsibilities.clauses if one.clause == clause)
        return tuple(by_id[unit] for units in named for unit in units)

    def responsible_for(self, bound: BoundCommitment) -> tuple[ResponsibleUnit, ...]:
        """The units that answer for a commitment: those that its own sentence names, else those of its clause."""
        named = bound.commitment.units
        if named is None:
            return self.responsible(bound.commitment.clause)
        return tuple(unit for unit in self.units if unit.id in named)

    def milestone(self, indicator_id: str, area: str, period: Period) -> Milestone | None:
        """The goal that is set for the end of the year which `period` closes, if any."""
        if not period.closes_year:
            return None
        wanted = (indicator_id, area, period.year)
        found = (one for one in self.milestones_file.milestones if (one.indicator, one.area, one.year) == wanted)
        return next(found, None)

    @cached_property
    def area_names(self) -> Names:
        """By what names and codes the counties and their total are known."""
        total = self.targets_file.total
        known = [(area.id, (area.id, area.name, area.code, area.name_en, *area.aliases)) for area in self.areas]
        return Names([*known, (TOTAL, (TOTAL, total.name, total.name_en, *total.aliases))])

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


def _target(indicator: Indicator, area: str, goal: Decimal | tuple[Decimal, Decimal], wording: str) -> Target:
    low, high = goal if isinstance(goal, tuple) else (goal, None)
    return Target(indicator, area, low, high, wording)


class Names:
    """Names and what they stand for. Width, case, spaces and quotation marks make no difference; nothing else is forgiven."""

    def __init__(self, known: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._ids: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._suggested: dict[str, str] = {}
        self._near: dict[str, str | None] = {}
        for identity, names in known:
            for name in names:
                folded = squeeze(name)
                self._ids.setdefault(folded, identity)
                self._written.setdefault(folded, name)
                # Where an id (gdp) and a name (GDP) differ in nothing that counts, people write the name.
                if self._suggested.setdefault(folded, name) == identity:
                    self._suggested[folded] = name

    def find(self, name: str) -> str | None:
        """The id that `name` stands for, or None."""
        return self._ids.get(squeeze(name))

    def nearest(self, name: str) -> str | None:
        """The known name that looks most like `name`, to be suggested and never taken; None where two things do so alike."""
        if len(name) > _LONGEST_NAME:
            return None
        if name not in self._near:
            near = difflib.get_close_matches(squeeze(name), self._suggested, n=2, cutoff=0.6)
            alike = len({self._ids[one] for one in near}) > 1 and len({_likeness(name, one) for one in near}) == 1
            self._near[name] = self._suggested[near[0]] if near and not alike else None
        return self._near[name]

    def of(self, identity: str) -> tuple[str, ...]:
        """The names of one of them, as they are written."""
        return tuple(self._written[name] for name, one in self._ids.items() if one == identity)

    def written(self) -> frozenset[str]:
        """All names as they are written."""
        return frozenset(self._written.values())


def _likeness(name: str, known: str) -> float:
    return difflib.SequenceMatcher(None, known, squeeze(name)).ratio()


def squeeze(name: str) -> str:
    """`name` without what makes no difference."""
    return squeezed(name).translate(_DROPPED).casefold()
