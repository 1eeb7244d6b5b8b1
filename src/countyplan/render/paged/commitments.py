"""The commitments in a briefing: in short in its body; in an annex how many of each clause stand how, or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.render.paged.page import Page, TableCell, TableRow, band, kept
from countyplan.render.paged.widths import by_length
from countyplan.report.commitments.part import Commitments
from countyplan.report.report_model import Report

_CLAUSE, _NUMBER = 40, 12
_SHORT = 5  # characters


def write_commitments(report: Report, page: Page) -> None:
    """How the commitments stand, which need attention, and what became of them since the period before."""
    promised = report.commitments
    if promised is None:
        return
    page.heading(promised.heading)
    page.paragraphs([promised.summary])
    page.small([promised.note])
    if promised.attention_cells:
        page.heading(promised.attention_heading, 2)
        rows, headers = cells_of(promised.attention_cells), promised.attention_headers
        page.table(headers, by_length(headers, rows), rows)
    if promised.changes:
        page.heading(promised.changes_heading, 2)
        page.small(promised.changes)


def write_all_commitments(promised: Commitments, page: Page, *, lying: bool, notes: Sequence[str]) -> None:
    """The annex with each of them below `notes`, on pages that lie on their side, as that before may be `lying` already."""
    if not lying:
        page.turn(lying=True)
    page.annex(promised.heading)
    page.small(notes)
    _table(promised, page)


def write_tally(promised: Commitments, page: Page) -> None:
    """The annex where there are more of them than anybody reads: how many of each clause stand how."""
    page.annex(promised.heading)
    page.small([promised.tally_note])
    shares = [_CLAUSE, *[_NUMBER] * (len(promised.tally_headers) - 1)]
    rows = [
        [TableCell.of(heading), *(TableCell.of(number, centred=True) for number in numbers)]
        for heading, *numbers in promised.tally
    ]
    page.table(promised.tally_headers, shares, kept(rows), compact=True)


def _table(promised: Commitments, page: Page) -> None:
    rows: list[TableRow] = []
    for of_band in promised.listed:
        rows.append(band(of_band.heading))
        rows += kept([[_lines(lines) for lines in one.cells] for one in of_band.lines])
    page.table(promised.headers, by_length(promised.headers, rows), rows, compact=True)


def cells_of(lines: Sequence[Sequence[str]]) -> list[TableRow]:
    """Rows of plain text, in which a short name is not broken."""
    return kept([[_lines((text,)) for text in cells] for cells in lines])


def _lines(lines: tuple[str, ...]) -> TableCell:
    return TableCell(lines, whole=all(len(line) <= _SHORT for line in lines))
