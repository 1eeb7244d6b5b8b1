"""What a reader gets, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.limits import Limits
from countyplan.plan import Plan
from countyplan.submission.cell import Entry
from countyplan.submission.entry import ReportedFigure
from countyplan.submission.filed import Filing
from countyplan.submission.open.opener import LazyOpener
from countyplan.submission.record.record import Record

if TYPE_CHECKING:
    from countyplan.submission.ledger import Project
    from countyplan.submission.plain.document import PlainDocuments
    from countyplan.submission.table.table_reading import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read: its bytes, what it is called, how its text is encoded, if that was said, and who opens it.

    `documents` reads those that are like others of the same run.
    """

    data: bytes
    file: str
    plan: Plan
    opener: LazyOpener
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
