"""What a reader gets, who opens office files for it, and what it makes of its file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.limits import Limits
from countyplan.plan import Plan
from countyplan.submission.cell import Entry
from countyplan.submission.filed import Filing
from countyplan.submission.record.vocabulary import Record
from countyplan.submission.reported import ReportedFigure

if TYPE_CHECKING:
    from countyplan.office.client import Opener
    from countyplan.submission.ledger import Project
    from countyplan.submission.plain.document import PlainDocuments
    from countyplan.submission.table.table_reading import Note


def opener_within(stack: ExitStack, limits: Limits) -> Callable[[], Opener]:
    """Who opens office files until `stack` is closed: made, and loaded, when first needed."""

    @cache
    def opener() -> Opener:
        from countyplan.office.client import Opener

        return stack.enter_context(Opener(limits))

    return opener


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read: its bytes, what it is called, how its text is encoded, if that was said, and who opens it.

    `suffix` is what its name says that it is, or what was said; `documents` reads those that are like others of the same run.
    """

    data: bytes
    file: str
    suffix: str
    plan: Plan
    opener: Callable[[], Opener]
    limits: Limits
    documents: PlainDocuments
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a file: entries, findings, how a table was understood, and if this program wrote it.

    `figures` are those that it has understood itself.
    """

    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    own_report: bool = False
    records: list[Record] = field(default_factory=list)
    filings: list[Filing] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    areas: set[str] = field(default_factory=set)
    figures: list[ReportedFigure] = field(default_factory=list)


Reader = Callable[[Source], Read]
