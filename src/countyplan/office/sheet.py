"""A sheet as its cells with content, and what is to be known of them beside their text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from countyplan.dataclass import dataclass
from countyplan.limits import MEGABYTE, Limits


class Odd(StrEnum):
    """What a cell holds that is no text and no number as it stands."""

    DATE = "date"
    LOGICAL = "logical"
    ERROR = "error"
    NO_VALUE = "no_value"
    SCALED = "scaled"


class Limit(StrEnum):
    """Which measure of a file was met."""

    UNPACKED = "unpacked"
    CELLS = "cells"
    SHEETS = "sheets"
    TEXT = "text"
    MEMORY = "memory"
    SECONDS = "seconds"


class LimitError(Exception):
    """A file takes more than it may; `sheet` is the one that goes beyond, if one does."""

    def __init__(self, limit: Limit, sheet: str = "") -> None:
        super().__init__(limit)
        self.limit = limit
        self.sheet = sheet


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with content: its row and column (from 0), its text as it would be typed, and whether it is stored as text."""

    row: int
    column: int
    text: str
    odd: Odd | None = None
    is_text: bool = False


# The first and the last row, the first and the last column; or the first and the last of either.
Range = tuple[int, int, int, int]
Span = tuple[int, int]
Spot = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """A sheet, or a table of a document. Whatever lies beyond its last row and column with content is left out of it.

    `hidden` says if it is a hidden one, `hidden_rows` and `hidden_columns` which of its own are, `hidden_cells` which numbers
    a format does not show. `struck` are cells of which any text is struck through, `comments` what is noted on cells, which
    may be empty ones: row, column and text.
    """

    name: str
    hidden: bool = False
    cells: list[SheetCell] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: list[Span] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    hidden_cells: list[Spot] = field(default_factory=list)
    struck: list[Spot] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Budget:
    """What is left of a file's limits while it is being read."""

    limits: Limits
    cells: int = 0
    sheets: int = 0
    text: int = 0
    merged: int = 0

    def begin_sheet(self) -> None:
        """Count a sheet."""
        self.sheets += 1
        if self.sheets > self.limits.sheets:
            raise LimitError(Limit.SHEETS)

    def take(self, text: str, times: int = 1, sheet: str = "") -> None:
        """Count the text of so many cells, before room is made for them."""
        if times > self.limits.cells:
            raise LimitError(Limit.CELLS, sheet)
        self.text += len(text) * times
        if self.text > self.limits.text * MEGABYTE:
            raise LimitError(Limit.TEXT, sheet)

    def close_sheet(self, sheet: Sheet) -> Sheet:
        """The sheet within its last row and column with content; its cells are counted from the first to the last."""
        rows = 1 + max((cell.row for cell in sheet.cells), default=-1)
        columns = 1 + max((cell.column for cell in sheet.cells), default=-1)
        self.cells += rows * columns
        if self.cells > self.limits.cells:
            raise LimitError(Limit.CELLS, sheet.name)
        sheet.cells.sort(key=lambda cell: (cell.row, cell.column))
        sheet.merged = list(self._within(sheet.merged, rows, columns, sheet.name))
        sheet.hidden_rows = _joined(sheet.hidden_rows, rows)
        sheet.hidden_columns = _joined(sheet.hidden_columns, columns)
        return sheet

    def _within(self, merged: Iterable[Range], rows: int, columns: int, name: str) -> Iterable[Range]:
        for top, bottom, left, right in merged:
            if not 0 <= top < rows or not 0 <= left < columns:
                continue
            last_row, last_column = min(bottom, rows - 1), min(right, columns - 1)
            # Ranges do not overlap where a spreadsheet wrote them, and so hold no more cells than there are.
            self.merged += (last_row - top + 1) * (last_column - left + 1)
            if self.merged > self.limits.cells:
                raise LimitError(Limit.CELLS, name)
            yield top, last_row, left, last_column


def _joined(spans: Iterable[Span], count: int) -> list[Span]:
    """The spans that lie within so many, each number in one of them."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        within = min(last, count - 1)
        if first > within:
            continue
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(within, joined[-1][1]))
        else:
            joined.append((first, within))
    return joined
