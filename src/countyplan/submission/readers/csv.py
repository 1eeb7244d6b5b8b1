"""Tables as text: CSV and its kin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countyplan.diagnostics import Code, Diagnostic
from countyplan.submission.filed import Filing
from countyplan.submission.readers.source import Read, Source
from countyplan.submission.readers.text import text_of

if TYPE_CHECKING:
    from countyplan.submission.grid import Grid
    from countyplan.submission.table.table_reading import Note


def of_csv(source: Source) -> Read:
    """A table, by the short way where its rows are plain."""
    from countyplan.submission.open.csv_reader import read_csv
    from countyplan.submission.readers.sheets import of_sheets

    text = text_of(source)
    plain = None if isinstance(text, Diagnostic) else _plain_table(text, source)
    if plain is not None:
        return plain
    grid = text if isinstance(text, Diagnostic) else read_csv(text, source.file, source.plan, source.limits)
    if isinstance(grid, Diagnostic):
        return Read(diagnostics=[grid])
    return of_sheets([grid], source)


def _plain_table(text: str, source: Source) -> Read | None:
    """A long table of plain rows; None for any other."""
    from countyplan.submission.plain.table import Careful, read_plain
    from countyplan.submission.readers.sheets import of_sheets

    notes: list[Note] = []

    def carefully(grid: Grid) -> Careful:
        read = of_sheets([grid], source)
        notes[:] = read.notes
        # That a row is no outcome is told of it alone; what else is told of the table, of who filled it in, or of a row as
        # such, stands for no other row.
        no_outcome = [one for one in read.diagnostics if one.code is Code.ROW_NO_OUTCOME]
        told = [*read.records, *read.projects, *(one for one in read.filings if one != Filing())]
        as_such = read.own_report or any(one.place.line != 1 for one in notes)
        if told or as_such or len(no_outcome) < len(read.diagnostics):
            return Careful(None)
        return Careful(read.entries, no_outcome)

    read = read_plain(text, source.file, source.plan, source.limits.cells, carefully)
    if read is None:
        return None
    return Read([], read.diagnostics, notes, filings=[Filing()], figures=read.figures, areas=read.areas)
