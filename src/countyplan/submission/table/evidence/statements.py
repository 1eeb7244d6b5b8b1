"""Lines of a sheet that say until when, or of what, the figures of a whole table count: 统计时间：1-9月."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from countyplan.plan import Plan
from countyplan.submission.grid import Grid
from countyplan.submission.words.note.note import Footnote, begins_statement, lone_statement_in, statement_in
from countyplan.submission.words.number import is_amount
from countyplan.submission.words.title.words import units_in


def statements(grid: Grid, plan: Plan) -> list[tuple[Footnote, range]]:
    """What such lines say, each with the rows that it is said of.

    One of several above tables holds until the next, one of several below them from the last; all others hold for the sheet.
    """
    lines = [(row, [text for cell in cells if (text := cell.said)]) for row, cells in enumerate(grid.rows)]
    figures = [row for row, texts in lines if len(texts) > 1 and any(map(is_amount, texts))]
    if not figures:
        return []
    within = range(figures[0], figures[-1] + 1)
    found = [
        (row, note)
        for row, texts in lines
        if texts and row not in figures
        for note in _said_by(texts, plan, alone=row not in within)
    ]
    everywhere = range(len(grid.rows))
    if not any(row in within for row, _ in found):
        return [(note, everywhere) for _, note in found]
    return [
        (note, everywhere if row > within[-1] and found[0][0] < within[0] else _reach(row, found, figures, everywhere))
        for row, note in found
    ]


def _said_by(texts: list[str], plan: Plan, *, alone: bool) -> Iterator[Footnote]:
    """What the texts of a row say for a whole table; only one that stands `alone`, off the figures, need not say so."""
    joined = [first + second for first, second in pairwise(texts) if begins_statement(first)]
    said = [note for text in (*texts, *joined) if (note := statement_in(text)) is not None]
    yield from said
    if said or not alone or not all(map(units_in, texts[1:])):
        return
    lone = lone_statement_in(texts[0], plan) if len(texts) == 1 else None
    if lone is not None:
        yield lone


def _reach(row: int, found: list[tuple[int, Footnote]], figures: list[int], everywhere: range) -> range:
    """The rows between a line and the next such line with figures between them, above or below."""
    above = found[0][0] < figures[0]
    if above:
        first = min(one for one in (*figures, everywhere.stop) if one > row)
        return range(row, min((other for other, _ in found if other > first), default=everywhere.stop))
    last = max((one for one in figures if one < row), default=row)
    return range(max((other for other, _ in found if other < last), default=0), row)
