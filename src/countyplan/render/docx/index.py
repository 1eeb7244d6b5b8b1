"""The list of the sheets that a report was divided into, each name a link to its file beside it."""

from __future__ import annotations

from countyplan.render.docx.annex import write_made_from
from countyplan.render.docx.page import DocumentPage
from countyplan.render.docx.report import write_findings
from countyplan.render.docx.table import TableCell, TableGrid
from countyplan.report import Index

_NAME, _NUMBER = 30, 10


def index_docx(index: Index) -> bytes:
    """The index; what is known about the files themselves stands here alone."""
    whole = index.whole
    page = DocumentPage(whole.texts)
    page.title([index.title])
    page.paragraphs(index.heading)
    page.gap()
    grid = TableGrid(page, index.headers, [_NAME, *[_NUMBER] * (len(index.headers) - 1)])
    for entry in index.entries:
        name, *numbers = entry.cells
        grid.row(
            [TableCell((name,), link=entry.sheet.file), *(TableCell.of(number, centred=True) for number in numbers)]
        )
    name, *numbers = index.whole_cells
    grid.row([TableCell.of(name), *(TableCell.of(number, centred=True) for number in numbers)])
    if index.apart:
        page.heading(index.apart_heading)
        page.small(index.apart_lines)
    write_findings(whole, page)
    write_made_from(whole, page)
    return page.written(index.title, f"countyplan {whole.made_from.version}", whole.made_from.made_on)
