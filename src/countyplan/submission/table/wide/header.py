"""The header of a table in wide form: what is told of its columns, and which of them cannot be used."""

from __future__ import annotations

from collections.abc import Collection

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Term
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.quantity.period import today
from countyplan.submission.cell import Cell, likely
from countyplan.submission.grid import Grid
from countyplan.submission.table.evidence.plan_table import AHEAD
from countyplan.submission.table.find.layout import WideLayout
from countyplan.submission.table.table_reading import Note, TableReading, tell_no_outcomes
from countyplan.submission.words.basis import basis_name
from countyplan.submission.words.fields import LABELLED, Field
from countyplan.submission.words.label import Label
from countyplan.submission.words.nature import is_no_outcome
from countyplan.submission.words.near import slip_of_indicator
from countyplan.submission.words.number import is_amount
from countyplan.submission.words.vocabulary import form, one_of

_BARE_YEAR = form(rf"(?:19|20|21)\d\d{one_of('year')}?{one_of('behind_a_year')}?")


def _bare_year(said: list[tuple[int, Label]]) -> Period | None:
    """The year that a column's header names, if it says no more of what the figures are."""
    years = [label for _, label in said if label.period is not None]
    if len(years) != 1 or years[0].qualifiers:
        return None
    says_more = any(label.names_outcomes or label.basis is not None for _, label in said)
    return years[0].period if names_bare_year(years[0]) and not says_more else None


def names_bare_year(label: Label) -> bool:
    """Whether a label names a year, of an area or an indicator perhaps, and says no more of what the figures are."""
    is_bare = _BARE_YEAR.fullmatch("".join(label.text.split())) or label.area or label.indicator
    return bool(is_bare) and not label.qualifiers and not label.names_outcomes


