"""A summary in Markdown for a CI service's page, short enough for any: what was found, and what to look at first."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.language import Texts
from countyplan.render.markdown.marked import bullets, escape, paragraphs, table
from countyplan.report.case.case import Case, Cases
from countyplan.report.findings import Findings
from countyplan.report.report_model import Report


def report_summary(report: Report) -> str:
    """The heading, the counts, and the gravest of what was found."""
    shown = [count for count in report.counts if count.number]
    counts = table([count.label for count in shown], [[count.told for count in shown]])
    lines = [
        f"## {escape(report.title)}",
        "",
        *bullets(report.heading),
        "",
        *counts,
        "",
        *paragraphs(report.gate_note, report.left_out),
    ]
    return "\n".join([*lines, *_gravest(report.cases, report.texts), *paragraphs(report.problem_counts)]) + "\n"


def findings_summary(findings: Findings) -> str:
    """How many findings there are, and the gravest of them."""
    title = findings.texts.say("validate.title")
    lines = [f"## {escape(title)}", "", *paragraphs(findings.counted, findings.left_out)]
    return "\n".join([*lines, *_gravest(findings.cases, findings.texts)]) + "\n"


def _gravest(cases: Cases, texts: Texts) -> Iterator[str]:
    if cases.gravest:
        headers = [texts.say(f"column.{name}") for name in ("severity", "subject", "message", "hint", "place")]
        yield from table(headers, [_cells(case, texts) for case in cases.gravest])
        yield ""
    yield from paragraphs(cases.gravest_left_out)


def _cells(case: Case, texts: Texts) -> list[str]:
    severity = "" if case.severity is None else texts.say(f"severity.{case.severity}")
    return [severity, case.title, case.message, case.hint, str(case.spot)]
