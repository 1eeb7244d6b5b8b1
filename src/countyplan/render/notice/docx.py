"""A request as a document: the letter, and on a page that lies on its side the slip to be sent back."""

from __future__ import annotations

from countyplan.render.docx.page import DocumentPage
from countyplan.render.docx.table import TableCell, TableGrid
from countyplan.report.notice import Notice, ReplySlip

_ASKS = (34, 46, 46, 34, 20)
_FIGURES = (18, 14, 50, 22, 14, 14, 34, 50)
_PROMISES = (18, 14, 36, 20, 20, 34, 24, 34, 40)
_FILING = (40, 116)


def notice_docx(notice: Notice) -> bytes:
    """The request with its slip; no author is named, for what is filled in and sent back is the unit's own."""
    page = DocumentPage(notice.texts)
    page.title([notice.title])
    page.plain(notice.addressee)
    page.paragraphs(notice.lines)
    grid = TableGrid(page, notice.headers, _ASKS, compact=True)
    numbered = [(f"{at}. {one.subject}", *one.cells[1:]) for at, one in enumerate(notice.asks, start=1)]
    grid.rows([[TableCell.of(cell) for cell in cells] for cells in numbered])
    page.gap()
    page.paragraphs(notice.closing)
    page.turn(lying=True)
    _slip(notice.slip, page)
    return page.written(notice.title, "", notice.made_on)


def _slip(slip: ReplySlip, page: DocumentPage) -> None:
    page.annex(slip.heading)
    page.small(slip.how)
    if slip.figures:
        grid = TableGrid(page, slip.figure_headers, _FIGURES, compact=True)
        grid.rows([[TableCell.of(cell) for cell in one.cells] for one in slip.figures])
        page.gap()
    if slip.promises:
        grid = TableGrid(page, slip.promise_headers, _PROMISES, compact=True)
        grid.rows([[TableCell.of(cell) for cell in one.cells] for one in slip.promises])
        page.gap()
    grid = TableGrid(page, (slip.filing[0], ""), _FILING, compact=True)
    grid.rows([[TableCell.of(label), TableCell.of("")] for label in slip.filing[1:]])
