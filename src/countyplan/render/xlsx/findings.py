"""The sheet with the findings about the submissions, each in a row with its place."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.render.xlsx.look import NUMBER, colour_severities, head_table, write_text
from countyplan.report.report_model import Report
from countyplan.report.words.problem import Problem
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.sheet import BOX, height_of, put_number

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
    head_table(sheet, [(say(f"book.finding.{name}"), width) for name, width in _WIDTHS.items()], "A2")
    for at, problem in enumerate(report.problems, start=2):
        _write_problem(problem, sheet, at)
    last = max(2, len(report.problems) + 1)
    if report.problems:
        colour_severities(sheet, f"A2:A{last}", report.texts)
    else:
        write_text(sheet, 2, list(_WIDTHS).index("message") + 1, say("report.diagnostics_none"))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_WIDTHS))}{last}"
    set_page(sheet)
    sheet.print_area = f"A1:{get_column_letter(_PRINTED)}{last}"
    fill_pages(sheet)


def _write_problem(problem: Problem, sheet: Worksheet, at: int) -> None:
    place = problem.place
    cells = (
        problem.severity_text,
        problem.code,
        place.file,
        place.line,
        place.column,
        place.cell or "",
        problem.message,
        problem.hint,
        " ".join(problem.notes),
        problem.excerpt or "",
    )
    for column, held in enumerate(cells, start=1):
        if isinstance(held, int):
            cell = put_number(sheet, at, column, str(held), "0")
            cell.alignment = NUMBER
        else:
            cell = write_text(sheet, at, column, held or "")
        cell.border = BOX
    texts = [
        (visible(held), width) for held, width in zip(cells, _WIDTHS.values(), strict=True) if isinstance(held, str)
    ]
    sheet.row_dimensions[at].height = min(_HIGHEST, height_of(texts))
