"""Workbooks, and the tables of documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.open.own_report import is_own_document
from countyplan.submission.readers.source import Read, Source

if TYPE_CHECKING:
    from countyplan.office.content import OfficeKind


def of_workbook(suffix: str) -> Callable[[Source], Read]:
    """The reader of workbooks of that suffix."""

    def read(source: Source) -> Read:
        from countyplan.submission.open.workbook_reader import WORKBOOKS

        return opened(source, suffix, WORKBOOKS)

    return read


def of_document(source: Source) -> Read:
    """The tables of a document."""
    from countyplan.submission.open.workbook_reader import DOCUMENTS

    return opened(source, ".docx", DOCUMENTS)


def opened(source: Source, suffix: str, wanted: frozenset[OfficeKind]) -> Read:
    """The tables of an office file, if it is of a kind that is `wanted` under its suffix."""
    from countyplan.office.content import OfficeKind
    from countyplan.submission.open.workbook_reader import grids_of
    from countyplan.submission.readers.sheets import of_sheets

    outcome = source.opener.open(source.data)
    found = grids_of(outcome, source.file, suffix, wanted, source.limits)
    if isinstance(found, Diagnostic):
        return Read(diagnostics=[found])
    kind, grids = found
    read = of_sheets(grids, source, own_report=is_own_document(outcome))
    if kind is OfficeKind.XLS:
        read.diagnostics.insert(0, Diagnostic(Code.XLS_HIDES, Place(source.file)))
    return read
