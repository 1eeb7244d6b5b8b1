"""The lists of projects in a briefing: in short in its body, the tables in an annex."""

from __future__ import annotations

from countyplan.render.paged.page import Page, TableCell, kept
from countyplan.report.report_model import Report

# The first column holds a name, or an area.
_FIRST, _OTHER = 2.0, 1.0


def write_projects(report: Report, page: Page) -> None:
    """How the lists stand, what does not agree with what is reported, and what changed."""
    listed = report.projects
    if listed is None:
        return
    page.heading(listed.heading)
    page.paragraphs(listed.summary)
    page.small([listed.note])
    for heading, lines in listed.told:
        page.heading(heading, 2)
        page.small(lines)


def write_project_tables(report: Report, page: Page) -> None:
    """The annex with the tables."""
    listed = report.projects
    if listed is None or not listed.tables:
        return
    page.annex(listed.heading)
    for one in listed.tables:
        page.subheading(one.heading)
        shares = [_FIRST, *[_OTHER] * (len(one.headers) - 1)]
        rows = kept([[TableCell.of(cell) for cell in cells] for cells in one.rows])
        page.table(one.headers, shares, rows, compact=True)
