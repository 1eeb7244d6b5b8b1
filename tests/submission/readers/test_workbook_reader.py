from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from countyplan.diagnostics import Code, Diagnostic
from countyplan.limits import Limits
from countyplan.office import reading
from countyplan.office.reading import open_office
from countyplan.office.shown.number import Around, shown_around
from countyplan.submission.grid import Grid
from countyplan.submission.open.workbook_reader import DOCUMENTS, WORKBOOKS, grids_of
from tests.submission.messy import WORKBOOKS as FOLDER
from tests.submission.messy import workbook
from tests.submission.reading import read, told

PLAIN = workbook({"桐庐县": {"rows": [["指标", "2024年"], ["GDP", 484.4]]}})
TITLES = (FOLDER / "titles.ods").read_bytes()


def made(data: bytes, limits: Limits) -> list[Grid] | Diagnostic:
    found = grids_of(open_office(data, limits), "a.xlsx", ".xlsx", WORKBOOKS | DOCUMENTS, limits)
    return found if isinstance(found, Diagnostic) else found[1]


def code(data: bytes, limits: Limits | None = None) -> Code:
    found = made(data, limits or Limits())
    assert isinstance(found, Diagnostic)
    return found.code


def grids(data: bytes, limits: Limits | None = None) -> list[Grid]:
    found = made(data, limits or Limits())
    assert isinstance(found, list)
    return found


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            if part == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            after.writestr(part, content)
    return out.getvalue()


def test_a_workbook_up_to_a_limit_is_read_and_one_beyond_it_is_told() -> None:
    # Two rows of two cells.
    assert len(grids(PLAIN, Limits(cells=4))) == 1
    assert code(PLAIN, Limits(cells=3)) is Code.TOO_MANY_CELLS
    assert code(PLAIN, Limits(unpacked=0)) is Code.TOO_LARGE
    two = workbook({"a": {"rows": [[1]]}, "b": {"rows": [[2]]}})
    assert len(grids(two, Limits(sheets=2, cells=2))) == 2
    assert code(two, Limits(sheets=1)) is Code.LIMIT_MET
    assert code(two, Limits(cells=1)) is Code.TOO_MANY_CELLS


def test_an_xls_with_too_many_cells_is_refused() -> None:
    assert code((FOLDER / "titles.xls").read_bytes(), Limits(cells=10)) is Code.TOO_MANY_CELLS


def test_a_broken_entry_is_told() -> None:
    stored = changed(PLAIN, "xl/workbook.xml", "workbook", "workbook")
    at = stored.index(b"<worksheet")
    assert code(stored[:at] + b"!" + stored[at + 1 :]) is Code.WORKBOOK_BROKEN
    assert code(PLAIN[:2000]) is Code.WORKBOOK_BROKEN
    assert code(b"") is Code.WORKBOOK_BROKEN
    assert code(changed(PLAIN, "xl/worksheets/sheet1.xml", "</sheetData>", "")) is Code.WORKBOOK_BROKEN
    assert code(changed(PLAIN, "[Content_Types].xml", "Types", "x")) is Code.WORKBOOK_BROKEN


