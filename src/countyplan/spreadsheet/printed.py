"""How a sheet is printed: on A4 on its side, as wide as the page, with page numbers, and no few rows alone on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TypeAlias

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.header_footer import _HeaderFooterPart as HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.spreadsheet.sheet import print_across

_POINTS = 72
_WIDE, _HIGH = 11.69, 8.27  # inches
_MARGIN, _BELOW, _ABOVE_HEADED = 0.4, 0.8, 0.7  # inches
_ROW, _CHARACTER, _BESIDE = 15, 5.25, 3.75  # points: a row that nobody set, a character, and what each column adds
_READABLE, _LEAST_SHRUNK = 0.8, 1.12  # ours: the scale that stays well readable, and what is bearable below it
_LITTLE = 1 / 3  # of a page, ours
# LibreOffice measures a footer before it knows the sheet's name: beside a wide blank a Chinese name is not cut off below.
_SHEET_NAME = "&A\u3000"

_Section: TypeAlias = tuple[int, float]
"""The row that it begins with, and its height in points."""


def set_page(sheet: Worksheet, head: str = "") -> None:
    """A page of A4 on its side with page numbers; `head` stands above every page of a print."""
    print_across(sheet)
    margins = sheet.page_margins
    margins.left = margins.right = _MARGIN
    margins.top, margins.bottom = _ABOVE_HEADED if head else _MARGIN, _BELOW
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=HeaderFooterPart(_SHEET_NAME), center=HeaderFooterPart("&P / &N")
    )
    if head:
        sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=HeaderFooterPart(head.replace("&", "&&")))


def keep_together(sheet: Worksheet, begins: Sequence[int]) -> None:
    """Begin a new page of a print with a section that does not fit on the page of the one before it.

    `begins` are the rows before which a page may end, in order. What fits on one page a little smaller is not divided.
    """
    room = _room(sheet)
    if sum(_parts(sheet)) <= room * _shrunk(sheet):
        return
    # An empty row ends no page, for it would take the next one where there is no room for it.
    begins = [begin - 1 if begin > 1 and _empty(sheet, begin - 1) else begin for begin in begins]
    sections = [
        (begin, sum(_height(sheet, row) for row in range(begin, end)))
        for begin, end in zip(begins, [*begins[1:], sheet.max_row + 1], strict=True)
    ]
    for page in _pages(sections, room)[1:]:
        sheet.row_breaks.append(Break(id=page[0][0] - 1))


def _pages(sections: Sequence[_Section], room: float) -> list[list[_Section]]:
    """The sections of each page; the last one takes another from the page before it where it would hold little."""
    pages: list[list[_Section]] = [[]]
    for section in sections:
        used = _high(pages[-1])
        if used and (used % room if used > room else used) + section[1] > room:  # a long section ends on a later page
            pages.append([])
        pages[-1].append(section)
    if len(pages) > 1 and len(pages[-2]) > 1 and _high(pages[-1]) < room * _LITTLE:
        moved = pages[-2][-1]
        if _high([moved, *pages[-1]]) <= room:
            pages[-2:] = [pages[-2][:-1], [moved, *pages[-1]]]
    return pages


def _high(sections: Sequence[_Section]) -> float:
    return sum(height for _, height in sections)


def fill_pages(sheet: Worksheet) -> None:
    """Print a finished sheet a little smaller where that spares a page with a few rows on it.

    A spreadsheet that is told on how many pages to print takes no notice of where a page is to end.
    """
    if not sheet.row_breaks.brk:
        [height] = _parts(sheet)
        needed = height / _room(sheet)
        taken = max(1, ceil(needed / _shrunk(sheet)))
        if taken < ceil(needed):
            sheet.page_setup.fitToHeight = taken


def _shrunk(sheet: Worksheet) -> float:
    """How many times smaller a sheet may be printed than to the width of its page."""
    return max(_LEAST_SHRUNK, _scale(sheet) / _READABLE)


def _scale(sheet: Worksheet) -> float:
    """As wide as the page, but never larger than it is."""
    first, _, last, _ = _printed(sheet)
    letters = [get_column_letter(at) for at in range(first, last + 1)]
    wide = sum(sheet.column_dimensions[one].width * _CHARACTER + _BESIDE for one in letters)
    margins = sheet.page_margins
    return min(1, (_WIDE - margins.left - margins.right) * _POINTS / wide)


def _room(sheet: Worksheet) -> float:
    """The height of a page in points of the sheet, below what heads every page."""
    margins = sheet.page_margins
    high = (_HIGH - margins.top - margins.bottom) * _POINTS
    head = _head(sheet)
    return high / _scale(sheet) - (_height(sheet, head) if head else 0)


def _parts(sheet: Worksheet) -> Iterator[float]:
    """How high the rows are from one page break that was set to the next."""
    _, first, _, last = _printed(sheet)
    breaks = sorted(one.id for one in sheet.row_breaks.brk)
    for begin, end in zip([first, *(at + 1 for at in breaks)], [*breaks, last], strict=True):
        yield sum(_height(sheet, row) for row in range(begin, end + 1))


def _printed(sheet: Worksheet) -> tuple[int, int, int, int]:
    """First column, first row, last column and last row of what is printed, below a first row that heads every page."""
    area = sheet.print_area.rpartition("!")[2].replace("$", "") or sheet.dimensions
    first, top, last, bottom = range_boundaries(area)
    return first or 1, 2 if _head(sheet) == 1 else top or 1, last or 1, bottom or 1


def _head(sheet: Worksheet) -> int:
    """The row that heads every page, or 0."""
    return int(sheet.print_title_rows.partition(":")[0].lstrip("$")) if sheet.print_title_rows else 0


def _empty(sheet: Worksheet, row: int) -> bool:
    return row not in sheet.row_dimensions and all(cell.value is None for cell in sheet[row])


def _height(sheet: Worksheet, row: int) -> float:
    height = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
    return _ROW if height is None else height
