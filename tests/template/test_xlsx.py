from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.language import Language
from countyplan.plan import TOTAL
from countyplan.template import Form
from tests.template.forms import AREAS, NUMBER_OF_LINES, PERIODS, fill_xlsx, form_of, values_for, written
from tests.template.test_round_trips import hostile_plan

COLUMNS = ("area", "period", "indicator", "value", "unit", "basis", "source", "note")


def book_of(form: Form) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(form, ".xlsx")))


def validations(sheet: Worksheet, column: str, kind: str | None) -> dict[int, str]:
    """What the cells of a column offer or say, by row."""
    found = {}
    for one in sheet.data_validations.dataValidation:
        for cell in one.sqref.ranges:
            for row, at in cell.cells:
                if one.type == kind and at == COLUMNS.index(column) + 1:
                    assert row not in found
                    found[row] = (one.formula1 if kind == "list" else one.prompt) or ""
    return found


def colour(sheet: Worksheet, row: int, column: str) -> str:
    fill = sheet.cell(row, COLUMNS.index(column) + 1).fill
    return str(fill.fgColor.rgb) if fill.fill_type == "solid" else ""


@pytest.mark.parametrize("area", AREAS)
def test_the_first_sheet_is_the_long_form(area: str) -> None:
    form = form_of(area)
    book = book_of(form)
    assert book.sheetnames == ["填报", "承诺事项", "说明"]
    rows = list(book["填报"].iter_rows(values_only=True))
    assert rows[0] == ("县（市）", "报告期", "指标", "数值", "单位", "口径", "来源", "备注")
    figures, blank, filing = rows[1:-5], rows[-5], rows[-4:]
    assert len(figures) == NUMBER_OF_LINES[area]
    assert not any(blank)
    assert [row[0] for row in filing] == ["报送日期", "填报单位", "填表人", "电话"]
    assert not any(cell for row in filing for cell in row[1:])
    for row, line in zip(figures, form.lines, strict=True):
        basis = "累计" if line.bases else None
        assert row == (form.area, 2024, line.name, None, line.unit.name or None, basis, None, None)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("area", AREAS)
def test_units_and_bases_are_chosen_from_lists(area: str, period: str) -> None:
    form = form_of(area, period)
    sheet = book_of(form)["填报"]
    units, bases = validations(sheet, "unit", "list"), validations(sheet, "basis", "list")
    for row, line in enumerate(form.lines, start=2):
        names = ",".join(unit.name for unit in line.units)
        assert units.get(row) == (f'"{names}"' if len(line.units) > 1 else None)
        whole = period in {"2022", "2024", "2024-12"}
        assert bases.get(row) == (('"累计,当年"' if whole else '"累计"') if line.bases else None)


@pytest.mark.parametrize("language", Language)
def test_a_list_is_no_longer_than_a_spreadsheet_takes(language: Language) -> None:
    for area in AREAS:
        for one in book_of(form_of(area, language=language)).worksheets[0].data_validations.dataValidation:
            assert len(one.formula1 or "") <= 255
            assert len(one.prompt or "") <= 255
            assert len(one.promptTitle or "") <= 32


def test_the_demand_is_shown_while_a_value_is_filled_in() -> None:
    form = form_of("tonglu")
    prompts = validations(book_of(form)["填报"], "value", None)
    assert len(prompts) == NUMBER_OF_LINES["tonglu"]
    assert "实现地区生产总值600亿元" in prompts[2]
    shares = [row for row, line in enumerate(form.lines, start=2) if line.unit.name == "%"]
    assert shares
    assert all("72.1" in prompts[row] for row in shares)


def test_values_are_shown_as_numbers_and_periods_stay_what_they_are() -> None:
    form = form_of("tonglu", "2024-06")
    sheet = book_of(form)["填报"]
    wanted = {"亿元": "#,##0.00##", "元": "#,##0.00##", "亩": "#,##0.00##", "%": "General", "": "0.00##"}
    for row, line in enumerate(form.lines, start=2):
        assert sheet.cell(row, 4).number_format == wanted.get(line.unit.name, "#,##0")
        assert (sheet.cell(row, 2).value, sheet.cell(row, 2).number_format) == ("2024-06", "@")


def test_the_cells_to_fill_and_those_to_choose_are_coloured() -> None:
    form = form_of("tonglu")
    sheet = book_of(form)["填报"]
    for row, line in enumerate(form.lines, start=2):
        assert {colour(sheet, row, one) for one in ("value", "source", "note")} == {"00FFF2CC"}
        assert {colour(sheet, row, one) for one in ("area", "period", "indicator")} == {""}
        assert colour(sheet, row, "unit") == ("00E2EFDA" if len(line.units) > 1 else "")
        assert colour(sheet, row, "basis") == ("00E2EFDA" if line.bases else "")


def test_the_header_stays_in_sight_and_the_columns_fit_chinese() -> None:
    form = form_of(TOTAL)
    sheet = book_of(form)["填报"]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["C"].width >= 2 * max(len(line.name) for line in form.lines) - 8
    assert sheet.column_dimensions["A"].width >= 2 * len(form.area)


@pytest.mark.parametrize("language", Language)
def test_the_last_sheet_explains_every_column_and_every_line(language: Language) -> None:
    form = form_of("tonglu", language=language)
    book = book_of(form)
    guide = book.worksheets[2]
    rows = [[cell for cell in row if cell] for row in guide.iter_rows(values_only=True)]
    headers = [cell.value for cell in book.worksheets[0][1]]
    assert [row[0] for row in rows if len(row) == 2] == headers
    for line in form.lines:
        row = next(row for row in rows if len(row) > 2 and str(row[1]).startswith(f"{line.name}\n"))
        assert str(row[0]).endswith(line.clause)
        told = "\n".join(map(str, row[1:]))
        assert all(word in told for word in (line.wording, line.goal, line.due, *line.notes))
        assert all(unit.name in told for unit in line.units)
    assert any("—" in str(row[1]) and "0.721" in str(row[1]) for row in rows if len(row) == 2)


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "@x", "a\x07b"])
def test_no_cell_is_a_formula_whatever_the_plan_says(name: str) -> None:
    book = book_of(form_of("tonglu", plan=hostile_plan(name)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    assert book["填报"]["C2"].value == name.replace("\x07", " ")


def test_a_filled_workbook_holds_a_number_in_each_line_and_keeps_its_lists() -> None:
    form = form_of("jiande")
    filled = openpyxl.load_workbook(io.BytesIO(fill_xlsx(written(form, ".xlsx"), values_for(form))))["填报"]
    numbers = [filled.cell(row, 4).value for row in range(2, len(form.lines) + 2)]
    assert numbers == [float(value) for value in values_for(form).values()]
    assert len(validations(filled, "unit", "list")) == NUMBER_OF_LINES["jiande"] - 1
