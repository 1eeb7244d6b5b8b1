"""A table as cells with their places, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code
from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.words.label import Label, read_label


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, of one length or not.

    `name` is what the sheet is called, empty for a file that is one table. `merged` gives for each cell of a merged range
    (row and column from 0) the cell that holds its text. `odd` gives for cells whose content is no text and no number (an
    error, a date, a formula without a value) the code that tells of it. `hidden` holds the rows that are hidden,
    `hidden_columns` the columns, `hidden_cells` numbers that their format does not show, and `as_text` the cells that hold
    a bare number as text. `struck` are the cells of which any text is struck through, `comments` what is noted on cells.
    """

    name: str
    rows: list[list[Cell]]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    odd: Mapping[tuple[int, int], Code] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    sheet_hidden: bool = False
    hidden_cells: frozenset[tuple[int, int]] = frozenset()
    as_text: frozenset[tuple[int, int]] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    comments: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at that position; of a merged range the one that holds its text. None beyond the row's end."""
        row, column = self.merged.get((row, column), (row, column))
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    def text(self, row: int, column: int) -> str:
        """The text at that position, empty where there is none."""
        cell = self.cell(row, column)
        return (cell.text or "").strip() if cell is not None else ""

    def label(self, row: int, column: int, plan: Plan) -> Label:
        """What the text at that position names."""
        return read_label(self.text(row, column), plan)

    def filled(self, row: int) -> list[int]:
        """The columns of a row that hold any text."""
        return [column for column in range(len(self.rows[row])) if self.text(row, column)]

    def spans_rows(self, row: int, column: int) -> bool:
        """Whether the cell there is merged with one above or below it."""
        at = self.merged.get((row, column), (row, column))
        return at[0] != row or self.merged.get((row + 1, column)) == at

    def spans_any(self, row: int, column: int, columns: Iterable[int]) -> bool:
        """Whether the cell there is merged with one of `columns` beside it."""
        return any(self.merged.get((row, other)) == (row, column) for other in columns)

    @property
    def width(self) -> int:
        """The length of the longest row."""
        return max((len(row) for row in self.rows), default=0)
