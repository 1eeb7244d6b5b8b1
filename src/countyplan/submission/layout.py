"""How a table is laid out: where its header is, what each column and row is about, what the sheet says for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.fields import COLUMNS, NEEDED, Field
from countyplan.submission.grid import Grid
from countyplan.submission.label import Label, is_numbering, numbers_columns, read_label
from countyplan.submission.number import is_not_reported, parse_amount
from countyplan.submission.title import Context, context_of, units_in

_BESIDE_A_FIGURE = (Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)
_Named = TypeVar("_Named")
_LABELLED = {Field.AREA, Field.PERIOD, Field.INDICATOR}
_FEWEST_LONG_FIELDS = 2
_BEGINS_LIKE_A_NUMBER = re.compile(r"[-+约≥≤<>]?\s*[0-9０-９]")
# 1-6月 is a header and no figure.
_A_STRETCH = re.compile(r"[年月季日]|%")
_A_NOTE = re.compile(r"[:：]|附件|附表|表号|文号|机关")
_LOOKS_LIKE_A_NUMBER = re.compile(r"[0-9０-９]|^\s*[-+]?[.．∞]|^\s*(?:nan|inf)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LongLayout:
    """A figure a row: the header's row, which column holds which field, and the row behind the last of data."""

    header: int
    end: int
    columns: dict[int, Label]
    twice: tuple[int, ...]
    unknown: tuple[int, ...]
    context: Context

    def field_of(self, column: int) -> Field:
        """The field that a column holds."""
        return self.columns[column].field or Field.NOTE


@dataclass(frozen=True, slots=True)
class WideLayout:
    """Figures across: the rows of data, what the header says of each column of figures, and the other columns.

    `labels` are the columns that hold the rows' labels, with what their header says; `fields` hold a unit, a source or a
    note; `unknown` hold figures under a header that does not say of what.
    """

    first: int
    end: int
    headers: range
    columns: dict[int, list[tuple[int, Label]]]
    labels: dict[int, Label | None]
    fields: dict[int, Field]
    unknown: dict[int, tuple[int, int]]
    context: Context


def find_layouts(grid: Grid, plan: Plan) -> list[LongLayout | WideLayout]:
    """The tables of a sheet from top to bottom, each with its rows; none where nothing is understood as one."""
    layouts: list[LongLayout | WideLayout] = []
    texts: dict[str, Label] = {}
    start = 0
    while start < len(grid.rows):
        reader = _Reader(grid, plan, start, layouts[-1].context if layouts else Context(), texts)
        layout = reader.long() or reader.wide()
        if layout is None:
            break
        layouts.append(layout)
        start = layout.end
    return layouts


def _matters(label: Label) -> bool:
    """Whether what a header says bears on the figures below it."""
    return label.places_a_figure or label.unit is not None or label.basis is not None


def _agreed(title: _Named | None, corners: set[_Named]) -> _Named | None:
    """What the title and the header's corner say together; None where they contradict each other."""
    said = corners if title is None else {title, *corners}
    return said.pop() if len(said) == 1 else None


