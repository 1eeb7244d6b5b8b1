"""CSV as a grid whose cells know their lines and columns, right also where a cell runs over several lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from countyplan.diagnostics import Code, Diagnostic, Place, Term, UnusableError
from countyplan.limits import Limits
from countyplan.plan import Plan
from countyplan.source import without_invisible
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.words.label import read_label

_DELIMITERS = (",", "\t", ";")
_LINES_LOOKED_AT = 20
_LOOKED_AT = 20_000  # characters of a line
# A row as long as this is written out to its last cell with content only; a shorter one may end in cells left empty.
_WIDE = 256
# No cell runs over as many lines, but one whose quotation mark was never closed.
_MOST_LINES = 10_000
_LIMITS = Limits()


def read_csv(text: str, file: str, plan: Plan, limits: Limits = _LIMITS) -> Grid | Diagnostic:
    """The table in a CSV file, or what is wrong with its form."""
    text = text.removeprefix("\ufeff")
    try:
        with _cells_of_any_length(len(text)):
            rows = list(_rows(text, file, delimiter_of(text, plan), limits))
    except UnusableError as error:
        return error.diagnostic
    if not any(cell.said for row in rows for cell in row):
        return Diagnostic(Code.EMPTY, Place(file))
    return Grid("", rows)


@contextmanager
def _cells_of_any_length(most: int) -> Iterator[None]:
    """The parser's own limit of a cell says nothing that the limits of a file do not."""
    before = csv.field_size_limit(most + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def delimiter_of(text: str, plan: Plan) -> str:
    """The delimiter between which the first lines hold the most names that are known; a comma where none does."""
    lines = [line[:_LOOKED_AT] for line in islice(_lines_with_content(text), _LINES_LOOKED_AT)]

    def names(delimiter: str) -> int:
        labels = (
            read_label(without_invisible(cell).strip('" '), plan)
            for line in lines
            for cell in line.split(delimiter)[:_WIDE]
        )
        return sum(label.places_a_figure or label.field is not None for label in labels)

    return max(_DELIMITERS, key=names)


def _lines_with_content(text: str) -> Iterator[str]:
    """The lines of which anything stands in, one by one: the whole text is not cut up for the first few."""
    begun, end = 0, 0
    while end < len(text):
        found = text.find("\n", begun)
        end = found if found >= 0 else len(text)
        if text[begun:end].strip():
            yield text[begun:end]
        begun = end + 1


class _Lines:
    """The lines of a file, one after the other, for the parser; `record` holds those of the record that it is reading.

    Lines that hold nothing but delimiters cost nothing, however many there are, but inside of a record.
    """

    def __init__(self, text: str, file: str, delimiter: str, most: int) -> None:
        self._lines = io.StringIO(text, newline="")
        self._file = file
        self._delimiter = delimiter
        self._nothing = f"{delimiter} \t\r\n"
        self._most = most
        self.number = 0
        self.record: list[str] = []
        self.skipped = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        for line in self._lines:
            self.number += 1
            if not self.record and not line.strip(self._nothing):
                self.skipped = True
                continue
            self.record.append(line)
            if len(self.record) > _MOST_LINES:
                raise UnusableError(self.malformed("csv.unclosed"))
            if line.count(self._delimiter) > self._most:
                raise UnusableError(self.too_many(self._most))
            return line
        raise StopIteration

    @property
    def first(self) -> int:
        """The number of the record's first line."""
        return self.number - len(self.record) + 1

    def malformed(self, why: str) -> Diagnostic:
        """That the record is no CSV, and why, told where it begins."""
        place = _place(self._file, self.first, 1, self.record[0].rstrip("\r\n") if self.record else "")
        return Diagnostic(Code.CSV_SYNTAX, place, {"detail": Term(why)})

    def too_many(self, most: int) -> Diagnostic:
        """That the file holds more cells than it may, told where it does so first."""
        place = _place(self._file, self.first, 1, self.record[0].rstrip("\r\n")[:_LOOKED_AT])
        return Diagnostic(Code.TOO_MANY_CELLS, place, {"limit": str(most)})


def _rows(text: str, file: str, delimiter: str, limits: Limits = _LIMITS) -> Iterator[list[Cell]]:
    """The records; a row without cells stands for the empty lines before one."""
    lines = _Lines(text, file, delimiter, limits.cells)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    cells = 0
    try:
        for record in reader:
            texts = _without_empty_end(record)
            cells += max(1, len(texts))
            if cells > limits.cells:
                raise UnusableError(lines.too_many(limits.cells))
            if lines.skipped:
                yield []
            places = places_of(lines.record, lines.first, file, delimiter)
            yield [Cell(without_invisible(text.strip("\0")), place) for text, place in zip(texts, places, strict=False)]
            lines.record, lines.skipped = [], False
    except csv.Error as error:
        raise UnusableError(lines.malformed(_why(error))) from error


def cells_of_line(line: str, number: int, file: str, delimiter: str) -> list[Cell]:
    """The cells of a line that is a record, and holds nothing that is not seen."""
    texts = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    return [Cell(text, place) for text, place in zip(texts, places_of([line], number, file, delimiter), strict=False)]


def _without_empty_end(record: list[str]) -> list[str]:
    if len(record) <= _WIDE:
        return record
    last = next((at for at in range(len(record), 0, -1) if record[at - 1].strip()), 0)
    return record[: max(last, _WIDE)]


def _why(error: csv.Error) -> str:
    said = str(error)
    if "expected after" in said:
        return "csv.after_quote"
    return "csv.unclosed" if "end of data" in said else "csv.other"


def places_of(lines: list[str], first: int, file: str, delimiter: str) -> Iterator[Place]:
    """Where each cell of a record stands: it ends before a delimiter that no quotation marks enclose, or with the line."""
    shown = [line.rstrip("\r\n") for line in lines]
    if len(shown) == 1 and '"' not in shown[0]:
        at = 1
        for text in shown[0].split(delimiter):
            yield _place(file, first, at, shown[0], at + len(text))
            at += len(text) + 1
        return
    begun, at, quoted = first, 1, False
    for number, line in enumerate(shown, start=first):
        for column, char in enumerate(line, start=1):
            if char == '"':
                # It opens a cell that begins with it, and then closes and opens again with each one that is doubled;
                # inside a bare cell it is a character like any other.
                quoted = not quoted if shown[begun - first][at - 1 : at] == '"' else quoted
            elif char == delimiter and not quoted:
                end = column if begun == number else None
                yield _place(file, begun, at, shown[begun - first], end)
                begun, at = number, column + 1
    yield _place(file, begun, at, shown[begun - first])


def _place(file: str, line: int, begun: int, shown: str, end: int | None = None) -> Place:
    length = (len(shown) + 1 if end is None else end) - begun
    return Place(file, line, begun, excerpt=shown, length=max(1, length))
