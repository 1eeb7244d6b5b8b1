"""Columns that hold each other's contents: told once for a table, and not cell by cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import permutations
from typing import TypeAlias

from countyplan.diagnostics import Code, Diagnostic, Listed, Terms
from countyplan.plan import Plan
from countyplan.submission.words.fields import NEEDED, Field
from countyplan.submission.words.number import Amount, parse_amount
from countyplan.submission.words.period import read_period

# What is told of a cell that holds nothing of its column's kind.
_WRONG = {
    Code.UNKNOWN_AREA: Field.AREA,
    Code.BAD_PERIOD: Field.PERIOD,
    Code.UNKNOWN_INDICATOR: Field.INDICATOR,
    Code.NOT_A_NUMBER: Field.VALUE,
}
_Cells: TypeAlias = Mapping[Field, Diagnostic]


def crossed_told_once(found: list[Diagnostic], plan: Plan) -> list[Diagnostic]:
    """A file's findings, in which those of rows that hold each other's contents are one for the same columns of all rows."""
    rows: dict[tuple[str, int, int], dict[Field, Diagnostic]] = defaultdict(dict)
    for one in found:
        # A file whose findings have no line or cell has no rows.
        if one.code in _WRONG and any((row := one.place.row)[1:]):
            rows[row][_WRONG[one.code]] = one
    crossed: dict[tuple[str, tuple[Field, ...]], list[_Cells]] = defaultdict(list)
    for (sheet, _, _), cells in rows.items():
        if len(cells) > 1 and _fit_elsewhere(cells, plan):
            crossed[sheet, tuple(one for one in NEEDED if one in cells)].append(cells)
    if not crossed:
        return found
    left = {id(one) for rows_of_it in crossed.values() for cells in rows_of_it for one in cells.values()}
    return [
        *(one for one in found if id(one) not in left),
        *(_told(fields, rows_of_it) for (_, fields), rows_of_it in crossed.items()),
    ]


def _fit_elsewhere(cells: _Cells, plan: Plan) -> bool:
    """Whether each of these cells holds what another of their columns is for."""
    fields = list(cells)
    return any(
        all(_fits(cells[at].words["text"], other, plan) for at, other in zip(fields, others, strict=True))
        for others in permutations(fields)
    )


def _fits(text: str, field: Field, plan: Plan) -> bool:
    match field:
        case Field.AREA:
            return plan.area_names.find(text) is not None
        case Field.PERIOD:
            return read_period(text)[0] is not None
        case Field.INDICATOR:
            return plan.indicator_names.find(text) is not None
        case _:
            return isinstance(parse_amount(text), Amount)


def _told(fields: Iterable[Field], rows: list[_Cells]) -> Diagnostic:
    first = sorted(rows[0].values(), key=lambda one: one.place.sort_key())
    words = {
        "columns": Terms.of([f"field.{field}" for field in fields]),
        "text": Listed.of([rows[0][field].words["text"] for field in fields]),
        "count": str(len(rows)),
    }
    subjects = [subject for cells in rows for one in cells.values() for subject in one.subjects]
    return Diagnostic(Code.COLUMNS_CROSSED, first[0].place, words, None, tuple(dict.fromkeys(subjects)))
