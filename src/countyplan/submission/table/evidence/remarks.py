"""What is noted on cells, or struck through, read against the figures that stand in them, beside them or below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import Plan
from countyplan.quantity.unit import Sort
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell, Entry, fault, subject_of, who_reports
from countyplan.submission.grid import Grid
from countyplan.submission.open.workbook_reader import cell_name
from countyplan.submission.table.evidence.footnotes import Footnotes
from countyplan.submission.words.fields import Field
from countyplan.submission.words.note.footnote import footnotes_in
from countyplan.submission.words.note.note import Footnote
from countyplan.submission.words.note.remark import noted_no_outcome, noted_other_money, noted_unit
from countyplan.submission.words.number import is_amount, is_not_reported
from countyplan.submission.words.vocabulary import first_word

Spot = tuple[int, int]
_CLAUSES = re.compile("[,，。;；\n]")
# Programs begin a note with who made it.
_WHO = re.compile(r"^[^\n:：]{1,40}[:：][ \t]*\n")
# How many notes are told, and how much of each.
_SHOWN, _LONGEST = 8, 40
_DIGIT = re.compile(r"\d")
_NOTE = f"{first_word('note_mark')}："


def with_remarks(grid: Grid, entries: list[Entry], plan: Plan, found: list[Diagnostic]) -> list[Entry]:
    """The entries of a sheet with what is noted on their cells; those that are struck through are told and left out."""
    if not grid.comments and not grid.struck:
        return entries
    return _Remarks(grid, plan, entries).applied(entries, found)


@dataclass(slots=True)
class _Remarks:
    """Where the figures of a sheet stand, by row and column, and what each cell speaks of."""

    grid: Grid
    plan: Plan
    entries: list[Entry]
    at: dict[Place, Spot] = field(init=False)
    figures: dict[Spot, Entry] = field(init=False)

    def __post_init__(self) -> None:
        self.at = {cell.place: (row, at) for row, cells in enumerate(self.grid.rows) for at, cell in enumerate(cells)}
        placed = (
            (self.at.get(entry.cells[Field.VALUE].place), entry) for entry in self.entries if Field.VALUE in entry.cells
        )
        self.figures = {at: entry for at, entry in placed if at is not None}

    def applied(self, entries: list[Entry], found: list[Diagnostic]) -> list[Entry]:
        """The entries with what is said of them."""
        told: dict[Spot, list[tuple[Cell, str]]] = {}
        for spot, texts in self.grid.comments.items():
            cell = self.grid.cell(*spot)
            for figure in self._reached(spot) if cell is not None else ():
                told.setdefault(figure, []).extend((cell, text) for text in texts if cell is not None)
        struck = {figure for spot in self.grid.struck for figure in self._reached(spot, titles=False)}
        return [self._applied(entry, told, struck, found) for entry in entries]

    def _applied(
        self, entry: Entry, told: Mapping[Spot, list[tuple[Cell, str]]], struck: set[Spot], found: list[Diagnostic]
    ) -> Entry:
        value = entry.cells.get(Field.VALUE)
        spot = None if value is None else self.at.get(value.place)
        if value is None or spot is None or is_not_reported(value.text):
            return entry
        if spot in struck:
            found.append(fault(value, Code.STRUCK, subject_of(entry, self.plan)))
            return who_reports(entry)
        for cell, text in told.get(spot, ()):
            bare = _WHO.sub("", text)
            notes = tuple((note, range(1)) for note in _notes_in(bare, self.plan))
            [entry] = Footnotes(self.plan, notes, {}, {}, frozenset()).applied([entry], found)
            if Field.VALUE not in entry.cells:
                return entry
            clauses = [clause.strip() for clause in _CLAUSES.split(bare)]
            if cell is not value:
                clauses = [clause for clause in clauses if self._may_be_its_unit(clause, entry)]
            entry = replace(entry, remarks=(*entry.remarks, *(Cell(one, cell.place) for one in clauses if one)))
        return entry

    def _may_be_its_unit(self, clause: str, entry: Entry) -> bool:
        """Whether a clause names no unit, or one that the figure could be in: 单位：万元 above shares is of other rows."""
        subject, unit = subject_of(entry, self.plan), noted_unit(clause)
        if subject is None or (unit is None and not noted_other_money(clause)):
            return True
        measure = self.plan.unit_of_measure(subject.indicator)
        return measure.sort is Sort.AMOUNT if unit is None else unit.dimension == measure.dimension

    def _reached(self, spot: Spot, *, titles: bool = True) -> Iterator[Spot]:
        """The figures that a cell is one of, stands beside or heads; what stands alone in its row heads all below it."""
        if spot in self.figures:
            yield spot
            return
        covered = [spot, *(at for at, first in self.grid.merged.items() if first == spot)]
        rows, columns = {row for row, _ in covered}, {column for _, column in covered}
        text = self.grid.text(*spot)
        beside = [at for at in self.figures if at[0] in rows]
        if beside:
            cell = self.grid.cell(*spot)
            says = not is_not_reported(text) and not is_amount(text)
            yield from (at for at in beside if says or cell in self.figures[at].cells.values())
            return
        below = [at for at in self.figures if at[0] > spot[0]]
        if self._stands_alone(spot, columns):
            yield from below if titles else ()
            return
        under = [at for at in below if at[1] in columns]
        yield from under or (below if titles and self._heads_names(spot[1], {row for row, _ in below}) else ())

    def _stands_alone(self, spot: Spot, columns: set[int]) -> bool:
        others = (column for column in range(self.grid.width) if column not in columns)
        return not any(self.grid.text(spot[0], column) for column in others)

    def _heads_names(self, column: int, rows: set[int]) -> bool:
        """Whether a column holds what figures are called, and neither other numbers nor nothing."""
        texts = [text for row in rows if not is_not_reported(text := self.grid.text(row, column))]
        return bool(texts) and not any(map(is_amount, texts))


def _notes_in(text: str, plan: Plan) -> Iterator[Footnote]:
    """What the note says, of what it is noted on where it names nothing that the plan knows; goals that it tells are none."""
    for note in footnotes_in(_NOTE + text, plan):
        planned = note.planned and noted_no_outcome(note.said)
        forecast = note.forecast and _DIGIT.search(note.said) is None
        # 该数为计划数 names what it is noted on; 不要填计划数 is about something else.
        named = note.named if f"{note.named}{note.said}" in squeezed(text) else ""
        yield replace(note, text=text, named=named, planned=planned, forecast=forecast)


def comments_told(grid: Grid) -> Iterator[Diagnostic]:
    """That cells have notes, with what these say, all of a sheet together."""
    file = next((cell.place.file for row in grid.rows for cell in row), None)
    if not grid.comments or file is None:
        return
    first, *_ = spots = sorted(grid.comments)
    said = [f"{cell_name(*spot)} “{_shortened(' '.join(grid.comments[spot]))}”" for spot in spots[:_SHOWN]]
    words = {"count": str(len(spots)), "text": "; ".join(said) + (" …" if len(spots) > _SHOWN else "")}
    yield Diagnostic(Code.COMMENTS_READ, Place(file, cell=f"{grid.name}!{cell_name(*first)}"), words)


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
