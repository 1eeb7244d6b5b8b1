"""The annexes: all rows on pages that lie on their side, our readings, commitments, sources, what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.paged.commitments import write_all_commitments, write_tally
from countyplan.render.paged.page import Page, TableCell, TableRow, band, kept
from countyplan.render.paged.projects import write_project_tables
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row

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


def write_annexes(report: Report, page: Page, *, sent: bool = False) -> None:
    """All annexes, the first on a new page; without a row there is only the last.

    Whoever a document is `sent` to is told the names of the files that it was made from, and neither folders nor hashes.
    """
    say = report.texts.say
    if report.detailed:
        page.turn(lying=True)
        page.annex(say("brief.annex.rows"))
        page.small([say("brief.annex.note"), *([report.left_out] if report.left_out else [])])
        _rows(report, page)
    promised = report.commitments
    # An annex of its own would hold a line: where there is nothing but commitments, their sources stand above them.
    alone = sent and promised is not None and not (report.rows or report.brief.findings or report.restatements)
    if promised is not None and not promised.tally_note:
        write_all_commitments(promised, page, lying=report.detailed, notes=_sources(report) if alone else ())
    # A sheet's last annexes are short: a page of their own, turned again, would hold a few lines.
    if report.group is None and (report.rows or promised is not None):
        page.turn(lying=False)
    if promised is not None and promised.tally_note and promised.tally:
        write_tally(promised, page)
    if report.rows:
        page.annex(say("brief.annex.readings" if report.readings else "report.pace"))
        page.small([*report.readings, report.cutoffs])
    write_project_tables(report, page)
    if not sent:
        write_made_from(report, page)
    elif not alone:
        page.annex(say("brief.annex.sources"))
        page.small(_sources(report))
        _write_findings(report, page)


def _sources(report: Report) -> list[str]:
    """Where the figures come from, as whoever a document is sent to is told."""
    names = list(dict.fromkeys(PurePath(name).name for name, _ in report.made_from.files))
    files = [report.texts.say("brief.made_from_files", names=report.texts.join(names))] if names else []
    return [*report.sources, *files, *([] if report.brief.closing else [report.brief.made_on])]


def write_made_from(report: Report, page: Page) -> None:
    """The annex that tells where the figures come from, what is odd about them, and what the document was made from."""
    page.annex(report.texts.say("brief.annex.made_from"))
    page.small(report.sources)
    _write_findings(report, page)
    page.fine([report.provenance[0]])
    if not report.made_from.files:
        return
    headers = [report.texts.say("book.finding.file"), "SHA-256"]
    page.table(headers, [60, 96], _plain(report.made_from.files), compact=True)
    if who_filed := report.made_from.who_filed:
        headers = [report.texts.say("book.finding.file"), report.texts.say("book.filed")]
        page.gap()
        page.table(headers, [60, 96], _plain(who_filed), compact=True)


def _write_findings(report: Report, page: Page) -> None:
    """The gravest findings about the submissions, and what was restated."""
    say, brief = report.texts.say, report.brief
    if brief.findings:
        page.subheading(say("report.diagnostics"))
        page.fine([*brief.findings, *([brief.findings_left_out] if brief.findings_left_out else [])])
    if report.restatements:
        page.subheading(say("report.restatements"))
        page.fine(report.restatements)


def _plain(rows: Iterable[Sequence[str]]) -> list[TableRow]:
    return [TableRow(tuple(TableCell.of(text) for text in row)) for row in rows]


def _rows(report: Report, page: Page) -> None:
    rows: list[TableRow] = []
    for clause, of_clause in groupby(report.rows, key=lambda row: row.clause):
        rows.append(band(clause))
        for _, of_indicator in groupby(of_clause, key=lambda row: row.indicator):
            rows += kept([_cells(report, row) for row in of_indicator])
    headers = [report.texts.say(f"column.{name}") for name in _COLUMNS]
    page.table(headers, list(_COLUMNS.values()), rows, compact=True)


def _cells(report: Report, row: Row) -> list[TableCell]:
    say = report.texts.say
    period = say("quantity.period", period=row.period) if row.period else ""
    return [
        TableCell.of(row.indicator),
        TableCell.of(row.area, centred=True),
        TableCell((row.marked_goal, row.due), centred=True),
        TableCell(tuple(part for part in (row.value, period) if part), centred=True),
        TableCell.of(row.gap, centred=True),
        verdict_cell(row),
        TableCell.of(row.pace, centred=True),
        TableCell(tuple(part for part in (row.step, row.step_short) if part)),
        TableCell.of(row.whole_account),
    ]


def verdict_cell(row: Row) -> TableCell:
    """The verdict in its colour, its marks below it."""
    lines = (row.status, row.marks) if row.marks else (row.status,)
    return TableCell(lines, centred=True, colour=STATUS_COLOURS[row.machine.status])
