from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.spreadsheet.printed import fill_pages, keep_together, set_page
from countyplan.spreadsheet.saved import saved

HIGH = 20  # points


def sheet(rows: int, *, wide: float = 100) -> Worksheet:
    """A sheet of one column with rows of 20 points, as it is after saving and opening again."""
    made = openpyxl.Workbook().active
    assert isinstance(made, Worksheet)
    made.column_dimensions["A"].width = wide
    for row in range(1, rows + 1):
        made.cell(row, 1).value = row
        made.row_dimensions[row].height = HIGH
    set_page(made)
    return made


def breaks(made: Worksheet) -> list[int]:
    return [one.id for one in made.row_breaks.brk]


# A4 on its side is 8.27 inches high, of which 0.4 and 0.8 are margins: 7.07 x 72 = 509 points, 25 rows of 20. A sheet that
# is as wide as its page may be printed at 80 %: 509 / 0.8 = 636 points, 31 rows.
@pytest.mark.parametrize(
    ("rows", "pages"),
    [(25, 0), (26, 1), (31, 1), (32, 0), (50, 0), (51, 2), (63, 2), (64, 0)],
)
def test_a_few_rows_do_not_take_a_page_of_their_own(rows: int, pages: int) -> None:
    made = sheet(rows)
    fill_pages(made)
    assert made.page_setup.fitToHeight == pages


# 10.89 x 72 = 784 points across; a column of 200 characters takes 200 x 5.25 + 3.75 = 1,054, and is printed at 74 %, below
# which it goes by an eighth at most. The page holds 509 / 0.744 = 684 points, 34 rows; an eighth more is 38 rows.
@pytest.mark.parametrize(("rows", "pages"), [(34, 0), (35, 1), (38, 1), (39, 0)])
def test_what_is_small_already_is_printed_little_smaller(rows: int, pages: int) -> None:
    made = sheet(rows, wide=200)
    fill_pages(made)
    assert made.page_setup.fitToHeight == pages


def test_a_row_that_heads_every_page_takes_its_room() -> None:
    made = sheet(26)
    made.print_title_rows = "1:1"
    fill_pages(made)
    assert made.page_setup.fitToHeight == 1  # 25 rows of 500 points below it, where 489 are left of 509


def test_only_what_is_printed_counts() -> None:
    made = sheet(26)
    made.print_area = "A1:A25"
    fill_pages(made)
    assert made.page_setup.fitToHeight == 0


def test_a_section_that_does_not_fit_begins_a_page() -> None:
    made = sheet(60)
    keep_together(made, [1, 16, 24, 31])  # 15, 8, 7 and 30 rows: 23 fit a page of 25, 30 do not
    fill_pages(made)
    assert breaks(made) == [23, 30]
    assert made.page_setup.fitToHeight == 0


def test_an_empty_row_before_a_section_takes_no_room_on_the_page_that_it_would_end() -> None:
    made = sheet(25)  # of 20 points, which fit a page of 509; the 26th is empty, and 14 more follow it
    for row in range(27, 41):
        made.cell(row, 1).value = row
        made.row_dimensions[row].height = HIGH
    keep_together(made, [1, 11, 27])
    assert breaks(made) == [25]


def test_a_last_page_of_little_takes_a_section_of_the_page_before() -> None:
    made = sheet(33)  # 10, 15 and 8 rows: 25 fit the first page, and 8 are less than a third of one
    keep_together(made, [1, 11, 26])
    assert breaks(made) == [10]
    made = sheet(34)  # 10, 15 and 9 rows, which are more than a third of 25.4
    keep_together(made, [1, 11, 26])
    assert breaks(made) == [25]
    made = sheet(33)  # one section is nothing to take from
    keep_together(made, [1, 26])
    assert breaks(made) == [25]


def test_what_follows_a_long_section_goes_on_where_that_ends() -> None:
    made = sheet(60)
    keep_together(
        made, [1, 41, 56]
    )  # 40 rows end with the 15th of a second page; 15 more do not fit there, 5 follow them
    assert breaks(made) == [40]
    made = sheet(60)
    keep_together(made, [1, 41, 50])  # 9 rows fit there, and 11 do not
    assert breaks(made) == [49]


def test_what_fits_one_page_a_little_smaller_is_not_divided() -> None:
    made = sheet(31)
    keep_together(made, [1, 20])
    fill_pages(made)
    assert breaks(made) == []
    assert made.page_setup.fitToHeight == 1


def test_a_head_stands_above_every_page_as_it_is_written() -> None:
    made = sheet(1)
    set_page(made, "R&D 2024")
    book = made.parent
    assert isinstance(book, openpyxl.Workbook)
    read = openpyxl.load_workbook(io.BytesIO(saved(book))).worksheets[0]
    above, below = read.HeaderFooter.oddHeader, read.HeaderFooter.oddFooter
    assert above is not None
    assert below is not None
    assert above.center.text == "R&&D 2024"
    assert (below.left.text, below.center.text) == ("&A\u3000", "&P / &N")
