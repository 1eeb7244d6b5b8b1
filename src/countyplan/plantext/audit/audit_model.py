"""What an audit finds, and where the words that a plan's data quotes stand in its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import cache, lru_cache

from countyplan.dataclass import dataclass
from countyplan.plantext.outline import Clause
from countyplan.plantext.reading.document import Document
from countyplan.quantity.width import single_width


class State(StrEnum):
    """How a number of the text is accounted for."""

    TARGET = "target"
    NOT_TARGET = "not_target"
    COMMITMENT = "commitment"
    MARK = "mark"
    WORD = "word"
    IDENTITY = "identity"
    OPEN = "open"


class FindingKind(StrEnum):
    """What is open: in the text and not in the data, or the other way round, or different in both."""

    UNACCOUNTED = "unaccounted"
    WORDING_LACKING = "wording_lacking"
    WORDING_TOO_RARE = "wording_too_rare"
    GOAL_NOT_IN_WORDING = "goal_not_in_wording"
    UNIT_NOT_IN_WORDING = "unit_not_in_wording"
    GOAL_OPEN = "goal_open"
    DUE_NOT_IN_TEXT = "due_not_in_text"
    OTHER_AREA = "other_area"
    NUMBER_NOT_IN_CLAUSE = "number_not_in_clause"
    NOT_TARGET_LACKING = "not_target_lacking"
    COMMITMENT_LACKING = "commitment_lacking"
    CLAUSE_LACKING = "clause_lacking"
    CLAUSE_NOT_IN_DATA = "clause_not_in_data"
    CLAUSE_DIFFERS = "clause_differs"
    UNITS_DIFFER = "units_differ"
    IDENTITY_DIFFERS = "identity_differs"
    READING_NUMBER = "reading_number"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph of the document, by its number from 0."""

    at: int
    start: int
    end: int

    def holds(self, at: int, start: int, end: int) -> bool:
        """Whether another stretch lies within it."""
        return self.at == at and self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """A number of the text and how it is accounted for: by which target (`by`), or why it is none (`why`, zh and en)."""

    clause: int | str
    line: int
    span: Span
    text: str
    context: str
    state: State
    by: tuple[str, ...] = ()
    why: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something open. `words` fill in its sentence; `span` says where in the text it is, if it is there."""

    kind: FindingKind
    clause: int | str | None
    words: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """The numbers of a text in order, what is open, and clauses that neither a target nor a commitment speaks of.

    `headings` are the text's own, by the numbers of its clauses and of what only holds clauses; empty before the first.
    """

    document: Document
    headings: Mapping[int | str | None, str]
    numbers: tuple[NumberRow, ...]
    findings: tuple[Finding, ...]
    silent: tuple[int | str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is open."""
        return not self.findings

    def count(self, state: State) -> int:
        """How many numbers are in that state."""
        return sum(one.state is state for one in self.numbers)


@lru_cache(maxsize=8192)
def occurrences(words: str, clause: Clause) -> tuple[Span, ...]:
    """Every place in a clause where `words` stand; width and spaces make no difference."""
    pattern = _quoted(words)
    return tuple(
        Span(part.at, found.start(), found.end())
        for part in clause.parts
        for found in pattern.finditer(part.paragraph.narrow)
    )


@cache
def _quoted(words: str) -> re.Pattern[str]:
    bare = "".join(single_width(words).split())
    return re.compile(r"\s*".join(map(re.escape, bare)))


def line_of(clause: Clause, span: Span) -> int:
    """The line of the text at which a stretch begins."""
    return next(part.paragraph.line for part in clause.parts if part.at == span.at)
