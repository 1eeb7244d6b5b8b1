"""How a table is laid out: where its header is, what each column and row is about, what the sheet says for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from countyplan.plan import Plan
from countyplan.quantity import Period, Unit
from countyplan.submission.fields import COLUMNS, NEEDED, Field
from countyplan.submission.grid import Grid
from countyplan.submission.label import Label, areas_in, periods_in, read_label, units_in
from countyplan.submission.number import is_not_reported, parse_amount

_SEARCHED_ROWS = 40
_BESIDE_A_FIGURE = (Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)
_LABELLED = {Field.AREA, Field.PERIOD, Field.INDICATOR}
_FEWEST_LONG_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What titles, notes and the sheet's name say for the whole sheet; empty where they say nothing, or two things."""

    area: str | None = None
    period: Period | None = None
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class LongLayout:
    """A figure a row: the header's row, and which column holds which field."""

    header: int
    columns: dict[int, Field]
    twice: tuple[int, ...]
    unknown: tuple[int, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class WideLayout:
    """Figures across: the first row of data, what the header says of each column of figures, and the other columns.

    `labels` are the columns that hold the rows' labels, `fields` those that hold a unit, a source or a note.
    """

    first: int
    headers: range
    columns: dict[int, list[tuple[int, Label]]]
    labels: tuple[int, ...]
    fields: dict[int, Field]
    unknown: tuple[int, ...]
    context: Context


def find_layout(grid: Grid, plan: Plan) -> LongLayout | WideLayout | None:
    """The layout of a table, or None where it is not understood as one."""
    reader = _Reader(grid, plan)
    return reader.long() or reader.wide()


@dataclass(slots=True)
class _Reader:
    grid: Grid
    plan: Plan
    known: dict[tuple[int, int], Label] = field(default_factory=dict)

    def label(self, row: int, column: int) -> Label:
        at = self.grid.merged.get((row, column), (row, column))
        if at not in self.known:
            self.known[at] = read_label(self.grid.text(*at), self.plan)
        return self.known[at]

    def searched(self) -> range:
        return range(min(len(self.grid.rows), _SEARCHED_ROWS))

    def long(self) -> LongLayout | None:
        for row in self.searched():
            named = {
                column: found
                for column in range(len(self.grid.rows[row]))
                if (found := self.label(row, column).field) in COLUMNS and found is not None
            }
            fields = set(named.values())
            needed = len(fields & set(NEEDED))
            if needed < (_FEWEST_LONG_FIELDS if Field.VALUE in fields else len(NEEDED) - 1):
                continue
            columns: dict[int, Field] = {}
            twice = []
            for column, found in named.items():
                if found in columns.values():
                    twice.append(column)
                else:
                    columns[column] = found
            texts = {column for column in range(len(self.grid.rows[row])) if self.grid.text(row, column)}
            return LongLayout(row, columns, tuple(twice), tuple(sorted(texts - set(named))), self.context(row))
        return None

    def wide(self) -> WideLayout | None:
        first = self.first_row_of_data()
        if first is None:
            return None
        start = first
        while start > 0 and self.is_header(start - 1):
            start -= 1
        headers = range(start, first)
        columns: dict[int, list[tuple[int, Label]]] = {}
        fields: dict[int, Field] = {}
        unknown = []
        figures = self.figure_columns(first)
        label_columns = set()
        for column in range(self.grid.width):
            said = self.header_of(headers, column)
            named = {one.field for _, one in said if one.field is not None}
            placing = [(row, one) for row, one in said if one.places_a_figure]
            beside = next((one for one in _BESIDE_A_FIGURE if one in named), None)
            if beside is not None:
                fields[column] = beside
            elif named & _LABELLED or (column not in figures and not placing):
                label_columns.add(column)
            elif placing:
                columns[column] = placing
            elif self.labels_rows(column, first):
                label_columns.add(column)
            else:
                unknown.append(column)
        if not columns and len(unknown) == 1:
            # One column of figures under no header: the rows and the title have to say everything.
            columns, unknown = {unknown[0]: []}, []
        labels = tuple(sorted(column for column in label_columns if column < max(columns, default=0)))
        return (
            WideLayout(first, headers, columns, labels, fields, tuple(unknown), self.context(start))
            if columns
            else None
        )

    def header_of(self, headers: range, column: int) -> list[tuple[int, Label]]:
        """What the header's levels say of a column; a blank in an upper level belongs to the name left of it."""
        said = []
        for row in headers:
            at = column
            if row != headers[-1] and any(self.grid.text(below, column) for below in headers if below > row):
                while at > 0 and not self.grid.text(row, at) and (row, at) not in self.grid.merged:
                    at -= 1
            if self.grid.text(row, at) and (at == column or self.label(row, at).places_a_figure):
                said.append((self.grid.merged.get((row, at), (row, at))[0], self.label(row, at)))
        return list(dict(said).items()) if len({row for row, _ in said}) == len(said) else said[:1]

    def labels_rows(self, column: int, first: int) -> bool:
        """Whether a column holds the rows' own labels (a county, an indicator, a year)."""
        return self.label(first, column).places_a_figure

    def figure_columns(self, first: int) -> set[int]:
        """The columns right of the first label that hold a number in any row of data."""
        left = next(column for column in range(self.grid.width) if self.names_row(first, column))
        return {
            column
            for row in range(first, len(self.grid.rows))
            for column in range(left + 1, len(self.grid.rows[row]))
            if self.is_number(row, column)
        }

    def first_row_of_data(self) -> int | None:
        """The first row that says what it is about, or that has figures behind a name nobody knows, below a header."""
        below_header = False
        for row in range(len(self.grid.rows)):
            if self.is_data(row) or (below_header and self.has_named_figures(row)):
                return row
            below_header = below_header or self.is_header(row)
        return None

    def has_named_figures(self, row: int) -> bool:
        """Whether figures stand behind a name, known or not."""
        cells = range(len(self.grid.rows[row]))
        numbers = [column for column in cells if self.is_number(row, column)]
        named = [column for column in cells if self.grid.text(row, column) and column not in numbers]
        return bool(numbers and named) and min(named) < max(numbers)

    def is_number(self, row: int, column: int) -> bool:
        text = self.grid.text(row, column)
        return not is_not_reported(text) and not isinstance(parse_amount(text), str)

    def names_row(self, row: int, column: int) -> bool:
        """Whether a cell is the row's name: one that is known, or any text."""
        return self.labels_rows(column, row) or bool(self.grid.text(row, column) and not self.is_number(row, column))

    def is_data(self, row: int) -> bool:
        """Whether a row says what it is about and has a figure behind it that is not a year of the header."""
        cells = range(len(self.grid.rows[row]))
        label = next((column for column in cells if self.label(row, column).places_a_figure), None)
        if label is None:
            return False
        behind = [column for column in cells if column > label and self.is_number(row, column)]
        years = [column for column in behind if self.label(row, column).period is not None]
        return bool(behind) and not (len(years) == len(behind) and self.starts_header(row, label))

    def starts_header(self, row: int, label: int) -> bool:
        """Whether a row of nothing but years is a header: its first label is a year too, or a word like 指标."""
        return self.label(row, label).period is not None or self.label(row, 0).field is not None

    def is_header(self, row: int) -> bool:
        """Whether a row of words speaks of two columns or more, or of one under a field's name."""
        told = [self.label(row, column) for column in range(self.grid.width) if self.grid.text(row, column)]
        texts = {id(one) for one in told if one.places_a_figure or one.field is not None}
        return len(texts) > 1

    def context(self, start: int) -> Context:
        """What stands above the header or is the sheet's name."""
        above = [self.grid.name]
        for row in range(start):
            above += [cell.text or "" for cell in self.grid.rows[row]]
        areas: set[str] = set()
        periods: set[Period] = set()
        for text in above:
            areas |= areas_in(text, self.plan)
            periods |= periods_in(text)
        notes = [units_in(cell.text or "") for row in self.grid.rows for cell in row if "单位" in (cell.text or "")]
        units = tuple(dict.fromkeys(unit for note in notes for unit in note))
        return Context(
            area=next(iter(areas)) if len(areas) == 1 else None,
            period=next(iter(periods)) if len(periods) == 1 else None,
            units=units,
        )
