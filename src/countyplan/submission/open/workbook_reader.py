"""Workbooks as grids: python-calamine reads the cells; how they look and what hides in them is told beside it.

Limits: a workbook that unpacks to more than 50 MB, or holds a sheet of more than 200,000 cells, is refused.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, time, timedelta
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.source import without_invisible
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.open.content import Content, content_of
from countyplan.submission.open.looks import Looks
from countyplan.submission.open.number_format import Around
from countyplan.submission.open.ods_looks import ods_looks
from countyplan.submission.open.packed_sheets import BrokenXmlError, cells_claimed
from countyplan.submission.open.sheets import CellValue, Sheet, open_sheets, open_sheets_apart
from countyplan.submission.words.number import is_bare_number

MAX_UNPACKED = 50_000_000
MAX_CELLS = 200_000
# A spreadsheet keeps and shows fifteen digits; what stands behind them is how binary fractions are written.
_DIGITS_KEPT = 15
# What is merged further to the right is a title.
_WIDEST = 256
_LONGEST_EXCERPT = 500


def read_workbook(data: bytes, file: str) -> list[Grid] | Diagnostic:
    """Every sheet of a workbook as a grid, or why it cannot be read."""
    place = Place(file)
    try:
        return _too_large(data, place) or _grids(data, file)
    except (BrokenXmlError, OSError, zipfile.BadZipFile) as error:
        return _broken(place, error)
    # Whatever else the libraries raise at a file that was made to break them says only that it is broken.
    except Exception as error:
        return _broken(place, error)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return _broken(place, error)


def _broken(place: Place, error: BaseException) -> Diagnostic:
    lines = str(error).splitlines()
    return Diagnostic(Code.WORKBOOK_BROKEN, place, {"detail": lines[0][:200] if lines else type(error).__name__})


def _too_large(data: bytes, place: Place) -> Diagnostic | None:
    """What is refused before room is made for it."""
    if not data.startswith(b"PK"):
        return None
    if content_of(data) is Content.ZIP:
        return Diagnostic(Code.WORKBOOK_BROKEN, place, {"detail": Content.ZIP.value})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED:
            return Diagnostic(Code.TOO_LARGE, place, {"limit": str(MAX_UNPACKED // 1_000_000)})
        # It is unpacked once to see that no entry holds more than it says.
        if (broken := packed.testzip()) is not None:
            return Diagnostic(Code.WORKBOOK_BROKEN, place, {"detail": broken})
        if cells_claimed(packed) > MAX_CELLS:
            return Diagnostic(Code.TOO_MANY_CELLS, place, {"limit": str(MAX_CELLS), "sheet": ""})
    return None


def _grids(data: bytes, file: str) -> list[Grid] | Diagnostic:
    grids = []
    kind = content_of(data)
    sheets = (open_sheets_apart if kind is Content.XLS else open_sheets)(data, MAX_CELLS)
    looks = _looks(data)
    for sheet in sheets:
        if sheet.claimed > MAX_CELLS:
            return Diagnostic(Code.TOO_MANY_CELLS, Place(file), {"limit": str(MAX_CELLS), "sheet": sheet.name})
        grids.append(_grid(sheet, file, looks.get(sheet.name, Looks())))
    return grids


def _looks(data: bytes) -> dict[str, Looks]:
    """How the cells look, by sheet; nothing for an .xls, which does not tell."""
    match content_of(data):
        case Content.XLSX:
            from countyplan.submission.open.xlsx_looks import xlsx_looks

            return xlsx_looks(data)
        case Content.ODS:
            return ods_looks(data)
        case _:
            return {}


def _grid(sheet: Sheet, file: str, looks: Looks) -> Grid:
    odd = dict(looks.odd)
    as_text = set()
    rows = []
    filled = 1 + max((at for values in sheet.values for at, value in enumerate(values) if value != ""), default=0)
    for row, values in enumerate(values[:filled] for values in sheet.values):
        cells = []
        texts = [_shown(value, (row, column), looks) for column, value in enumerate(values)]
        excerpt = " | ".join(texts)[:_LONGEST_EXCERPT]
        for column, (value, text) in enumerate(zip(values, texts, strict=True)):
            if isinstance(value, date | time | timedelta):
                odd.setdefault((row, column), Code.CELL_IS_A_DATE)
            elif isinstance(value, bool):
                odd.setdefault((row, column), Code.CELL_IS_LOGICAL)
            elif isinstance(value, str) and is_bare_number(text):
                as_text.add((row, column))
            cells.append(Cell(text, Place(file, cell=f"{sheet.name}!{cell_name(row, column)}", excerpt=excerpt)))
        rows.append(cells)
    return Grid(
        sheet.name,
        rows,
        _merged(sheet, len(rows)) | looks.merged,
        odd,
        frozenset(looks.hidden),
        frozenset(looks.hidden_columns),
        sheet.hidden,
        frozenset(as_text),
    )


def _merged(sheet: Sheet, height: int) -> dict[tuple[int, int], tuple[int, int]]:
    return {
        (row, column): (top, left)
        for (top, left), (bottom, right) in sheet.merged
        for row in range(top, min(bottom + 1, height))
        for column in range(left, min(right + 1, _WIDEST))
        if (row, column) != (top, left)
    }


def _shown(value: CellValue, at: tuple[int, int], looks: Looks) -> str:
    """A cell as it would be typed: with its fifteen digits, and the % and the words that its number format shows."""
    if at in looks.texts:
        return looks.texts[at]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return without_invisible(str(value))
    number = Decimal(value) if isinstance(value, int) else Decimal(format(value, f".{_DIGITS_KEPT}g"))
    around = looks.around.get(at, Around())
    shown = f"{_plain(number * 100)}%" if around.percent else _plain(number)
    return f"{around.before}{shown}{around.behind}"


def _plain(number: Decimal) -> str:
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cell_name(row: int, column: int) -> str:
    """A cell's name from its row and column, counted from 0: (6, 2) is C7."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
