"""The cells of one sheet of an .xlsx, with what hides and what is merged."""

from __future__ import annotations

import re

from countyplan.office.markup import Attributes, walk, whole_number
from countyplan.office.package import BrokenError, Fault
from countyplan.office.sheet import Budget, Odd, Sheet, SheetCell
from countyplan.office.shown.date_format import shown_date
from countyplan.office.shown.number import parse_number, plain, shown
from countyplan.office.xlsx.shared import Shared, decoded
from countyplan.office.xlsx.styles import PLAIN, Format, is_on

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,7})\$?(\d{1,9})", re.ASCII)
_RANGE = re.compile(r"\$?([A-Za-z]{1,7})\$?(\d{1,9}):\$?([A-Za-z]{1,7})\$?(\d{1,9})", re.ASCII)
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


def column_number(letters: str) -> int:
    """The number of a column: A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_at(reference: str) -> tuple[int, int] | None:
    """The row and the column, from 0, that a reference such as B2 names."""
    named = _REFERENCE.fullmatch(reference)
    if named is None or not (row := int(named[2])):
        return None
    return row - 1, column_number(named[1]) - 1


def read_cells(data: bytes, part: str, sheet: Sheet, shared: Shared, budget: Budget) -> None:
    """Fill the sheet with what stands in its part."""
    reader = _Reader(part, sheet, shared, budget)
    walk(data, part, reader.start, reader.end, reader.take)


class _Reader:
    """What is kept while a sheet goes by; an empty cell, however it is formatted, leaves nothing behind."""

    def __init__(self, part: str, sheet: Sheet, shared: Shared, budget: Budget) -> None:
        self._part = part
        self._sheet = sheet
        self._shared = shared
        self._budget = budget
        self._row = 0
        self._column = 0
        self._kind = "n"
        self._style = ""
        self._value: list[str] | None = None
        self._inline: list[str] | None = None
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._phonetic = False
        self._struck = False

    def start(self, name: str, attributes: Attributes) -> None:
        match name:
            case "main/c":
                self._begin(attributes)
            case "main/v":
                self._into = self._value = []
            case "main/f":
                self._into = self._formula = []
            case "main/t":
                self._into = None if self._phonetic or self._inline is None else self._inline
            case "main/is":
                self._inline = []
            case "main/strike" | "main/rPh":
                self._phonetic = self._phonetic or name == "main/rPh"
                self._struck = self._struck or (name == "main/strike" and is_on(attributes))
            case "main/row":
                self._begin_row(attributes)
            case "main/col":
                self._hide_columns(attributes)
            case "main/mergeCell":
                self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        match name:
            case "main/c":
                if self._value is not None or self._inline is not None or self._formula is not None:
                    self._close()
            case "main/v" | "main/f" | "main/t":
                self._into = None
            case "main/rPh":
                self._phonetic = False

    def take(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self._row = self._count(number, "row r=") if number else self._row + 1
        self._column = 0
        if _is_true(attributes.get("hidden")):
            self._sheet.hidden_rows.append((self._row - 1, self._row - 1))

    def _begin(self, attributes: Attributes) -> None:
        self._column += 1
        if (place := attributes.get("r")) is not None:
            named = _REFERENCE.fullmatch(place)
            if named is None:
                raise BrokenError(Fault.CELL, f"{self._part} r={place[:40]}")
            self._column, self._row = column_number(named[1]), int(named[2])
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._value = self._inline = self._formula = None
        self._struck = False

    def _close(self) -> None:
        value = None if self._value is None else "".join(self._value)
        if self._kind == "inlineStr":
            # A formula's cell may keep its text where others keep their number.
            value = value if self._inline is None else "".join(self._inline)
        shows = self._format()
        cell = self._cell(value, shows)
        if cell is not None and (cell.text.strip() or cell.odd is not None):
            self._budget.take(cell.text, sheet=self._sheet.name)
            self._sheet.cells.append(cell)
            if self._struck or shows.struck or (self._kind == "s" and (value or "").strip() in self._shared.struck):
                self._sheet.struck.append((cell.row, cell.column))

    def _cell(self, value: str | None, shows: Format) -> SheetCell | None:
        row, column = self._row - 1, self._column - 1
        if min(row, column) < 0:
            raise BrokenError(Fault.CELL, f"{self._part} r={row + 1}")
        as_text = self._kind in {"str", "inlineStr"}
        if value is None or (not value and not as_text):
            formula = None if self._formula is None else "=" + "".join(self._formula)
            return None if formula is None else SheetCell(row, column, formula, Odd.NO_VALUE)
        if self._kind == "e" or (as_text and self._formula is not None and value in _ERRORS):
            return SheetCell(row, column, value, Odd.ERROR)
        match self._kind:
            case "s":
                cell = SheetCell(row, column, self._shared_text(value), is_text=True)
            case "str" | "inlineStr":
                cell = SheetCell(row, column, decoded(value), is_text=True)
            case "b":
                cell = SheetCell(row, column, str(_is_true(value)), Odd.LOGICAL)
            case "d":
                cell = SheetCell(row, column, value.removesuffix("T00:00:00").replace("T", " "), Odd.DATE)
            case _:
                cell = self._number(row, column, value, shows)
        return cell

    def _number(self, row: int, column: int, value: str, shows: Format) -> SheetCell:
        number = parse_number(value)
        if number is None:
            return SheetCell(row, column, value, is_text=True)
        if shows.date is not None:
            moment = shown_date(number, shows.date, since_1904=self._shared.since_1904)
            return SheetCell(row, column, plain(number) if moment is None else moment, Odd.DATE)
        if shows.scales:
            return SheetCell(row, column, f"{plain(number)} [{shows.code}]", Odd.SCALED)
        if (number > 0) - (number < 0) in shows.hides:
            self._sheet.hidden_cells.append((row, column))
        return SheetCell(row, column, shown(number, shows.around_negative if number < 0 else shows.around))

    def _shared_text(self, value: str) -> str:
        at = whole_number(value.strip())
        if at is None or at >= len(self._shared.texts):
            raise BrokenError(Fault.CELL, f"{self._part} {value[:40]}")
        return self._shared.texts[at]

    def _format(self) -> Format:
        at, formats = whole_number(self._style), self._shared.formats
        return PLAIN if at is None or at >= len(formats) else formats[at]

    def _hide_columns(self, attributes: Attributes) -> None:
        if _is_true(attributes.get("hidden")):
            first = self._count(attributes.get("min", ""), "col min=")
            last = self._count(attributes.get("max", ""), "col max=")
            self._sheet.hidden_columns.append((first - 1, last - 1))

    def _merge(self, reference: str) -> None:
        named = _RANGE.fullmatch(reference)
        if named is None:
            # One cell alone is merged with none.
            return
        left, right = sorted((column_number(named[1]) - 1, column_number(named[3]) - 1))
        top, bottom = sorted((int(named[2]) - 1, int(named[4]) - 1))
        self._sheet.merged.append((top, bottom, left, right))

    def _count(self, text: str, where: str) -> int:
        if (number := whole_number(text)) is None:
            raise BrokenError(Fault.CELL, f"{self._part} {where}{text[:40]}")
        return number


def _is_true(text: str | None) -> bool:
    return text in {"1", "true", "on"}
