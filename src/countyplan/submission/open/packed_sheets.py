"""How large the sheets in a packed workbook are, told before anything makes room for them.

A reader that believes a cell in XFD1048576 asks for half a terabyte; the XML is therefore looked through first, element by
element, in memory that does not grow.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

_CHUNK = 1 << 16
_REFERENCE = re.compile(r"([A-Za-z]{1,7})(\d{1,9})")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


class BrokenXmlError(Exception):
    """A part of a workbook is no XML."""


def cells_claimed(packed: zipfile.ZipFile) -> int:
    """How many cells the largest sheet takes up from A1 to its last cell with content, or all elements if those are more."""
    most = 0
    for part in packed.infolist():
        if part.filename.lower().endswith(".xml"):
            extent = OdsExtent() if part.filename == "content.xml" else XlsxExtent()
            parse(packed, part.filename, extent.parser)
            most = max(most, extent.cells())
    return most


def parse(packed: zipfile.ZipFile, name: str, parser: expat.XMLParserType) -> None:
    """Feed a part of a packed file to a parser, piece by piece."""
    try:
        with packed.open(name) as part:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BrokenXmlError(f"{name}: {error}") from error


def column_number(letters: str) -> int:
    """The number of a column: A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(slots=True)
class XlsxExtent:
    """The extent of a sheet of an .xlsx: cells name their place, or follow the one before."""

    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))
    elements: int = 0
    rows: int = 0
    columns: int = 0
    row: int = 0
    column: int = 0

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self._start

    def cells(self) -> int:
        """How many cells it takes up."""
        return max(self.rows * self.columns, self.elements)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(" ", 1)[-1]
        if name == "row":
            self.elements += 1
            number = attributes.get("r", "")
            if number and not (number.isascii() and number.isdigit() and len(number) < 10):
                raise BrokenXmlError(f"row r={number[:40]}")
            self.row = int(number) if number else self.row + 1
            self.column = 0
        elif name == "c":
            self.elements += 1
            self.column += 1
            if "r" in attributes:
                named = _REFERENCE.fullmatch(attributes["r"])
                if named is None:
                    # A reader that takes such a place modulo something finds a cell where there is no room for one.
                    raise BrokenXmlError(f"c r={attributes['r'][:40]}")
                self.column, self.row = column_number(named[1]), int(named[2])
        elif name in {"v", "is", "f"}:
            self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)


@dataclass(slots=True)
class OdsExtent:
    """The extent of the sheets of an .ods, whose rows and cells can stand for any number of the same."""

    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))
    most: int = 0
    elements: int = 0
    row: int = 0
    repeated: int = 1
    column: int = 0
    rows: int = 0
    columns: int = 0

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self._start

    def cells(self) -> int:
        """How many cells the largest sheet takes up."""
        return max(self.most, self.rows * self.columns, self.elements)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_TABLE} table":
            self.most = max(self.most, self.rows * self.columns)
            self.row = self.rows = self.columns = 0
        elif tag == f"{_TABLE} table-row":
            self.elements += 1
            self.repeated = times(attributes, "number-rows-repeated")
            self.row, self.column = self.row + self.repeated, 0
        elif tag in {f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"}:
            self.elements += 1
            self.column += times(attributes, "number-columns-repeated")
            if f"{_OFFICE} value-type" in attributes:
                self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)


def times(attributes: dict[str, str], name: str) -> int:
    """How often a row or cell of an .ods stands."""
    text = attributes.get(f"{_TABLE} {name}", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
