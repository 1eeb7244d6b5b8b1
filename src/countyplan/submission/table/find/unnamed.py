"""Columns behind all others of which no header says what they hold: units or notes that were typed beside figures."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.quantity import find_unit
from countyplan.submission.table.find.row_kinds import RowKinds
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label
from countyplan.submission.words.number import Amount, is_not_reported, parse_amount


def unnamed_columns(rows: RowKinds, header: int, end: int, named: dict[int, Label]) -> dict[int, Label]:
    """What the columns behind the `named` ones hold that have no header: units where all say so, else notes.

    Two such columns of one kind, and one where a column of that kind is named, are left out.
    """
    known = {label.field for label in named.values()}
    found: dict[int, Label] = {}
    for column in range(max(named, default=-1) + 1, len(rows.grid.rows[header])):
        texts = [text for row in range(header + 1, end) if not is_not_reported(text := rows.grid.text(row, column))]
        if rows.grid.text(header, column) or not texts or _holds_numbers(texts):
            continue
        field = Field.UNIT if all(find_unit(text) is not None for text in texts) else Field.NOTE
        if field not in known:
            known.add(field)
            found[column] = Label("", field=field)
    return found


def _holds_numbers(texts: Iterable[str]) -> bool:
    return any(isinstance(parse_amount(text), Amount) for text in texts)
