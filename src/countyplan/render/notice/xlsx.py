"""A request as a workbook: the letter on its first sheet, and the slip to be sent back on those behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.render.xlsx.book import first_of
from countyplan.render.xlsx.look import TEXT, head_table, write_text
from countyplan.render.xlsx.page import SheetPage
from countyplan.report.notice.notice_model import Notice
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.saved import saved
from countyplan.spreadsheet.sheet import BOX, font, height_of

_ASKS = (34, 40, 40, 46, 16)
_FIGURES = (12, 10, 30, 16, 10, 10, 24, 34)
_PROMISES = (12, 10, 30, 14, 14, 26, 16, 28, 30)
_TO_FILL = PatternFill("solid", fgColor="FFF2CC")
_STATE = 4  # the column of the state, from 1
_TEXT = "@"


def notice_xlsx(notice: Notice) -> bytes:
    """The request with its slip; no author is named, for what is filled in and sent back is the unit's own."""
    book = Workbook()
    say, slip = notice.texts.say, notice.slip
    first = first_of(book, notice.title)
    page = SheetPage(first, _ASKS)
    page.title(notice.title)
    page.lines([notice.addressee, *notice.lines])
    rows = [(f"{at}. {one.subject}", *one.cells[1:]) for at, one in enumerate(notice.asks, start=1)]
    page.table(notice.headers, rows, [1] * len(_ASKS))
    page.part()
    page.lines(notice.notes)
    page.signed([*notice.closing, notice.seal], notice.day)
    page.lines(slip.how)
    page.finish()
    if slip.figures:
        cells = [one.cells for one in slip.figures]
        sheet = book.create_sheet(say("notice.sheet.figures"))
        _table(slip.figure_headers, cells, _FIGURES, sheet)
        _filing(slip.filing, len(cells) + 3, sheet)
        fill_pages(sheet)
    if slip.promises:
        cells = [one.cells for one in slip.promises]
        sheet = book.create_sheet(say("notice.sheet.promises"))
        _table(slip.promise_headers, cells, _PROMISES, sheet)
        _states(slip.states, len(cells), sheet)
        fill_pages(sheet)
    made_on = datetime.fromisoformat(notice.made_on)
    book.properties = DocumentProperties(title=visible(notice.title), creator="", created=made_on, modified=made_on)
    return saved(book)


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], sheet: Worksheet) -> None:
    """The rows of a slip; what is blank is to be filled in."""
    head_table(sheet, list(zip(headers, widths, strict=True)), "A2")
    for at, cells in enumerate(rows, start=2):
        for column, text in enumerate(cells, start=1):
            cell = write_text(sheet, at, column, text)
            cell.alignment, cell.border = TEXT, BOX
            if not text:
                cell.fill = _TO_FILL
        sheet.row_dimensions[at].height = height_of(list(zip(cells, widths, strict=True)))
    set_page(sheet)


def _filing(labels: Sequence[str], row: int, sheet: Worksheet) -> None:
    """Below the figures, the lines for when the slip was sent back and who filled it in."""
    for at, label in enumerate(labels, start=row):
        write_text(sheet, at, 1, label).font = font(bold=True)
        sheet.row_dimensions[at].height = height_of([(label, _FIGURES[0])])
        for column in (2, 3):
            cell = sheet.cell(at, column)
            cell.fill, cell.border, cell.number_format = _TO_FILL, BOX, _TEXT
        sheet.merge_cells(start_row=at, start_column=2, end_row=at, end_column=3)


def _states(states: Sequence[str], count: int, sheet: Worksheet) -> None:
    chosen = DataValidation(type="list", formula1=f'"{",".join(states)}"', allow_blank=True)
    letter = get_column_letter(_STATE)
    chosen.add(f"{letter}2:{letter}{count + 1}")
    sheet.add_data_validation(chosen)
