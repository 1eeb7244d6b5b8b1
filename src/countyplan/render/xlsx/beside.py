"""The sheets beside the targets: all commitments, and the lists of projects."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.language import Texts
from countyplan.render.xlsx.page import SheetPage
from countyplan.render.xlsx.table import TableColumn, write_table
from countyplan.report.commitments.part import Commitments
from countyplan.report.projects.part import Projects

_PRINTED = {
    "clause": 24.5,
    "commitment": 26,
    "wording": 32,
    "firmness": 11,
    "due": 12,
    "areas": 17.6,
    "standing": 18,
    "told": 40,
    "responsible": 60,
}
_BESIDE = {"evidence_wanted": 60, "source": 40}
_PROJECTS = (34, 14, 18, 24, 18, 20, 20)


def write_commitments(promised: Commitments, texts: Texts, sheet: Worksheet, *, sent: bool) -> None:
    """A row for each commitment and the areas where it stands alike; no file is named on a sheet that is `sent`."""
    widths = {name: width for name, width in (_PRINTED | _BESIDE).items() if not (sent and name == "source")}
    rows = []
    for one in (line for band in promised.listed for line in band.lines):
        for how in one.stated:
            sources = texts.say("clause.separator").join(how.sources)
            told = [one.clause, one.name, one.wording, one.firmness, one.due, how.areas, how.standing, how.told]
            rows.append([*told, how.responsible, one.evidence, sources][: len(widths)])
    columns = [TableColumn(texts.say(f"column.{name}"), width) for name, width in widths.items()]
    write_table(sheet, columns, rows, frozen="C2", printed=len(_PRINTED))


def write_projects(listed: Projects, sheet: Worksheet) -> None:
    """How the lists of projects stand, and their tables."""
    page = SheetPage(sheet, _PROJECTS)
    page.title(listed.heading)
    page.lines([*listed.summary, listed.note])
    for heading, lines in listed.told:
        page.heading(heading)
        page.lines(lines)
    for one in listed.tables:
        page.heading(one.heading)
        # The last column takes what is left of the page.
        page.table(one.headers, one.rows, [*[1] * (len(one.headers) - 1), len(_PROJECTS) - len(one.headers) + 1])
    page.finish()
