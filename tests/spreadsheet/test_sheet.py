from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from countyplan.spreadsheet.sheet import TALLEST, font, height_of, print_across, put, put_number


def sheet() -> Worksheet:
    made = Workbook().active
    assert isinstance(made, Worksheet)
    return made


def saved(made: Worksheet) -> bytes:
    out = io.BytesIO()
    assert isinstance(made.parent, Workbook)
    made.parent.save(out)
    return out.getvalue()


def shown(data: bytes) -> object:
    """What a spreadsheet shows in A1; it understands signs that are written as `_x0041_`."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()[0][0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "{=1}", "#N/A", "TRUE", "2024-06", "0123", "1e5"])
def test_text_stays_text(text: str) -> None:
    made = sheet()
    put(made, 1, 1, text)
    cell = openpyxl.load_workbook(io.BytesIO(saved(made)))["Sheet"]["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_sign_that_is_written_out_stays_written_out() -> None:
    made = sheet()
    put(made, 1, 1, "_x0041_ _x41_ _xyz")
    assert shown(saved(made)) == "_x0041_ _x41_ _xyz"


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=40))
def test_nothing_that_can_be_typed_breaks_a_workbook(text: str) -> None:
    made = sheet()
    put(made, 1, 1, f"x{text}x")
    read = openpyxl.load_workbook(io.BytesIO(saved(made)))["Sheet"]["A1"].value
    assert isinstance(read, str)
    assert read.startswith("x")
    assert read.endswith("x")


@pytest.mark.parametrize("text", ["长" * 32_768, "🜚" * 16_384, "_x0041_" * 5000])
def test_a_text_that_is_too_long_ends_in_an_ellipsis(text: str) -> None:
    made = sheet()
    put(made, 1, 1, text)
    held = openpyxl.load_workbook(io.BytesIO(saved(made)))["Sheet"]["A1"].value
    assert isinstance(held, str)
    assert held.endswith("…")
    assert 32_000 < len(held.encode("utf-16-le")) / 2 <= 32_767


def test_the_longest_text_stays_whole() -> None:
    made = sheet()
    put(made, 1, 1, "长" * 32_767)
    assert shown(saved(made)) == "长" * 32_767


def test_a_number_is_written_to_its_last_digit() -> None:
    made = sheet()
    digits = "1.722070844686648501362397820"
    assert put_number(made, 1, 1, digits, "0.0000") is made.cell(1, 1)
    data = saved(made)
    assert openpyxl.load_workbook(io.BytesIO(data))["Sheet"]["A1"].number_format == "0.0000"
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert f"<v>{digits}</v>" in packed.read("xl/worksheets/sheet1.xml").decode()
    assert shown(data) == float(digits)


def test_a_row_is_as_high_as_its_longest_text_and_no_higher_than_a_sheet_allows() -> None:
    assert height_of([]) == height_of([("", 10)]) == height_of([("短", 10), ("short", 10)])
    assert height_of([("长" * 20, 10)]) > height_of([("长" * 10, 10)]) > height_of([("长", 10)])
    assert height_of([("长" * 10_000, 10)]) == TALLEST
    # 15 points a line and 5 around all. A column of 10 has room for 9.3 digits, four Chinese signs of 2.1 each.
    assert height_of([("短", 10)]) == 15 + 5
    assert height_of([("短", 10), ("长" * 10, 10), ("一\n二", 10)]) == 3 * 15 + 5
    # Words stay whole: no two of these fit a line of 9.3, though all of it takes 16 digits.
    assert height_of([("100 million yuan", 10)]) == 3 * 15 + 5
    # A word that is longer than its column is broken: 20 letters take three lines of 9.3.
    assert height_of([("a" * 20, 10)]) == 3 * 15 + 5


def test_nothing_leaves_its_cell_empty() -> None:
    made = sheet()
    assert put(made, 1, 1, "") is made.cell(1, 1)
    assert (made.cell(1, 1).value, made.cell(1, 1).data_type) == (None, "n")


def test_a_print_is_as_wide_as_a_page_of_a4_on_its_side_and_as_long_as_it_is() -> None:
    made = sheet()
    print_across(made)
    setup = openpyxl.load_workbook(io.BytesIO(saved(made)))["Sheet"]
    page = setup.page_setup
    assert (page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight) == ("landscape", 9, 1, 0)
    assert setup.sheet_properties.pageSetUpPr is not None
    assert setup.sheet_properties.pageSetUpPr.fitToPage


def test_a_font_is_the_workbooks_own() -> None:
    made = font(size=14, bold=True)
    assert (made.name, made.family, made.scheme, made.size, made.bold) == ("Calibri", 2, "minor", 14, True)
    assert (font().size, font().bold) == (11, False)
