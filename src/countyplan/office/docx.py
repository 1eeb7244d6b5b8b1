"""The tables of a .docx with the paragraphs around them; what was struck out in it is left out, what was put in is read."""

from __future__ import annotations

import re

from countyplan.limits import Limits
from countyplan.office.markup import Attributes, walk, whole_number
from countyplan.office.package import BrokenError, Fault, Package
from countyplan.office.sheet import Budget, Sheet
from countyplan.office.word_table import WordCell, WordRow, WordTable, sheet_of

_PROPERTIES = "docProps/core.xml"
_SAVED_BY = "core-properties/lastModifiedBy"
# Moved or struck out by someone whose changes are still marked, and what is no text of the cell that it floats over.
_BESIDE = frozenset(
    {"main/del", "main/moveFrom", "main/drawing", "main/pict", "main/object", "markup-compatibility/AlternateContent"}
)
_BREAKS = {"main/tab": " ", "main/br": "\n", "main/cr": "\n", "main/noBreakHyphen": "-"}
_MOST_HEADINGS = 6
_LONGEST_HEADING = 200
# A note below a table says what it is (注：…, Data source: …) or begins with a mark; what is numbered goes on with it.
_NOTE = re.compile(r"[（(]?[^\s：:]{1,12}(?:\s[^\s：:]{1,12})?\s?\d{0,2}\s?[：:]|[\[［]\d{1,2}[\]］]|[*＊※@#①-⑳]")
_NUMBERED = re.compile(r"[（(]?\d{1,2}[）).．、]")


def read_docx(package: Package, part: str, limits: Limits) -> list[Sheet]:
    """The tables in the order in which they end, one that stands in another before that one; `#1` is the first.

    The paragraphs between the table before and this one are its first rows; those directly below that begin as notes do
    are its last.
    """
    budget = Budget(limits)
    reader = _Reader(part, budget)
    walk(package.read(part), part, reader.start, reader.end, reader.text)
    return [sheet_of(f"#{number}", table, budget) for number, table in enumerate(reader.tables, start=1)]


def read_saved_by(package: Package) -> str:
    """Who saved the document last, empty where it does not say."""
    found: list[str] = []
    inside = False

    def start(name: str, _: Attributes) -> None:
        nonlocal inside
        inside = name == _SAVED_BY

    def take(text: str) -> None:
        if inside:
            found.append(text)

    if _PROPERTIES in package:
        walk(package.read(_PROPERTIES), _PROPERTIES, start, text=take)
    return "".join(found)[:_LONGEST_HEADING]


class _Reader:
    """What is kept while the document goes by."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.tables: list[WordTable] = []
        self._part = part
        self._budget = budget
        self._open: list[WordTable] = []
        self._between: list[str] = []
        self._paragraph: list[str] = []
        self._in_text = False
        self._beside = 0
        self._directly_below = False

    def start(self, name: str, attributes: Attributes) -> None:
        if self._beside or name in _BESIDE:
            self._beside += 1
            if name == "main/del" and self._row is not None and not self._row.cells:
                self._row.deleted = True
        elif name == "main/t":
            self._in_text = True
        elif name in _BREAKS:
            self._take(_BREAKS[name])
        else:
            self._lay_out(name, attributes)

    def _lay_out(self, name: str, attributes: Attributes) -> None:
        match name:
            case "main/tbl":
                self._budget.begin_sheet()
                self._open.append(WordTable(self._between[-_MOST_HEADINGS:]))
                self._between = []
            case "main/tr" if self._open:
                self._open[-1].rows.append(WordRow())
            case "main/tc" if self._row is not None:
                self._row.cells.append(WordCell())
            case "main/gridBefore" if self._row is not None:
                self._row.before = self._number(attributes)
            case "main/gridSpan" if self._cell is not None:
                self._cell.span = max(1, self._number(attributes))
            case "main/vMerge" if self._cell is not None:
                self._cell.continues = attributes.get("main/val", "continue") == "continue"

    def text(self, text: str) -> None:
        if self._in_text and not self._beside:
            self._take(text)

    def end(self, name: str) -> None:
        if self._beside:
            self._beside -= 1
            return
        match name:
            case "main/t":
                self._in_text = False
            case "main/p":
                self._close_paragraph()
            case "main/tbl" if self._open:
                self.tables.append(self._open.pop())
                self._directly_below = True

    @property
    def _row(self) -> WordRow | None:
        return self._open[-1].rows[-1] if self._open and self._open[-1].rows else None

    @property
    def _cell(self) -> WordCell | None:
        return self._row.cells[-1] if self._row is not None and self._row.cells else None

    def _take(self, text: str) -> None:
        if self._cell is not None:
            self._cell.pieces.append(text)
        elif not self._open:
            self._paragraph.append(text)

    def _close_paragraph(self) -> None:
        if self._open:
            self._take("\n")
            return
        paragraph, self._paragraph = "".join(self._paragraph).strip(), []
        if not paragraph:
            return
        if len(paragraph) <= _LONGEST_HEADING:
            self._between.append(paragraph)
        if self._directly_below:
            self._take_below(paragraph, self.tables[-1])

    def _take_below(self, paragraph: str, table: WordTable) -> None:
        goes_on = bool(table.below) and (
            table.below[-1].endswith((":", "：")) or _NUMBERED.match(paragraph) is not None
        )
        self._directly_below = goes_on or _NOTE.match(paragraph) is not None
        if self._directly_below:
            table.below.append(paragraph)

    def _number(self, attributes: Attributes) -> int:
        text = attributes.get("main/val", "")
        if (number := whole_number(text)) is None:
            raise BrokenError(Fault.CELL, f"{self._part} {text[:40]}")
        return number
