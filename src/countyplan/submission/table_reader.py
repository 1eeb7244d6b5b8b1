"""From a table to entries, as a careful clerk would read it; whatever places no figure for certain is told, never guessed."""

from __future__ import annotations

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.grid import Grid
from countyplan.submission.layout import LongLayout, find_layouts
from countyplan.submission.long_reader import LongReader
from countyplan.submission.table_reading import Note, TableReading, stated_for_all, unread_units
from countyplan.submission.wide_reader import WideReader

__all__ = ["Note", "TableReading", "read_table"]


def read_table(grid: Grid, plan: Plan, document: str) -> TableReading:
    """The entries of the tables in a sheet, in long or wide form; `document` names the submission that they are."""
    layouts = find_layouts(grid, plan)
    reading = TableReading(understood=bool(layouts))
    for layout in layouts:
        if (title := layout.context.otherwise) is not None:
            words = {"text": (title.text or "").strip()}
            reading.diagnostics.append(Diagnostic(Code.NO_OUTCOMES, title.place, words))
            continue
        reading.diagnostics.extend(unread_units(layout.context))
        if stated := stated_for_all(layout.context, plan):
            header = layout.header if isinstance(layout, LongLayout) else layout.headers.start
            place = next(cell.place for row in grid.rows[header:] for cell in row)
            reading.notes.append(Note(place, "reading.context", {"meaning": stated}))
        if isinstance(layout, LongLayout):
            LongReader(grid, plan, document, layout, reading).read()
        else:
            WideReader(grid, plan, document, layout, reading).read()
    return reading
