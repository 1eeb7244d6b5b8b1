"""Units that change within a sheet: 单位：元 among the rows, or behind a heading, for the rows below it."""

from __future__ import annotations

from countyplan.quantity import Unit
from countyplan.submission.table.find.row_kinds import RowKinds
from countyplan.submission.table.find.title import UnitsBelow
from countyplan.submission.words.title.words import unit_behind, units_in


def units_below(rows: RowKinds, data: range) -> UnitsBelow:
    """From which of the rows of data on which units hold, where notes or headings among them say so; None: those of before.

    A note holds until the next one; what a heading says in brackets ends with the next heading. What stands below the last
    figure is about the whole table and not told here.
    """
    last = next((row for row in reversed(data) if rows.has_named_figures(row)), data.start)
    found: list[tuple[int, tuple[Unit, ...] | None]] = []
    noted: tuple[Unit, ...] | None = None
    headed = False
    for row in range(data.start, last):
        texts = [text for column in range(len(rows.grid.rows[row])) if (text := rows.grid.text(row, column))]
        if not texts or rows.has_named_figures(row):
            continue
        stated = tuple(unit for text in texts for unit in units_in(text) if unit is not None)
        behind = tuple(unit for cell in rows.heading(row) if (unit := unit_behind(cell.text or "")) is not None)
        if stated:
            noted, headed = stated, False
            found.append((row, stated))
        elif behind:
            headed = True
            found.append((row, behind))
        elif headed and len(texts) == 1:
            headed = False
            found.append((row, noted))
    return tuple(found)
