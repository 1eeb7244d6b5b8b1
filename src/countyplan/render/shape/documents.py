"""The whole documents that are written as JSON, by the commands that write them, as `parts.py` has their parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from countyplan.choice import By, Status
from countyplan.diagnostics import Severity
from countyplan.render.shape.ledger import Ledger
from countyplan.render.shape.parts import (
    Assessment,
    Changes,
    ClauseName,
    Commitment,
    CommitmentNow,
    Demand,
    Finding,
    Group,
    MadeFrom,
    PeriodName,
    PlanName,
    Shape,
)
from countyplan.render.shape.plans import AuditShown, DemandChanged, Shown


class LevelNow(Shape):
    """A level of areas."""

    level: str | None
    name: str
    areas: int
    summary: dict[Status, int]


class Report(Shape):
    """The gap report."""

    plan: PlanName
    as_of: PeriodName
    made_from: MadeFrom
    summary: dict[Status, int]
    doubtful: dict[Status, int]
    not_used: int
    levels: list[LevelNow] | None = None
    assessments: list[Assessment]
    diagnostics: list[Finding]
    changes: Changes | None
    not_shown: int
    commitments: list[CommitmentNow]
    ledger: Ledger | None = None
    group: Group | None = None


class TargetAndArea(Shape):
    """A target by its ids."""

    target: str
    area: str


class Sheet(Shape):
    """A sheet."""

    group: Group
    file: str
    summary: dict[Status, int]
    doubtful: dict[Status, int]
    not_used: int


class Index(Shape):
    """The list of the sheets."""

    plan: PlanName
    as_of: PeriodName
    made_from: MadeFrom
    by: By
    sheets: list[Sheet]
    in_no_sheet: list[TargetAndArea]
    diagnostics: list[Finding]


class Findings(Shape):
    """Findings."""

    files: int
    figures: int
    summary: dict[Severity, int]
    diagnostics: list[Finding]
    not_shown: int


class Part(Shape):
    """A part of the arithmetic."""

    heading: str
    lines: list[str]


class Explanation(Shape):
    """The arithmetic behind a verdict."""

    title: str
    parts: list[Part]
    assessment: Assessment | None = None
    commitment: CommitmentNow | None = None


class Meaning(Shape):
    """What a code means."""

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    before: str
    after: str


class Unit(Shape):
    """A responsible unit."""

    unit: str
    id: str
    governments: dict[str, str] | None
    clauses: list[ClauseName]
    targets: list[TargetAndArea]


class SettingNow(Shape):
    """A setting."""

    name: str
    value: str | bool | None
    origin: Literal["environment", "file", "default"]
    source: str | None
    flag: str
    variable: str
    commands: list[str]


# What each command writes with `--format json`.
DOCUMENTS: Mapping[str, Any] = {
    "check": Report,
    "report --by": Index,
    "validate": Findings,
    "explain": Explanation,
    "explain CODE": Meaning,
    "targets": list[Demand],
    "units": list[Unit],
    "commitments": list[Commitment],
    "commitments PATH": list[CommitmentNow],
    "config": list[SettingNow],
    "plan validate": Findings,
    "plan show": Shown,
    "plan audit": AuditShown,
    "plan diff": list[DemandChanged],
}
