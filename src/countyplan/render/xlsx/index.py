"""The list of the sheets that a report was divided into, as a workbook: each name leads to its file beside it."""

from __future__ import annotations

from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from countyplan.render.xlsx.book import about, first_of
from countyplan.render.xlsx.findings import write_findings
from countyplan.render.xlsx.page import SheetPage
from countyplan.render.xlsx.provenance import write_sources
from countyplan.render.xlsx.table import Number, counted
from countyplan.report.divided.index import Index
from countyplan.spreadsheet.saved import saved
from countyplan.spreadsheet.sheet import font

_NAME, _BESIDE, _NUMBER = 34, 2, 11  # in characters; of a clause its heading on one line
_LINK = "0563C1"


def index_xlsx(index: Index) -> bytes:
    """The index; what is known about the files themselves stands here alone."""
    book, say = Workbook(), index.whole.texts.say
    first = first_of(book, say("index.file"))
    lines = (*(entry.line for entry in index.entries), index.whole_line)
    # What leads to a file does not wrap in every spreadsheet.
    name = max(_NAME, *(cell_len(line.name) + _BESIDE for line in lines))
    page = SheetPage(first, [name, *[_NUMBER] * (len(index.headers) - 1)])
    page.title(index.title)
    page.lines(index.heading)
    head = page.row
    rows: list[list[str | Number]] = [[line.name, *map(counted, line.numbers, line.marks)] for line in lines]
    page.table(index.headers, rows, [1] * len(index.headers))
    _link(index, first, head + 1)
    page.lines(index.notes)
    if index.apart:
        page.heading(index.apart_heading)
        page.lines(index.apart_lines)
    page.finish()
    first.print_title_rows = f"{head}:{head}"
    write_findings(
        index.whole, book.create_sheet(say("book.findings"))
    )  # by its header a list of sheets is known again
    write_sources(index.whole, book.create_sheet(say("book.sources")), with_rows=False)
    book.properties = about(index.title, index.whole)
    return saved(book)


def _link(index: Index, sheet: Worksheet, start: int) -> None:
    for at, entry in enumerate(index.entries, start=start):
        cell = sheet.cell(at, 1)
        cell.hyperlink = quote(entry.sheet.file)
        named = font()
        cell.font = Font(name=named.name, family=named.family, scheme=named.scheme, size=named.size, color=_LINK)
