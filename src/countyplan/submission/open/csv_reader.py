"""CSV as a grid whose cells know their lines and columns, right also where a cell runs over several lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import Plan
from countyplan.source import without_invisible
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.words.label import read_label

_DELIMITERS = (",", "\t", ";")
_LINES_LOOKED_AT = 20


def read_csv(text: str, file: str, plan: Plan) -> Grid | Diagnostic:
    """The table in a CSV file, or what is wrong with its form."""
    text = text.removeprefix("\ufeff")
    try:
        rows = list(_rows(text, file, _delimiter(text, plan)))
    except _MalformedError as error:
        return error.diagnostic
    if not any((cell.text or "").strip() for row in rows for cell in row):
        return Diagnostic(Code.EMPTY, Place(file))
    return Grid("", rows)


class _MalformedError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def _delimiter(text: str, plan: Plan) -> str:
    """The delimiter between which the first lines hold the most names that are known; a comma where none does."""
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_LOOKED_AT]

    def names(delimiter: str) -> int:
        labels = (
            read_label(without_invisible(cell).strip('" '), plan) for line in lines for cell in line.split(delimiter)
        )
        return sum(label.places_a_figure or label.field is not None for label in labels)

    return max(_DELIMITERS, key=names)


def _rows(text: str, file: str, delimiter: str) -> Iterator[list[Cell]]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    start = 0
    try:
        for record in reader:
            places = _places(lines[start : reader.line_num], start + 1, file, delimiter)
            yield [Cell(without_invisible(text), place) for text, place in zip(record, places, strict=False)]
            start = reader.line_num
    except csv.Error as error:
        place = _place(file, start + 1, 1, lines[start].rstrip("\r\n"))
        raise _MalformedError(Diagnostic(Code.CSV_SYNTAX, place, {"detail": str(error)})) from error


def _places(lines: list[str], first: int, file: str, delimiter: str) -> Iterator[Place]:
    """Where each cell of a record stands: it ends before a delimiter that no quotation marks enclose, or with the line."""
    begun, at, quoted = first, 1, False
    shown = [line.rstrip("\r\n") for line in lines]
    for number, line in enumerate(shown, start=first):
        for column, char in enumerate(line, start=1):
            if char == '"':
                # It opens a cell that begins with it, and then closes and opens again with each one that is doubled;
                # inside a bare cell it is a character like any other.
                quoted = not quoted if _opens_with_mark(shown[begun - first], at) else quoted
            elif char == delimiter and not quoted:
                end = column if begun == number else None
                yield _place(file, begun, at, shown[begun - first], end)
                begun, at = number, column + 1
    yield _place(file, begun, at, shown[begun - first])


def _opens_with_mark(line: str, at: int) -> bool:
    return line[at - 1 : at] == '"'


def _place(file: str, line: int, begun: int, shown: str, end: int | None = None) -> Place:
    length = (len(shown) + 1 if end is None else end) - begun
    return Place(file, line, begun, excerpt=shown, length=max(1, length))
