"""The tables of a .docx with the paragraphs around them; what was struck out in it is left out, what was put in is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.limits import Limits
from countyplan.office.markup import Attributes, walk
from countyplan.office.package import BrokenError, Fault, Package
from countyplan.office.sheet import Budget, Sheet, SheetCell

PROPERTIES = "docProps/core.xml"
_SAVED_BY = "core-properties/lastModifiedBy"
# Moved or struck out by someone whose changes are still marked, and what is no text of the cell that it floats over.
_BESIDE = frozenset(
    {"main/del", "main/moveFrom", "main/drawing", "main/pict", "main/object", "markup-compatibility/AlternateContent"}
)
_BREAKS = {"main/tab": " ", "main/br": "\n", "main/cr": "\n", "main/noBreakHyphen": "-"}
_MOST_HEADINGS = 6
_LONGEST_HEADING = 200
# A note below a table says what it is: 注：…, 资料来源：…
_NOTE = re.compile(r"[^\s：:]{1,6}\d{0,2}[：:]")


@dataclass(slots=True)
class _Cell:
    span: int = 1
    continues: bool = False
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()


@dataclass(slots=True)
class _Row:
    before: int = 0
    deleted: bool = False
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table with the paragraphs that stand above and below it."""

    above: list[str]
    rows: list[_Row] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def read_docx(package: Package, part: str, limits: Limits) -> list[Sheet]:
    """The tables in the order in which they end, one that stands in another before that one; `#1` is the first.

    The paragraphs between the table before and this one are its first rows; those directly below that begin as notes do
    are its last.
    """
    budget = Budget(limits)
    reader = _Reader(part, budget)
    walk(package.read(part), part, reader.start, reader.end, reader.text)
    return [_sheet(f"#{number}", table, budget) for number, table in enumerate(reader.tables, start=1)]


def read_saved_by(package: Package) -> str:
    """Who saved the document last, empty where it does not say."""
    found: list[str] = []
    inside = False

    def start(name: str, _: Attributes) -> None:
        nonlocal inside
        inside = name == _SAVED_BY

    def take(text: str) -> None:
        if inside:
            found.append(text)

    if PROPERTIES in package:
        walk(package.read(PROPERTIES), PROPERTIES, start, text=take)
    return "".join(found)[:_LONGEST_HEADING]


class _Reader:
    """What is kept while the document goes by."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.tables: list[_Table] = []
        self._part = part
        self._budget = budget
        self._open: list[_Table] = []
        self._between: list[str] = []
        self._paragraph: list[str] = []
        self._in_text = False
        self._beside = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self._beside or name in _BESIDE:
            self._beside += 1
            if name == "main/del" and self._row is not None and not self._row.cells:
                self._row.deleted = True
        elif name == "main/t":
            self._in_text = True
        elif name in _BREAKS:
            self._take(_BREAKS[name])
        else:
            self._lay_out(name, attributes)

    def _lay_out(self, name: str, attributes: Attributes) -> None:
        match name:
            case "main/tbl":
                self._budget.begin_sheet()
                self._open.append(_Table(self._between[-_MOST_HEADINGS:] if not self._open else []))
                self._between = []
            case "main/tr" if self._open:
                self._open[-1].rows.append(_Row())
            case "main/tc" if self._row is not None:
                self._row.cells.append(_Cell())
            case "main/gridBefore" if self._row is not None:
                self._row.before = self._number(attributes)
            case "main/gridSpan" if self._cell is not None:
                self._cell.span = max(1, self._number(attributes))
            case "main/vMerge" if self._cell is not None:
                self._cell.continues = attributes.get("main/val", "continue") == "continue"

    def text(self, text: str) -> None:
        if self._in_text and not self._beside:
            self._take(text)

    def end(self, name: str) -> None:
        if self._beside:
            self._beside -= 1
            return
        match name:
            case "main/t":
                self._in_text = False
            case "main/p":
                self._close_paragraph()
            case "main/tbl" if self._open:
                self.tables.append(self._open.pop())

    @property
    def _row(self) -> _Row | None:
        return self._open[-1].rows[-1] if self._open and self._open[-1].rows else None

    @property
    def _cell(self) -> _Cell | None:
        return self._row.cells[-1] if self._row is not None and self._row.cells else None

    def _take(self, text: str) -> None:
        if self._cell is not None:
            self._cell.pieces.append(text)
        elif not self._open:
            self._paragraph.append(text)

    def _close_paragraph(self) -> None:
        if self._open:
            self._take("\n")
            return
        paragraph, self._paragraph = "".join(self._paragraph).strip(), []
        if not paragraph:
            return
        if len(paragraph) <= _LONGEST_HEADING:
            self._between.append(paragraph)
        if self.tables and len(self.tables[-1].below) == len(self._between) - 1 and _NOTE.match(paragraph):
            self.tables[-1].below.append(paragraph)

    def _number(self, attributes: Attributes) -> int:
        text = attributes.get("main/val", "")
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise BrokenError(Fault.CELL, f"{self._part} {text[:40]}")
        return int(text)


@dataclass(slots=True)
class _Merged:
    """A cell that goes on to the right or downwards: its first and last row, its first and last column."""

    top: int
    bottom: int
    left: int
    right: int


def _sheet(name: str, table: _Table, budget: Budget) -> Sheet:
    sheet = Sheet(name)
    rows = [row for row in table.rows if not row.deleted]
    for at, text in [*enumerate(table.above), *enumerate(table.below, start=len(table.above) + len(rows))]:
        budget.take(text, sheet=name)
        sheet.cells.append(SheetCell(at, 0, text))
    merged: list[_Merged] = []
    # What goes on from above stands in the same column.
    above: dict[int, _Merged] = {}
    for number, row in enumerate(rows, start=len(table.above)):
        here: dict[int, _Merged] = {}
        for cell, left in _placed(row):
            begun = above.get(left) if cell.continues else None
            if begun is None:
                budget.take(cell.text, sheet=name)
                if cell.text:
                    sheet.cells.append(SheetCell(number, left, cell.text))
                begun = _Merged(number, number, left, left + cell.span - 1)
                merged.append(begun)
            begun.bottom = number
            here[left] = begun
        above = here
    sheet.merged += [
        (one.top, one.bottom, one.left, one.right) for one in merged if one.bottom > one.top or one.right > one.left
    ]
    return budget.close_sheet(sheet)


def _placed(row: _Row) -> Iterator[tuple[_Cell, int]]:
    left = row.before
    for cell in row.cells:
        yield cell, left
        left += cell.span
