"""The workbook behind a chart: its numbers in columns, where whoever edits the document can change them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.dataclass import dataclass
from countyplan.diagnostics import visible
from countyplan.spreadsheet.saved import saved
from countyplan.spreadsheet.sheet import put, put_number

_SHEET = "Sheet1"
# No clock decides what a document's bytes are; its own day stands in the document.
_UNDATED = datetime(1980, 1, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands, as a chart names it: the cell of its header, and the cells below."""

    header: str
    cells: str


class Data:
    """The columns of one chart, written from left to right."""

    def __init__(self) -> None:
        self._book = Workbook()
        self._book.properties = DocumentProperties(creator="", created=_UNDATED, modified=_UNDATED)
        sheet = self._book.active
        if not isinstance(sheet, Worksheet):
            raise TypeError(sheet)
        sheet.title = _SHEET
        self._sheet = sheet
        self._columns = 0

    def column(self, header: str, held: Sequence[str | int | Decimal]) -> Column:
        """Write the next column, and tell where it stands."""
        self._columns += 1
        put(self._sheet, 1, self._columns, visible(header))
        for row, one in enumerate(held, start=2):
            if isinstance(one, str):
                put(self._sheet, row, self._columns, visible(one))
            else:
                put_number(
                    self._sheet, row, self._columns, f"{one:f}" if isinstance(one, Decimal) else str(one), "General"
                )
        letter = f"{_SHEET}!${get_column_letter(self._columns)}"
        return Column(f"{letter}$1", f"{letter}$2:${get_column_letter(self._columns)}${len(held) + 1}")

    def written(self) -> bytes:
        """The workbook; the same columns give the same bytes."""
        return saved(self._book)
