"""Tables that stand beside each other under one header that says the same twice, as leaflets save paper."""

from __future__ import annotations

from dataclasses import replace

from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.words.fields import LABELLED
from countyplan.submission.words.label import read_label
from countyplan.submission.words.title.words import units_in

_ROWS_LOOKED_AT = 50


def parted(grid: Grid, plan: Plan) -> list[Grid]:
    """The tables of a sheet that stand beside each other, each at its own place in a sheet that is else blank; or the sheet.

    A title over one of them is its own; the only title of a row, and a note of units, are for all of them.
    """
    for row in range(min(len(grid.rows), _ROWS_LOOKED_AT)):
        if starts := _starts(grid, row, plan):
            ends = [*starts[1:], grid.width]
            spans = [range(start, end) for start, end in zip([0, *starts[1:]], ends, strict=True)]
            return [_part(grid, row, span) for span in spans]
    return [grid]


def _starts(grid: Grid, row: int, plan: Plan) -> list[int]:
    """The columns at which a row begins to say the same again: 指标 and what follows it; empty where it does not."""
    columns = [column for column, cell in enumerate(grid.rows[row]) if cell.said]
    texts = ["".join(grid.text(row, column).split()) for column in columns]
    if len(texts) < 4 or read_label(texts[0], plan).field not in LABELLED:
        return []
    length = next((at for at in range(1, len(texts)) if texts[at] == texts[0]), 1)
    times, rest = divmod(len(texts), length)
    if length < 2 or rest or texts != texts[:length] * times:
        return []
    return columns[::length]


def _part(grid: Grid, header: int, span: range) -> Grid:
    rows = []
    for at, cells in enumerate(grid.rows):
        titles = sum(bool(cell.said) and not units_in(cell.text or "") for cell in cells)
        for_all = at < header and titles <= 1
        kept = [for_all or column in span or bool(units_in(cell.text or "")) for column, cell in enumerate(cells)]
        rows.append([cell if stays else Cell("", cell.place) for cell, stays in zip(cells, kept, strict=True)])
    odd = {(row, column): code for (row, column), code in grid.odd.items() if column in span}
    return replace(grid, rows=rows, odd=odd)
