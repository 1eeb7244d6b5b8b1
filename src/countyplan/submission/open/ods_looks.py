"""How the cells of an .ods look: hidden rows and columns, merged cells, percentages and errors."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from countyplan.diagnostics import Code
from countyplan.submission.open.looks import Looks
from countyplan.submission.open.number_format import Around, words
from countyplan.submission.open.packed_sheets import parse, times

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_HIDDEN = {"collapse", "filter"}

_DEFAULT_STYLE = f"{_TABLE} default-cell-style-name"


def ods_looks(data: bytes) -> dict[str, Looks]:
    """How the cells look, by sheet."""
    styles = _Styles()
    content = _Content(styles)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if "styles.xml" in packed.namelist():
            parse(packed, "styles.xml", styles.parser)
        parse(packed, "content.xml", content.parser)
    return content.sheets


@dataclass(slots=True)
class _Styles:
    """What number styles show, and the cell styles that use them, by name.

    `scaling` are those that show a part of the number, `around` what the others show around it.
    """

    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))
    scaling: set[str] = field(default_factory=set)
    around: dict[str, Around] = field(default_factory=dict)
    name: str = ""
    texts: tuple[str, str] = ("", "")
    in_text: bool = False
    seen: bool = False

    def __post_init__(self) -> None:
        self.watch(self.parser)
        self.parser.StartElementHandler = self.start

    def watch(self, parser: expat.XMLParserType) -> None:
        """Take what ends and what is written in number styles from a parser."""
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag.startswith(f"{_NUMBER} ") and tag.endswith("-style"):
            self.name = attributes.get(f"{_STYLE} name", "")
            self.texts, self.seen = ("", ""), False
        elif tag in {f"{_NUMBER} text", f"{_NUMBER} currency-symbol"}:
            self.in_text = True
        elif tag == f"{_NUMBER} number" and attributes.get(f"{_NUMBER} display-factor", "1") != "1":
            self.scaling.add(self.name)
        elif tag == f"{_STYLE} style":
            name, shown = attributes.get(f"{_STYLE} name", ""), attributes.get(f"{_STYLE} data-style-name", "")
            if shown in self.scaling:
                self.scaling.add(name)
            elif shown in self.around:
                self.around[name] = self.around[shown]
        if tag == f"{_NUMBER} number":
            self.seen = True

    def _text(self, text: str) -> None:
        if self.in_text:
            before, behind = self.texts
            self.texts = (before, behind + text) if self.seen else (before + text, behind)

    def _end(self, tag: str) -> None:
        if tag in {f"{_NUMBER} text", f"{_NUMBER} currency-symbol"}:
            self.in_text = False
        elif tag in {f"{_NUMBER} number-style", f"{_NUMBER} currency-style"}:
            around = Around(before=words(self.texts[0]), behind=words(self.texts[1]))
            if around != Around():
                self.around[self.name] = around


@dataclass(slots=True)
class _Content:
    """What is kept while content.xml goes by."""

    styles: _Styles
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))
    sheets: dict[str, Looks] = field(default_factory=dict)
    looks: Looks = field(default_factory=Looks)
    row: int = 0
    next_row: int = 0
    column: int = 0
    described: int = 0
    column_styles: dict[int, str] = field(default_factory=dict)
    row_style: str = ""

    def __post_init__(self) -> None:
        self.styles.watch(self.parser)
        self.parser.StartElementHandler = self._start

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.styles.start(tag, attributes)
        if tag == f"{_TABLE} table":
            self.looks = self.sheets.setdefault(attributes.get(f"{_TABLE} name", ""), Looks())
            self.next_row = self.described = 0
            self.column_styles = {}
        elif tag == f"{_TABLE} table-column":
            begun, self.described = self.described, self.described + times(attributes, "number-columns-repeated")
            if (style := attributes.get(_DEFAULT_STYLE, "")) in self.styles.scaling | self.styles.around.keys():
                self.column_styles.update(dict.fromkeys(range(begun, min(self.described, begun + 1000)), style))
            if _is_hidden(attributes):
                self.looks.hidden_columns.update(range(begun, min(self.described, begun + 1000)))
        elif tag == f"{_TABLE} table-row":
            self.row, self.column = self.next_row, 0
            self.row_style = attributes.get(_DEFAULT_STYLE, "")
            self.next_row += times(attributes, "number-rows-repeated")
            if _is_hidden(attributes):
                self.looks.hidden.update(range(self.row, min(self.next_row, self.row + 1000)))
        elif tag in {f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"}:
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        first, self.column = self.column, self.column + times(attributes, "number-columns-repeated")
        kind = attributes.get(f"{_OFFICE} value-type")
        rows = int(attributes.get(f"{_TABLE} number-rows-spanned", "1"))
        columns = int(attributes.get(f"{_TABLE} number-columns-spanned", "1"))
        if max(rows, columns) > 1 and rows * columns < 10_000:
            spanned = ((self.row + down, first + right) for down in range(rows) for right in range(columns))
            self.looks.merged.update({at: (self.row, first) for at in spanned if at != (self.row, first)})
        if kind is None:
            return
        # A repeated cell with content is rare and small: a sheet with many of them was refused before.
        for at in ((row, column) for row in range(self.row, self.next_row) for column in range(first, self.column)):
            if attributes.get(f"{_CALCEXT} value-type") == "error":
                self.looks.odd[at] = Code.CELL_IS_AN_ERROR
                self.looks.texts[at] = attributes.get(f"{_TABLE} formula", "#").removeprefix("of:")
            elif kind == "percentage":
                self.looks.around[at] = Around(percent=True)
            elif kind == "boolean":
                self.looks.odd[at] = Code.CELL_IS_LOGICAL
            elif kind in {"float", "currency"}:
                style = self._style_of(attributes, at[1])
                if style in self.styles.scaling:
                    self.looks.odd[at] = Code.FORMAT_SCALES
                elif style in self.styles.around:
                    self.looks.around[at] = self.styles.around[style]

    def _style_of(self, attributes: dict[str, str], column: int) -> str:
        return attributes.get(f"{_TABLE} style-name") or self.row_style or self.column_styles.get(column, "")


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get(f"{_TABLE} visibility") in _HIDDEN