@dataclass(frozen=True, slots=True)
class WideHeader:
    """Tells in `reading` how the columns of one table are understood."""

    grid: Grid
    plan: Plan
    layout: WideLayout
    reading: TableReading

    def tell(self, beyond: Collection[int]) -> None:
        """What each column was taken for, and those that nobody knows, but for those `beyond` the header's end."""
        unknown = {column: at for column, at in self.layout.unknown.items() if column not in beyond}
        otherwise = [column for column, at in unknown.items() if self.layout.columns and is_no_outcome(self._text(at))]
        tell_no_outcomes((self._cell(column, unknown[column]) for column in otherwise), self.reading)
        for column, at in unknown.items():
            if column not in otherwise:
                self._tell_unknown(column, at)
        for column, name in self.layout.fields.items():
            self._note(column, "reading.field", field=name.value)
        for column, header in self.layout.labels.items():
            if header is not None and header.field in LABELLED:
                self._note(column, "reading.names")
        for column, said in self.layout.columns.items():
            for row, label in said:
                shown = self.grid.cell(row, column)
                if shown is not None:
                    words = {"header": label.text, "meaning": self._meaning(label)}
                    self.reading.notes.append(Note(shown.place, "reading.header", words))

    def unused(self, clear: frozenset[int] | None) -> set[int]:
        """The columns of which it is not certain what they hold, or certain that it is goals; all that are not `clear`."""
        refused = set() if clear is None else self.layout.columns.keys() - clear
        tell_no_outcomes((self._lowest(column) for column in sorted(refused)), self.reading)
        return self._columns_twice(refused) | self._fields_twice() | self._planned(refused) | refused

    def _planned(self, refused: set[int]) -> set[int]:
        """Where years stand that are not over, the columns of years that do not say that they hold outcomes."""
        used = {column: said for column, said in self.layout.columns.items() if column not in refused}
        bare = {column: one for column, said in used.items() if (one := _bare_year(said)) is not None}
        if not any(year.end > today().end and self._holds_a_figure(column) for column, year in bare.items()):
            return set()
        years = sorted(year.year for year in bare.values())
        named = [one.period.year for said in used.values() for _, one in said if one.period is not None]
        if len(years) == 2 and years[1] - years[0] >= AHEAD and min(named) == years[0]:
            # A base year beside a goal year.
            bare = {column: year for column, year in bare.items() if year.year == years[1]}
        cells = [self._lowest(column) for column in bare]
        names = dict.fromkeys(cell.said for cell in cells)
        self.reading.tell(Code.YEAR_NOT_OVER, cells[0], text="” “".join(names))
        return set(bare)

    def _holds_a_figure(self, column: int) -> bool:
        rows = range(self.layout.first, self.layout.end)
        return any(is_amount(self.grid.text(row, column)) for row in rows)

    def _text(self, at: tuple[int, int]) -> str:
        """The text at a place in the header, none at one among the data."""
        return self.grid.text(*at) if at[0] < self.layout.first else ""

    def _cell(self, column: int, at: tuple[int, int]) -> Cell:
        """The cell of the header to tell of a column at, or its first figure where the header says nothing."""
        return (self.grid.cell(*at) if self._text(at) else None) or self._first_figure(column)

    def _tell_unknown(self, column: int, at: tuple[int, int]) -> None:
        text, cell = self._text(at), self._cell(column, at)
        if not text or not self.layout.columns:
            # Growth beside outcomes is nobody's loss; a table of nothing else, or a number under no name, is.
            lacking = Term("reading.unknown_header" if text else "reading.lacking_header")
            self.reading.tell(Code.FIGURE_UNPLACED, cell, lacking=lacking, text=text)
        elif near := slip_of_indicator(text, self.plan):
            meant = likely(near, self.layout.context.area, self.plan)
            self.reading.tell(Code.UNKNOWN_INDICATOR, cell, meant, text=text, near=near)
        else:
            self.reading.tell(Code.HEADER_UNKNOWN, cell, text=text, near="")

    def _note(self, column: int, key: str, **words: str) -> None:
        """How a column was understood that holds no figures, if its header says anything."""
        texts = (self.grid.cell(row, column) for row in self.layout.headers)
        told = next((cell for cell in texts if cell is not None and cell.said), None)
        if told is not None:
            self.reading.notes.append(Note(told.place, key, {"header": told.said, **words}))

    def _first_figure(self, column: int) -> Cell:
        rows = range(self.layout.first, self.layout.end)
        told = (self.grid.rows[row][column] for row in rows if self.grid.text(row, column))
        return next(told, self.grid.rows[self.layout.first][0])

    def _meaning(self, label: Label) -> str:
        parts = [
            self.plan.measured[label.indicator].name if label.indicator else "",
            self.plan.called(label.area).name if label.area else "",
            str(label.period) if label.period else "",
            label.unit.name if label.unit else "",
            basis_name(label.basis) if label.basis else "",
        ]
        return " ".join(part for part in parts if part)

    def _columns_twice(self, refused: set[int]) -> set[int]:
        """Columns that say the same as one before them: which of them counts is not said, so that neither does."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for column, said in self.layout.columns.items():
            if column in refused:
                continue
            names = [(one.indicator, one.area, one.period, one.basis, one.stage, one.prices) for _, one in said]
            key = [next((name[at] for name in names if name[at] is not None), None) for at in range(6)]
            key[2] = key[2] or self.layout.context.period
            alike.setdefault(tuple(key), []).append(column)
        unused: set[int] = set()
        for first, *others in alike.values():
            goals = self._goals([first, *others])
            unused |= {*goals} or ({first, *others} if others else set())
            for column in () if goals else others:
                self._tell_header(Code.HEADER_TWICE, column)
        return unused

    def _goals(self, columns: list[int]) -> list[int]:
        """Of columns that say the same, those of goals: beside one of 完成值, a bare 指标值 can be nothing else."""
        outcomes = [column for column in columns if any(label.names_outcomes for label in self._header(column))]
        values = [column for column in columns if any(label.field is Field.VALUE for label in self._header(column))]
        goals = [column for column in values if column not in outcomes]
        if len(outcomes) != 1 or len(goals) + 1 != len(columns):
            return []
        for column in goals:
            shown = (self._lowest(outcomes[0]).text or "").strip()
            self._tell_header(Code.GOALS_BESIDE_OUTCOMES, column, outcomes=shown)
        return goals

    def _header(self, column: int) -> list[Label]:
        """What each level of the header says of a column."""
        labels = (self.grid.label(row, column, self.plan) for row in self.layout.headers)
        return [label for label in labels if label.text]

    def _fields_twice(self) -> set[int]:
        """Every column, where two columns say in what unit the figures are."""
        units = [column for column, name in self.layout.fields.items() if name is Field.UNIT]
        for column in units[1:]:
            self._tell_header(Code.HEADER_TWICE, column)
        return set(self.layout.columns) if len(units) > 1 else set()

    def _lowest(self, column: int) -> Cell:
        """The cell of the lowest level of a column's header."""
        row = next(row for row in reversed(self.layout.headers) if self.grid.text(row, column))
        at = self.grid.merged.get((row, column), (row, column))
        return self.grid.rows[at[0]][at[1]]

    def _tell_header(self, code: Code, column: int, **words: str) -> None:
        """Tell of a column at the lowest level of its header."""
        cell = self._lowest(column)
        self.reading.tell(code, cell, None, text=cell.said, **words)
