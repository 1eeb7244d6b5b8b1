"""Who filled a submission in and when, as lines above and below a table say it: read, and taken out of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.submission.cell import Cell, Entry
from countyplan.submission.filed import Filing
from countyplan.submission.grid import Grid
from countyplan.submission.record.day import parse_day
from countyplan.submission.record.vocabulary import Record
from countyplan.submission.table.table_reading import Note
from countyplan.submission.words.fields import Field
from countyplan.submission.words.filing_line import Piece, bare_label, pieces_of, says_apart
from countyplan.submission.words.label import read_label
from countyplan.submission.words.number import is_amount, is_not_reported
from countyplan.submission.words.title.words import areas_in

_Blanked = dict[tuple[int, int], str]
_WHOLE_DAY = len("2025-03-01")
# A telephone's number has at least these; a figure of telephones has fewer.
_FEWEST_DIGITS = 5


@dataclass(slots=True)
class SheetFiling:
    """What a sheet says of its filing, the day it was submitted if one is told, and the sheet without these lines.

    `notes` tell which cells were read so, and which date is no day that could settle what counts.
    """

    grid: Grid
    filing: Filing = field(default_factory=Filing)
    day: Cell | None = None
    notes: list[Note] = field(default_factory=list)


def without_filing(grid: Grid, plan: Plan) -> SheetFiling:
    """The sheet with its lines of filing blank, so that nothing in them is taken for an area, a year or a figure.

    The office that fills a table in tells its area only where nothing else in the sheet does; then its line stays.
    """
    found: list[tuple[Cell, tuple[int, int], Piece]] = []
    blank: _Blanked = {}
    for row in range(len(grid.rows)):
        pieces, left = _Row(grid, plan, row).read()
        found += [(grid.rows[row][column], (row, column), piece) for column, piece in pieces]
        blank |= left
    if not blank:
        return SheetFiling(grid)
    bare = _with_texts(grid, blank)
    offices = {
        at: f"{blank[at]} {piece.text}".strip()
        for _, at, piece in found
        if piece.kind is Field.REPORTING_UNIT and areas_in(piece.value, plan)
    }
    if offices and not _names_an_area(bare, plan):
        bare = _with_texts(bare, offices)
    said: dict[Field, list[str]] = {}
    for _, _, piece in found:
        said.setdefault(piece.kind, []).append(piece.value)
    dates = _dates([(cell, piece) for cell, _, piece in found if piece.kind is Field.SUBMITTED and piece.value])
    said[Field.SUBMITTED] = [cell.text or "" for cell in dates]
    day = _day(dates)
    read = {cell.place: cell.said for cell, _, _ in found}
    notes = [Note(place, "reading.filing", {"text": text}) for place, text in read.items() if text]
    notes += [] if day else [Note(cell.place, "reading.no_day", {"text": cell.text or ""}) for cell in dates[:1]]
    return SheetFiling(bare, Filing.of(said), day, notes)


def _dates(told: list[tuple[Cell, Piece]]) -> list[Cell]:
    """The dates under the label that counts before others, days as they are compared and what is none as it is written."""
    first = min((piece.rank for _, piece in told), default=0)
    counting = [(cell, piece.value) for cell, piece in told if piece.rank == first]
    return [replace(cell, text=parse_day(value) or value) for cell, value in counting]


def _day(dates: list[Cell]) -> Cell | None:
    """The day that all dates tell; none where they tell several, a month, or what is no date."""
    texts = {cell.text or "" for cell in dates}
    if len(texts) != 1 or not all(parse_day(text) and len(text) == _WHOLE_DAY for text in texts):
        return None
    return dates[0]


def _names_an_area(grid: Grid, plan: Plan) -> bool:
    texts = (cell.text for cells in grid.rows for cell in cells if cell.text)
    return any(areas_in(text, plan) or plan.area_names.find(text) for text in (grid.name, *dict.fromkeys(texts)))


def _with_texts(grid: Grid, texts: Mapping[tuple[int, int], str]) -> Grid:
    rows = list(grid.rows)
    for row in {row for row, _ in texts}:
        cells = enumerate(grid.rows[row])
        rows[row] = [replace(cell, text=texts.get((row, column), cell.text)) for column, cell in cells]
    odd = {at: code for at, code in grid.odd.items() if at not in texts}
    return replace(grid, rows=rows, odd=odd, as_text=grid.as_text - texts.keys())


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet, which may be a line of filing."""

    grid: Grid
    plan: Plan
    row: int

    def read(self) -> tuple[list[tuple[int, Piece]], _Blanked]:
        """The pieces of filing in the row, each with its value's column, and what is left of their cells."""
        pieces: list[tuple[int, Piece]] = []
        left: _Blanked = {}
        others: list[str] = []
        apart = False
        for column, text in self.texts():
            inside, rest = pieces_of(text)
            label = None if inside else bare_label(text)
            before = pieces[-1] if pieces and not pieces[-1][1].value else None
            if label is not None and before is not None and before[0] == column - 1:
                # Labels side by side are the headers of columns.
                return [], {}
            apart = apart or label is not None
            inside = inside or ([] if label is None else [label])
            if inside:
                pieces += [(column, piece) for piece in inside]
                left[self.row, column] = "" if label is not None else rest
            elif before is not None and self.can_be(before[1].kind, text):
                pieces[-1] = (column, before[1].with_value(text))
                left[self.row, column] = ""
            else:
                others.append(text)
        return (pieces, left) if pieces and self.is_filing(others, apart) else ([], {})

    def texts(self) -> Iterator[tuple[int, str]]:
        """The texts of the row, each once."""
        for column in range(len(self.grid.rows[self.row])):
            if (self.row, column) not in self.grid.merged and (text := self.grid.text(self.row, column)):
                yield column, text

    def is_filing(self, others: list[str], apart: bool) -> bool:
        """Whether what else stands in the row leaves it a line of filing, and no header and no row of figures."""
        plain = [text for text in others if not says_apart(text) and not is_not_reported(text)]
        if apart or len(plain) > 1:
            return not plain
        return not any(is_amount(text) for text in plain)

    def can_be(self, kind: Field, text: str) -> bool:
        """Whether a cell beside a label is what it names, and no header or figure."""
        said = read_label(text, self.plan)
        if said.field is not None or said.indicator is not None or says_apart(text):
            return False
        match kind:
            case Field.SUBMITTED:
                return True
            case Field.TELEPHONE:
                return sum(char.isdigit() for char in text) >= _FEWEST_DIGITS
            case _:
                return said.period is None and not is_amount(text)


