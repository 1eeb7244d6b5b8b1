"""The briefing: two to four pages in short, then annexes with all rows, our readings, and what it was made from."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.docx.annex import write_annexes
from countyplan.render.docx.commitments import write_commitments
from countyplan.render.docx.page import DocumentPage
from countyplan.render.docx.projects import write_projects
from countyplan.render.docx.table import TableCell, TableGrid
from countyplan.report import Report, Row
from countyplan.report.overview.overview_model import ClauseLines, Count


def report_docx(report: Report) -> bytes:
    """The whole report; the same report gives the same bytes."""
    page, say = DocumentPage(report.texts), report.texts.say
    page.title(report.brief.title)
    page.subtitle(report.brief.as_of)
    if report.brief.only_source:
        page.subtitle(report.brief.only_source)
    _overview(report, page)
    _lagging(report, page)
    _changes(report, page)
    _by_clause(report, page, say("brief.answering"), report.brief.answering)
    _by_clause(report, page, say("brief.unsettled"), report.brief.unsettled)
    _by_clause(report, page, report.missing_heading, report.missing)
    write_commitments(report, page)
    write_projects(report, page)
    write_findings(report, page)
    page.closing(report.brief.made_on)
    write_annexes(report, page, sent=report.group is not None)
    return page.written(report.title, f"countyplan {report.made_from.version}", report.made_from.made_on)


def _overview(report: Report, page: DocumentPage) -> None:
    say, brief = report.texts.say, report.brief
    page.heading(say("report.summary"))
    page.paragraphs([*brief.overview, *([brief.waived] if brief.waived else [])])
    if not report.rows:
        return
    page.gap()
    labels = [count.label for count in report.counts]
    headers = [say("column.area"), say("column.count"), *labels]
    grid = TableGrid(page, headers, [13, *(_share(header) for header in headers[1:])])
    for area in brief.areas:
        grid.row(_count_cells(area.area, area.total, area.counts), with_next=True)
    grid.row(_count_cells(say("book.all"), report.brief.total, report.counts))


def _share(label: str) -> int:
    """A column's part of the width: room for the longest word, which is not to be torn."""
    return min(9, max(5, *map(len, label.split())))


def _count_cells(name: str, total: int, counts: Sequence[Count]) -> list[TableCell]:
    told = [
        TableCell((str(count.number), count.note) if count.note else (str(count.number),), centred=True)
        for count in counts
    ]
    return [TableCell.of(name, centred=True), TableCell.of(str(total), centred=True), *told]


def _lagging(report: Report, page: DocumentPage) -> None:
    say = report.texts.say
    if not report.attention:
        return
    page.heading(say("brief.lagging_heading"))
    names = ("clause", "indicator", "goal", "value", "gap", "status", "step")
    headers = [say(f"column.{name}") for name in names]
    for area in report.brief.areas:
        page.heading(area.heading, 2)
        if area.lagging:
            grid = TableGrid(page, headers, [21, 29, 21, 19, 25, 18, 38])
            grid.rows([_lagging_cells(report, row) for row in area.lagging])
        else:
            page.paragraphs([say("report.attention_none")])


def _lagging_cells(report: Report, row: Row) -> list[TableCell]:
    period = report.texts.say("quantity.period", period=row.machine.period) if row.machine.period else ""
    return [
        TableCell.of(row.clause_mark, centred=True),
        TableCell.of(row.indicator),
        TableCell((row.marked_goal, row.due), centred=True),
        TableCell(tuple(part for part in (row.value, period) if part), centred=True),
        TableCell.of(row.gap, centred=True),
        TableCell.of(row.marked_status, centred=True, colour=STATUS_COLOURS[row.machine.status]),
        TableCell(tuple(part for part in (row.step, row.step_times, row.waiver.text if row.waiver else "") if part)),
    ]


def _by_clause(report: Report, page: DocumentPage, heading: str, clauses: Sequence[ClauseLines]) -> None:
    say = report.texts.say
    if not clauses:
        return
    page.heading(heading)
    headers = [say("column.clause"), say("column.indicators"), say("column.responsible")]
    grid = TableGrid(page, headers, [30, 68, 58])
    grid.rows(
        [[TableCell.of(clause.heading), TableCell(clause.lines), TableCell.of(clause.units)] for clause in clauses]
    )


def _changes(report: Report, page: DocumentPage) -> None:
    if report.changes is not None:
        page.heading(report.changes.heading)
        page.paragraphs([report.changes.summary])
        page.small(report.changes.lines)


def write_findings(report: Report, page: DocumentPage) -> None:
    """The gravest findings about the submissions, and what was restated."""
    say, brief = report.texts.say, report.brief
    if report.rows or report.problems:
        page.heading(say("report.diagnostics"))
        page.paragraphs([brief.findings_count])
        page.small([*brief.findings, *([brief.findings_left_out] if brief.findings_left_out else [])])
    if report.restatements:
        page.heading(say("report.restatements"))
        page.small(report.restatements)
