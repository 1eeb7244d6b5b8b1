"""Workbooks and tables of documents as grids; the files are opened by a process apart."""

from __future__ import annotations

from countyplan.diagnostics import Code, Diagnostic, Place, Term
from countyplan.limits import Limits
from countyplan.office.content import OfficeKind
from countyplan.office.package import Fault
from countyplan.office.reading import Beyond, Broken, Opened, Outcome
from countyplan.office.sheet import Limit, Odd, Sheet
from countyplan.source import without_invisible
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.words.number import is_bare_number

_LONGEST_EXCERPT = 500
_ODD = {
    Odd.DATE: Code.CELL_IS_A_DATE,
    Odd.LOGICAL: Code.CELL_IS_LOGICAL,
    Odd.ERROR: Code.CELL_IS_AN_ERROR,
    Odd.NO_VALUE: Code.FORMULA_WITHOUT_VALUE,
    Odd.SCALED: Code.FORMAT_SCALES,
}
WORKBOOKS = frozenset({OfficeKind.XLSX, OfficeKind.XLS, OfficeKind.ODS})
DOCUMENTS = frozenset({OfficeKind.DOCX})


def grids_of(
    outcome: Outcome, file: str, suffix: str, wanted: frozenset[OfficeKind], limits: Limits
) -> tuple[OfficeKind, list[Grid]] | Diagnostic:
    """What the file is and each of its sheets or tables as a grid, or why there are none; `wanted` are the kinds to read.

    `suffix` is what its name says that it is, and `limits` are those that it was opened within.
    """
    match outcome:
        case Opened(OfficeKind.ZIP):
            return _broken(file, Fault.PACKING, "")
        case Opened(kind, sheets) if kind in wanted:
            return kind, [_grid(sheet, file) for sheet in sheets]
        case Opened(kind):
            return content_differs(file, suffix, f"content.{kind}")
        case Broken(fault, part):
            return _broken(file, fault, part)
        case Beyond(limit, sheet):
            return _beyond(file, limit, sheet, limits)


def content_differs(file: str, suffix: str, content: str) -> Diagnostic:
    """That a file's content, a text by its key, is not what its suffix says."""
    return Diagnostic(Code.CONTENT_DIFFERS, Place(file), {"suffix": suffix, "content": Term(content)})


def _broken(file: str, fault: Fault, part: str) -> Diagnostic:
    if fault is Fault.PASSWORD:
        return Diagnostic(Code.PASSWORD, Place(file))
    return Diagnostic(Code.WORKBOOK_BROKEN, Place(file), {"detail": Term(f"office.{fault}"), "part": part})


def _beyond(file: str, limit: Limit, sheet: str, limits: Limits) -> Diagnostic:
    match limit:
        case Limit.UNPACKED:
            return Diagnostic(Code.TOO_LARGE, Place(file), {"limit": str(limits.unpacked)})
        case Limit.CELLS:
            return Diagnostic(Code.TOO_MANY_CELLS, Place(file, cell=sheet or None), {"limit": str(limits.cells)})
        case Limit.SHEETS | Limit.TEXT | Limit.MEMORY | Limit.SECONDS:
            words = {"what": Term(f"limit.{limit}"), "limit": str(getattr(limits, limit))}
            return Diagnostic(Code.LIMIT_MET, Place(file), words)


def _grid(sheet: Sheet, file: str) -> Grid:
    rows: list[list[Cell]] = []
    height = 1 + max((cell.row for cell in sheet.cells), default=-1)
    width = 1 + max((cell.column for cell in sheet.cells), default=-1)
    texts = [[""] * width for _ in range(height)]
    odd: dict[tuple[int, int], Code] = {}
    as_text: set[tuple[int, int]] = set()
    for cell in sheet.cells:
        text = texts[cell.row][cell.column] = without_invisible(cell.text)
        if cell.odd is not None:
            odd[cell.row, cell.column] = _ODD[cell.odd]
        if cell.is_text and is_bare_number(text):
            as_text.add((cell.row, cell.column))
    letters = [column_letters(column) for column in range(width)]
    for row, shown in enumerate(texts, start=1):
        excerpt = " | ".join(shown)[:_LONGEST_EXCERPT]
        rows.append(
            [
                Cell(text, Place(file, cell=f"{sheet.name}!{letter}{row}", excerpt=excerpt))
                for text, letter in zip(shown, letters, strict=True)
            ]
        )
    return Grid(
        name=sheet.name,
        rows=rows,
        merged=_merged(sheet),
        odd=odd,
        hidden=frozenset(row for first, last in sheet.hidden_rows for row in range(first, last + 1)),
        hidden_columns=frozenset(column for first, last in sheet.hidden_columns for column in range(first, last + 1)),
        sheet_hidden=sheet.hidden,
        hidden_cells=frozenset(sheet.hidden_cells),
        as_text=frozenset(as_text),
        struck=frozenset(sheet.struck),
        comments=_comments(sheet),
    )


def _comments(sheet: Sheet) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for row, column, text in sheet.comments:
        found[row, column] = (*found.get((row, column), ()), without_invisible(text))
    return found


def _merged(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    return {
        (row, column): (top, left)
        for top, bottom, left, right in sheet.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }


def cell_name(row: int, column: int) -> str:
    """A cell's name from its row and column, counted from 0: (6, 2) is C7."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """A column's letters from its number, counted from 0: 2 is C."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
