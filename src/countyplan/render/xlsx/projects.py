"""The sheet on the lists of projects: how they stand, and their tables."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.render.xlsx.page import SheetPage
from countyplan.report.projects.part import Projects

_WIDTHS = (34, 14, 18, 24, 18, 20, 20)


def write_projects(listed: Projects, sheet: Worksheet) -> None:
    """Fill the sheet."""
    page = SheetPage(sheet, _WIDTHS)
    page.title(listed.heading)
    page.lines([*listed.summary, listed.note])
    for heading, lines in listed.told:
        page.heading(heading)
        page.lines(lines)
    for one in listed.tables:
        page.heading(one.heading)
        # The last column takes what is left of the page.
        page.table(one.headers, one.rows, [*[1] * (len(one.headers) - 1), len(_WIDTHS) - len(one.headers) + 1])
    page.finish()
