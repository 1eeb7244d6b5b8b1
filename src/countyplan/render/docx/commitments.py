"""The commitments in a briefing: in short in its body, and all of them in an annex."""

from __future__ import annotations

from countyplan.render.docx.page import DocumentPage
from countyplan.render.docx.table import TableCell, TableGrid
from countyplan.report import Report
from countyplan.report.commitments.part import Commitments

_SHARES = (24, 20, 38, 16, 40, 30, 32)


def write_commitments(report: Report, page: DocumentPage) -> None:
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


def write_all_commitments(report: Report, page: DocumentPage) -> None:
    """The annex with every commitment, on pages that lie on their side."""
    promised = report.commitments
    if promised is not None:
        page.turn(lying=True)
        page.annex(promised.heading)
        _table(promised, page)
        page.turn(lying=False)


def _table(promised: Commitments, page: DocumentPage) -> None:
    grid = TableGrid(page, promised.headers, _SHARES, compact=True)
    for clause, lines in promised.cells:
        grid.band(clause)
        grid.rows([[TableCell.of(text) for text in cells] for cells in lines])
