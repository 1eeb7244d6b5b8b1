"""The annexes: all rows on pages that lie on their side, our readings, commitments, sources, what it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.docx.commitments import write_all_commitments
from countyplan.render.docx.page import DocumentPage
from countyplan.render.docx.projects import write_project_tables
from countyplan.render.docx.table import TableCell, TableGrid
from countyplan.report import Report, Row

_COLUMNS = {
    "indicator": 34,
    "area": 17,
    "goal": 22,
    "value": 26,
    "gap": 22,
    "status": 19,
    "pace": 10,
    "step": 32,
    "reason": 84,
}


def write_annexes(report: Report, page: DocumentPage, *, sent: bool = False) -> None:
    """All annexes, the first on a new page; without a row there is only the last.

    Whoever a document is `sent` to is told the names of the files that it was made from, and neither folders nor hashes.
    """
    say = report.texts.say
    if report.rows:
        page.turn(lying=True)
        page.annex(say("brief.annex.rows"))
        page.small([say("brief.annex.note"), *([report.left_out] if report.left_out else [])])
        _rows(report, page)
        page.turn(lying=False)
        page.annex(say("brief.annex.readings"))
        page.small([*report.readings, report.cutoffs])
    write_all_commitments(report, page)
    write_project_tables(report, page)
    if sent:
        _write_sources(report, page)
    else:
        write_made_from(report, page)


def _write_sources(report: Report, page: DocumentPage) -> None:
    """The annex that tells where the figures come from."""
    page.annex(report.texts.say("brief.annex.sources"))
    names = list(dict.fromkeys(PurePath(name).name for name, _ in report.made_from.files))
    files = [report.texts.say("brief.made_from_files", names=report.texts.join(names))] if names else []
    page.small([*report.sources, *files, report.brief.made_on])


def write_made_from(report: Report, page: DocumentPage) -> None:
    """The annex that tells where the figures come from, and what the document was made from."""
    page.annex(report.texts.say("brief.annex.made_from"))
    page.small([*report.sources, report.provenance[0]])
    if not report.made_from.files:
        return
    grid = TableGrid(page, [report.texts.say("book.finding.file"), "SHA-256"], [60, 96], compact=True)
    for name, digest in report.made_from.files:
        grid.row([TableCell.of(name), TableCell.of(digest)])
    if who_filed := report.made_from.who_filed:
        headers = [report.texts.say("book.finding.file"), report.texts.say("book.filed")]
        grid = TableGrid(page, headers, [60, 96], compact=True)
        for row in who_filed:
            grid.row([TableCell.of(text) for text in row])


def _rows(report: Report, page: DocumentPage) -> None:
    headers = [report.texts.say(f"column.{name}") for name in _COLUMNS]
    grid = TableGrid(page, headers, list(_COLUMNS.values()), compact=True)
    for clause, of_clause in groupby(report.rows, key=lambda row: row.clause):
        rows = list(of_clause)
        grid.band(clause)
        for _, of_indicator in groupby(rows, key=lambda row: row.indicator):
            _indicator(report, grid, list(of_indicator))


def _indicator(report: Report, grid: TableGrid, rows: Sequence[Row]) -> None:
    for row in rows:
        grid.row(_cells(report, row), with_next=row is not rows[-1])


def _cells(report: Report, row: Row) -> list[TableCell]:
    say = report.texts.say
    value = say("quantity.dated", value=row.value, period=row.machine.period) if row.machine.period else row.value
    reason = say("clause.separator").join([row.reason, *row.notes])
    return [
        TableCell.of(row.indicator),
        TableCell.of(row.area, centred=True),
        TableCell((row.marked_goal, row.due), centred=True),
        *(TableCell.of(text, centred=True) for text in (value, row.gap)),
        TableCell.of(row.marked_status, centred=True, colour=STATUS_COLOURS[row.machine.status]),
        TableCell.of(row.pace, centred=True),
        TableCell.of(" ".join(part for part in (row.step, row.step_short) if part)),
        TableCell.of(reason),
    ]
