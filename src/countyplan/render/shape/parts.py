"""The shape of what is written as JSON: a test holds all that the examples give against it, and a page is made from it.

Amounts are decimals as text, never rounded floats. What a field means is said in `meanings.yaml`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from countyplan.assess.assessment import Missing
from countyplan.choice import By, Status
from countyplan.commitments import Standing
from countyplan.diagnostics import Severity
from countyplan.plan import Comparator, Firmness, Kind
from countyplan.submission.record.commitment import State
from countyplan.submission.record.proof import ProofKind

Digits: TypeAlias = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$")]
ClauseName: TypeAlias = int | str
PeriodName: TypeAlias = int | str


class Shape(BaseModel):
    """An object that has these fields and no others."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PlanName(Shape):
    """The plan."""

    id: str
    title: str


class Filing(Shape):
    """Who filled it in."""

    submitted: str
    reporting_unit: str
    filled_in_by: str
    telephone: str


class File(Shape):
    """A file."""

    name: str
    sha256: str
    filing: list[Filing]


class MadeFrom(Shape):
    """What it was made from."""

    version: str
    plan_version: str
    made_on: str
    files: list[File]


class Place(Shape):
    """A place."""

    file: str
    line: int | None
    column: int | None
    cell: str | None


class Waiver(Shape):
    """A waiver."""

    reason: str
    document: str
    approver: str
    until: str
    source: Place


class Demand(Shape):
    """A target."""

    target: str
    indicator: str
    area: str
    clause: ClauseName
    comparator: Comparator
    goal: Digits | list[Digits]
    unit: str
    due: int
    kind: Kind
    firmness: Firmness
    wording: str
    responsible: list[str]
    readings: list[str]
    in_force: str | None = None
    set_by: str | None = None


class Baseline(Shape):
    """The baseline."""

    period: str
    value: Digits


class Step(Shape):
    """The step from here."""

    amount: Digits
    per_year: Digits | None
    is_rate: bool
    times: Digits | None
    projection: Digits | None


class Verdict(Shape):
    """A verdict."""

    status: Status
    value: Digits | None
    period: str | None
    pace: Digits | None


class DemandAndVerdict(Verdict, Demand):
    """A target and its verdict."""


class Assessment(DemandAndVerdict):
    """A row of the report."""

    baseline: Baseline | None
    gap: Digits | None
    points_ahead: Digits | None
    time_progress: Digits | None
    progress: Digits | None
    expected: Digits | None
    step: Step | None
    borderline: bool
    doubtful: bool
    missing_reason: Missing | None
    waiver: Waiver | None
    sources: list[Place]
    reason: str
    remarks: list[str]
    notes: list[str]


class Finding(Place):
    """A finding."""

    code: str
    severity: Severity
    message: str
    hint: str
    waiver: Waiver | None
    known: bool


class Change(Shape):
    """A change."""

    target: str
    area: str
    change: Literal["worse", "better", "new", "same", "not_comparable", "other_verdict", "added", "dropped"]
    then: Verdict | DemandAndVerdict | None
    now: Verdict | DemandAndVerdict | None


class Changes(Shape):
    """Since the period before."""

    since: PeriodName
    summary: dict[str, int]
    targets: list[Change]


class Said(Shape):
    """The state as reported."""

    state: State
    period: str
    date: str | None
    by: str
    note: str
    source: Place


class Proof(Shape):
    """A piece of evidence."""

    kind: ProofKind
    text: str
    sha256: str | None


class Commitment(Shape):
    """A commitment."""

    commitment: str
    name: str
    clause: ClauseName
    area: str
    wording: str
    firmness: Firmness
    due: int
    responsible: list[str]
    evidence: str
    readings: list[str]


class CommitmentNow(Commitment):
    """How a commitment stands."""

    state: Standing
    reported: Said | None
    proofs: list[Proof]
    state_before: Standing | None


class Group(Shape):
    """A part of the report."""

    by: By
    id: str
    number: str
    name: str
