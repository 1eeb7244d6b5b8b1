"""The footnotes of a sheet, and which of its figures bear their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from countyplan.diagnostics import Place
from countyplan.pattern import pattern
from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.table.evidence.footnotes import Footnotes
from countyplan.submission.table.evidence.statements import statements
from countyplan.submission.words.note.footnote import footnotes_in
from countyplan.submission.words.note.note import NOTE_HEAD, Footnote
from countyplan.submission.words.note.scope import says_part
from countyplan.submission.words.number import is_amount
from countyplan.submission.words.numbering import STARTS_WITH_A_MARK, without_mark
from countyplan.submission.words.vocabulary import form

_A_YEAR = pattern(r"(?:19|20|21)\d\d")
_HEAD = form(rf"^\s*{NOTE_HEAD}(?<=[:：])")
_NUMBERED = re.compile(r"\s*[（(]?\d{1,2}[）).．、](?!\d)")
_GOES_ON = form(rf"^\s*{NOTE_HEAD}(?:(?<=[:：])|$)")


def with_footnotes(grid: Grid, plan: Plan) -> tuple[Grid, Footnotes]:
    """A sheet with its figures freed of the marks that its footnotes explain, and the footnotes."""
    notes = [note for cell in _texts(grid) for note in footnotes_in(cell.text or "", plan)]
    explained = {note.mark for note in notes if note.mark}
    everywhere = range(len(grid.rows))
    bearing = (*((note, everywhere) for note in notes if _matters(note)), *statements(grid, plan))
    places = {cell.place: row for row, cells in enumerate(grid.rows) for cell in cells} if bearing else {}
    rows, marks = grid.rows, dict[Place, str]()
    if explained:
        rows = [[_freed(cell, explained, marks) for cell in row] for row in grid.rows]
        _mark_all(grid, explained, marks)
    names = (
        {
            squeezed(row[0].text or "")
            for row in grid.rows
            if len(row) > 1 and any(is_amount(cell.text) for cell in row[1:])
        }
        if bearing
        else set()
    )
    called = frozenset(name for name in names if len(name) > 1)
    return replace(grid, rows=rows), Footnotes(plan, bearing, places, marks, called)


def _matters(note: Footnote) -> bool:
    return note.bears or note.refers or says_part(note.said)


def _texts(grid: Grid) -> Iterator[Cell]:
    """The only texts of rows, since notes stand alone.

    One that begins as a note may go on in the cells behind it, and in rows below it that are numbered (2.GDP为预计数).
    """
    begun = ""
    for cells in grid.rows:
        told = [cell for cell in cells if cell.said]
        begins = _HEAD.match(told[0].text or "") if told else None
        begun = begins[0] if begins else begun if len(told) <= 1 else ""
        if len(told) == 1:
            goes_on = begun and not begins and _NUMBERED.match(told[0].text or "")
            yield Cell(f"{begun}{told[0].text}", told[0].place) if goes_on else told[0]
        elif told and _GOES_ON.match(told[0].text or ""):
            yield Cell("，".join(cell.said for cell in told), told[0].place)


def _titles(grid: Grid) -> Iterator[Cell]:
    """The only texts of the rows above the first that holds several, but for notes."""
    for cells in grid.rows:
        told = [cell for cell in cells if cell.said]
        if len(told) > 1:
            return
        yield from (cell for cell in told if not STARTS_WITH_A_MARK.match(cell.text or ""))


def _freed(cell: Cell, explained: set[str], marks: dict[Place, str]) -> Cell:
    """A number without the mark behind it; the mark is kept beside its place."""
    bare, own = without_mark(cell.text or "")
    if not own or not explained.issuperset(own) or not is_amount(bare):
        return cell
    marks[cell.place] = "".join(own)
    return Cell(bare, cell.place)


def _mark_all(grid: Grid, explained: set[str], marks: dict[Place, str]) -> None:
    """What bears a mark by its row's name, by a header above it or by a title."""
    over: dict[int, str] = {}
    titles = "".join(cell.text or "" for cell in _titles(grid))
    titled = "".join(mark for mark in explained if mark in titles)
    for row, cells in enumerate(grid.rows):
        ahead = titled
        for column, cell in enumerate(cells):
            text = grid.text(row, column)
            if is_amount(text) or cell.place in marks:
                own = marks.get(cell.place, "")
                marks[cell.place] = own + ahead + over.get(column, "")
                if own and _A_YEAR.fullmatch(without_mark(text)[0]):
                    # 2024* heads a column or a row as 2024年* does.
                    over[column], ahead = own, ahead + own
            elif text:
                own = "".join(mark for mark in explained if mark in text)
                over[column], ahead = own, ahead + own
