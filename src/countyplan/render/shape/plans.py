"""What is written as JSON of a plan's own files: the plan, the audit of its text, what changed between two versions."""

from __future__ import annotations

from countyplan.plan import Comparator, Firmness, Kind
from countyplan.plantext.audit.audit_model import FindingKind, State
from countyplan.render.shape.parts import ClauseName, Digits, PlanName, Shape
from countyplan.versions import DemandChange


class PlanShown(Shape):
    """Which plan it is."""

    id: str | None
    version: str | None
    language: str
    title: str | None
    titles: dict[str, str]
    baseline: ClauseName | None
    first: ClauseName | None
    last: ClauseName | None


class AreaShown(Shape):
    """An area."""

    area: str
    name: str | None
    names: dict[str, str]
    code: str | None
    level: str | None
    parent: str | None
    depth: int | None
    parts: list[str]


class LabelShown(Shape):
    """What areas are called."""

    level: str | None
    names: dict[str, str]
    plurals: dict[str, str]


class ClauseShown(Shape):
    """A clause."""

    clause: ClauseName | None
    mark: str | None
    title: str | None
    titles: dict[str, str]
    responsible: list[str | None]


class Named(Shape):
    """A name by its id."""

    id: str
    name: str | None
    names: dict[str, str]


class RelationShown(Shape):
    """What a goal is set against."""

    indicator: str
    area: str | None


class ShareShown(Shape):
    """Of which areas a share is."""

    of: str
    comparator: str | None
    goal: Digits | None
    level: str | None


class TargetShown(Shape):
    """A target as the plan's files have it."""

    target: str
    indicator: str | None
    area: str
    clause: ClauseName | None
    comparator: str | None
    goal: Digits | list[Digits] | None
    unit: str | None
    due: ClauseName | None
    kind: str | None
    firmness: str | None
    wording: str | None
    responsible: list[str]
    base: ClauseName | None
    relative_to: RelationShown | None
    share: ShareShown | None
    in_force: str | None
    set_by: str | None
    readings: list[str]
    confidence: Digits | None
    doubts: list[str]


class Shown(Shape):
    """A plan."""

    plan: PlanShown
    areas: list[AreaShown]
    labels: list[LabelShown]
    clauses: list[ClauseShown]
    units: list[Named]
    indicators: list[Named]
    targets: list[TargetShown]


class AuditFinding(Shape):
    """Something open."""

    kind: FindingKind
    clause: ClauseName | None
    line: int | None
    message: str
    words: dict[str, str] | None = None


class AuditNumber(Shape):
    """A number of the text."""

    clause: ClauseName | None
    line: int
    column: int
    number: str
    context: str
    state: State
    by: list[str]
    why: str | None


class AuditShown(Shape):
    """The audit of a text."""

    plan: PlanName
    text: str
    clean: bool
    summary: dict[State, int]
    findings: list[AuditFinding]
    numbers: list[AuditNumber]
    silent_clauses: list[ClauseName]


class DemandThen(Shape):
    """A target in one version."""

    clause: ClauseName
    comparator: Comparator
    goal: Digits | list[Digits]
    unit: str
    due: int
    kind: Kind
    firmness: Firmness
    wording: str
    responsible: list[str]
    base: int | None
    relative_to: RelationShown | None
    share: ShareShown | None
    in_force: str | None
    set_by: str | None


class DemandChanged(Shape):
    """What became of a target."""

    target: str
    indicator: str
    area: str
    changes: list[DemandChange]
    old: DemandThen | None
    new: DemandThen | None
