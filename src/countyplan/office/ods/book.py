"""An .ods from its bytes: rows and cells that can stand for any number of the same."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from datetime import datetime
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.limits import Limits
from countyplan.office.markup import Attributes, walk, whole_number
from countyplan.office.ods.styles import Shown, Styles
from countyplan.office.package import Package
from countyplan.office.sheet import Budget, Limit, LimitError, Odd, Sheet, SheetCell
from countyplan.office.shown.date_format import shown_moment
from countyplan.office.shown.number import Around, parse_number, plain, shown

CONTENT, STYLES = "content.xml", "styles.xml"
_HIDDEN = frozenset({"collapse", "filter"})
_CELLS = frozenset({"table/table-cell", "table/covered-table-cell"})
_NUMBERS = frozenset({"float", "currency", "percentage"})
_PLAIN = Shown()
_SPACES = 1000
_FURTHEST = 10**18


def read_ods(package: Package, limits: Limits) -> list[Sheet]:
    """The sheets in their order."""
    styles = Styles()
    if STYLES in package:
        walk(package.read(STYLES), STYLES, styles.start, styles.end, styles.text)
    content = _Content(styles, Budget(limits))
    walk(package.read(CONTENT), CONTENT, content.start, content.end, content.text)
    return content.sheets


@dataclass(slots=True)
class _Cell:
    """A cell while it goes by: how it is described, its text, and how deep in what is no part of the text it is."""

    attributes: Attributes
    column: int
    count: int
    pieces: list[str] = field(default_factory=list)
    beside: int = 0
    text: str = ""
    noting: bool = False
    note: list[str] = field(default_factory=list)
    struck: bool = False


@dataclass(slots=True)
class _Content:
    """What is kept while content.xml goes by."""

    styles: Styles
    budget: Budget
    sheets: list[Sheet] = field(default_factory=list)
    sheet: Sheet | None = None
    row: int = 0
    next_row: int = 0
    column: int = 0
    described: int = 0
    row_style: str = ""
    column_styles: list[tuple[int, int, str]] = field(default_factory=list)
    hidden_tables: set[str] = field(default_factory=set)
    style: str = ""
    cell: _Cell | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if self.cell is not None:
            self._inside(self.cell, name, attributes)
            return
        match name:
            case "table/table":
                self._begin_table(attributes)
            case "table/table-column":
                self._columns(attributes)
            case "table/table-row":
                self._begin_row(attributes)
            case _ if name in _CELLS:
                self._begin_cell(attributes)
            case "style/style":
                self.style = attributes.get("style/name", "")
            case "style/table-properties" if attributes.get("table/display") == "false":
                self.hidden_tables.add(self.style)
        self.styles.start(name, attributes)

    def text(self, text: str) -> None:
        if self.cell is None:
            self.styles.text(text)
        elif self.cell.pieces and not self.cell.beside:
            self.cell.pieces.append(text)
        elif self.cell.noting and self.cell.note:
            # Ahead of its paragraphs stand who noted it, and when.
            self.cell.note.append(text)

    def end(self, name: str) -> None:
        if self.cell is not None:
            self._leave(self.cell, name)
        elif name == "table/table" and self.sheet is not None:
            self.sheets.append(self.budget.close_sheet(self.sheet))
            self.sheet = None
        else:
            self.styles.end(name)

    def _begin_table(self, attributes: Attributes) -> None:
        self.budget.begin_sheet()
        hidden = attributes.get("table/style-name") in self.hidden_tables
        self.sheet = Sheet(attributes.get("table/name", ""), hidden)
        self.next_row = self.described = 0
        self.column_styles = []

    def _columns(self, attributes: Attributes) -> None:
        begun, self.described = self.described, self.described + _times(attributes, "table/number-columns-repeated")
        style = attributes.get("table/default-cell-style-name", "")
        if style in self.styles.shown or style in self.styles.struck:
            self.column_styles.append((begun, self.described, style))
        if self.sheet is not None and attributes.get("table/visibility") in _HIDDEN:
            self.sheet.hidden_columns.append((begun, self.described - 1))

    def _begin_row(self, attributes: Attributes) -> None:
        self.row, self.column = self.next_row, 0
        self.row_style = attributes.get("table/default-cell-style-name", "")
        self.next_row += _times(attributes, "table/number-rows-repeated")
        if self.sheet is not None and attributes.get("table/visibility") in _HIDDEN:
            self.sheet.hidden_rows.append((self.row, self.next_row - 1))

    def _begin_cell(self, attributes: Attributes) -> None:
        count = _times(attributes, "table/number-columns-repeated")
        self.cell = _Cell(attributes, self.column, count)
        self.column += count
        rows = _times(attributes, "table/number-rows-spanned")
        columns = _times(attributes, "table/number-columns-spanned")
        if self.sheet is not None and max(rows, columns) > 1:
            first = self.cell.column
            self.sheet.merged.append((self.row, self.row + rows - 1, first, first + columns - 1))

    def _inside(self, cell: _Cell, name: str, attributes: Attributes) -> None:
        if cell.beside or not name.startswith("text/"):
            # Notes, pictures and the tables in them: what stands in them is no part of the cell.
            cell.beside += 1
            cell.noting = cell.noting or name == "office/annotation"
            cell.note += ["\n"] if cell.noting and name == "text/p" else []
        elif name == "text/p":
            cell.pieces.append("\n")
        elif name == "text/span" and attributes.get("text/style-name") in self.styles.struck:
            cell.struck = True
        elif cell.pieces and name in {"text/s", "text/tab", "text/line-break"}:
            count = min(_times(attributes, "text/c"), _SPACES)
            cell.pieces.append(("\n" if name == "text/line-break" else " ") * count)

    def _leave(self, cell: _Cell, name: str) -> None:
        if cell.beside:
            cell.beside -= 1
            cell.noting = cell.noting and cell.beside > 0
        elif name in _CELLS:
            self.cell = None
            # A paragraph begins with the end of the line before.
            cell.text = "".join(cell.pieces)[1:]
            self._close(cell)

    def _close(self, cell: _Cell) -> None:
        note = "".join(cell.note).strip()
        if self.sheet is not None and note:
            self.budget.take(note, sheet=self.sheet.name)
            self.sheet.comments.append((self.row, cell.column, note))
        text, odd, is_text = self._shown(cell)
        if self.sheet is None or (not text.strip() and odd is None):
            return
        rows = self.next_row - self.row
        if max(self.next_row, cell.column + cell.count) > self.budget.limits.cells:
            raise LimitError(Limit.CELLS, self.sheet.name)
        self.budget.take(text, rows * cell.count, self.sheet.name)
        places = [
            (row, column)
            for row in range(self.row, self.next_row)
            for column in range(cell.column, cell.column + cell.count)
        ]
        self.sheet.cells += [SheetCell(row, column, text, odd, is_text) for row, column in places]
        if cell.struck or self._style_name(cell) in self.styles.struck:
            self.sheet.struck += places
        if not is_text and odd is None and cell.pieces and not any(map(str.isdigit, cell.text)):
            # Beside the number stands what is shown of it.
            self.sheet.hidden_cells += places

    def _shown(self, cell: _Cell) -> tuple[str, Odd | None, bool]:
        """The text of a cell, what is odd about it, and whether it is stored as text."""
        about = cell.attributes
        kind = about.get("office/value-type")
        formula = about.get("table/formula", "").removeprefix("of:")
        number = parse_number(about.get("office/value", "")) if kind in _NUMBERS else None
        if about.get("calcext/value-type") == "error":
            return formula or "#", Odd.ERROR, False
        if number is not None:
            return self._number(number, cell)
        match kind:
            case "date":
                told = self._date(about.get("office/date-value", cell.text), cell), Odd.DATE, False
            case "time":
                told = cell.text or about.get("office/time-value", ""), Odd.DATE, False
            case "boolean":
                told = str(about.get("office/boolean-value") == "true"), Odd.LOGICAL, False
            case None if formula and not cell.text:
                told = formula, Odd.NO_VALUE, False
            case _:
                return about.get("office/string-value") or cell.text, None, True
        return told

    def _number(self, number: Decimal, cell: _Cell) -> tuple[str, Odd | None, bool]:
        if cell.attributes["office/value-type"] == "percentage":
            return shown(number, Around(percent=True)), None, False
        style = self._style(cell)
        return (plain(number), Odd.SCALED, False) if style.scales else (shown(number, style.around), None, False)

    def _date(self, stored: str, cell: _Cell) -> str:
        try:
            return shown_moment(datetime.fromisoformat(stored), self._style(cell).date)
        except ValueError:
            return stored

    def _style(self, cell: _Cell) -> Shown:
        return self.styles.shown.get(self._style_name(cell), _PLAIN)

    def _style_name(self, cell: _Cell) -> str:
        named = cell.attributes.get("table/style-name") or self.row_style
        if not named:
            at = bisect_right(self.column_styles, (cell.column, _FURTHEST, ""))
            first, end, style = self.column_styles[at - 1] if at else (0, 0, "")
            named = style if first <= cell.column < end else ""
        return named


def _times(attributes: Attributes, name: str) -> int:
    """How often a row or cell stands, or how many it spans."""
    return max(1, whole_number(attributes.get(name)) or 1)
