"""A table of a .docx as a sheet: its cells where they stand, with the paragraphs above and below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.office.sheet import Budget, Sheet, SheetCell


@dataclass(slots=True)
class WordCell:
    """A cell over `span` columns, which `continues` the one above or not, with its text in pieces."""

    span: int = 1
    continues: bool = False
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text without what is blank around it."""
        return "".join(self.pieces).strip()


@dataclass(slots=True)
class WordRow:
    """A row, so many columns further to the right; `deleted` is one that was struck out."""

    before: int = 0
    deleted: bool = False
    cells: list[WordCell] = field(default_factory=list)


@dataclass(slots=True)
class WordTable:
    """A table with the paragraphs that stand above and below it."""

    above: list[str]
    rows: list[WordRow] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Merged:
    """A cell that goes on to the right or downwards: its first and last row, its first and last column."""

    top: int
    bottom: int
    left: int
    right: int


def sheet_of(name: str, table: WordTable, budget: Budget) -> Sheet:
    """The sheet of that name; rows that were struck out are left out."""
    sheet = Sheet(name)
    rows = [row for row in table.rows if not row.deleted]
    for at, text in [*enumerate(table.above), *enumerate(table.below, start=len(table.above) + len(rows))]:
        budget.take(text)
        sheet.cells.append(SheetCell(at, 0, text))
    merged: list[_Merged] = []
    # What goes on from above stands in the same column.
    above: dict[int, _Merged] = {}
    for number, row in enumerate(rows, start=len(table.above)):
        here: dict[int, _Merged] = {}
        for cell, left in _placed(row):
            begun = above.get(left) if cell.continues else None
            if begun is None:
                budget.take(cell.text)
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


def _placed(row: WordRow) -> Iterator[tuple[WordCell, int]]:
    left = row.before
    for cell in row.cells:
        yield cell, left
        left += cell.span