@dataclass(slots=True)
class _Reader:
    grid: Grid
    plan: Plan
    begin: int
    outer: Context
    texts: dict[str, Label]
    known: dict[tuple[int, int], Label] = field(default_factory=dict)

    def label(self, row: int, column: int) -> Label:
        at = self.grid.merged.get((row, column), (row, column))
        if at not in self.known:
            text = self.grid.text(*at)
            if text not in self.texts:
                self.texts[text] = read_label(text, self.plan)
            self.known[at] = self.texts[text]
        return self.known[at]

    def long(self) -> LongLayout | None:
        first = self.first_row_of_data()
        # A header below another table's data is that of the next table.
        end = first if first is not None and any(map(self.is_header, range(self.begin, first))) else len(self.grid.rows)
        header = next((row for row in range(self.begin, end) if self.is_long_header(row)), None)
        if header is None:
            return None
        columns: dict[int, Label] = {}
        twice = []
        for column, label in self.fields_of(header).items():
            if label.field in [one.field for one in columns.values()]:
                twice.append(column)
            else:
                columns[column] = label
        texts = {column for column in range(len(self.grid.rows[header])) if self.grid.text(header, column)}
        unknown = tuple(sorted(texts - set(columns) - set(twice)))
        end = self.end_behind(header + 1)
        return LongLayout(header, end, columns, tuple(twice), unknown, self.context(header, end))

    def fields_of(self, row: int) -> dict[int, Label]:
        return {
            column: label
            for column in range(len(self.grid.rows[row]))
            if (label := self.label(row, column)).field in COLUMNS and (row, column) not in self.grid.merged
        }

    def is_long_header(self, row: int) -> bool:
        columns = self.fields_of(row)
        fields = {label.field for label in columns.values()}
        if Field.VALUE in fields and self.is_upper_level(row, columns):
            return False
        needed = len(fields & set(NEEDED))
        return needed >= (_FEWEST_LONG_FIELDS if Field.VALUE in fields else len(NEEDED) - 1)

    def is_upper_level(self, row: int, columns: dict[int, Label]) -> bool:
        """Whether below the header of values stand years or counties, and nothing below that of the names."""
        if row + 1 >= len(self.grid.rows):
            return False
        values = [column for column, one in columns.items() if one.field is Field.VALUE]
        names = [column for column, one in columns.items() if one.field in _LABELLED]
        is_blank = not any(self.grid.text(row + 1, column) for column in names)
        return is_blank and any(self.label(row + 1, column).places_a_figure for column in values)

    def wide(self) -> WideLayout | None:
        first = self.first_row_of_data()
        if first is None:
            return None
        left = next((column for column in range(self.grid.width) if self.names_row(first, column)), 0)
        while first > self.begin and self.is_bare(first - 1, left):
            first -= 1
        # What stands between the header and the first figures, a heading of a county say, is read with the rows.
        first = start = self.below_blanks(first)
        while start > self.begin and (self.is_header(start - 1) or self.heads_a_column(start - 1, left)):
            start -= 1
        headers, end = range(start, first), self.end_behind(first)
        while first < end and numbers_columns([self.grid.text(first, column) for column in range(self.grid.width)]):
            first += 1
        layout = WideLayout(first, end, headers, {}, {}, {}, {}, self.context(start, end, left))
        figures = self.figure_columns(first, end, left)
        for column in range(self.grid.width):
            self.place(column, layout, is_figure=column in figures, left=left)
        if not layout.columns and len(layout.unknown) == 1:
            # One column of figures under no header: the rows and the title have to say everything.
            [(column, (row, _))] = layout.unknown.items()
            over = next(
                (at for at in range(layout.first - 1, self.begin - 1, -1) if self.names_figures(at, column, left)), None
            )
            if over is not None:
                # A word over the figures that nobody knows, 增速 say, may make them something else.
                layout.unknown[column] = (over, column)
            elif row == layout.first:
                layout.columns[column] = []
                layout.unknown.clear()
        corners = [label for column in layout.labels for _, label in self.header_of(layout.headers, column)]
        area = _agreed(layout.context.area, {one.area for one in corners if one.area is not None})
        period = _agreed(layout.context.period, {one.period for one in corners if one.period is not None})
        layout = replace(layout, context=replace(layout.context, area=area, period=period))
        return layout if layout.columns or layout.unknown else None

    def below_blanks(self, first: int) -> int:
        """The row behind the header, which blank rows and headings of a single text may part from the data."""
        row = first
        while row > self.begin and self.says_little(row - 1):
            row -= 1
        return row if row > self.begin and self.is_header(row - 1) else first

    def says_little(self, row: int) -> bool:
        texts = [self.grid.text(row, column) for column in range(len(self.grid.rows[row]))]
        return sum(bool(text) and not is_numbering(text) for text in texts) <= 1

    def names_figures(self, row: int, column: int, left: int) -> bool:
        """Whether a text over a column of figures is a header beside another, or below a word such as 指标."""
        if (
            (row, column) in self.grid.merged
            or not self.grid.text(row, column)
            or units_in(self.grid.text(row, column))
        ):
            return False
        return bool(self.grid.text(row, left)) and not _A_NOTE.search(self.grid.text(row, column))

    def place(self, column: int, layout: WideLayout, *, is_figure: bool, left: int) -> None:
        """Put a column where it belongs: the lowest level of its header decides."""
        said = self.header_of(layout.headers, column)
        lowest = next((one for _, one in reversed(said) if one.field is not None or one.places_a_figure), None)
        strange = next((self.text_over(row, column) for row, one in said if not one.understood), None)
        strange = strange or self.growth_above(layout.headers.start, column, left)
        named = lowest.field if lowest is not None and not lowest.places_a_figure else None
        if named in _BESIDE_A_FIGURE:
            layout.fields[column] = named
        elif strange is not None and column > left and (is_figure or self.holds_digits(column, layout)):
            # Of a column that nobody knows, what looks like a number is told even if it cannot be read (1.93:1).
            layout.unknown[column] = strange
        elif named in _LABELLED or (not is_figure and (lowest is None or strange is not None)) or column == left:
            layout.labels[column] = said[-1][1] if said else None
        elif (lowest is not None and lowest.places_a_figure and strange is None) or (said and strange is None):
            layout.columns[column] = [(row, one) for row, one in said if _matters(one)]
        elif not said and self.label(layout.first, column).places_a_figure:
            layout.labels[column] = None
        else:
            layout.unknown[column] = strange or (layout.first, column)

    def text_over(self, row: int, column: int) -> tuple[int, int]:
        """Where the text stands that covers a column of a level of the header."""
        while column > 0 and not self.grid.text(row, column):
            column -= 1
        return row, column

    def holds_digits(self, column: int, layout: WideLayout) -> bool:
        """Whether any cell of a column begins like a number."""
        texts = (self.grid.text(row, column) for row in range(layout.first, layout.end))
        return any(_BEGINS_LIKE_A_NUMBER.match(text) for text in texts)

    def growth_above(self, end: int, column: int, left: int) -> tuple[int, int] | None:
        """Where, above the header, a word over a column says that it holds growth, a share or a goal, or what nobody knows.

        One text over the figures may be a part of the title; several are a level of the header.
        """
        for row in range(self.begin, end):
            at = self.grid.merged.get((row, column), (row, column))
            while at[1] > left + 1 and not self.grid.text(*at):
                at = (row, at[1] - 1)
            over = self.label(*at)
            if at[1] > left and (
                over.says_otherwise or (self.is_level(row, left) and not over.understood and over.text)
            ):
                return at
        return None

    def is_level(self, row: int, left: int) -> bool:
        """Whether several texts over the figures are names, and no notes of who reports what and when."""
        texts = {self.grid.text(row, column) for column in range(left + 1, len(self.grid.rows[row]))}
        return sum(bool(text) and not _A_NOTE.search(text) and not units_in(text) for text in texts) > 1

    def header_of(self, headers: range, column: int) -> list[tuple[int, Label]]:
        """What the header's levels say of a column; a blank in an upper level belongs to the name left of it."""
        said: dict[tuple[int, int], Label] = {}
        for row in headers:
            at = column
            if row != headers[-1] and any(self.grid.text(below, column) for below in headers if below > row):
                while at > 0 and not self.grid.text(row, at) and (row, at) not in self.grid.merged:
                    at -= 1
            over = self.label(row, at)
            if self.grid.text(row, at) and (at == column or over.places_a_figure or not over.understood):
                said[self.grid.merged.get((row, at), (row, at))] = self.label(row, at)
        return [(row, label) for (row, _), label in said.items()]

    def figure_columns(self, first: int, end: int, left: int) -> set[int]:
        """The columns right of the first label that hold a number, or what should have been one, in any row of data."""
        return {
            column
            for row in range(first, end)
            for column in range(left + 1, len(self.grid.rows[row]))
            if self.is_number(row, column) or (row, column) in self.grid.odd
        }

    def first_row_of_data(self) -> int | None:
        """The first row that says what it is about, or that has figures behind a name nobody knows, below a header."""
        below_header = False
        for row in range(self.begin, len(self.grid.rows)):
            if self.is_data(row) or (below_header and (self.has_named_figures(row) or self.has_unread_figures(row))):
                return row
            below_header = below_header or self.is_header(row)
        return None

    def end_behind(self, first: int) -> int:
        """The row at which another table's titles and header begin, or the end of the sheet."""
        for row in range(first + 1, len(self.grid.rows)):
            if self.is_long_header(row) or (self.is_header(row) and not self.is_data(row) and self.has_corner(row)):
                while row - 1 > first and not self.has_named_figures(row - 1):
                    row -= 1  # noqa: PLW2901 - titles above a header belong to it
                return row
        return len(self.grid.rows)

    def has_corner(self, row: int) -> bool:
        """Whether a row repeats what headers say: a field's name, or nothing but names of figures' columns."""
        told = [self.label(row, column) for column in range(len(self.grid.rows[row])) if self.grid.text(row, column)]
        fields = [one for one in told if one.field in _LABELLED]
        columns = [one for one in told if one.places_a_figure]
        return bool(fields and columns) or len(told) == len(columns) > 1

    def has_named_figures(self, row: int) -> bool:
        """Whether figures stand behind a name, known or not."""
        cells = range(len(self.grid.rows[row]))
        numbers = [column for column in cells if self.is_number(row, column) or (row, column) in self.grid.odd]
        named = [column for column in cells if self.grid.text(row, column) and column not in numbers]
        return bool(numbers and named) and min(named) < max(numbers)

    def has_unread_figures(self, row: int) -> bool:
        """Whether behind a name of its own, known or not, something begins like a number and is none: 1.93:1."""
        cells = [column for column in range(len(self.grid.rows[row])) if self.grid.text(row, column)]
        if len(cells) < 2 or (row, cells[0]) in self.grid.merged or self.label(row, cells[0]).field is not None:
            return False
        behind = [self.grid.text(row, column) for column in cells[1:] if not self.label(row, column).understood]
        return any(_BEGINS_LIKE_A_NUMBER.match(text) and not _A_STRETCH.search(text) for text in behind)

    def is_number(self, row: int, column: int) -> bool:
        text = self.grid.text(row, column)
        return not is_not_reported(text) and not isinstance(parse_amount(text), str)

    def is_no_number(self, row: int, column: int, label: int) -> bool:
        """Whether a cell behind an indicator's or a county's name looks like a number that cannot be read."""
        one = self.label(row, column)
        behind = self.label(row, label).period is None and not one.understood and not one.says_otherwise
        return behind and bool(_LOOKS_LIKE_A_NUMBER.search(one.text))

    def is_bare(self, row: int, left: int) -> bool:
        """Whether a row names an indicator or a county and reports nothing of it, or nothing that can be read."""
        one = self.label(row, left)
        others = [
            column for column in range(len(self.grid.rows[row])) if column != left and self.grid.text(row, column)
        ]
        known = [
            column for column in others if (said := self.label(row, column)).places_a_figure or said.field is not None
        ]
        return (one.indicator is not None or one.area is not None) and not known and (row, left) not in self.grid.merged

    def names_row(self, row: int, column: int) -> bool:
        """Whether a cell is the row's name: one that is known, or any text."""
        text = self.grid.text(row, column)
        return self.label(row, column).places_a_figure or bool(text and not self.is_number(row, column))

    def is_data(self, row: int) -> bool:
        """Whether a row says what it is about and has a figure behind it that is not a year of the header."""
        cells = range(len(self.grid.rows[row]))
        label = next((column for column in cells if self.label(row, column).places_a_figure), None)
        if label is None:
            return False
        behind = [
            column
            for column in cells
            if column > label
            and (self.is_number(row, column) or (row, column) in self.grid.odd or self.is_no_number(row, column, label))
        ]
        years = [column for column in behind if self.label(row, column).period is not None]
        return bool(behind) and not (len(years) == len(behind) and self.starts_header(row, label))

    def starts_header(self, row: int, label: int) -> bool:
        """Whether a row of nothing but years is a header: its first label is a year too, or a word like 指标."""
        corner = self.label(row, label)
        below = self.label(row + 1, label) if row + 1 < len(self.grid.rows) else None
        over_indicators = corner.area is not None and below is not None and below.indicator is not None
        return corner.period is not None or self.label(row, 0).field is not None or over_indicators

    def is_header(self, row: int) -> bool:
        """Whether a row of words speaks of two columns or more, or of one under a field's name."""
        told = [self.label(row, column) for column in range(len(self.grid.rows[row])) if self.grid.text(row, column)]
        return len({id(one) for one in told if one.understood}) > 1

    def heads_a_column(self, row: int, left: int) -> bool:
        """Whether a row names one column of figures only."""
        texts = [column for column in range(len(self.grid.rows[row])) if self.grid.text(row, column)]
        return bool(texts) and min(texts) > left and self.label(row, texts[0]).understood

    def context(self, start: int, end: int, corner: int | None = None) -> Context:
        """What stands above the header or is the sheet's name, the notes of units, and those in the corner and in headings.

        A table below another takes over its units; its county and period only if it has no title of its own.
        """
        above = [cell for row in range(self.begin, start) for cell in self.grid.rows[row]]
        beside = [cell for row in range(self.begin, end) for cell in self.grid.rows[row]]
        headings = [cell for row in range(start, end) for cell in self.heading(row)]
        if corner is not None and (cell := self.grid.cell(start, corner)) is not None:
            headings.append(cell)
        titled = any((cell.text or "").strip() and not units_in(cell.text or "") for cell in above)
        outer = Context(units=self.outer.units) if titled else self.outer
        name = Cell(self.grid.name, next(cell.place for row in self.grid.rows for cell in row))
        return context_of(name, above, beside, headings, self.plan).or_else(outer)

    def heading(self, row: int) -> list[Cell]:
        """The only text of a row, where it names no indicator of its own."""
        texts = [column for column in range(len(self.grid.rows[row])) if self.grid.text(row, column)]
        one = len(texts) == 1 and self.label(row, texts[0]).indicator is None
        return [self.grid.rows[row][texts[0]]] if one else []
