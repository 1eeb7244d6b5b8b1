"""How a table is laid out: where its header is, what each column and row is about, what the sheet says for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.fields import LABELLED, Field
from countyplan.submission.grid import Grid
from countyplan.submission.label import Label, numbers_columns
from countyplan.submission.row_kinds import BEGINS_LIKE_A_NUMBER, RowKinds
from countyplan.submission.title import Context, context_of, units_in

_BESIDE_A_FIGURE = (Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)
_Named = TypeVar("_Named")
_A_NOTE = re.compile(r"[:：]|附件|附表|表号|文号|机关|日期|填报|填表|制表|报送")


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
        outer = layouts[-1].context if layouts else Context()
        reader = _Reader(RowKinds(grid, plan, start, texts), outer)
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


def _with_corners(context: Context, corners: Iterable[Label]) -> Context:
    """What the titles say together with what the headers of the names' columns say (2024年 over 县（市）)."""
    corners = list(corners)
    area = _agreed(context.area, {one.area for one in corners if one.area is not None})
    period = _agreed(context.period, {one.period for one in corners if one.period is not None})
    return replace(context, area=area, period=period)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds the next table among rows; `outer` is what the table above it says for all of its figures."""

    rows: RowKinds
    outer: Context

    def long(self) -> LongLayout | None:
        first = self.rows.first_row_of_data()
        # A header below another table's data is that of the next table.
        end = (
            first
            if first is not None and any(map(self.rows.is_header, range(self.rows.begin, first)))
            else len(self.rows.grid.rows)
        )
        header = next((row for row in range(self.rows.begin, end) if self.rows.is_long_header(row)), None)
        if header is None:
            return None
        columns: dict[int, Label] = {}
        twice = []
        for column, label in self.rows.fields_of(header).items():
            if label.field in [one.field for one in columns.values()]:
                twice.append(column)
            else:
                columns[column] = label
        texts = {column for column in range(len(self.rows.grid.rows[header])) if self.rows.grid.text(header, column)}
        unknown = tuple(sorted(texts - set(columns) - set(twice)))
        names = {column for column, label in columns.items() if label.field in LABELLED}
        end = self.end_behind(header + 1, names)
        context = _with_corners(self.context(header, end), columns.values())
        return LongLayout(header, end, columns, tuple(twice), unknown, context)

    def wide(self) -> WideLayout | None:
        first = self.rows.first_row_of_data()
        if first is None:
            return None
        left = next((column for column in range(self.rows.grid.width) if self.rows.names_row(first, column)), 0)
        while first > self.rows.begin and self.rows.is_bare(first - 1, left):
            first -= 1
        # What stands between the header and the first figures, a heading of a county say, is read with the rows.
        names = self.names_of(first, left)
        first = start = self.below_blanks(first, left)
        while start > self.rows.begin and self.is_header_level(start - 1, left):
            start -= 1
        headers, end = range(start, first), self.end_behind(first, names)
        while first < end and numbers_columns(
            [self.rows.grid.text(first, column) for column in range(self.rows.grid.width)]
        ):
            first += 1
        layout = WideLayout(first, end, headers, {}, {}, {}, {}, self.context(start, end, left))
        figures = self.figure_columns(first, end, left)
        for column in range(self.rows.grid.width):
            self.place(column, layout, is_figure=column in figures, left=left)
        if not layout.columns and len(layout.unknown) == 1:
            # One column of figures under no header: the rows and the title have to say everything.
            [(column, (row, _))] = layout.unknown.items()
            over = next(
                (at for at in range(layout.first - 1, self.rows.begin - 1, -1) if self.names_figures(at, column, left)),
                None,
            )
            if over is not None:
                # A word over the figures that nobody knows, 增速 say, may make them something else.
                layout.unknown[column] = (over, column)
            elif row == layout.first:
                layout.columns[column] = []
                layout.unknown.clear()
        corners = [label for column in layout.labels for _, label in self.header_of(layout.headers, column)]
        layout = replace(layout, context=_with_corners(layout.context, corners))
        known = layout.columns or (layout.unknown and self.names_anything(layout))
        return layout if known else None

    def names_anything(self, layout: WideLayout) -> bool:
        """Whether any row names what the plan knows; a list of projects with their costs does not."""
        rows = range(layout.first, layout.end)
        return any(self.rows.label(row, column).places_a_figure for row in rows for column in layout.labels)

    def is_header_level(self, row: int, left: int) -> bool:
        """Whether a row is a level of the header: it says of what the columns are, or how those of the row above differ."""
        if self.rows.is_header(row) or self.rows.heads_a_column(row, left):
            return True
        return (
            row > self.rows.begin
            and self.rows.heads_columns(row, left)
            and self.is_level(row, left)
            and self.is_header_level(row - 1, left)
        )

    def names_of(self, first: int, left: int) -> set[int]:
        """The columns of a row of data from its name to its first figure."""
        figures = (column for column in range(left + 1, len(self.rows.grid.rows[first])) if self.holds(first, column))
        return set(range(left, next(figures, left + 1)))

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell holds a figure or what should have been one, and no year."""
        is_figure = self.rows.is_number(row, column) or (row, column) in self.rows.grid.odd
        return is_figure and self.rows.label(row, column).period is None

    def below_blanks(self, first: int, left: int) -> int:
        """The row behind the header, which blank rows and headings of a single text may part from the data."""
        row = first
        while row > self.rows.begin and self.rows.says_little(row - 1):
            row -= 1
        return row if row > self.rows.begin and self.is_header_level(row - 1, left) else first

    def names_figures(self, row: int, column: int, left: int) -> bool:
        """Whether a text over a column of figures is a header beside another, or below a word such as 指标."""
        if (
            (row, column) in self.rows.grid.merged
            or not self.rows.grid.text(row, column)
            or units_in(self.rows.grid.text(row, column))
        ):
            return False
        return bool(self.rows.grid.text(row, left)) and not _A_NOTE.search(self.rows.grid.text(row, column))

    def place(self, column: int, layout: WideLayout, *, is_figure: bool, left: int) -> None:
        """Put a column where it belongs: the lowest level of its header decides."""
        said = self.header_of(layout.headers, column)
        told = [one for _, one in said if one.field is not None or one.places_a_figure]
        lowest = next(reversed(told), None)
        if lowest is not None and lowest.field is Field.UNIT:
            # Below 县（市）, 单位 is the name of a row of the header that holds the columns' units.
            lowest = next((one for one in told if one.field in LABELLED), lowest)
        strange = next((self.text_over(row, column) for row, one in said if not one.understood), None)
        strange = strange or self.strange_above(layout.headers.start, column, left)
        named = lowest.field if lowest is not None and not lowest.places_a_figure else None
        if named in _BESIDE_A_FIGURE:
            layout.fields[column] = named
        elif strange is not None and column > left and (is_figure or self.holds_digits(column, layout)):
            # Of a column that nobody knows, what looks like a number is told even if it cannot be read (1.93:1).
            layout.unknown[column] = strange
        elif named in LABELLED or (not is_figure and (lowest is None or strange is not None)) or column == left:
            layout.labels[column] = said[-1][1] if said else None
        elif (lowest is not None and lowest.places_a_figure and strange is None) or (said and strange is None):
            layout.columns[column] = [(row, one) for row, one in said if _matters(one)]
        elif not said and self.rows.label(layout.first, column).places_a_figure:
            layout.labels[column] = None
        else:
            layout.unknown[column] = strange or (layout.first, column)

    def text_over(self, row: int, column: int) -> tuple[int, int]:
        """Where the text stands that covers a column of a level of the header."""
        while column > 0 and not self.rows.grid.text(row, column):
            column -= 1
        return row, column

    def holds_digits(self, column: int, layout: WideLayout) -> bool:
        """Whether any cell of a column begins like a number."""
        texts = (self.rows.grid.text(row, column) for row in range(layout.first, layout.end))
        return any(BEGINS_LIKE_A_NUMBER.match(text) for text in texts)

    def strange_above(self, end: int, column: int, left: int) -> tuple[int, int] | None:
        """Where, above the header, a word over a column says that it holds growth, a share or a goal, or what nobody knows.

        One text over the figures may be a part of the title; several are a level of the header.
        """
        for row in range(self.rows.begin, end):
            at = self.rows.grid.merged.get((row, column), (row, column))
            while at[1] > left + 1 and not self.rows.grid.text(*at):
                at = (row, at[1] - 1)
            over = self.rows.label(*at)
            if at[1] > left and (
                over.says_otherwise or (self.is_level(row, left) and not over.understood and over.text)
            ):
                return at
        return None

    def is_level(self, row: int, left: int) -> bool:
        """Whether several texts over the figures are names, and no notes of who reports what and when."""
        texts = {self.rows.grid.text(row, column) for column in range(left + 1, len(self.rows.grid.rows[row]))}
        return sum(bool(text) and not _A_NOTE.search(text) and not units_in(text) for text in texts) > 1

    def header_of(self, headers: range, column: int) -> list[tuple[int, Label]]:
        """What the header's levels say of a column; a blank in an upper level belongs to the name left of it."""
        said: dict[tuple[int, int], Label] = {}
        for row in headers:
            at = column
            if row != headers[-1] and any(self.rows.grid.text(below, column) for below in headers if below > row):
                while at > 0 and not self.rows.grid.text(row, at) and (row, at) not in self.rows.grid.merged:
                    at -= 1
            over = self.rows.label(row, at)
            if self.rows.grid.text(row, at) and (at == column or over.places_a_figure or not over.understood):
                said[self.rows.grid.merged.get((row, at), (row, at))] = self.rows.label(row, at)
        return [(row, label) for (row, _), label in said.items()]

    def figure_columns(self, first: int, end: int, left: int) -> set[int]:
        """The columns right of the first label that hold a number, or what should have been one, in any row of data."""
        return {
            column
            for row in range(first, end)
            for column in range(left + 1, len(self.rows.grid.rows[row]))
            if self.rows.is_number(row, column) or (row, column) in self.rows.grid.odd
        }

    def end_behind(self, first: int, names: set[int]) -> int:
        """The row at which another table's titles and header begin, or the end of the sheet.

        A row with texts in the columns of `names` only reports nothing of what it names.
        """
        for row in range(first + 1, len(self.rows.grid.rows)):
            if self.begins_table(row, names):
                while row - 1 > first and not self.rows.has_named_figures(row - 1):
                    row -= 1  # noqa: PLW2901 - titles above a header belong to it
                return row
        return len(self.rows.grid.rows)

    def begins_table(self, row: int, names: set[int]) -> bool:
        """Whether a row below a table's data is the header of another."""
        is_wide = self.rows.is_header(row) and not self.rows.is_data(row) and self.rows.has_corner(row, names)
        return is_wide or self.rows.is_long_header(row)

    def context(self, start: int, end: int, corner: int | None = None) -> Context:
        """What stands above the header or is the sheet's name, the notes of units, and those in the corner and in headings.

        A table below another takes over its units; its county and period only if it has no title of its own.
        """
        above = [cell for row in range(self.rows.begin, start) for cell in self.rows.grid.rows[row]]
        beside = [cell for row in range(self.rows.begin, end) for cell in self.rows.grid.rows[row]]
        headings = [cell for row in range(start, end) for cell in self.rows.heading(row)]
        if corner is not None and (cell := self.rows.grid.cell(start, corner)) is not None:
            headings.append(cell)
        titled = any((cell.text or "").strip() and not units_in(cell.text or "") for cell in above)
        outer = Context(units=self.outer.units) if titled else self.outer
        name = Cell(self.rows.grid.name, next(cell.place for row in self.rows.grid.rows for cell in row))
        return context_of(name, above, beside, headings, self.rows.plan).or_else(outer)
