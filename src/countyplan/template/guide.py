"""The sheet that explains a workbook's form: how each column is filled in, and what the plan demands."""

from __future__ import annotations

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.language.texts import begun
from countyplan.report.words.names import period_name
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.sheet import HEADER_FILL, LINE_HEIGHT, PADDING, RULE, font, height_of, put
from countyplan.template.csv import COLUMNS
from countyplan.template.form import Form, Line

# No cell holds nothing but an indicator's name or a goal: a reader would take the goals for what was reported.
_TABLE = {"clause": 26, "demand": 48, "goal": 26, "units": 24, "basis": 14, "notes": 50}
_TOP = Alignment(vertical="top", wrap_text=True)


def write_guide(form: Form, sheet: Worksheet) -> None:
    """Fill the sheet."""
    say = form.texts.say
    for column, width in enumerate(_TABLE.values(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    period = period_name(form.period, form.texts)
    put(sheet, 1, 1, say("template.guide.title", area=form.area, period=period)).font = font(bold=True, size=14)
    put(sheet, 2, 1, say("template.guide.plan", plan=form.plan))
    put(sheet, 4, 1, say("template.guide.how")).font = font(bold=True, size=12)
    row = _write_columns(form, sheet, 5)
    _write_filing(form, sheet, row)
    put(sheet, row + 2, 1, say("template.guide.what")).font = font(bold=True, size=12)
    _write_lines(form, sheet, row + 3)
    sheet.sheet_view.showGridLines = False
    set_page(sheet)
    fill_pages(sheet)


def _write_columns(form: Form, sheet: Worksheet, row: int) -> int:
    """What each column of the form means; the row after the last."""
    says = [
        (form.texts.say(f"template.column.{name}"), form.texts.say(f"template.explain.{name}", baseline=form.baseline))
        for name in COLUMNS
    ]
    across = sum(list(_TABLE.values())[1:])
    for column, meaning in says:
        put(sheet, row, 1, begun(column)).alignment = _TOP
        put(sheet, row, 2, meaning).alignment = _TOP
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=len(_TABLE))
        for at in range(1, len(_TABLE) + 1):
            sheet.cell(row, at).border = RULE
        sheet.row_dimensions[row].height = height_of([(meaning, across)])
        row += 1
    return row


def _write_filing(form: Form, sheet: Worksheet, row: int) -> None:
    """What the lines below the form's figures mean."""
    meaning = form.texts.say("template.explain.filing", labels=form.texts.join(form.filing))
    put(sheet, row, 1, meaning).alignment = _TOP
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_TABLE))
    sheet.row_dimensions[row].height = height_of([(meaning, sum(_TABLE.values()))])


def _write_lines(form: Form, sheet: Worksheet, row: int) -> None:
    for column, name in enumerate(_TABLE, start=1):
        cell = put(sheet, row, column, form.texts.say(f"template.guide.{name}"))
        cell.font, cell.fill, cell.alignment = font(bold=True), HEADER_FILL, _TOP
    sheet.row_dimensions[row].height = LINE_HEIGHT + PADDING
    for at, line in enumerate(form.lines, start=row + 1):
        texts = _texts(form, line)
        for column, name in enumerate(_TABLE, start=1):
            cell = put(sheet, at, column, texts[name])
            cell.alignment, cell.border = _TOP, RULE
        sheet.row_dimensions[at].height = height_of((texts[name], width) for name, width in _TABLE.items())


def _texts(form: Form, line: Line) -> dict[str, str]:
    no_goal = form.texts.say("template.no_goal")
    return {
        # A clause may bear the name of an indicator.
        "clause": form.texts.say("template.guide.of_clause", clause=line.clause),
        "demand": f"{line.name}\n{line.wording or no_goal}",
        "goal": form.texts.say("template.goal", goal=line.goal, due=line.due) if line.goal else "",
        "units": form.texts.join([unit.name for unit in line.units if unit.name]),
        "basis": form.texts.join([form.texts.say(f"template.basis.{basis}") for basis in line.bases]),
        "notes": "\n".join(line.notes),
    }
