"""What a report tells in lists, as Markdown: clause by clause, of commitments, and of lists of projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from countyplan.render.markdown.marked import bullets, escape, headed, paragraphs, table
from countyplan.report.commitments.part import CommitmentClause, Commitments
from countyplan.report.overview.overview_model import ClauseLines
from countyplan.report.projects.part import Projects


def commitments(promised: Commitments) -> Iterator[str]:
    """How the commitments stand, which need attention, and what each of them came to."""
    yield from paragraphs(promised.summary, promised.note)
    for heading, lines in (
        (promised.attention_heading, promised.attention),
        (promised.changes_heading, promised.changes),
    ):
        if lines:
            yield from (f"### {escape(heading)}", "", *bullets(lines), "")
    yield from by_clause(promised.reported)
    if promised.unreported:
        yield from (f"### {escape(promised.unreported_heading)}", "")
        yield from by_clause(promised.unreported)


def by_clause(clauses: Iterable[CommitmentClause | ClauseLines]) -> Iterator[str]:
    """What is said of each clause, as a list below its heading."""
    for clause in clauses:
        yield from (f"**{escape(clause.heading)}**", "", *bullets(clause.lines), "")


def projects(listed: Projects | None) -> Iterator[str]:
    """What the lists of projects tell."""
    if listed is None:
        return
    yield from headed(listed.heading, (*bullets(listed.summary), "", *paragraphs(listed.note)))
    for heading, lines in listed.told:
        yield from (f"### {escape(heading)}", "", *bullets(lines), "")
    for one in listed.tables:
        yield from (f"### {escape(one.heading)}", "", *table(one.headers, one.rows), "")
