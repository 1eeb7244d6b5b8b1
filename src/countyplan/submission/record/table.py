"""Tables with a record a row: where they are, and what their titles and headings say for all rows."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.record.vocabulary import WORDS, Record, RecordReading
from countyplan.submission.table.find.context import Context
from countyplan.submission.table.find.title import context_of
from countyplan.submission.words.fields import Field
from countyplan.submission.words.listed import UNREAD

# Titles, and who filled it in, stand above a header; below so many rows nothing is one.
_DEEPEST_HEADER = 30


def read_records(grid: Grid, plan: Plan, document: str) -> RecordReading | None:
    """The records of a sheet; None where it holds no such table."""
    for row in range(min(len(grid.rows), _DEEPEST_HEADER)):
        columns = _fields(grid, row)
        if WORDS.needed <= set(columns.values()):
            return _Table(grid=grid, plan=plan, document=document, header=row, columns=columns).read()
    return None


def _fields(grid: Grid, row: int) -> dict[int, str]:
    """Which column holds which field, by a row as header."""
    found = {column: WORDS.find_field(grid.text(row, column)) for column in range(len(grid.rows[row]))}
    return {column: name for column, name in found.items() if name is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table of records, and its header."""

    grid: Grid
    plan: Plan
    document: str
    header: int
    columns: dict[int, str]

    def read(self) -> RecordReading:
        reading = RecordReading(diagnostics=list(self.faults_of_header()))
        context, first = self.context(), self._first
        stated = self._stated(context)
        for row in range(self.header + 1, len(self.grid.rows)):
            if (heading := self.heading(row)) is not None:
                stated[Field.AREA] = heading
            elif any(self.grid.text(row, column) for column in first.values()):
                cells = {name: cell for name, column in first.items() if (cell := self.grid.cell(row, column))}
                told = {name: cell for name, cell in cells.items() if name not in stated or cell.said}
                reading.records.append(Record(self.document, stated | told))
        return reading

    @property
    def _first(self) -> dict[str, int]:
        """The column of each field that is read, the first where two claim one."""
        columns: dict[str, int] = {}
        for column, name in self.columns.items():
            if name != UNREAD:
                columns.setdefault(name, column)
        return columns

    def faults_of_header(self) -> Iterator[Diagnostic]:
        """Columns that nobody knows, and those that name again what another names."""
        first = self._first
        for column in range(len(self.grid.rows[self.header])):
            text, cell = self.grid.text(self.header, column), self.grid.rows[self.header][column]
            name = self.columns.get(column)
            if not text or name == UNREAD or (name is not None and first[name] == column):
                continue
            if name is not None:
                yield Diagnostic(Code.HEADER_TWICE, cell.place, {"text": text})
            else:
                near = WORDS.fields.nearest(text) or ""
                yield Diagnostic(Code.HEADER_UNKNOWN, cell.place, {"text": text, "near": near})

    def heading(self, row: int) -> Cell | None:
        """A row that says nothing but the name of an area, which holds for the rows below it."""
        texts = {self.grid.text(row, column): self.grid.cell(row, column) for column in range(self.grid.width)}
        told = [(text, cell) for text, cell in texts.items() if text]
        if len(told) != 1 or self.plan.area_names.find(told[0][0]) is None:
            return None
        return told[0][1]

    def context(self) -> Context:
        """What the titles above the header and the sheet's name say."""
        above = [cell for row in self.grid.rows[: self.header] for cell in row]
        name = Cell(self.grid.name, self.grid.rows[self.header][0].place)
        return context_of(name, above, (), (), self.plan)

    def _stated(self, context: Context) -> dict[str, Cell]:
        place = self.grid.rows[self.header][0].place
        said = {Field.AREA: context.area, Field.PERIOD: context.period}
        return {name.value: Cell(str(value), place) for name, value in said.items() if value is not None}
