"""A plan that may still be open, put together from its files."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.draft.beside import DraftCommitments, DraftResponsibilities, DraftUnit
from countyplan.plan.draft.targets import DraftReading, DraftTargets
from countyplan.plan.error import PlanError
from countyplan.plan.files.read import COMMITMENTS, RESPONSIBILITIES, TARGETS, read_tree
from countyplan.source import Node
from countyplan.source.fault import read_as

_Model = TypeVar("_Model", bound=BaseModel)


class Draft(BaseModel):
    """A plan's files as far as they are settled."""

    model_config = ConfigDict(frozen=True)

    targets: DraftTargets
    responsibilities: DraftResponsibilities
    commitments: DraftCommitments | None = None

    @property
    def readings(self) -> tuple[DraftReading, ...]:
        """The readings of all files."""
        return (*self.targets.readings, *(self.commitments.readings if self.commitments else ()))

    def units_of(self, clause: int | str | None) -> tuple[DraftUnit, ...]:
        """The units that answer for a clause, in order."""
        by_id = {unit.id: unit for unit in self.responsibilities.units}
        named = (one.units for one in self.responsibilities.clauses if one.clause == clause)
        return tuple(by_id[unit] for units in named for unit in units if unit in by_id)

    def is_draft(self) -> bool:
        """Whether it was made by `plan draft` and nobody has declared it finished."""
        return self.targets.plan.drafted is not None


def load_draft(folder: Path) -> Draft:
    """The plan in `folder` with None for what is open. Raises `PlanError` where the files have no such form."""
    faults: list[Diagnostic] = []
    targets = _model(DraftTargets, read_tree(folder / TARGETS, faults), faults)
    responsibilities = _model(DraftResponsibilities, read_tree(folder / RESPONSIBILITIES, faults), faults)
    commitments = None
    if lexists(folder / COMMITMENTS):
        commitments = _model(DraftCommitments, read_tree(folder / COMMITMENTS, faults), faults)
    if targets is None or responsibilities is None or faults:
        raise PlanError(tuple(faults))
    return Draft(targets=targets, responsibilities=responsibilities, commitments=commitments)


def _model(model: type[_Model], tree: Node | None, faults: list[Diagnostic]) -> _Model | None:
    if tree is None:
        return None
    found = read_as(model, tree)
    if isinstance(found, tuple):
        faults += [
            Diagnostic(Code.PLAN_VALUE_INVALID, fault.place, {"path": fault.path, "detail": fault.detail})
            for fault in found
        ]
        return None
    return found
