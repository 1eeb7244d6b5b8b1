"""The report and the list of its sheets as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from countyplan.language.texts import begun
from countyplan.render.markdown.beside import by_clause, commitments, projects
from countyplan.render.markdown.listing import finding_line
from countyplan.render.markdown.marked import bullets, escape, head, headed, line, paragraphs, table
from countyplan.report.divided.index import Index
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row


def report_markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_nothing_lines(report) if report.nothing else _report_lines(report)) + "\n"


def _report_lines(report: Report) -> Iterator[str]:
    say = report.texts.say
    yield f"# {escape(report.title)}"
    yield ""
    yield from _opening(report) if report.group is None else _letter(report)
    if report.attention or report.attention_none:
        yield from headed(report.attention_heading, _attention(report))
    if report.changes is not None:
        lines = [escape(report.changes.summary), "", *bullets(report.changes.lines)]
        yield from headed(report.changes.heading, lines)
    if report.sections:
        yield from headed(report.matrix.heading, _matrix(report))
        yield from headed(say("report.sections"), _sections(report))
    if report.missing:
        yield from headed(report.missing_heading, by_clause(report.missing))
    if report.commitments is not None:
        yield from headed(report.commitments.heading, commitments(report.commitments))
    yield from projects(report.projects)
    if report.restatements:
        yield from headed(say("report.restatements"), bullets(report.restatements))
    if report.brief.closing:
        yield from ("", *paragraphs(*report.brief.closing, report.brief.made_on))
    if report.rows or report.problems:
        yield from _findings(report)
    if report.rows:
        lines = [*bullets(report.readings), *([""] if report.readings else []), escape(report.cutoffs)]
        yield from headed(say("report.readings" if report.readings else "report.pace"), lines)
    yield from _made_from(report)


def _nothing_lines(report: Report) -> Iterator[str]:
    """That nothing could be used, and why."""
    yield from (f"# {escape(report.title)}", "", *paragraphs(report.nothing))
    yield from _findings(report)
    yield from _made_from(report)


def _opening(report: Report) -> Iterator[str]:
    yield from bullets(report.heading)
    if report.rows:
        yield from _conclusion(report)


def _letter(report: Report) -> Iterator[str]:
    """How a sheet that is sent opens: to whom, about what, and how matters stand."""
    brief = report.brief
    yield from paragraphs(brief.as_of, brief.only_source, brief.addressee, brief.opening)
    counts = brief.counts
    told = (
        [*table(counts.headers, [row.cells for row in counts.rows]), "", *paragraphs(*counts.notes)]
        if report.rows
        else []
    )
    lines = [*paragraphs(brief.conclusion), *told, *paragraphs(*brief.overview, brief.waived)]
    yield from headed(report.texts.say("report.summary"), lines)


def _conclusion(report: Report) -> Iterator[str]:
    counts = table([count.label for count in report.counts], [_numbers(report)])
    said = [f"**{escape(report.lead)}**", ""] if report.lead else []
    lines = [*said, *counts, "", *paragraphs(report.left_out)]
    yield from headed(report.texts.say("report.conclusion"), lines)
    levels, league = report.levels, report.league
    if levels is not None:
        yield from headed(levels.heading, table(levels.headers, [line.cells for line in levels.lines]))
    if league is None:
        return
    blank = [""] * (len(league.headers) - 1)
    rows = [
        row
        for part in league.parts
        for row in (
            *([(part.level, *blank)] if part.level else []),
            *(line.cells for line in part.lines),
            *([(part.left_out, *blank)] if part.left_out else []),
        )
    ]
    note = escape(report.texts.say("league.note"))
    yield from headed(league.heading, [*table(league.headers, rows), "", note])


def _matrix(report: Report) -> Iterator[str]:
    """The verdicts by indicator and area."""
    matrix = report.matrix
    headers = (report.texts.say("column.indicator"), *(area.label for area in matrix.areas))
    lines = [
        (indicator.name, *("" if row is None else row.marked_status for row in indicator.rows))
        for clause in matrix.clauses
        for indicator in clause.indicators
    ]
    yield from table(headers, lines)


def _sections(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield from (f"### {escape(section.heading)}", "", *paragraphs(section.units), *_rows(report, section.rows), "")


def _findings(report: Report) -> Iterator[str]:
    say = report.texts.say
    findings = bullets(finding_line(one) for one in report.problems) or [escape(say("report.diagnostics_none"))]
    yield from headed(say("report.diagnostics"), [escape(report.problem_counts), "", *findings])


def _made_from(report: Report) -> Iterator[str]:
    # A letter has its day where it ends.
    told = [one for one in report.provenance if not report.brief.closing or one != report.brief.made_on]
    yield from headed(report.texts.say("report.sources"), bullets([*report.sources, *told]))


def _numbers(report: Report) -> list[str]:
    return [count.told for count in report.counts]


def _attention(report: Report) -> list[str]:
    if not report.attention:
        return [escape(report.attention_none)]
    return [f"{at}. {line}" for at, line in enumerate(_attention_lines(report), start=1)]


def _attention_lines(report: Report) -> Iterator[str]:
    say = report.texts.say
    for row in report.attention:
        words = {"area": row.area, "indicator": row.indicator, "status": row.marked_status}
        told = [say("attention.name", **words), begun(row.standing), begun(row.account)]
        if row.step:
            step = say("clause.separator").join([row.step, *row.step_details])
            told.append(say("report.attention_step", step=step))
        yield "  \n   ".join(escape(line) for line in [*told, row.units])


def _rows(report: Report, rows: Sequence[Row]) -> Iterator[str]:
    names = ("indicator", "area", "goal", "due", "value", "gap", "status", "schedule", "step", "reason")
    headers = [report.texts.say(f"column.{name}") for name in names]
    yield from table(headers, [_cells(report, row) for row in rows])


def _cells(report: Report, row: Row) -> list[str]:
    step = report.texts.say("clause.separator").join([one for one in (row.step, *row.step_details) if one])
    return [
        row.indicator,
        row.area,
        row.marked_goal,
        row.due,
        row.value_dated,
        row.gap,
        row.marked_status,
        row.schedule_short,
        step,
        row.whole_account,
    ]


def index_markdown(index: Index) -> str:
    """The list of the sheets, each name a link to its file beside it."""
    lines = [f"# {escape(index.title)}", "", *bullets(index.heading), "", *head(index.headers)]
    for entry in index.entries:
        name = f"[{escape(entry.line.name)}]({quote(entry.sheet.file)})"
        lines.append(line([name, *map(escape, entry.line.counts)]))
    lines += [line(map(escape, (index.whole_line.name, *index.whole_line.counts))), "", *paragraphs(*index.notes)]
    if index.apart:
        lines += [*headed(index.apart_heading, bullets(index.apart_lines))]
    return "\n".join([*lines, *_findings(index.whole), *_made_from(index.whole)]) + "\n"
