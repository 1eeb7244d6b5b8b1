"""What the sheets of a file report, each by what it holds: a list of projects, a record a row, or figures."""

from __future__ import annotations

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.filing import dated, dated_records, without_filing
from countyplan.submission.grid import Grid
from countyplan.submission.ledger.reader import read_ledger
from countyplan.submission.open.own_report import is_own_table
from countyplan.submission.readers.source import Read, Source
from countyplan.submission.record.table import read_records
from countyplan.submission.table.evidence.remarks import comments_told
from countyplan.submission.table.tables import read_tables


def of_sheets(grids: list[Grid], source: Source, *, own_report: bool = False) -> Read:
    """What the sheets of a file report: those with a record a row, and those with figures."""
    if is_own_table(grids):
        return Read(diagnostics=[Diagnostic(Code.REPORT_NAMED, Place(source.file))], own_report=True)
    sheets = [without_filing(grid, source.plan) for grid in grids]
    read = Read(own_report=own_report, filings=[sheet.filing for sheet in sheets])
    read.notes.extend(note for sheet in sheets for note in sheet.notes)
    read.diagnostics.extend(told for sheet in sheets for told in comments_told(sheet.grid))
    of_figures = []
    for sheet in sheets:
        listed = read_ledger(sheet.grid, source.plan, source.file)
        # A list that names no area beside sheets that do is one that only explains.
        if listed is not None and (listed.projects or len(grids) == 1):
            read.projects.extend(listed.projects)
            read.areas.update(listed.areas)
            read.diagnostics.extend(listed.diagnostics)
            continue
        found = read_records(sheet.grid, source.plan, source.file)
        if found is None:
            of_figures.append(sheet.grid)
        else:
            read.records.extend(dated_records(found.records, sheets))
            read.diagnostics.extend(found.diagnostics)
    reading = read_tables(of_figures, source.file, source.plan)
    # A sheet that only explains is no fault of a file that reports something else.
    if reading.understood or len(of_figures) == len(grids):
        read.entries.extend(dated(reading.entries, sheets))
        read.diagnostics.extend(reading.diagnostics)
        read.notes.extend(reading.notes)
    return read