def dated(entries: Iterable[Entry], sheets: Iterable[SheetFiling]) -> Iterator[Entry]:
    """The entries of a file, each with the day that its sheet tells, unless it tells one itself."""
    days = _Days.of(sheets)
    for entry in entries:
        value = entry.cells.get(Field.VALUE)
        day = None if value is None or entry.text(Field.SUBMITTED) else days.of_cell(value)
        yield entry if day is None else replace(entry, cells={**entry.cells, Field.SUBMITTED: day})


def dated_records(records: Iterable[Record], sheets: Iterable[SheetFiling]) -> Iterator[Record]:
    """The same of records."""
    days = _Days.of(sheets)
    for record in records:
        cells = iter(record.cells.values())
        day = (
            None if record.text(Field.SUBMITTED) else next((one for cell in cells if (one := days.of_cell(cell))), None)
        )
        yield record if day is None else replace(record, cells={**record.cells, Field.SUBMITTED.value: day})


@dataclass(frozen=True, slots=True)
class _Days:
    """The day of each sheet, and that of sheets which tell none: the file's only one."""

    by_sheet: Mapping[str, Cell]
    only: Cell | None

    @classmethod
    def of(cls, sheets: Iterable[SheetFiling]) -> _Days:
        by_sheet = {one.grid.name: one.day for one in sheets if one.day is not None}
        only = len({day.text for day in by_sheet.values()}) == 1
        return cls(by_sheet, next(iter(by_sheet.values())) if only else None)

    def of_cell(self, cell: Cell) -> Cell | None:
        """The day that holds for what stands in a cell."""
        sheet = (cell.place.cell or "").rpartition("!")[0]
        return self.by_sheet.get(sheet, self.only)
