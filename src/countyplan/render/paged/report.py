"""The briefing: first things first, then what they rest on, then annexes with all rows, our readings, and provenance."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.paged.annex import verdict_cell, write_annexes
from countyplan.render.paged.commitments import write_commitments
from countyplan.render.paged.page import Page, PathPicture, TableCell, TableRow, band, kept
from countyplan.render.paged.projects import write_projects
from countyplan.report.overview.overview_model import ClauseLines, CountRow, CountTable, Levels
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row

# Ours: with more bars than fit a page, or of fewer targets, a picture tells less than the table above it.
_MOST_BARS, _FEWEST = 30, 10


def write_report(report: Report, page: Page) -> bytes:
    """The whole report; the same report gives the same bytes."""
    say = report.texts.say
    page.title(report.brief.title, report.group.name if report.group else "")
    page.subtitle(report.brief.as_of)
    if not report.brief.closing:
        page.subtitle(say("brief.dated", day=report.brief.made_on))
    if report.brief.only_source:
        page.subtitle(report.brief.only_source)
    if report.brief.addressee:
        page.gap()
        page.plain(report.brief.addressee)
    if report.brief.opening:
        page.paragraphs([report.brief.opening])
    _overview(report, page)
    _attention(report, page)
    _changes(report, page)
    _matrix(report, page)
    _lagging(report, page)
    _by_clause(report, page, say("brief.answering"), report.brief.answering)
    _by_clause(report, page, say("brief.unsettled"), report.brief.unsettled)
    _by_clause(report, page, report.missing_heading, report.missing)
    write_commitments(report, page)
    write_projects(report, page)
    if report.brief.closing:
        page.signed(report.brief.closing, report.brief.made_on)
    write_annexes(report, page, sent=report.group is not None)
    return page.written(report.title, f"countyplan {report.made_from.version}", report.made_from.made_on)


def _overview(report: Report, page: Page) -> None:
    brief = report.brief
    page.heading(report.texts.say("report.summary"))
    page.paragraphs([brief.conclusion])
    if report.rows:
        if report.levels is not None:
            _levels(report.levels, page)
        write_counts(brief.counts, page)
    page.paragraphs([*brief.overview, *([brief.waived] if brief.waived else []), *_findings(report)])


def write_counts(table: CountTable, page: Page) -> None:
    """How many targets of each area have which status, as a table and as a picture."""
    rows: list[TableRow] = []
    for level, of_level in table.parts:
        rows += [*([band(level)] if level else []), *(_counts(row, with_next=True) for row in of_level)]
    rows += [_counts(row, with_next=False) for row in table.rows[len(table.areas) :]]
    page.table(table.headers, [2, *[1] * (len(table.headers) - 1)], rows)
    page.fine(table.notes)
    if len(table.statuses) > 1 and len(table.areas) <= _MOST_BARS and sum(table.whole.numbers) >= _FEWEST:
        page.counts(table)


def _counts(row: CountRow, *, with_next: bool) -> TableRow:
    return TableRow(tuple(TableCell.of(text, centred=True) for text in row.cells), with_next=with_next)


def _levels(levels: Levels, page: Page) -> None:
    """How the targets of each level of areas stand."""
    page.heading(levels.heading, 2)
    rows = [[TableCell.of(cell, centred=True) for cell in line.cells] for line in levels.lines]
    page.table(levels.headers, [2, *[1] * (len(levels.headers) - 1)], kept(rows))


def _attention(report: Report, page: Page) -> None:
    say = report.texts.say
    if not report.attention or report.group is not None:
        return
    page.heading(report.attention_heading)
    names = ("indicator", "goal", "value", "expected", "step", "responsible")
    rows = [
        [
            TableCell((row.area, row.indicator)),
            TableCell((row.marked_goal, row.due), centred=True),
            TableCell(_told(row.value, _period(report, row)), centred=True),
            TableCell.of(row.expected, centred=True),
            TableCell(_told(row.step, row.step_times), whole=True),
            TableCell(row.who_lines),
        ]
        for row in report.attention
    ]
    page.table([say(f"column.{name}") for name in names], [25, 16, 14, 15, 36, 26], kept(rows))


def _told(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _period(report: Report, row: Row) -> str:
    return report.texts.say("quantity.period", period=row.period) if row.period else ""


def _lagging(report: Report, page: Page) -> None:
    say = report.texts.say
    if not report.attention:
        return
    page.heading(say("brief.lagging_heading"))
    names = ("indicator", "goal", "value", "gap", "status", "step")
    headers = [say(f"column.{name}") for name in names]
    for area in report.brief.areas:
        if not area.lagging:
            page.paragraphs([say("sentence.closed", text=area.heading)])
            continue
        page.heading(area.heading, 2)
        page.table(headers, [32, 18, 16, 17, 16, 40], kept([_lagging_cells(report, row) for row in area.lagging]))
        if report.crowd is None:
            page.paths([picture for row in area.lagging for picture in _picture(report, row)])


def _lagging_cells(report: Report, row: Row) -> list[TableCell]:
    return [
        TableCell(_told(row.indicator, row.clause_mark, row.part)),
        TableCell((row.marked_goal, row.due), centred=True),
        TableCell(_told(row.value, _period(report, row)), centred=True),
        TableCell.of(row.gap, centred=True),
        verdict_cell(row),
        TableCell(_told(row.step, row.step_times, row.waiver.text if row.waiver else ""), whole=row.waiver is None),
    ]


def _picture(report: Report, row: Row) -> list[PathPicture]:
    say, chart = report.texts.say, row.chart
    if chart is None:
        return []
    key = "brief.path" if chart.unit else "brief.path_no_unit"
    title = say(key, area=row.area, indicator=row.indicator, unit=chart.unit)
    named = {name: say(f"brief.path_{name}") for name in ("goal", "reported", "line", "step")}
    return [PathPicture(title=title, chart=chart, years=say("projects.column.year"), **named)]


def _matrix(report: Report, page: Page) -> None:
    """All targets at a glance: an indicator a row, an area a column, and in each field the verdict."""
    matrix, say = report.matrix, report.texts.say
    if not report.attention or report.group is not None or report.crowd is not None:
        return
    page.heading(say("brief.matrix_heading"))
    rows: list[TableRow] = []
    for clause in matrix.clauses:
        if clause.indicators:
            rows.append(band(clause.heading))
            rows += kept([[TableCell.of(one.name), *map(_field, one.rows)] for one in clause.indicators])
    headers = [say("column.indicator"), *(area.label for area in matrix.areas)]
    page.table(headers, [2, *[1] * len(matrix.areas)], rows, compact=True)


def _field(row: Row | None) -> TableCell:
    if row is None:
        return TableCell.of("")
    lines = _told(row.status, row.marks, row.value)
    return TableCell(lines, centred=True, colour=STATUS_COLOURS[row.machine.status])


def _by_clause(report: Report, page: Page, heading: str, clauses: Sequence[ClauseLines]) -> None:
    say = report.texts.say
    if not clauses:
        return
    page.heading(heading)
    who = "responsible" if report.group is None else "clause_units"
    headers = [say("column.clause"), say("column.indicators"), say(f"column.{who}")]
    rows = [[TableCell.of(clause.heading), TableCell(clause.lines), TableCell.of(clause.units)] for clause in clauses]
    page.table(headers, [30, 68, 58], kept(rows))


def _changes(report: Report, page: Page) -> None:
    if report.changes is not None:
        page.heading(report.changes.heading)
        page.paragraphs([report.changes.summary])
        page.small(report.changes.lines)


def _findings(report: Report) -> list[str]:
    """How many findings there are about the submissions; where they are stands in the last annex.

    A sheet that is sent lists none but errors and warnings, and of others it says nothing.
    """
    say, brief = report.texts.say, report.brief
    if not (report.problems or report.rows) or (report.group is not None and not brief.findings):
        return []
    key = "brief.findings_where_some" if brief.findings_left_out else "brief.findings_where"
    where = [say(key)] if brief.findings else []
    return [say("sentence.separator").join([brief.findings_count, *where])]
