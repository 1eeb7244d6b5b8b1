"""What the columns of a table are for: they name the rows, hold figures, units or notes, or nobody knows."""

from __future__ import annotations

from dataclasses import field, replace

from countyplan.dataclass import dataclass
from countyplan.quantity import find_unit
from countyplan.quantity.width import squeezed
from countyplan.submission.table.composed import composed
from countyplan.submission.table.find.layout import WideLayout
from countyplan.submission.table.find.row_kinds import BEGINS_LIKE_A_NUMBER, RowKinds
from countyplan.submission.words.fields import LABELLED, Field
from countyplan.submission.words.label import Label
from countyplan.submission.words.number import is_amount, is_not_reported
from countyplan.submission.words.title.words import units_in
from countyplan.submission.words.vocabulary import form, one_of

_NUMBERS_ROWS = form(one_of("numbers_rows", "rank"))
_BESIDE_A_FIGURE = (Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)
_A_NOTE = form(rf"[:：]|{one_of('a_note_of_filing')}")


def _matters(label: Label) -> bool:
    """Whether what a header says bears on the figures below it."""
    told = (label.unit, label.basis, label.stage, label.prices)
    return label.places_a_figure or any(one is not None for one in told)


@dataclass(frozen=True, slots=True)
class ColumnRoles:
    """Tells the columns of a table apart; `left` is the first that names the rows."""

    rows: RowKinds
    left: int
    levels: dict[int, bool] = field(default_factory=dict)

    def place(self, column: int, layout: WideLayout, *, is_figure: bool) -> None:
        """Put a column where it belongs: the lowest level of its header decides."""
        said = self.header_of(layout.headers, column)
        told = [one for _, one in said if one.field is not None or one.places_a_figure]
        lowest = next(reversed(told), None)
        if lowest is not None and lowest.field is Field.UNIT:
            # Below 地区, 单位 is the name of a row of the header that holds the columns' units.
            lowest = next((one for one in told if one.field in LABELLED), lowest)
        # Growth below a name that nobody knows is growth first.
        unknown = sorted((one for one in said if not one[1].understood), key=lambda one: not one[1].says_otherwise)
        over = [(row, self.rows.covered_by(row, column)) for row, _ in unknown]
        strange = next(iter(over), None) or self.strange_above(layout.headers.start, column)
        named = lowest.field if lowest is not None and not lowest.places_a_figure else None
        if lowest is not None and named is Field.UNIT and lowest.unit is not None and is_figure:
            # 单位（亿元） over figures says in what unit they are.
            named = None
            said = [(row, replace(one, field=None)) for row, one in said]
        if said and _NUMBERS_ROWS.fullmatch(squeezed(said[-1][1].text)) and not layout.columns:
            layout.labels[column] = said[-1][1]
        elif named in _BESIDE_A_FIGURE:
            layout.fields[column] = named
        elif strange is not None and column > self.left and (is_figure or self.holds_digits(column, layout)):
            # Of a column that nobody knows, what looks like a number is told even if it cannot be read (1:1.93).
            layout.unknown[column] = strange
        elif named in LABELLED or (not is_figure and (lowest is None or strange is not None)) or column == self.left:
            layout.labels[column] = said[-1][1] if said else None
        elif said and strange is None:
            layout.columns[column] = [(row, one) for row, one in said if _matters(one)]
        elif not said and self.rows.label(layout.first, column).places_a_figure:
            layout.labels[column] = None
        else:
            layout.unknown[column] = strange or (layout.first, column)

    def header_of(self, headers: range, column: int) -> list[tuple[int, Label]]:
        """What the header's levels say of a column; a blank in an upper level belongs to the name left of it."""
        said: dict[tuple[int, int], Label] = {}
        for row in headers:
            is_upper = row != headers[-1] and any(
                self.rows.grid.text(below, column) for below in headers if below > row
            )
            at = self.rows.covered_by(row, column) if is_upper else column
            over = self.rows.label(row, at)
            if self.rows.grid.text(row, at) and (at == column or self.reaches_right(over)):
                said[self.rows.grid.merged.get((row, at), (row, at))] = self.rows.label(row, at)
        told = [(row, label) for (row, _), label in said.items()]
        return [one for at, one in enumerate(told) if not self.is_part(one[1], [below for _, below in told[at + 1 :]])]

    def is_part(self, label: Label, below: list[Label]) -> bool:
        """Whether nobody knows a level, but for what it names together with one below it."""
        texts = [one.text for one in below]
        return not label.understood and any(composed(text, [label.text], self.rows.plan) for text in texts)

    def reaches_right(self, label: Label) -> bool:
        """Whether a name over columns holds for the blank ones right of it too."""
        return label.places_a_figure or not label.understood or label.prices is not None or label.stage is not None

    def figure_columns(self, first: int, end: int) -> set[int]:
        """The columns right of the first label that hold a number, or what should have been one, in any row of data."""
        return {
            column
            for row in range(first, end)
            for column in range(self.left + 1, len(self.rows.grid.rows[row]))
            if self.rows.is_figure(row, column)
        }

    def names_figures(self, row: int, column: int) -> bool:
        """Whether a text over a column of figures is a header beside another, or below a word such as 指标."""
        if (
            (row, column) in self.rows.grid.merged
            or not self.rows.grid.text(row, column)
            or units_in(self.rows.grid.text(row, column))
        ):
            return False
        return bool(self.rows.grid.text(row, self.left)) and not _A_NOTE.search(self.rows.grid.text(row, column))

    def holds_digits(self, column: int, layout: WideLayout) -> bool:
        """Whether any cell of a column begins like a number."""
        texts = (self.rows.grid.text(row, column) for row in range(layout.first, layout.end))
        return any(BEGINS_LIKE_A_NUMBER.match(text) for text in texts)

    def strange_above(self, end: int, column: int) -> tuple[int, int] | None:
        """Where, above the header, a word over a column says that it holds growth, a share or a goal, or what nobody knows.

        One text over the figures may be a part of the title; several are a level of the header.
        """
        for row in range(self.rows.begin, end):
            at = self.rows.grid.merged.get((row, column), (row, column))
            if at[1] > self.left and not self.rows.grid.text(*at):
                at = (row, max(self.left + 1, self.rows.covered_by(*at)))
            over = self.rows.label(*at)
            if at[1] > self.left and (
                over.says_otherwise or (self.is_level(row) and not over.understood and over.text)
            ):
                return at
        return None

    def is_level(self, row: int) -> bool:
        """Whether several texts over the figures are names, and no notes of who reports what and when."""
        if row not in self.levels:
            self.levels[row] = self.names_in(row) > 1
        return self.levels[row]

    def names_in(self, row: int) -> int:
        """How many different texts right of the rows' names are no notes."""
        texts = {self.rows.grid.text(row, column) for column in range(self.left + 1, len(self.rows.grid.rows[row]))}
        return sum(bool(text) and not _A_NOTE.search(text) and not units_in(text) for text in texts)


def unnamed_columns(rows: RowKinds, header: int, end: int, named: dict[int, Label]) -> dict[int, Label]:
    """What the columns behind the `named` ones hold that have no header: units where all say so, else notes.

    Two such columns of one kind, and one where a column of that kind is named, are left out.
    """
    known = {label.field for label in named.values()}
    found: dict[int, Label] = {}
    for column in range(max(named, default=-1) + 1, len(rows.grid.rows[header])):
        texts = [text for row in range(header + 1, end) if not is_not_reported(text := rows.grid.text(row, column))]
        if rows.grid.text(header, column) or not texts or any(map(is_amount, texts)):
            continue
        field = Field.UNIT if all(find_unit(text) is not None for text in texts) else Field.NOTE
        if field not in known:
            known.add(field)
            found[column] = Label("", field=field)
    return found
