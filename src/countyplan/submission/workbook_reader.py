"""Workbooks as grids: python-calamine reads the cells, and for .xlsx openpyxl tells how they look and what hides in them.

Limits: a workbook that unpacks to more than 100 MB, or holds a sheet of more than a million cells, is refused.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet
    from python_calamine import CalamineSheet

    CellValue = int | float | str | bool | time | date | datetime | timedelta

MAX_UNPACKED = 100_000_000
MAX_CELLS = 1_000_000


@dataclass(slots=True)
class _Looks:
    """What a sheet's cells look like: rows hidden, formulas without a value, errors, and cells shown as a percentage."""

    hidden: set[int] = field(default_factory=set)
    odd: dict[tuple[int, int], Code] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    percent: set[tuple[int, int]] = field(default_factory=set)


def read_workbook(data: bytes, file: str) -> list[Grid] | Diagnostic:
    """Every sheet of a workbook as a grid, or why it cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    place = Place(file)
    if _unpacked_size(data) > MAX_UNPACKED:
        return Diagnostic(Code.TOO_LARGE, place, {"limit": str(MAX_UNPACKED // 1_000_000)})
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = []
        looks = _looks(data)
        for at, about in enumerate(workbook.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_index(at)
            if sheet.total_height * sheet.total_width > MAX_CELLS:
                return Diagnostic(Code.TOO_MANY_CELLS, place, {"limit": str(MAX_CELLS), "sheet": about.name})
            hidden = about.visible is not SheetVisibleEnum.Visible
            grids.append(_grid(sheet, file, about.name, looks.get(about.name, _Looks()), hidden=hidden))
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        return Diagnostic(Code.WORKBOOK_BROKEN, place, {"detail": str(error).splitlines()[0] if str(error) else ""})
    return grids


def _unpacked_size(data: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile:
        return len(data)


def _grid(sheet: CalamineSheet, file: str, name: str, looks: _Looks, *, hidden: bool) -> Grid:
    odd = dict(looks.odd)
    rows = []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        cells = []
        shown = " | ".join(str(value) for value in values)
        for column, value in enumerate(values):
            at = (row, column)
            place = Place(file, cell=f"{name}!{cell_name(row, column)}", excerpt=shown)
            if isinstance(value, date | time | timedelta):
                odd[at] = Code.CELL_IS_A_DATE
            elif isinstance(value, bool):
                odd[at] = Code.CELL_IS_LOGICAL
            cells.append(Cell(looks.texts.get(at) or _text(value, percent=at in looks.percent), place))
        rows.append(cells)
    merged = {
        (row, column): (top, left)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    return Grid(name, rows, merged, odd, frozenset(looks.hidden), sheet_hidden=hidden)


def _text(value: CellValue, *, percent: bool) -> str:
    """A cell as it would be typed: a number's shortest digits, which are those that went in."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    number = Decimal(repr(value))
    if percent:
        return f"{_plain(number * 100)}%"
    return _plain(number)


def _plain(number: Decimal) -> str:
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cell_name(row: int, column: int) -> str:
    """A cell's name from its row and column, counted from 0: (6, 2) is C7."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _looks(data: bytes) -> dict[str, _Looks]:
    """How the cells of an .xlsx look, by sheet; nothing for other workbooks, which do not tell."""
    if not data.startswith(b"PK") or b"xl/workbook.xml" not in data:
        return {}
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        formulas = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {sheet.title: _look_at(sheet, values[sheet.title]) for sheet in formulas.worksheets}


def _look_at(formulas: Worksheet, values: Worksheet) -> _Looks:
    looks = _Looks(hidden={row - 1 for row, about in formulas.row_dimensions.items() if about.hidden})
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            at = (cell.row - 1, cell.column - 1)
            value = values.cell(cell.row, cell.column).value
            if cell.data_type == "f" and value is None:
                looks.odd[at] = Code.FORMULA_WITHOUT_VALUE
                looks.texts[at] = str(cell.value)
            elif cell.data_type == "e" or (isinstance(value, str) and value in _ERRORS and cell.data_type == "f"):
                looks.odd[at] = Code.CELL_IS_AN_ERROR
                looks.texts[at] = str(value)
            elif "%" in str(cell.number_format):
                looks.percent.add(at)
    return looks


_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


def sheets_with_cells(grids: list[Grid]) -> Iterator[Grid]:
    """The sheets that hold anything."""
    return (grid for grid in grids if any((cell.text or "").strip() for row in grid.rows for cell in row))
