"""Lists, explanations and findings that stand alone, as Markdown."""

from __future__ import annotations

from countyplan.render.markdown.marked import bullets, escape, fenced, paragraphs, table
from countyplan.report.commitments.row import CommitmentRow
from countyplan.report.explanation.telling import Explanation
from countyplan.report.findings import Findings
from countyplan.report.listing import Listing
from countyplan.report.row.row_model import Row
from countyplan.report.words.meaning import Meaning
from countyplan.report.words.problem import Problem


def listing_markdown(listing: Listing) -> str:
    """A listing as a table, or that there is nothing to list."""
    told = table(listing.headers, listing.rows) if listing.rows else paragraphs(listing.nothing)
    return "\n".join([f"# {escape(listing.title)}", "", *told]) + "\n"


def explanation_markdown(explanation: Explanation[Row] | Explanation[CommitmentRow]) -> str:
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


def finding_line(problem: Problem) -> str:
    """A finding on one line."""
    said = [problem.message, problem.hint, *problem.notes]
    return f"{problem.place}: {problem.severity_text} {problem.code} {' '.join(said)}"
