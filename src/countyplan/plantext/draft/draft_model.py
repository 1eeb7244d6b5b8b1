"""What a draft holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.plantext.outline import Clause
from countyplan.plantext.reading.document import Document
from countyplan.plantext.responsible import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedTarget:
    """A target as read from the text; None is what could not be settled. `line` and `at` say where the words stand.

    `doubts` are ids of reasons (`draft.doubt.…` in the catalogues).
    """

    clause: int
    name: str | None
    areas: tuple[str, ...]
    comparator: str | None
    goal: Decimal | tuple[Decimal, Decimal] | None
    unit: str | None
    due: int | str | None
    kind: str | None
    firmness: str
    wording: str
    confidence: Decimal
    doubts: tuple[str, ...]
    at: int
    start: int


@dataclass(frozen=True, slots=True)
class DraftedNumber:
    """A number that is no target, the words that hold it, and the id of the reason (`draft.why.…`)."""

    clause: int
    words: str
    why: str
    at: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedPlan:
    """A plan as read from its text."""

    document: Document
    language: str
    title: str | None
    issuer: str | None
    issued: str | None
    for_comment: bool
    first: int | None
    last: int | None
    areas: tuple[str, ...]
    clauses: tuple[Clause, ...]
    units: Mapping[int, tuple[Named, ...]]
    targets: tuple[DraftedTarget, ...]
    not_targets: tuple[DraftedNumber, ...] = field(default=())
