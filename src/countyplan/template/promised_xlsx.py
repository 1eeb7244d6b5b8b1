"""The sheet of a form that asks for the states of commitments."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.language import Texts
from countyplan.language.texts import begun
from countyplan.quantity import Period
from countyplan.quantity.period import Span
from countyplan.spreadsheet.sheet import BOX, HEADER_FILL, font, height_of, put
from countyplan.template.promised import COLUMNS, Promise, state_words

_WIDTHS = (12, 9, 26, 14, 13, 26, 16, 24, 36, 28)
_FILLED = ("date", "evidence", "by", "note")
_TO_FILL, _TO_CHOOSE = PatternFill("solid", fgColor="FFF2CC"), PatternFill("solid", fgColor="E2EFDA")
_TOP = Alignment(vertical="top", wrap_text=True)
_TOP_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_TEXT = "@"
_HEAD = 22


def write_promises(asked: Sequence[tuple[str, Promise]], period: Period, texts: Texts, sheet: Worksheet) -> None:
    """Fill the sheet: a row for each commitment, with the name of the area that it binds."""
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), start=1):
        cell = put(sheet, 1, column, begun(texts.say(f"template.column.{name}")))
        cell.font, cell.fill = font(bold=True), HEADER_FILL
        cell.alignment = Alignment(horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = _HEAD
    chosen = DataValidation(type="list", formula1=f'"{",".join(state_words(texts))}"', allow_blank=True)
    sheet.add_data_validation(chosen)
    for row, (area, promise) in enumerate(asked, start=2):
        _write(area, promise, period, sheet, row)
        chosen.add(sheet.cell(row, COLUMNS.index("state") + 1))
    sheet.freeze_panes = "D2"
    sheet.print_title_rows = "1:1"


def _write(area: str, promise: Promise, period: Period, sheet: Worksheet, row: int) -> None:
    told = {
        "area": area,
        "commitment": promise.name,
        "wording": promise.wording,
        "evidence_wanted": promise.evidence,
    }
    for column, name in enumerate(COLUMNS, start=1):
        cell = put(sheet, row, column, told.get(name, ""))
        cell.alignment, cell.border = _TOP, BOX
        if name == "period":
            cell.alignment = _TOP_LEFT
            year = period.span is Span.YEAR
            cell.value, cell.number_format = (period.year, "0") if year else (str(period), _TEXT)
        elif name == "date":
            cell.number_format = _TEXT
        if name in _FILLED:
            cell.fill = _TO_FILL
        elif name == "state":
            cell.fill = _TO_CHOOSE
    widths = dict(zip(COLUMNS, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = height_of([(text, widths[name]) for name, text in told.items()])
