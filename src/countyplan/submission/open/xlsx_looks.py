"""How the cells of an .xlsx look: openpyxl tells what hides, what is a formula, and what number formats show."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

import openpyxl

from countyplan.diagnostics import Code
from countyplan.submission.open.looks import At, Looks
from countyplan.submission.open.number_format import Around, scales, shown_around

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


def xlsx_looks(data: bytes) -> dict[str, Looks]:
    """How the cells look, by sheet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        formulas = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {sheet.title: _look_at(sheet, values[sheet.title]) for sheet in formulas.worksheets}


def _look_at(formulas: Worksheet, values: Worksheet) -> Looks:
    looks = Looks(hidden={row - 1 for row, about in formulas.row_dimensions.items() if about.hidden})
    for about in formulas.column_dimensions.values():
        first, last = about.min, about.max
        if about.hidden and first is not None and last is not None:
            looks.hidden_columns |= set(range(first - 1, last))
    for row, cells in enumerate(formulas.iter_rows()):
        for column, cell in enumerate(cells):
            if cell.value is not None:
                _look_at_cell(cell, values.cell(row + 1, column + 1).value, (row, column), looks)
    return looks


def _look_at_cell(cell: Cell | MergedCell, value: object, at: At, looks: Looks) -> None:
    if cell.data_type == "f" and value is None:
        looks.odd[at] = Code.FORMULA_WITHOUT_VALUE
        looks.texts[at] = getattr(cell.value, "text", None) or str(cell.value)
    elif cell.data_type == "e" or (cell.data_type == "f" and value in _ERRORS):
        looks.odd[at] = Code.CELL_IS_AN_ERROR
        looks.texts[at] = str(value)
    elif cell.data_type in {"n", "f"} and scales(str(cell.number_format)):
        looks.odd[at] = Code.FORMAT_SCALES
        looks.texts[at] = f"{value} [{cell.number_format}]"
    else:
        negative = isinstance(value, int | float) and value < 0
        around = shown_around(str(cell.number_format), negative=negative)
        if around != Around():
            looks.around[at] = around
