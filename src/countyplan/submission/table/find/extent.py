"""How far a table goes: where its header begins, where its data begins, and where another table does."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.submission.table.find.column_roles import ColumnRoles
from countyplan.submission.table.find.row_kinds import RowKinds


@dataclass(frozen=True, slots=True)
class Extent:
    """Tells by what kinds of rows there are, from the row `first` with data on; rows are named from column `left` on."""

    rows: RowKinds

    def is_header_level(self, row: int, left: int) -> bool:
        """Whether a row is a level of the header: it says of what the columns are, or how those of the row above differ."""
        if self.rows.is_header(row) or self.rows.heads_a_column(row, left):
            return True
        return (
            row > self.rows.begin
            and self.rows.heads_columns(row, left)
            and ColumnRoles(self.rows, left).names_in(row) > 0
            and self.is_header_level(row - 1, left)
        )

    def names_of(self, first: int, left: int) -> set[int]:
        """The columns of a row of data from its name to its first figure."""
        figures = (column for column in range(left + 1, len(self.rows.grid.rows[first])) if self.holds(first, column))
        return set(range(left, next(figures, left + 1)))

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell holds a figure or what should have been one, and no year."""
        return self.rows.is_figure(row, column) and self.rows.label(row, column).period is None

    def below_titles(self, first: int, left: int) -> int:
        """The first of the rows above data without a header that name an area or a period only: headings like others."""
        while first > self.rows.begin and self.rows.says_little(first - 1):
            one = self.rows.label(first - 1, left)
            if one.indicator is not None or (one.area is None and one.period is None):
                break
            first -= 1
        return first

    def below_blanks(self, first: int, left: int) -> int:
        """The row behind the header, which blank rows and headings of a single text may part from the data."""
        row = first
        names = self.names_of(first, left)
        while (
            row > self.rows.begin
            and self.rows.says_little(row - 1, names)
            and not self.rows.heads_columns(row - 1, left)
        ):
            row -= 1
        return row if row > self.rows.begin and self.is_header_level(row - 1, left) else first

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
