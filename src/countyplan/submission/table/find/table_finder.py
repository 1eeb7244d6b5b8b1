"""Where the tables of a sheet are: each with its header, its rows, and what its titles say for all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.column_roles import ColumnRoles, unnamed_columns
from countyplan.submission.table.find.context import Context
from countyplan.submission.table.find.extent import Extent
from countyplan.submission.table.find.layout import LongLayout, WideLayout
from countyplan.submission.table.find.row_kinds import RowKinds
from countyplan.submission.table.find.title import agreed, context_of, units_below
from countyplan.submission.words.fields import LABELLED
from countyplan.submission.words.label import Label
from countyplan.submission.words.nature import is_no_outcome
from countyplan.submission.words.numbering import numbers_columns
from countyplan.submission.words.title.words import units_in
from countyplan.submission.words.vocabulary import form, one_of

# A title may have a note beside it; more names than these are headers.
_SEVERAL = 3
# 续表 goes on with the table above it.
_CONTINUED = form(rf"^[(]?{one_of('continued')}{one_of('table')}?[)]?(?:[(]|\d|{one_of('numerals')}|$)")


def find_layouts(grid: Grid, plan: Plan) -> list[LongLayout | WideLayout]:
    """The tables of a sheet from top to bottom, each with its rows; none where nothing is understood as one."""
    layouts: list[LongLayout | WideLayout] = []
    start = 0
    while start < len(grid.rows):
        outer = layouts[-1].context if layouts else Context()
        rows = RowKinds(grid, plan, start)
        reader = _Reader(rows, Extent(rows), outer)
        layout = reader.long() or reader.wide()
        if layout is None:
            break
        layouts.append(layout)
        start = layout.end
    return layouts


def _with_corners(context: Context, corners: Iterable[Label]) -> Context:
    """What the titles say together with what the headers of the names' columns say (2024年 over 地区)."""
    corners = list(corners)
    return replace(
        context,
        area=agreed([context.area, *(one.area for one in corners)]),
        period=agreed([context.period, *(one.period for one in corners)]),
        indicator=agreed([context.indicator, *(one.indicator for one in corners)]),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds the next table among rows; `outer` is what the table above says for all of its figures."""

    rows: RowKinds
    extent: Extent
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
        unknown = tuple(at for at in self.rows.grid.filled(header) if at not in columns and at not in twice)
        names = {column for column, label in columns.items() if label.field in LABELLED}
        end = self.extent.end_behind(header + 1, names)
        columns |= unnamed_columns(self.rows, header, end, columns)
        context = _with_corners(self.context(header, range(header + 1, end)), columns.values())
        return LongLayout(header=header, end=end, columns=columns, twice=tuple(twice), unknown=unknown, context=context)

    def wide(self) -> WideLayout | None:
        first = self.rows.first_row_of_data()
        if first is None:
            return None
        left = next((column for column in range(self.rows.grid.width) if self.rows.names_row(first, column)), 0)
        while first > self.rows.begin and self.rows.is_bare(first - 1, left):
            first -= 1
        # What stands between the header and the first figures, a heading of an area say, is read with the rows.
        names = self.extent.names_of(first, left)
        first = start = self.extent.below_blanks(first, left)
        while start > self.rows.begin and self.extent.is_header_level(start - 1, left):
            start -= 1
        if start == first:
            first = start = self.extent.below_titles(first, left)
        headers, end = range(start, first), self.extent.end_behind(first, names)
        while first < end and numbers_columns(
            [self.rows.grid.text(first, column) for column in range(self.rows.grid.width)]
        ):
            first += 1
        layout = WideLayout(
            first=first,
            end=end,
            headers=headers,
            columns={},
            labels={},
            fields={},
            unknown={},
            context=self.context(start, range(first, end), left),
        )
        roles = ColumnRoles(self.rows, left)
        figures = roles.figure_columns(first, end)
        for column in range(self.rows.grid.width):
            roles.place(column, layout, is_figure=column in figures)
        if not layout.columns and len(layout.unknown) == 1:
            # One column of figures under no header: the rows and the title have to say everything.
            [(column, (row, _))] = layout.unknown.items()
            over = next(
                (at for at in range(layout.first - 1, self.rows.begin - 1, -1) if roles.names_figures(at, column)),
                None,
            )
            if over is not None:
                # A word over the figures that nobody knows, 增速 say, may make them something else.
                layout.unknown[column] = (over, column)
            elif row == layout.first:
                layout.columns[column] = []
                layout.unknown.clear()
        corners = [label for column in layout.labels for _, label in roles.header_of(layout.headers, column)]
        context = _with_corners(layout.context, corners)
        cells = (self.rows.grid.cell(row, left) for row in headers)
        growth = next((cell for cell in cells if cell is not None and is_no_outcome(cell.text or "")), None)
        # 增速（%） in the corner is said of all of the table.
        layout = replace(layout, context=replace(context, otherwise=context.otherwise or growth))
        known = layout.columns or (layout.unknown and self.names_anything(layout))
        return layout if known else None

    def names_anything(self, layout: WideLayout) -> bool:
        """Whether any row names what the plan knows; a list of projects with their costs does not."""
        rows = range(layout.first, layout.end)
        return any(self.rows.label(row, column).places_a_figure for row in rows for column in layout.labels)

    def context(self, start: int, data: range, corner: int | None = None) -> Context:
        """What stands above the header or is the sheet's name, the notes of units, and those in the corner and in headings.

        A table below another takes over its units; its area and period only if it has no title of its own.
        """
        above = [cell for row in range(self.rows.begin, start) for cell in self.rows.grid.rows[row]]
        below = units_below(self.rows, data)
        elsewhere = {row for row, _ in below}
        for_all = [row for row in range(self.rows.begin, data.stop) if row not in elsewhere]
        headed = self.headed_columns(range(start, data.start))
        beside = [
            cell
            for row in for_all
            for column, cell in enumerate(self.rows.grid.rows[row])
            # 单位：万元 beside a figure, in a note's column say, is said of that row alone.
            if column not in headed or row not in data or not self.rows.has_named_figures(row)
        ]
        headings = [cell for row in for_all if row >= start for cell in self.rows.heading(row)]
        if corner is not None and (cell := self.rows.grid.cell(start, corner)) is not None:
            headings.append(cell)
        titles = (cell.text or "" for cell in above if not units_in(cell.text or ""))
        titled = any(text.strip() and not _CONTINUED.match(squeezed(text)) for text in titles)
        before = self.outer.units_at(self.rows.begin)
        outer = Context(units=before) if titled else replace(self.outer, units=before)
        name = Cell(self.rows.grid.name, next(cell.place for row in self.rows.grid.rows for cell in row))
        said = context_of(name, above, beside, headings, self.rows.plan)
        if said.otherwise is not None and not self.is_title(said.otherwise, start):
            said = replace(said, otherwise=None)
        return replace(said.or_else(outer), units_below=below)

    def headed_columns(self, headers: range) -> set[int]:
        """The columns that a level of the header says anything of."""
        return {column for row in headers for column in self.rows.grid.filled(row)}

    def is_title(self, cell: Cell, start: int) -> bool:
        """Whether a cell above the header is not one of several beside each other, as those of a header are."""
        beside = next((row for row in range(self.rows.begin, start) if cell in self.rows.grid.rows[row]), None)
        return beside is None or ColumnRoles(self.rows, -1).names_in(beside) < _SEVERAL
