"""What is left of a sheet within its last row and column with content, and what of a file's limits is counted."""

from __future__ import annotations

import pytest

from countyplan.limits import MEGABYTE, Limits
from countyplan.office.package import Package
from countyplan.office.sheet import Budget, Limit, LimitError, Sheet, SheetCell, Span
from tests.office.made import packed


def closed(*, rows: tuple[Span, ...] = (), columns: tuple[Span, ...] = (), merged: int = 0, most: int = 8) -> Sheet:
    """A sheet of two rows and four columns, with so many merged ranges of four cells that begin in its second row."""
    sheet = Sheet("S", cells=[SheetCell(1, 3, "b"), SheetCell(0, 1, "a"), SheetCell(0, 0, "c")])
    sheet.merged = [(1, 1, 0, 3)] * merged
    sheet.hidden_rows, sheet.hidden_columns = list(rows), list(columns)
    return Budget(Limits(cells=most)).close_sheet(sheet)


def test_the_cells_are_in_the_order_of_their_rows() -> None:
    assert [cell.text for cell in closed().cells] == ["c", "a", "b"]


def test_a_sheet_is_counted_from_its_first_cell_to_its_last() -> None:
    with pytest.raises(LimitError) as met:
        closed(most=7)
    assert (met.value.limit, met.value.sheet) == (Limit.CELLS, "S")


def test_merged_ranges_are_cut_off_where_the_content_ends_and_left_out_beyond() -> None:
    sheet = Sheet("S", cells=[SheetCell(1, 3, "b")])
    sheet.merged = [(0, 9, 3, 9), (2, 3, 0, 1), (9, 9, 0, 1), (0, 1, 4, 5), (0, 1, 9, 9), (1, 1, 0, 0)]
    assert Budget(Limits()).close_sheet(sheet).merged == [(0, 1, 3, 3), (1, 1, 0, 0)]


def test_the_cells_of_merged_ranges_are_counted_wherever_they_stand() -> None:
    # Four cells of the second row, then two of the third column, each time as often as there may be cells.
    assert len(closed(merged=2).merged) == 2
    with pytest.raises(LimitError):
        closed(merged=3)
    sheet = Sheet("S", cells=[SheetCell(1, 3, "b")])
    sheet.merged = [(0, 1, 2, 2)] * 4
    assert len(Budget(Limits(cells=8)).close_sheet(sheet).merged) == 4


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([(2, 2), (0, 0)], [(0, 0), (2, 2)]),
        ([(1, 1), (0, 0)], [(0, 1)]),
        ([(0, 3), (1, 1)], [(0, 3)]),
        ([(0, 1), (1, 2)], [(0, 2)]),
        ([(0, 0), (0, 9)], [(0, 3)]),
        ([(3, 9), (4, 9)], [(3, 3)]),
    ],
)
def test_what_is_hidden_is_told_once_within_what_is_there(spans: list[Span], joined: list[Span]) -> None:
    assert closed(columns=tuple(spans)).hidden_columns == joined


def test_hidden_rows_end_with_the_last_row() -> None:
    assert closed(rows=((1, 5),)).hidden_rows == [(1, 1)]


def test_as_much_may_be_unpacked_as_the_limit_says_and_no_more() -> None:
    Package(packed({"a": "x" * (MEGABYTE - 1), "b": "x"}), unpacked=1)
    with pytest.raises(LimitError) as met:
        Package(packed({"a": "x" * MEGABYTE, "b": "x"}), unpacked=1)
    assert met.value.limit is Limit.UNPACKED
