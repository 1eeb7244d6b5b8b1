"""A request as a document: the letter, and on a page that lies on its side the slip to be sent back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from countyplan.render.paged.page import Page, TableCell, TableRow, kept
from countyplan.report.notice.notice_model import Notice, ReplySlip

_ASKS = (42, 48, 38, 40, 17)
_FIGURES = (18, 14, 50, 22, 14, 14, 34, 50)
_PROMISES = (16, 12, 36, 18, 20, 32, 22, 32, 54)
_FILING = (40, 116)


def write_notice(notice: Notice, page: Page) -> bytes:
    """The request with its slip; no author is named, for what is filled in and sent back is the unit's own."""
    page.title([notice.title])
    page.plain(notice.addressee)
    page.paragraphs(notice.lines)
    numbered = [(f"{at}. {one.subject}", *one.cells[1:]) for at, one in enumerate(notice.asks, start=1)]
    page.table(notice.headers, _ASKS, _rows(numbered))
    page.fine(notice.notes)
    page.signed([*notice.closing, notice.seal], notice.day)
    page.turn(lying=True)
    _slip(notice.slip, page)
    return page.written(notice.title, "", notice.made_on)


def _slip(slip: ReplySlip, page: Page) -> None:
    page.annex(slip.heading)
    page.small(slip.how)
    page.table((slip.filing_heading, ""), _FILING, _rows((label, "") for label in slip.filing), compact=True)
    page.gap()
    if slip.figures:
        page.table(slip.figure_headers, _FIGURES, _rows(one.told for one in slip.figures), compact=True)
        page.gap()
    if slip.promises:
        page.table(slip.promise_headers, _PROMISES, _rows(one.cells for one in slip.promises), compact=True)


def _rows(rows: Iterable[Sequence[str]]) -> list[TableRow]:
    return kept([[TableCell.of(cell) for cell in cells] for cells in rows])
