"""An .xls by python-calamine, which tells neither number formats nor what is hidden in it."""

from __future__ import annotations

import io
from datetime import date, time, timedelta

from countyplan.limits import Limits
from countyplan.office.package import BrokenError, Fault
from countyplan.office.sheet import Budget, Limit, LimitError, Odd, Sheet, SheetCell
from countyplan.office.shown.number import parse_number, plain

CellValue = int | float | str | bool | time | date | timedelta
_PASSWORD = "password"


def read_xls(data: bytes, limits: Limits) -> list[Sheet]:
    """The sheets in their order; charts are none."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    budget = Budget(limits)
    sheets = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for at, about in enumerate(workbook.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            budget.begin_sheet()
            found = workbook.get_sheet_by_index(at)
            sheet = Sheet(about.name, about.visible is not SheetVisibleEnum.Visible)
            if found.total_height * found.total_width > limits.cells - budget.cells:
                raise LimitError(Limit.CELLS, about.name)
            for row, values in enumerate(found.to_python(skip_empty_area=False)):
                for column, value in enumerate(values):
                    cell = _cell(row, column, value)
                    budget.take(cell.text, sheet=about.name)
                    sheet.cells += [cell] if cell.text.strip() else []
            sheet.merged = [
                (top, bottom, left, right) for (top, left), (bottom, right) in found.merged_cell_ranges or []
            ]
            sheets.append(budget.close_sheet(sheet))
    except CalamineError as error:
        raise BrokenError(Fault.PASSWORD if _PASSWORD in str(error).casefold() else Fault.STREAM) from error
    return sheets


def _cell(row: int, column: int, value: CellValue) -> SheetCell:
    match value:
        case bool():
            return SheetCell(row, column, str(value), Odd.LOGICAL)
        case int() | float():
            number = parse_number(repr(value))
            return SheetCell(row, column, str(value) if number is None else plain(number))
        case str():
            return SheetCell(row, column, value, is_text=True)
        case _:
            return SheetCell(row, column, str(value), Odd.DATE)
