"""A workbook is made in memory: neither the folder of temporary files nor the clock can keep it from being made."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
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
    second = made.create_sheet("second")
    second["B2"] = 1.5
    chart = BarChart()
    chart.add_data(Reference(second, min_col=2, min_row=2))
    second.add_chart(chart, "D1")
    return made


def test_what_was_saved_is_read_back() -> None:
    again = load_workbook(io.BytesIO(saved(book())))
    assert again.sheetnames == ["Sheet", "second"]
    assert (again["Sheet"]["A1"].value, again["second"]["B2"].value) == ("甲", 1.5)
    assert again["Sheet"].data_validations.dataValidation[0].formula1 == '"a,b"'
    assert again["Sheet"].print_title_rows == "$1:$1"
    # A chart is found by what the sheet names, and each sheet by what the workbook says that it holds.
    with zipfile.ZipFile(io.BytesIO(saved(book()))) as entries:
        held, named = entries.read("[Content_Types].xml"), entries.read("xl/worksheets/_rels/sheet2.xml.rels")
        assert b"barChart" in entries.read("xl/charts/chart1.xml")
    assert all(b'"/xl/worksheets/sheet%d.xml"' % number in held for number in (1, 2))
    assert b'"/xl/drawings/drawing1.xml"' in named


def test_every_entry_is_dated_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    with zipfile.ZipFile(io.BytesIO(saved(book()))) as entries:
        assert {one.date_time for one in entries.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        # A file that its owner may read and write, and packed.
        assert {(one.external_attr, one.compress_type) for one in entries.infolist()} == {
            (0o600 << 16, zipfile.ZIP_DEFLATED)
        }
