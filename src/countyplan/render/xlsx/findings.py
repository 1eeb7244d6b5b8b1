"""The sheet with the findings about the submissions, each in a row with its place."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.render.xlsx.look import colour_severities, write_text
from countyplan.render.xlsx.table import Held, Number, TableColumn, write_table
from countyplan.report.report_model import Report
from countyplan.report.words.problem import Problem

_WIDTHS = {
    "severity": 8,
    "code": 9,
    "file": 36,
    "line": 6,
    "column": 6,
    "cell": 14,
    "message": 60,
    "hint": 44,
    "notes": 30,
    "excerpt": 44,
}
_PRINTED = list(_WIDTHS).index("hint") + 1
_HIGHEST = 125  # points: a line of a file can be long, and a row is not to fill the screen


def write_findings(report: Report, sheet: Worksheet) -> None:
    """Fill the sheet."""
    say = report.texts.say
    columns = [TableColumn(say(f"book.finding.{name}"), width) for name, width in _WIDTHS.items()]
    rows = map(_cells, report.problems)
    last = write_table(sheet, columns, rows, frozen="A2", printed=_PRINTED, highest=_HIGHEST)
    if report.problems:
        colour_severities(sheet, f"A2:A{last}", report.texts)
    else:
        write_text(sheet, 2, list(_WIDTHS).index("message") + 1, say("report.diagnostics_none"))


def _cells(problem: Problem) -> list[Held]:
    place = problem.place
    at: list[Held] = [None if told is None else Number(str(told), "0") for told in (place.line, place.column)]
    told = [problem.message, problem.hint, " ".join(problem.notes), problem.excerpt]
    return [problem.severity_text, problem.code, place.file, *at, place.cell, *told]
