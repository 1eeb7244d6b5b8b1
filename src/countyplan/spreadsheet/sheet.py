"""What the sheets of a workbook have in common: text that never becomes a formula, and a print as wide as its page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from openpyxl.cell.cell import Cell
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

HEADER_FILL = PatternFill("solid", fgColor="D9E1F2")
_THIN = Side(style="thin", color="BFBFBF")
RULE = Border(bottom=_THIN)
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

LINE_HEIGHT, PADDING = 15, 5  # points
_PIECES = re.compile("[!-\u2e7f]+ *| +|.")
_NARROW = re.compile("[!-\u2e7f]")
# In digits of the font that columns are measured by: what a column leaves free at its sides, and half a Chinese sign.
_INSET, _CHINESE = 0.7, 1.05
TALLEST = 409  # points, the height that a spreadsheet allows
_MOST_UNITS = 32_767  # of UTF-16, the length that a spreadsheet allows
_MORE = "…"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# `_x0041_` in a cell is read as A; its first sign has to be written like that itself, to stay what it is.
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def font(*, size: float = 11, bold: bool = False) -> Font:
    """A font of the workbook's own kind: in Chinese a spreadsheet takes the Chinese one that goes with it."""
    return Font(name="Calibri", family=2, scheme="minor", size=size, bold=bold)


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """The cell at that position, holding `text` as text; empty if there is none.

    What no XML can hold becomes U+FFFD, and what is longer than a cell can be ends in an ellipsis.
    """
    cell = _cell(sheet, row, column)
    if text:
        cell.value = _cut(_CODED.sub("_x005F_", _NO_XML.sub("\ufffd", text)))
        cell.data_type = "s"
    return cell


def put_number(sheet: Worksheet, row: int, column: int, digits: str, number_format: str) -> Cell:
    """The cell at that position, holding a number; `digits` are a decimal's, and are written as they are, to the last."""
    cell = _cell(sheet, row, column)
    cell.value = digits
    cell.data_type = "n"
    cell.number_format = number_format
    return cell


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(cell)
    return cell


def _cut(text: str) -> str:
    coded = text.encode("utf-16-le")
    if len(coded) <= 2 * _MOST_UNITS:
        return text
    return coded[: 2 * (_MOST_UNITS - len(_MORE))].decode("utf-16-le", "ignore") + _MORE


def print_across(sheet: Worksheet) -> None:
    """Let a print be as wide as a page of A4 on its side, and as long as it is."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def height_of(texts: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row that holds each text, wrapped in a column of that width (in characters)."""
    lines = max((sum(_wrapped(part, width) for part in text.split("\n")) for text, width in texts), default=1)
    return min(TALLEST, LINE_HEIGHT * lines + PADDING)


def _wrapped(text: str, width: float) -> int:
    """How many lines `text` takes: words stay whole where they can, and a Chinese sign may end any line."""
    lines, used, room = 1, 0.0, width - _INSET
    for piece in _PIECES.findall(text):
        word = piece.rstrip(" ")
        wide = cell_len(word) * (_CHINESE if _NARROW.match(word) is None else 1)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        if wide > room:
            lines, wide = lines + int(wide // room), wide % room
        used += wide + len(piece) - len(word)
    return lines
