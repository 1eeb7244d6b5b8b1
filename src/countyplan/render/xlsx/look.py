"""How the sheets look: text as text, headers, and colours by rule, so that they follow a cell that is changed."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.colour import STATUS_COLOURS
from countyplan.spreadsheet.sheet import BOX, HEADER_FILL, PADDING, font, height_of, put

TEXT = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(vertical="top", horizontal="center", wrap_text=True)
NUMBER = Alignment(vertical="top", horizontal="right")
_HEADER = Alignment(vertical="center", horizontal="center", wrap_text=True)
_SEVERITY_COLOURS = {"error": "F4A6A0", "warning": "FFF2CC", "info": "EDEDED"}


def write_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell of text, on one line of characters that can be seen, wrapped to its column."""
    cell = put(sheet, row, column, visible(text))
    cell.alignment = TEXT
    return cell


def write_header(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell of a table's header, which begins with a capital."""
    cell = write_text(sheet, row, column, text[:1].upper() + text[1:] if len(text) > 1 else text)
    cell.font, cell.fill, cell.alignment, cell.border = font(bold=True), HEADER_FILL, _HEADER, BOX
    return cell


def head_table(sheet: Worksheet, headers: Sequence[tuple[str, float]], frozen: str) -> None:
    """The first row as the header of the sheet: columns as wide as told, the header in sight and on every page."""
    for at, (header, width) in enumerate(headers, start=1):
        write_header(sheet, 1, at, header)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = height_of(headers) + PADDING
    sheet.freeze_panes = frozen
    sheet.print_title_rows = "1:1"


def colour_statuses(sheet: Worksheet, cells: str, texts: Texts) -> None:
    """Let every verdict's label in the range have its colour."""
    labels = [(f"status.{status}", colour) for status, colour in STATUS_COLOURS.items()]
    told_apart = [("status.met_early", STATUS_COLOURS["met"]), ("status.not_used", STATUS_COLOURS["missing"])]
    _colour(sheet, cells, [*labels, *told_apart], texts)


def colour_severities(sheet: Worksheet, cells: str, texts: Texts) -> None:
    """Let the weight of every finding in the range have its colour."""
    labels = [(f"severity.{severity}", colour) for severity, colour in _SEVERITY_COLOURS.items()]
    _colour(sheet, cells, labels, texts)


def _colour(sheet: Worksheet, cells: str, labels: Sequence[tuple[str, str]], texts: Texts) -> None:
    for key, colour in labels:
        fill = PatternFill("solid", bgColor=colour)
        look = DifferentialStyle(fill=fill)
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{texts.say(key)}"'], dxf=look)
        sheet.conditional_formatting.add(cells, rule)
