"""From the sheets of a file to entries, as a careful clerk would read them; whatever places no figure for certain is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import Plan
from countyplan.submission.cell import fault, likely
from countyplan.submission.grid import Grid
from countyplan.submission.open.workbook_reader import cell_name
from countyplan.submission.table.evidence.called import called_otherwise, named_otherwise, titled_otherwise
from countyplan.submission.table.evidence.clear_columns import clear_in_spite_of_title
from countyplan.submission.table.evidence.marks import with_footnotes
from countyplan.submission.table.evidence.plan_table import plan_table, without_goals
from countyplan.submission.table.evidence.remarks import with_remarks
from countyplan.submission.table.evidence.settled import settled
from countyplan.submission.table.evidence.short_years import with_whole_years
from countyplan.submission.table.find.layout import LongLayout
from countyplan.submission.table.find.side_by_side import parted
from countyplan.submission.table.find.table_finder import find_layouts
from countyplan.submission.table.long.reader import LongReader
from countyplan.submission.table.table_reading import Note, TableReading, stated_for_all, unread_units
from countyplan.submission.table.wide.reader import WideReader
from countyplan.submission.words.fields import Field
from countyplan.submission.words.near import slip_of, slip_of_indicator
from countyplan.submission.words.number import is_amount
from countyplan.submission.words.period import read_period


def read_table(grid: Grid, plan: Plan, document: str) -> TableReading:
    """The entries of the tables in a sheet, in long or wide form; `document` names the submission that they are."""
    grid, footnotes = with_footnotes(with_whole_years(grid), plan)
    tables = [(part, find_layouts(part, plan)) for part in parted(grid, plan)]
    found = [
        (part, *one)
        for part, layouts in tables
        for one in zip([0, *(one.end for one in layouts)], layouts, strict=False)
    ]
    reading = TableReading(understood=bool(found))
    for part, begin, layout in found:
        clear = clear_in_spite_of_title(part, plan, layout)
        if (title := layout.context.otherwise) is not None and not clear:
            words = {"text": title.said}
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
        entries = layout.context.applied(reading.entries[before:], plan, reading.diagnostics)
        entries = footnotes.applied(entries, reading.diagnostics)
        reading.entries[before:] = without_goals(entries, plan_table(part, plan, layout), titled, reading.diagnostics)
        reading.diagnostics.extend(titled_otherwise(part, begin, layout, reading.entries[before:], plan))
    return reading


# How many names are told of rows that the plan does not know.
_SHOWN = 8


def read_tables(grids: Iterable[Grid], file: str, plan: Plan) -> TableReading:
    """What all sheets of a file report. A sheet without a table is skipped and told; a file without any is an error."""
    together = TableReading(understood=False)
    skipped = []
    understood = False
    for grid in grids:
        if not _holds_anything(grid):
            continue
        reading = read_table(grid, plan, file)
        if not reading.understood:
            skipped.append(grid)
            continue
        understood = True
        together.entries.extend(with_remarks(grid, reading.entries, plan, reading.diagnostics))
        together.unknown.extend(reading.unknown)
        together.diagnostics.extend([*reading.diagnostics, *_hidden(grid, reading), *_as_text(grid, reading)])
        texts = (cell.text for row in grid.rows for cell in row)
        names = named_otherwise(grid.name, texts, reading.entries, plan)
        together.diagnostics.extend(called_otherwise(_first_cell(grid), grid.name, names))
        together.notes.extend(reading.notes)
    if not understood:
        place = _first_cell(skipped[0]) if skipped else Place(file)
        return TableReading(False, diagnostics=[Diagnostic(Code.NO_TABLE if skipped else Code.EMPTY, place)])
    together.diagnostics.extend(
        Diagnostic(Code.SHEET_SKIPPED, _first_cell(grid), {"sheet": grid.name})
        for grid in skipped
        if _holds_a_number(grid)
    )
    _tell_unknown(together, plan)
    entries = settled(together.entries, plan, together.diagnostics)
    return TableReading(True, entries, diagnostics=together.diagnostics, notes=together.notes)


def _tell_unknown(reading: TableReading, plan: Plan) -> None:
    """The rows that the plan does not know: an error where a name is a slip, or where nothing else was read."""
    nothing_read = not any(Field.VALUE in entry.cells for entry in reading.entries)
    others = []
    for row in {one.names: one for one in reading.unknown}.values():
        slips = {cell: _slip_of(cell.said, code, plan) for cell, code in row.names}
        # A period where a name should stand is in the wrong column.
        misplaced = row.entry is not None and any(read_period(cell.text or "")[0] for cell, _ in row.names)
        if not nothing_read and not misplaced and not any(slips.values()):
            others.append(row.names[0][0])
        elif row.entry is not None:
            reading.entries.append(row.entry)
        else:
            # Told once for each area that has a figure in it, and merged into one finding about them all.
            areas = dict.fromkeys(one.area for one in reading.unknown if one.names == row.names)
            reading.diagnostics.extend(
                fault(cell, code, likely(slips[cell], area, plan), near=slips[cell] or "")
                for cell, code in row.names
                for area in areas
            )
    if others:
        names = list(dict.fromkeys(cell.said for cell in others))
        shown = "” “".join(names[:_SHOWN]) + ("” … “" + names[-1] if len(names) > _SHOWN else "")
        words = {"text": shown, "count": str(len(others))}
        reading.diagnostics.append(Diagnostic(Code.NOT_IN_PLAN, others[0].place, words))


def _slip_of(text: str, code: Code, plan: Plan) -> str | None:
    return slip_of(text, plan.area_names) if code is Code.UNKNOWN_AREA else slip_of_indicator(text, plan)


def _holds_anything(grid: Grid) -> bool:
    return any(cell.said for row in grid.rows for cell in row)


def _holds_a_number(grid: Grid) -> bool:
    """Whether anything could be lost by skipping a sheet; one of explanations holds words only."""
    texts = (cell.text for row in grid.rows for cell in row)
    return any(map(is_amount, texts))


def _first_cell(grid: Grid) -> Place:
    return next(cell.place for row in grid.rows for cell in row if cell.said)


def _as_text(grid: Grid, reading: TableReading) -> Iterator[Diagnostic]:
    """The figures of a sheet that it stores as text, told together."""
    found = _reported(grid, grid.as_text, reading)
    if found:
        yield Diagnostic(Code.NUMBERS_AS_TEXT, found[0], {"count": str(len(found)), "cells": _names(found)})


def _reported(grid: Grid, spots: Iterable[tuple[int, int]], reading: TableReading) -> list[Place]:
    """Where those of these cells stand that hold figures."""
    reported = {entry.cells[Field.VALUE].place for entry in reading.entries if Field.VALUE in entry.cells}
    places = [grid.rows[row][column].place for row, column in sorted(spots)]
    return [place for place in places if place in reported]


def _names(places: Iterable[Place]) -> str:
    return ", ".join((place.cell or "").rpartition("!")[2] for place in places)


def _hidden(grid: Grid, reading: TableReading) -> Iterator[Diagnostic]:
    """What is hidden and was read all the same."""
    if found := _reported(grid, grid.hidden_cells, reading):
        yield Diagnostic(Code.HIDDEN_READ, found[0], {"what": f"{grid.name}!{_names(found)}"})
    if grid.sheet_hidden:
        yield Diagnostic(Code.HIDDEN_READ, _first_cell(grid), {"what": grid.name})
    rows = [(str(row + 1), grid.rows[row]) for row in sorted(grid.hidden) if row < len(grid.rows)]
    columns = [
        (cell_name(0, at).rstrip("1"), [row[at] for row in grid.rows if at < len(row)])
        for at in sorted(grid.hidden_columns)
    ]
    for name, cells in [*rows, *columns]:
        told = next((cell for cell in cells if cell.said), None)
        if told is not None:
            yield Diagnostic(Code.HIDDEN_READ, told.place, {"what": f"{grid.name}!{name}:{name}"})
