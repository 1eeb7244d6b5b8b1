"""A form as a workbook: a sheet to be filled in, and one that explains it."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from countyplan.language.texts import begun
from countyplan.quantity.period import Span
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.saved import saved
from countyplan.spreadsheet.sheet import BOX, HEADER_FILL, font, put
from countyplan.template.csv import COLUMNS
from countyplan.template.form import Form, Line
from countyplan.template.guide import write_guide
from countyplan.template.promised_xlsx import write_promises

TO_FILL = PatternFill("solid", fgColor="FFF2CC")
TO_CHOOSE = PatternFill("solid", fgColor="E2EFDA")
_FILLED = ("value", "source", "note")
_WIDTHS = {"value": 16, "basis": 13, "source": 24, "note": 28}
_MOST_WIDE, _LEAST_UNIT = 60, 7
_FILING_ENDS = 4  # the last column of the cells for who filled it in
# A cell of text keeps 2024-06 from becoming a date. Shares have no format of their own: only then does Excel turn 72.1%
# into a percentage that the cell shows, and that a reader can tell from 0.721.
_TEXT = "@"
_FORMATS = {"share": "General", "quotient": "0.00##", "number": "#,##0", "persons": "#,##0", "households": "#,##0"}
_MEASURED = "#,##0.00##"
_PROMPT_TITLE, _PROMPT = 32, 255  # the lengths that a spreadsheet allows


def xlsx_template(form: Form) -> bytes:
    """The form as the bytes of a workbook, without a formula in it."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = form.texts.say("template.sheet.form")
    _write_header(form, sheet)
    for row, line in enumerate(form.lines, start=2):
        _write_line(form, line, sheet, row)
        _prompt(form, line, sheet, row)
    _write_filing(form, sheet, len(form.lines) + 3)
    _choices(form, sheet)
    _page(form, sheet)
    if form.promises:
        asked = [(form.area, promise) for promise in form.promises]
        promised = book.create_sheet(form.texts.say("template.sheet.commitments"))
        write_promises(asked, form.period, form.texts, promised)
        set_page(promised, form.head)
        fill_pages(promised)
    write_guide(form, book.create_sheet(form.texts.say("template.sheet.guide")))
    return saved(book)


def number_format(line: Line) -> str:
    """How a value's cell shows it: with all that was typed of what is measured, and whole where it is counted."""
    return _FORMATS.get(line.unit.dimension, _MEASURED)


def _write_header(form: Form, sheet: Worksheet) -> None:
    for column, name in enumerate(COLUMNS, start=1):
        cell = put(sheet, 1, column, begun(form.texts.say(f"template.column.{name}")))
        cell.font, cell.fill = font(bold=True), HEADER_FILL
        cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 22


def _write_line(form: Form, line: Line, sheet: Worksheet, row: int) -> None:
    basis = form.texts.say(f"template.basis.{line.bases[0]}") if line.bases else ""
    texts = {"area": form.area, "indicator": line.name, "unit": line.unit.name, "basis": basis}
    for column, name in enumerate(COLUMNS, start=1):
        cell = put(sheet, row, column, texts.get(name, ""))
        cell.alignment = Alignment(vertical="center", horizontal="center" if name in {"unit", "basis"} else None)
        cell.border = BOX
        if name == "period":
            year = form.period.span is Span.YEAR
            cell.value, cell.number_format = (form.period.year, "0") if year else (str(form.period), _TEXT)
            cell.alignment = Alignment(vertical="center", horizontal="left")
        if name == "value":
            cell.number_format = number_format(line)
            cell.alignment = Alignment(vertical="center", horizontal="right")
        if name in _FILLED:
            cell.fill = TO_FILL
        elif (name == "unit" and len(line.units) > 1) or (name == "basis" and line.bases):
            cell.fill = TO_CHOOSE
    sheet.row_dimensions[row].height = 18


def _write_filing(form: Form, sheet: Worksheet, begin: int) -> None:
    """Below the figures, the lines for when the form was submitted and who filled it in, each with a cell to write in."""
    for row, label in enumerate(form.filing, start=begin):
        put(sheet, row, 1, label).font = font(bold=True)
        for column in range(2, _FILING_ENDS + 1):
            cell = sheet.cell(row, column)
            cell.fill, cell.border, cell.number_format = TO_FILL, BOX, _TEXT
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=_FILING_ENDS)
        sheet.row_dimensions[row].height = 18


def _prompt(form: Form, line: Line, sheet: Worksheet, row: int) -> None:
    """What is asked for, shown beside the value's cell while it is being filled in."""
    share = form.texts.say("template.how.share") if line.unit.dimension == "share" else ""
    told = "\n".join(part for part in (form.demand(line), share, *line.notes) if part)
    shown = DataValidation(showInputMessage=True, promptTitle=line.name[:_PROMPT_TITLE], prompt=told[:_PROMPT])
    if told:
        shown.add(sheet.cell(row, COLUMNS.index("value") + 1))
        sheet.add_data_validation(shown)


def _choices(form: Form, sheet: Worksheet) -> None:
    """The lists to choose a unit or a basis from: one for all cells that have the same choice."""
    lists: dict[tuple[str, ...], DataValidation] = {}
    for row, line in enumerate(form.lines, start=2):
        units = tuple(unit.name for unit in line.units)
        bases = tuple(form.texts.say(f"template.basis.{basis}") for basis in line.bases)
        for name, words in (("unit", units if len(units) > 1 else ()), ("basis", bases)):
            if words:
                chosen = lists.setdefault(words, _list(form, words))
                chosen.add(sheet.cell(row, COLUMNS.index(name) + 1))
    for chosen in lists.values():
        sheet.add_data_validation(chosen)


def _list(form: Form, words: tuple[str, ...]) -> DataValidation:
    chosen = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True)
    chosen.errorTitle = form.texts.say("template.choice.title")
    chosen.error = form.texts.say("template.choice.error", words=form.texts.join(words))
    return chosen


def _page(form: Form, sheet: Worksheet) -> None:
    """The header stays in sight, the columns fit what is in them, and a print is as wide as the page."""
    sheet.freeze_panes = "A2"
    fitted = {
        "area": max(map(cell_len, (form.area, *form.filing))),
        "period": max(cell_len(str(form.period)), cell_len(form.texts.say("template.column.period"))),
        "indicator": max(cell_len(line.name) for line in form.lines),
        "unit": max(_LEAST_UNIT, *(cell_len(unit.name) for line in form.lines for unit in line.units)),
    }
    for column, name in enumerate(COLUMNS, start=1):
        width = _WIDTHS.get(name) or min(fitted[name], _MOST_WIDE) + 3
        sheet.column_dimensions[get_column_letter(column)].width = width
    set_page(sheet, form.head)
    sheet.print_title_rows = "1:1"
    fill_pages(sheet)
