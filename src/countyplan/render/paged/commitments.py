"""The commitments in a briefing: in short in its body, and all of them in an annex."""

from __future__ import annotations

from countyplan.render.paged.page import Page, TableCell, TableRow, band, kept
from countyplan.report import Report
from countyplan.report.commitments.part import Commitments

_SHARES = (24, 20, 38, 16, 40, 30, 32)


def write_commitments(report: Report, page: Page) -> None:
    """How the commitments stand, and which need attention; in a sheet that is sent also what each asks for."""
    promised = report.commitments
    if promised is None:
        return
    page.heading(promised.heading)
    page.paragraphs([promised.summary])
    page.small([promised.note])
    for heading, lines in (
        (promised.attention_heading, promised.attention),
        (promised.changes_heading, promised.changes),
    ):
        if lines:
            page.heading(heading, 2)
            page.small(lines)


def write_all_commitments(report: Report, page: Page, *, lying: bool) -> None:
    """The annex with every commitment, on pages that lie on their side, as the page before may be `lying` already."""
    promised = report.commitments
    if promised is not None:
        if not lying:
            page.turn(lying=True)
        page.annex(promised.heading)
        _table(promised, page)


def _table(promised: Commitments, page: Page) -> None:
    rows: list[TableRow] = []
    for clause, lines in promised.cells:
        rows.append(band(clause))
        rows += kept([[TableCell.of(text) for text in cells] for cells in lines])
    page.table(promised.headers, _SHARES, rows, compact=True)
