"""A workbook is made in memory: neither the folder of temporary files nor the clock can keep it from being made."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.spreadsheet.saved import saved


def book() -> Workbook:
    made = Workbook()
    first = made.active
    assert isinstance(first, Worksheet)
    first["A1"] = "甲"
    choice = DataValidation(type="list", formula1='"a,b"')
    choice.add("A2")
    first.add_data_validation(choice)
    first.print_title_rows = "1:1"
    made.create_sheet("second")["B2"] = 1.5
    return made


def test_what_was_saved_is_read_back() -> None:
    again = load_workbook(io.BytesIO(saved(book())))
    assert again.sheetnames == ["Sheet", "second"]
    assert (again["Sheet"]["A1"].value, again["second"]["B2"].value) == ("甲", 1.5)
    assert again["Sheet"].data_validations.dataValidation[0].formula1 == '"a,b"'
    assert again["Sheet"].print_title_rows == "$1:$1"


def test_every_entry_is_dated_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    with zipfile.ZipFile(io.BytesIO(saved(book()))) as entries:
        assert {one.date_time for one in entries.infolist()} == {(1980, 1, 1, 0, 0, 0)}
