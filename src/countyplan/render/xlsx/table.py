"""A sheet that is one plain table: its header in sight, ready to be sorted and filtered, its first columns for a print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from countyplan.dataclass import dataclass
from countyplan.diagnostics import visible
from countyplan.render.xlsx.look import CENTRED, NUMBER, TEXT, head_table, write_text
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.sheet import BOX, TALLEST, height_of, put_number

_WORD = re.compile(r"[A-Za-z'’]+")
_MOST_WIDENED = 1.5  # ours: a name of letters alone is no reason to widen a column further


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal's digits, and how a spreadsheet shows them."""

    digits: str
    format: str


def counted(number: int, mark: str = "") -> Number:
    """A count; the cell shows beside it the mark that leads to a note, and holds the number alone."""
    return Number(str(number), f'0"{mark}"' if mark else "0")


Held: TypeAlias = str | Number | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its header, its width in characters, and if what it holds stands in its middle."""

    header: str
    width: float
    centred: bool = False


def write_table(
    sheet: Worksheet,
    columns: Sequence[TableColumn],
    rows: Iterable[Sequence[Held]],
    *,
    frozen: str,
    printed: int,
    highest: float = TALLEST,
) -> int:
    """Fill the sheet and tell its last row. A print takes the columns up to `printed`, for all would be too small to read.

    No row is higher than `highest` points, and a column is widened for a word that would be broken in it.
    """
    rows = list(rows)
    widths = [max(column.width, _needed(column, at, rows)) for at, column in enumerate(columns)]
    head_table(sheet, [(column.header, width) for column, width in zip(columns, widths, strict=True)], frozen)
    for at, cells in enumerate(rows, start=2):
        _write_row(sheet, at, columns, cells)
        told = ((visible(held), width) for held, width in zip(cells, widths, strict=True) if isinstance(held, str))
        sheet.row_dimensions[at].height = min(highest, height_of(told))
    last = max(2, len(rows) + 1)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    set_page(sheet)
    sheet.print_area = f"A1:{get_column_letter(printed)}{last}"
    fill_pages(sheet)
    return last


def _needed(column: TableColumn, at: int, rows: Iterable[Sequence[Held]]) -> float:
    texts = {held for row in rows if isinstance(held := row[at], str)}
    longest = max((cell_len(word) for text in texts for word in _WORD.findall(text)), default=0)
    return min(longest + 2, column.width * _MOST_WIDENED)


def _write_row(sheet: Worksheet, at: int, columns: Sequence[TableColumn], cells: Sequence[Held]) -> None:
    for position, (column, held) in enumerate(zip(columns, cells, strict=True), start=1):
        if isinstance(held, Number):
            cell = put_number(sheet, at, position, held.digits, held.format)
        else:
            cell = write_text(sheet, at, position, held or "")
        cell.alignment = CENTRED if column.centred else NUMBER if isinstance(held, Number) else TEXT
        cell.border = BOX
