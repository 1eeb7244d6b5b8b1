"""What the sheets of a workbook have in common: text that never becomes a formula, and a print as wide as its page."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

HEADER_FILL = PatternFill("solid", fgColor="D9E1F2")
_THIN = Side(style="thin", color="BFBFBF")
RULE = Border(bottom=_THIN)
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """The cell at that position, holding `text` as text; empty if there is none."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(cell)
    if text:
        cell.value = text
        cell.data_type = "s"
    return cell


def print_across(sheet: Worksheet) -> None:
    """Let a print be as wide as a page of A4 on its side, and as long as it is."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
