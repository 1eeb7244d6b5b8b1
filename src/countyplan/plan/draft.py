"""A plan's files while something in them is still open: `TODO` stands where nobody has settled what the text means.

The strict models refuse what is open, since nothing may be judged by it; these read the same files for lists, for the
audit against the text and for `plan show`, with None for what is open.
"""

from __future__ import annotations

from decimal import Decimal
from os.path import lexists
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.file import read_tree
from countyplan.plan.levels import bind_levels
from countyplan.plan.todo import TODO
from countyplan.source import Node
from countyplan.source.fault import faults_in
from countyplan.source.yaml_tree import plain

_Model = TypeVar("_Model", bound=BaseModel)

TARGETS = "targets.yaml"
RESPONSIBILITIES = "responsibilities.yaml"
COMMITMENTS = "commitments.yaml"


def _number_or_label(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def _or_none(value: object) -> object:
    if isinstance(value, dict):
        return value.get("zh") or next(iter(value.values()), None)
    return None if value == TODO else value


Label = Annotated[int | str | None, BeforeValidator(_number_or_label), BeforeValidator(_or_none)]
Open = Annotated[str | None, BeforeValidator(_or_none)]
OpenNumber = Annotated[Decimal | None, BeforeValidator(_or_none)]
OpenGoal = Annotated[Decimal | tuple[Decimal, Decimal] | None, BeforeValidator(_or_none)]


class _Loose(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class DraftIdentity(_Loose):
    """Which plan it is, as far as that is known; `drafted` names the text that a draft was made from."""

    id: Open = None
    title: Open = None
    title_en: Open = None
    issued: Open = None
    baseline: Label = None
    first: Label = None
    last: Label = None
    drafted: Open = None


class DraftArea(_Loose):
    """An area by its names, and its government."""

    id: str
    name: Open = None
    name_en: Open = None
    government: Open = None
    aliases: tuple[str, ...] = ()


class DraftTotal(_Loose):
    """What all areas are called together."""

    name: Open = None
    name_en: Open = None
    aliases: tuple[str, ...] = ()


class DraftClause(_Loose):
    """A clause by its number or label."""

    number: Label
    mark: Open = None
    chapter: Open = None
    title: Open = None


class DraftReading(_Loose):
    """What we read into the text."""

    id: str
    on: Open = None
    text: Open = None
    because: Open = None


class DraftGoal(_Loose):
    """A goal, None while it is open, and the words that hold it."""

    areas: tuple[str, ...] = ()
    goal: OpenGoal = None
    wording: Open = None
    due: Label = None
    comparator: Open = None
    kind: Open = None
    firmness: Open = None
    readings: tuple[str, ...] = ()


class Doubt(_Loose):
    """How sure a draft is of a target, from 0 to 1, and why it is not surer."""

    confidence: Decimal
    reasons: tuple[str, ...] = ()


class DraftIndicator(_Loose):
    """What a clause demands, as far as it is settled."""

    id: str
    name: Open = None
    name_en: Open = None
    aliases: tuple[str, ...] = ()
    clause: Label = None
    kind: Open = None
    unit: Open = None
    comparator: Open = None
    tolerance: OpenNumber = None
    firmness: Open = None
    due: Label = None
    readings: tuple[str, ...] = ()
    goals: tuple[DraftGoal, ...] = ()
    draft: Doubt | None = None

    def as_in(self, goal: DraftGoal) -> DraftIndicator:
        """The indicator with what one of its goals says for itself."""
        own = {name: getattr(goal, name) for name in ("due", "comparator", "kind", "firmness")}
        said = {name: told for name, told in own.items() if told is not None}
        return self.model_copy(update={**said, "readings": (*self.readings, *goal.readings)}) if said else self


class DraftNotTarget(_Loose):
    """Numbers of the text that demand nothing, and why."""

    clause: Label = None
    words: tuple[str, ...] = ()
    why: Open = None
    why_en: Open = None


class DraftTargets(_Loose):
    """`targets.yaml`."""

    plan: DraftIdentity = DraftIdentity()
    areas: tuple[DraftArea, ...] = ()
    total: DraftTotal = DraftTotal()
    clauses: tuple[DraftClause, ...] = ()
    readings: tuple[DraftReading, ...] = ()
    indicators: tuple[DraftIndicator, ...] = ()
    not_targets: tuple[DraftNotTarget, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _bind_levels(cls, given: Any) -> Any:
        return bind_levels(given)


class DraftUnit(_Loose):
    """A responsible unit."""

    id: str
    name: Open = None
    name_en: Open = None
    each_area: bool = False


class DraftResponsibility(_Loose):
    """The units of a clause, in order."""

    clause: Label
    units: tuple[str, ...] = ()


class DraftResponsibilities(_Loose):
    """`responsibilities.yaml`."""

    units: tuple[DraftUnit, ...] = ()
    clauses: tuple[DraftResponsibility, ...] = ()
    none_named: tuple[Label, ...] = ()


class DraftCommitment(_Loose):
    """What a clause promises without a number."""

    id: str
    clause: Label = None
    wording: Open = None
    due: Label = None


class DraftCommitments(_Loose):
    """`commitments.yaml`, which a plan may have."""

    readings: tuple[DraftReading, ...] = ()
    commitments: tuple[DraftCommitment, ...] = ()


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


class DraftError(Exception):
    """The files cannot be read even as a draft; `diagnostics` says why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


def load_draft(folder: Path) -> Draft:
    """The plan in `folder` with None for what is open. Raises `DraftError` where the files have no such form."""
    faults: list[Diagnostic] = []
    targets = _model(DraftTargets, read_tree(folder / TARGETS, faults), faults)
    responsibilities = _model(DraftResponsibilities, read_tree(folder / RESPONSIBILITIES, faults), faults)
    commitments = None
    if lexists(folder / COMMITMENTS):
        commitments = _model(DraftCommitments, read_tree(folder / COMMITMENTS, faults), faults)
    if targets is None or responsibilities is None or faults:
        raise DraftError(tuple(faults))
    return Draft(targets=targets, responsibilities=responsibilities, commitments=commitments)


def _model(model: type[_Model], tree: Node | None, faults: list[Diagnostic]) -> _Model | None:
    if tree is None:
        return None
    try:
        return model.model_validate(plain(tree))
    except ValidationError as error:
        found = faults_in(tree, error)
        faults += [
            Diagnostic(Code.PLAN_VALUE_INVALID, fault.place, {"path": fault.path, "detail": fault.detail})
            for fault in found
        ]
        return None
