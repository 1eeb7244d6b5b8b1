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

from countyplan.spreadsheet.sheet import TALLEST, height_of, put, put_number


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
    put_number(made, 1, 1, digits, "0.0000")
    data = saved(made)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert f"<v>{digits}</v>" in packed.read("xl/worksheets/sheet1.xml").decode()
    assert shown(data) == float(digits)


def test_a_row_is_as_high_as_its_longest_text_and_no_higher_than_a_sheet_allows() -> None:
    assert height_of([]) == height_of([("", 10)]) == height_of([("短", 10), ("short", 10)])
    assert height_of([("长" * 20, 10)]) > height_of([("长" * 10, 10)]) > height_of([("长", 10)])
    assert height_of([("长" * 10_000, 10)]) == TALLEST
