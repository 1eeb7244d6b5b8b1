"""From a table to entries, as a careful clerk would read it; whatever places no figure for certain is told, never guessed."""

from __future__ import annotations

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.grid import Grid
from countyplan.submission.table.evidence.clear_columns import clear_in_spite_of_title
from countyplan.submission.table.evidence.footnotes import with_footnotes
from countyplan.submission.table.evidence.plan_table import plan_table, without_goals
from countyplan.submission.table.evidence.short_years import with_whole_years
from countyplan.submission.table.find.layout import LongLayout
from countyplan.submission.table.find.side_by_side import parted
from countyplan.submission.table.find.table_finder import find_layouts
from countyplan.submission.table.long.reader import LongReader
from countyplan.submission.table.table_reading import Note, TableReading, stated_for_all, unread_units
from countyplan.submission.table.wide.reader import WideReader

__all__ = ["Note", "TableReading", "read_table"]


def read_table(grid: Grid, plan: Plan, document: str) -> TableReading:
    """The entries of the tables in a sheet, in long or wide form; `document` names the submission that they are."""
    grid, footnotes = with_footnotes(with_whole_years(grid), plan)
    found = [(part, layout) for part in parted(grid, plan) for layout in find_layouts(part, plan)]
    reading = TableReading(understood=bool(found))
    for part, layout in found:
        clear = clear_in_spite_of_title(part, plan, layout)
        if (title := layout.context.otherwise) is not None and not clear:
            words = {"text": (title.text or "").strip()}
            reading.diagnostics.append(Diagnostic(Code.NO_OUTCOMES, title.place, words))
            continue
        before = len(reading.entries)
        reading.diagnostics.extend(unread_units(layout.context))
        if stated := stated_for_all(layout.context, plan):
            header = layout.header if isinstance(layout, LongLayout) else layout.headers.start
            place = next(cell.place for row in part.rows[header:] for cell in row)
            reading.notes.append(Note(place, "reading.context", {"meaning": stated}))
        if isinstance(layout, LongLayout):
            LongReader(part, plan, document, layout, reading).read()
        else:
            WideReader(grid=part, plan=plan, document=document, layout=layout, reading=reading, clear=clear).read()
        titled = layout.context.period.year if layout.context.period is not None else None
        entries = footnotes.applied(layout.context.applied(reading.entries[before:]), reading.diagnostics)
        reading.entries[before:] = without_goals(entries, plan_table(part, plan, layout), titled, reading.diagnostics)
    return reading
