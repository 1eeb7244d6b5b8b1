"""Submissions in CSV, long form: a figure a row, under Chinese or English headers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.entry import Cell, Entry
from countyplan.submission.fields import COLUMNS, FIELD_NAMES, NEEDED, Field, find_field

_DELIMITERS = (",", "\t", ";")


@dataclass(frozen=True, slots=True)
class _Row:
    """A record's cells with their places, right also where a cell runs over several lines."""

    cells: list[Cell]

    @property
    def empty(self) -> bool:
        return not any((cell.text or "").strip() for cell in self.cells)


def read_csv(text: str, file: str) -> tuple[list[Entry], list[Diagnostic]]:
    """The entries of a CSV file, and what is wrong with its form."""
    text = text.removeprefix("\ufeff")
    try:
        rows = [row for row in _rows(text, file, _delimiter(text)) if not row.empty]
    except _MalformedError as error:
        return [], [error.diagnostic]
    if not rows:
        return [], [Diagnostic(Code.EMPTY, Place(file))]
    columns, found = _columns(rows[0])
    lacking = [field.value for field in NEEDED if field not in columns.values()]
    if lacking:
        place = rows[0].cells[0].place
        return [], [*found, Diagnostic(Code.HEADER_MISSING, place, {"lacking": ", ".join(lacking)})]
    if any(one.code is Code.HEADER_TWICE for one in found):
        return [], found
    return list(_entries(rows[1:], columns, len(rows[0].cells), file, found)), found


def _entries(
    rows: list[_Row], columns: dict[int, Field], width: int, file: str, found: list[Diagnostic]
) -> Iterator[Entry]:
    for row in rows:
        beyond = [cell for cell in row.cells[width:] if (cell.text or "").strip()]
        if beyond:
            found.append(Diagnostic(Code.ROW_TOO_LONG, beyond[0].place, {"text": (beyond[0].text or "").strip()}))
            continue
        end = row.cells[-1]
        cells = {field: row.cells[at] if at < len(row.cells) else Cell("", end.place) for at, field in columns.items()}
        yield Entry(file, cells)


def _columns(header: _Row) -> tuple[dict[int, Field], list[Diagnostic]]:
    columns: dict[int, Field] = {}
    found: list[Diagnostic] = []
    for at, cell in enumerate(header.cells):
        name = (cell.text or "").strip()
        field = find_field(name)
        if field is None or field not in COLUMNS:
            if name:
                words = {"text": name, "near": FIELD_NAMES.nearest(name) or ""}
                found.append(Diagnostic(Code.HEADER_UNKNOWN, cell.place, words))
        elif field in columns.values():
            found.append(Diagnostic(Code.HEADER_TWICE, cell.place, {"text": name}))
        else:
            columns[at] = field
    return columns, found


class _MalformedError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def _delimiter(text: str) -> str:
    """The delimiter under which the first line names the most fields; a comma where none does."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda one: sum(find_field(name.strip('" ')) is not None for name in header.split(one)))


def _rows(text: str, file: str, delimiter: str) -> Iterator[_Row]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    start = 0
    try:
        for record in reader:
            places = _places("".join(lines[start : reader.line_num]), start + 1, file, delimiter)
            yield _Row([Cell(text, place) for text, place in zip(record, places, strict=False)])
            start = reader.line_num
    except csv.Error as error:
        place = Place(file, start + 1, 1)
        raise _MalformedError(Diagnostic(Code.CSV_SYNTAX, place, {"detail": str(error)})) from error


def _places(raw: str, line: int, file: str, delimiter: str) -> Iterator[Place]:
    """Where each cell of a record begins: after a delimiter that no quotation marks enclose."""
    column, quoted = 1, False
    yield Place(file, line, column)
    for char in raw:
        column += 1
        if char == '"':
            quoted = not quoted
        elif char == "\n":
            line, column = line + 1, 1
        elif char == delimiter and not quoted:
            yield Place(file, line, column)
