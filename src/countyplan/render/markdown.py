"""The report as Markdown that GitHub and GitLab render; whatever comes from a file is escaped for both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from countyplan.diagnostics import unobeyed, visible
from countyplan.report import (
    CommitmentExplanation,
    Explanation,
    Findings,
    Index,
    Listing,
    Meaning,
    Problem,
    Report,
    Row,
)
from countyplan.report.commitments.part import CommitmentClause, Commitments
from countyplan.report.projects import Projects

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#!|~$&@:])")
_WWW = re.compile(r"(www)\.", re.IGNORECASE)
# References are found in the rendered text, where a backslash is gone; an empty comment keeps sign and name apart.
_SPLIT = {"@": "@<!-- -->", "#": "\\#<!-- -->"}


def report_markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_nothing_lines(report) if report.nothing else _report_lines(report)) + "\n"


def listing_markdown(listing: Listing) -> str:
    """A listing as a table."""
    return "\n".join([f"# {escape(listing.title)}", "", *table(listing.headers, listing.rows)]) + "\n"


def explanation_markdown(explanation: Explanation | CommitmentExplanation) -> str:
    """The reasoning behind one verdict."""
    lines = [f"# {escape(explanation.title)}"]
    for part in explanation.parts:
        lines += ["", f"## {escape(part.heading)}", "", *bullets(part.lines)]
    return "\n".join(lines) + "\n"


def findings_markdown(findings: Findings) -> str:
    """Findings alone, and how many there are."""
    told = bullets(finding_line(problem) for problem in findings.problems)
    return "\n".join([*told, *([""] if told else []), *paragraphs(findings.left_out, findings.counted)])


def meaning_markdown(meaning: Meaning) -> str:
    """What a code means."""
    lines = [f"# {escape(meaning.title)}", "", *bullets([meaning.what, meaning.do])]
    for label, snippet in meaning.example:
        lines += ["", escape(label), "", *fenced(snippet)]
    return "\n".join(lines) + "\n"


def index_markdown(index: Index) -> str:
    """The list of the sheets, each name a link to its file beside it."""
    lines = [f"# {escape(index.title)}", "", *bullets(index.heading), "", *_head(index.headers)]
    for entry in index.entries:
        name = f"[{escape(entry.line.name)}]({quote(entry.sheet.file)})"
        lines.append(_line([name, *map(escape, entry.line.counts)]))
    lines += [_line(map(escape, (index.whole_line.name, *index.whole_line.counts))), "", *paragraphs(*index.notes)]
    if index.apart:
        lines += [*_headed(index.apart_heading, bullets(index.apart_lines))]
    return "\n".join([*lines, *_findings(index.whole), *_made_from(index.whole)]) + "\n"


def _report_lines(report: Report) -> Iterator[str]:
    say = report.texts.say
    yield f"# {escape(report.title)}"
    yield ""
    yield from bullets(report.heading)
    if report.rows:
        yield from _conclusion(report)
    if report.attention or report.attention_none:
        yield from _headed(report.attention_heading, _attention(report))
    if report.changes is not None:
        lines = [escape(report.changes.summary), "", *bullets(report.changes.lines)]
        yield from _headed(report.changes.heading, lines)
    if report.sections:
        yield from _headed(say("html.matrix"), _matrix(report))
        yield from _headed(say("report.sections"), _sections(report))
    if report.missing:
        yield from _headed(report.missing_heading, _missing(report))
    if report.commitments is not None:
        yield from _headed(report.commitments.heading, _commitments(report.commitments))
    yield from _projects(report.projects)
    if report.restatements:
        yield from _headed(say("report.restatements"), bullets(report.restatements))
    if report.rows or report.problems:
        yield from _findings(report)
    if report.rows:
        yield from _headed(say("report.readings"), [*bullets(report.readings), "", escape(report.cutoffs)])
    yield from _made_from(report)


def _nothing_lines(report: Report) -> Iterator[str]:
    """That nothing could be used, and why."""
    yield from (f"# {escape(report.title)}", "", *paragraphs(report.nothing))
    yield from _findings(report)
    yield from _made_from(report)


def _conclusion(report: Report) -> Iterator[str]:
    counts = table([count.label for count in report.counts], [_numbers(report)])
    said = [f"**{escape(report.lead)}**", ""] if report.lead else []
    lines = [*said, *counts, "", *paragraphs(report.left_out)]
    yield from _headed(report.texts.say("report.conclusion"), lines)
    levels, league = report.levels, report.league
    if levels is not None:
        yield from _headed(levels.heading, table(levels.headers, [line.cells for line in levels.lines]))
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
    yield from _headed(league.heading, [*table(league.headers, rows), "", note])


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
        yield f"### {escape(section.heading)}"
        yield ""
        yield escape(section.units)
        yield ""
        yield from _rows(report, section.rows)
        yield ""


def _missing(report: Report) -> Iterator[str]:
    for clause in report.missing:
        yield f"**{escape(clause.heading)}**"
        yield ""
        yield from bullets(clause.lines)
        yield ""


def _commitments(promised: Commitments) -> Iterator[str]:
    yield from paragraphs(promised.summary, promised.note)
    for heading, lines in (
        (promised.attention_heading, promised.attention),
        (promised.changes_heading, promised.changes),
    ):
        if lines:
            yield from (f"### {escape(heading)}", "", *bullets(lines), "")
    yield from _commitment_clauses(promised.reported)
    if promised.unreported:
        yield from (f"### {escape(promised.unreported_heading)}", "")
        yield from _commitment_clauses(promised.unreported)


def _commitment_clauses(clauses: Iterable[CommitmentClause]) -> Iterator[str]:
    for clause in clauses:
        yield from (f"**{escape(clause.heading)}**", "", *bullets(clause.lines), "")


def _projects(listed: Projects | None) -> Iterator[str]:
    if listed is None:
        return
    yield from _headed(listed.heading, (*bullets(listed.summary), "", *paragraphs(listed.note)))
    for heading, lines in listed.told:
        yield from (f"### {escape(heading)}", "", *bullets(lines), "")
    for one in listed.tables:
        yield from (f"### {escape(one.heading)}", "", *table(one.headers, one.rows), "")


def _findings(report: Report) -> Iterator[str]:
    say = report.texts.say
    findings = bullets(finding_line(one) for one in report.problems) or [escape(say("report.diagnostics_none"))]
    yield from _headed(say("report.diagnostics"), [escape(report.problem_counts), "", *findings])


def _made_from(report: Report) -> Iterator[str]:
    yield from _headed(report.texts.say("report.sources"), bullets([*report.sources, *report.provenance]))


def _headed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"## {escape(heading)}"
    yield ""
    yield from lines
    yield ""


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
        told = [say("attention.name", **words), row.standing, row.reason]
        if row.step:
            step = say("clause.separator").join([row.step, *row.step_details])
            told.append(say("report.attention_step", step=step))
        yield "  \n   ".join(escape(line) for line in [*told, row.units])


def _rows(report: Report, rows: Sequence[Row]) -> Iterator[str]:
    names = ("indicator", "area", "goal", "due", "value", "gap", "status", "schedule", "step", "reason")
    headers = [report.texts.say(f"column.{name}") for name in names]
    yield from table(headers, [_cells(report, row) for row in rows])


def _cells(report: Report, row: Row) -> list[str]:
    reason = report.texts.say("clause.separator").join([row.reason, *row.notes])
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
        reason,
    ]


def finding_line(problem: Problem) -> str:
    """A finding on one line."""
    said = [problem.message, problem.hint, *problem.notes]
    return f"{problem.place}: {problem.severity_text} {problem.code} {' '.join(said)}"


def bullets(lines: Iterable[str]) -> list[str]:
    """A list, each line escaped."""
    return [f"- {escape(line)}" for line in lines]


def paragraphs(*texts: str) -> Iterator[str]:
    """Each text that is not empty as a paragraph of its own, escaped."""
    for text in filter(None, texts):
        yield from (escape(text), "")


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table, each cell escaped."""
    return [*_head(headers), *(_line(escape(cell) for cell in row) for row in rows)]


def _head(headers: Sequence[str]) -> list[str]:
    return [_line(escape(header) for header in headers), "|" + " --- |" * len(headers)]


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def fenced(lines: Sequence[str]) -> list[str]:
    """Lines as they are; the fence is longer than any that could stand in them."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *map(unobeyed, lines), fence]


def escape(text: str) -> str:
    """`text` as itself: on one line, without a mark-up, a link, a mention or an entity of its own."""
    return _WWW.sub(r"\1\\.", _SPECIAL.sub(lambda found: _SPLIT.get(found[1], f"\\{found[1]}"), visible(text)))
