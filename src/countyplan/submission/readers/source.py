"""What a reader gets, who opens office files for it, and what it makes of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from types import TracebackType
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
    from countyplan.office.reading import Outcome


class LazyOpener:
    """An `Opener` that is made when it is first needed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._opener: Opener | None = None

    def __enter__(self) -> LazyOpener:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._opener is not None:
            self._opener.close()

    def open(self, data: bytes) -> Outcome:
        """What the file holds, or that it brought the process that opens it to an end."""
        if self._opener is None:
            from countyplan.office.client import Opener

            self._opener = Opener(self._limits)
        return self._opener.open(data)


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
