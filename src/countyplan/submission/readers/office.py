"""Workbooks, and the tables of documents."""

from __future__ import annotations

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.open.own_report import is_own_document
from countyplan.submission.readers.source import Read, Source

_WORKBOOKS, _DOCUMENTS = (".xlsx", ".xls", ".ods", ".xlsm", ".et"), (".docx",)
OFFICE = (*_WORKBOOKS, *_DOCUMENTS)


def of_office(source: Source) -> Read:
    """The tables of an office file, if it is of a kind that its suffix stands for."""
    from countyplan.office.content import OfficeKind
    from countyplan.submission.open.workbook_reader import DOCUMENTS, WORKBOOKS, grids_of
    from countyplan.submission.readers.sheets import of_sheets

    suffix, outcome = source.suffix, source.opener().open(source.data)
    wanted = WORKBOOKS if suffix in _WORKBOOKS else DOCUMENTS if suffix in _DOCUMENTS else frozenset[OfficeKind]()
    found = grids_of(outcome, source.file, suffix, wanted, source.limits)
    if isinstance(found, Diagnostic):
        return Read(diagnostics=[found])
    kind, grids = found
    read = of_sheets(grids, source, own_report=is_own_document(outcome))
    if kind is OfficeKind.XLS:
        read.diagnostics.insert(0, Diagnostic(Code.XLS_HIDES, Place(source.file)))
    return read