def test_a_zip_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    for name, told_as in (("xl/workbook.bin", Code.CONTENT_DIFFERS), ("a.txt", Code.WORKBOOK_BROKEN)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            packed.writestr(name, b"")
        assert told(read(tmp_path, "a.xlsx", out.getvalue())) == [(told_as, None, None)]


def test_a_panic_of_the_reader_is_a_broken_workbook_and_an_interruption_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def raises(error: BaseException) -> Callable[..., object]:
        def read(*_: object) -> object:
            raise error

        return read

    monkeypatch.setattr(reading, "read_xlsx", raises(PanicException()))
    assert code(PLAIN) is Code.WORKBOOK_BROKEN
    monkeypatch.setattr(reading, "read_xlsx", raises(ZeroDivisionError()))
    assert code(PLAIN) is Code.WORKBOOK_BROKEN
    monkeypatch.setattr(reading, "read_xlsx", raises(MemoryError()))
    assert code(PLAIN) is Code.LIMIT_MET
    monkeypatch.setattr(reading, "read_xlsx", raises(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        open_office(PLAIN, Limits())


def test_a_chart_sheet_is_no_table() -> None:
    assert [grid.name for grid in grids(workbook({"桐庐县": {"rows": [["GDP", 1]], "chart": True}}))] == ["桐庐县"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (99.98, "99.98"),
        (1.55, "1.55"),
        (1e-7, "0.0000001"),
        (1e300, "1E+300"),
        (123456789012345680, "123456789012346000"),
        (2024, "2024"),
        (datetime(2025, 3, 1), "2025-03-01"),
        (datetime(2025, 3, 1, 12), "2025-03-01 12:00:00"),
        (time(12), "12:00:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (True, "True"),
    ],
)
def test_a_cell_as_it_would_be_typed(cell: object, text: str) -> None:
    [grid] = grids(workbook({"Sheet1": {"rows": [[cell]]}}))
    assert grid.text(0, 0) == text


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("General", Around()),
        ("0.0%", Around(percent=True)),
        ('0.0"%"', Around(behind="%")),
        (r"0.0\%", Around(behind="%")),
        ('0.0"亿元"', Around(behind="亿元")),
        (r"#,##0.0\亿\元", Around(behind="亿元")),
        ('"预计"0.0', Around(before="预计")),
        ('"约" General "家"', Around(before="约", behind="家")),
        ('"¥"#,##0.00_);("¥"#,##0.00)', Around()),
        ("[$¥-804]#,##0.00", Around()),
        ("[$USD]#,##0.00", Around(before="USD")),
        ("[Red]0.0_%;-0.0%", Around()),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', Around()),
    ],
)
def test_what_a_number_format_shows(number_format: str, shown: Around) -> None:
    assert shown_around(number_format) == shown


def test_a_number_format_may_show_other_words_around_negative_numbers() -> None:
    assert shown_around('"增长"0.0;"下降"0.0', negative=True) == Around(before="下降")


def test_an_ods_tells_logical_cells_repeated_cells_and_hidden_columns() -> None:
    logical = changed(TITLES, "content.xml", 'office:value-type="percentage"', 'office:value-type="boolean"')
    assert Code.CELL_IS_LOGICAL in grids(logical)[0].odd.values()
    assert grids(TITLES)[1].hidden_columns >= {1}
    assert grids(TITLES)[0].merged[0, 5] == (0, 0)


@pytest.mark.parametrize("place", ["B999999999999999999994", "B", "2", "AAAAAAAA2", "B2 "])
def test_a_cell_at_a_place_that_there_is_not_breaks_a_workbook(place: str) -> None:
    assert code(changed(PLAIN, "xl/worksheets/sheet1.xml", '<c r="B2"', f'<c r="{place}"')) is Code.WORKBOOK_BROKEN


def test_a_row_at_a_place_that_there_is_not_breaks_a_workbook() -> None:
    assert (
        code(changed(PLAIN, "xl/worksheets/sheet1.xml", '<row r="2"', '<row r="99999999999"')) is Code.WORKBOOK_BROKEN
    )


def test_an_ods_column_gives_its_cells_their_number_format() -> None:
    scaled = (FOLDER / "scaled.ods").read_bytes()
    bare = changed(scaled, "content.xml", 'table:style-name="ce1" office:value-type', "office:value-type")
    assert list(grids(bare)[0].odd) == [(1, 3)]
    column = changed(
        bare, "content.xml", 'table:default-cell-style-name="Default"', 'table:default-cell-style-name="ce1"'
    )
    assert list(grids(column)[0].odd) == [(1, 1), (1, 2), (1, 3)]
    row = changed(bare, "content.xml", "<table:table-row ", '<table:table-row table:default-cell-style-name="ce1" ')
    assert list(grids(row)[0].odd) == [(1, 3)]


def test_a_cell_beyond_what_xlsx_names_is_counted_where_it_follows(tmp_path: Path) -> None:
    bare = changed(PLAIN, "xl/worksheets/sheet1.xml", '<c r="B2"', "<c")
    submissions = read(tmp_path, "a.xlsx", bare)
    assert [str(one.place.cell) for one in submissions.figures] == ["桐庐县!B2"]
    assert told(submissions) == []
