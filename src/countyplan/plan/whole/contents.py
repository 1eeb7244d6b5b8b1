"""What the plan's files hold, each thing by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.language.shipped import shipped_data
from countyplan.language.texts import Language, Nouns
from countyplan.plan.beside.action_plans import ActionPlanFile
from countyplan.plan.beside.commitments import CommitmentsFile, Evidence
from countyplan.plan.beside.ledger import LedgerFile
from countyplan.plan.beside.panels import Panel, PanelsFile
from countyplan.plan.files.area import Area, Total
from countyplan.plan.files.component import Component
from countyplan.plan.files.identity import Clause, Cutoffs, Identity, Reading
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.milestones import MilestonesFile
from countyplan.plan.files.responsibilities import ResponsibilitiesFile, ResponsibleUnit
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.files.values import TOTAL, ClauseId
from countyplan.plan.own_units import measures_of
from countyplan.plan.tree import AreaTree
from countyplan.quantity import Period, Unit, Units


@dataclass(frozen=True, eq=False)
class Contents:
    """Everything that the plan's files say."""

    targets_file: TargetsFile
    responsibilities: ResponsibilitiesFile
    milestones_file: MilestonesFile
    commitments_file: CommitmentsFile = field(default_factory=CommitmentsFile)
    panels_file: PanelsFile = field(default_factory=PanelsFile)
    folder: Path | None = None
    ledger: LedgerFile = field(default_factory=LedgerFile)
    action_plans: tuple[ActionPlanFile, ...] = ()
    on: str | None = None

    @property
    def ships(self) -> bool:
        """Whether it is the plan that ships with the program, which the examples of findings are written for."""
        return self.folder is not None and self.folder.resolve() == shipped_data().resolve()

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
        """The areas, in the plan's order."""
        return self.targets_file.areas

    def nouns(self, language: Language, level: str | None = None) -> Nouns | None:
        """What areas of a level are called; without a level those that are made up of no others, if they are of one.

        None where the plan does not say so in that language.
        """
        order = (level, None) if level is not None else (None, self._level_of_leaves)
        said = (self.nouns_of_level(language, one) for one in order)
        return next((one for one in said if one is not None), None)

    def nouns_of_level(self, language: Language, level: str | None) -> Nouns | None:
        """What areas of just that level are called; without a level those of every one that has no words of its own."""
        labels = [label for label in self.targets_file.labels if label.level == level]
        said = (label.nouns(language, self.identity.language) for label in labels)
        return next((one for one in said if one is not None), None)

    def level_of(self, area_id: str | None) -> str | None:
        """The level of an area; None of one that has none, and of the total."""
        area = None if area_id is None else self._areas.get(area_id)
        return None if area is None else area.level

    @cached_property
    def _level_of_leaves(self) -> str | None:
        levels = {self._areas[area].level for area in self.tree.leaves}
        return levels.pop() if len(levels) == 1 else None

    @cached_property
    def area_ids(self) -> tuple[str, ...]:
        """The areas' ids, in the plan's order."""
        return tuple(area.id for area in self.areas)

    @cached_property
    def tree(self) -> AreaTree:
        """What each area is made up of, and what it is a part of."""
        return AreaTree(self.areas, self.targets_file.total is not None)

    @cached_property
    def _areas(self) -> Mapping[str, Area]:
        return {area.id: area for area in self.areas}

    def area(self, area_id: str) -> Area:
        """The area of that id."""
        return self._areas[area_id]

    def called(self, area_id: str) -> Area | Total:
        """What holds the names of an area, or of the total. Raises KeyError where the plan has neither."""
        total = self.targets_file.total
        return total if total is not None and area_id == TOTAL else self._areas[area_id]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in the plan's order."""
        return self.targets_file.clauses

    @cached_property
    def _clauses(self) -> Mapping[ClauseId, Clause]:
        return {clause.number: clause for clause in self.clauses}

    def clause(self, number: ClauseId) -> Clause:
        """The clause of that number."""
        return self._clauses[number]

    @cached_property
    def clause_order(self) -> Mapping[ClauseId, int]:
        """The place of each clause in the plan: numbers and texts have no order of their own."""
        return {clause.number: at for at, clause in enumerate(self.clauses)}

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
    def measured(self) -> Mapping[str, Component]:
        """Everything that a submission may report, by id: indicators and components."""
        return {one.id: one for one in (*self.indicators, *self.targets_file.components)}

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

    def unit_of_measure(self, indicator_id: str) -> Unit:
        """The unit that the plan measures an indicator in."""
        return self._units_of_measure[indicator_id]

    @property
    def ledger_unit(self) -> Unit:
        """The unit of the sums in lists of projects. Raises LookupError where the plan keeps no such list."""
        unit = self.measures.find(self.ledger.unit)
        if unit is None:
            raise LookupError(self.ledger.unit)
        return unit

    def panel(self, indicator_id: str) -> Panel | None:
        """How comparable areas once moved in an indicator, if the plan brings that as data."""
        return next((one for one in self.panels_file.panels if one.indicator == indicator_id), None)
