"""What python-calamine tells of a workbook, which here is an .xlsx: it reads either by what the bytes are."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from countyplan.limits import Limits
from countyplan.office.package import BrokenError, Fault
from countyplan.office.sheet import Limit, LimitError, Odd, Sheet
from countyplan.office.xls import read_xls


def read(fill: Callable[[Workbook], None], limits: Limits | None = None) -> list[Sheet]:
    book = Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return read_xls(out.getvalue(), limits or Limits())


def test_every_kind_of_value_is_a_text_that_says_what_is_odd() -> None:
    values: list[object] = [
        "桐庐县", "  ", "484.4", 2024, 484.4, 0.1 + 0.2, True, date(2024, 6, 30), datetime(2024, 6, 30, 12), time(1, 2),
        timedelta(hours=30), 1e308,
    ]  # fmt: skip
    [sheet] = read(lambda book: book.worksheets[0].append(values))
    assert [(cell.column, cell.text, cell.odd, cell.is_text) for cell in sheet.cells] == [
        (0, "桐庐县", None, True),
        (2, "484.4", None, True),
        (3, "2024", None, False),
        (4, "484.4", None, False),
        (5, "0.3", None, False),
        (6, "True", Odd.LOGICAL, False),
        (7, "2024-06-30", Odd.DATE, False),
        (8, "2024-06-30 12:00:00", Odd.DATE, False),
        (9, "01:02:00", Odd.DATE, False),
        (10, "1 day, 6:00:00", Odd.DATE, False),
        (11, "1E+308", None, False),
    ]


def fill_several(book: Workbook) -> None:
    first = book.worksheets[0]
    first.title = "甲"
    first["C2"] = "县"
    first["C3"] = "合"
    first.merge_cells("C3:D4")
    first["D5"] = 1
    book.create_chartsheet("图")
    book.create_sheet("隐")["A1"] = 2
    book.worksheets[1].sheet_state = "hidden"


def test_sheets_stand_in_their_order_with_what_is_hidden_and_merged_and_without_charts() -> None:
    first, second = read(fill_several)
    assert (first.name, first.hidden, first.merged) == ("甲", False, [(2, 3, 2, 3)])
    assert [(cell.row, cell.column, cell.text) for cell in first.cells] == [(1, 2, "县"), (2, 2, "合"), (4, 3, "1")]
    assert (second.name, second.hidden, second.merged) == ("隐", True, [])


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        # 5 rows of 4 columns, and a cell.
        (Limits(cells=20), (Limit.CELLS, "隐")),
        (Limits(cells=19), (Limit.CELLS, "甲")),
        (Limits(sheets=1), (Limit.SHEETS, "")),
    ],
)
def test_limits_hold_for_the_workbook(limits: Limits, met: tuple[Limit, str]) -> None:
    with pytest.raises(LimitError) as error:
        read(fill_several, limits)
    assert (error.value.limit, error.value.sheet) == met
    assert len(read(fill_several, Limits(cells=21, sheets=2))) == 2


def test_its_texts_are_counted() -> None:
    def fill(book: Workbook) -> None:
        for _ in range(31):
            book.worksheets[0].append(["x" * 32_767])

    # 31 times 32,767 characters are 1,015,777.
    with pytest.raises(LimitError) as error:
        read(fill, Limits(text=1))
    assert error.value.limit is Limit.TEXT


def test_what_is_none_is_broken() -> None:
    with pytest.raises(BrokenError) as error:
        read_xls(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Limits())
    assert error.value.fault is Fault.STREAM
