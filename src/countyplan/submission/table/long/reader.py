"""Tables in long form: a figure a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from typing import Any

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.cell import Cell, Entry, Meant, fault, subject_of
from countyplan.submission.grid import Grid
from countyplan.submission.table.beside import Beside
from countyplan.submission.table.find.layout import LongLayout
from countyplan.submission.table.headings import KINDS, Headings
from countyplan.submission.table.long.figures import LongFigures
from countyplan.submission.table.long.header import LongColumns, long_columns
from countyplan.submission.table.table_reading import Note, TableReading, Unknown, fields_said, is_footnote
from countyplan.submission.table.units import TableUnits, units_of_rows
from countyplan.submission.words.fields import LABELLED, NEEDED, Field
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.nature import is_no_outcome
from countyplan.submission.words.near import names_a_part, names_a_place
from countyplan.submission.words.note.scope import names_place_alone
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.period import read_period


@dataclass(slots=True)
class LongReader:
    """Reads one table of a sheet into `reading`."""

    grid: Grid
    plan: Plan
    document: str
    layout: LongLayout
    reading: TableReading
    columns: LongColumns = field(init=False)
    headings: Headings = field(init=False)
    figures: LongFigures = field(init=False)

    def __post_init__(self) -> None:
        self.columns = long_columns(self.grid, self.plan, self.layout, self.reading)
        self.headings = Headings(self.grid, self.plan)
        rows = range(self.layout.header + 1, self.layout.end)
        self.figures = LongFigures(
            grid=self.grid,
            plan=self.plan,
            document=self.document,
            columns=self.columns,
            units=TableUnits(
                grid=self.grid,
                plan=self.plan,
                context=self.layout.context,
                of_rows=units_of_rows(self.grid, rows, self.columns.fields),
                unknown=tuple(at for at in self.columns.remarks if self.columns.fields.get(at) is not Field.NOTE),
            ),
            beside=Beside(self.grid, self.plan, self.columns.remarks, [self.layout.header]),
            reading=self.reading,
        )

    def read(self) -> None:
        """Every row, unless the header leaves open which column is which."""
        header = self.layout.header
        rows = range(header + 1, self.layout.end)
        given = {one for one in LABELLED if getattr(self._said(), one) is not None}
        known = {*self.columns.fields.values(), *given, *self._headed(rows)}
        lacking = [one for one in NEEDED if one not in known]
        if lacking:
            place = self.grid.rows[header][0].place
            words = {"lacking": fields_said(lacking, self.layout.context.unclear)}
            self.reading.diagnostics.append(Diagnostic(Code.HEADER_MISSING, place, words))
        if lacking or not self.columns.clear:
            return
        for row in rows:
            if self._may_head(row) and self.headings.take(row):
                self._note(row, "reading.heading")
            else:
                self._row(row, self._said())
        self.reading.diagnostics.extend(self.headings.findings())

    def _said(self) -> Meant:
        """What titles, and the headings above a row, say of it that no column says."""
        context = self.layout.context.without(self.headings.seen)
        said: dict[str, Any] = {kind: getattr(context, kind) for kind in KINDS}
        said |= {kind: getattr(label, kind) for kind, label in self.headings.said}
        columns = self.columns.fields.values()
        return Meant(**{kind: one for kind, one in said.items() if kind not in columns})

    def _label(self, row: int, column: int) -> Label:
        return self.grid.label(row, column, self.plan)

    def _may_head(self, row: int) -> bool:
        """Whether a row of one text may say for those below it what no column says."""
        texts = [column for column, cell in enumerate(self.grid.rows[row]) if not is_not_reported(cell.text)]
        fields = self.columns.fields.values()
        if len(texts) != 1 or LABELLED.issubset(fields) or self._label(row, texts[0]).indicator is not None:
            return False
        return self.columns.fields.get(texts[0]) is not Field.VALUE

    def _headed(self, rows: Iterable[int]) -> set[Field]:
        """The fields that headings among the rows give."""
        headings = Headings(self.grid, self.plan)
        for row in rows:
            if self._may_head(row):
                headings.take(row)
        return {Field(kind) for kind, _ in headings.said}

    def _values(self) -> list[int]:
        return [column for column, name in self.columns.fields.items() if name is Field.VALUE]

    def _note(self, row: int, key: str) -> None:
        cell = next(cell for cell in self.grid.rows[row] if cell.said)
        self.reading.notes.append(Note(cell.place, key, {"text": cell.said}))

    def _about(self, code: Code, row: int, column: int) -> Diagnostic:
        return Diagnostic(code, self.grid.rows[row][column].place, {"text": self.grid.text(row, column)})

    def _row(self, row: int, said: Meant) -> None:
        cells = self.grid.rows[row]
        texts = self.grid.filled(row)
        width = len(self.grid.rows[self.layout.header])
        if not texts:
            return
        beyond = [column for column in texts if column >= width]
        if beyond:
            self.reading.diagnostics.append(self._about(Code.ROW_TOO_LONG, row, beyond[0]))
            return
        if is_footnote(self.grid, row, self.plan):
            self.reading.notes.append(Note(cells[texts[0]].place, "reading.footnote"))
            return
        reports = any(not is_not_reported(self.grid.text(row, column)) for column in self._values())
        remarks = [column for column in self.columns.remarks if is_no_outcome(self.grid.text(row, column))]
        if reports and remarks:
            self.reading.diagnostics.append(self._about(Code.ROW_NO_OUTCOME, row, remarks[0]))
            return
        if reports and (part := self._part(row)) is not None:
            kind = Code.UNKNOWN_AREA if names_a_place(part.text or "") else Code.UNKNOWN_INDICATOR
            self.reading.unknown.append(Unknown(((part, kind),), said.area))
            return
        found: dict[Field, Cell] = {}
        if reports:
            self.headings.pass_figures()
        for column, name in self.columns.fields.items():
            found[name] = self.grid.cell(row, column) or Cell("", cells[-1].place)
        self._refuse(row, found, said)
        if self._placed(found, said):
            self.figures.enter(row, found, said, self.headings.prices, self.headings.group)

    def _refuse(self, row: int, found: dict[Field, Cell], said: Meant) -> None:
        """Tell of a value that holds no number for its row alone, and go on as if none were reported."""
        for column in self._values():
            if (code := self._code_of_value(row, column)) is not None:
                whose = self.figures.subject(row, found, said, self.headings.group)
                self.reading.diagnostics.append(replace(self._about(code, row, column), whose=whose))
                found[Field.VALUE] = Cell("", self.grid.rows[row][column].place)

    def _placed(self, found: dict[Field, Cell], said: Meant) -> bool:
        """Whether a row is to be understood: not one of words only (一、经济发展), nor one that says too little."""
        name, value = found.get(Field.INDICATOR), found[Field.VALUE]
        if not is_not_reported(value.text):
            if self.headings.strange is not None:
                self.headings.lose_a_figure()
                return False
            told = {one for one, cell in found.items() if cell.said}
            blank = [one for one in NEEDED if one not in told and getattr(said, one, None) is None]
            stated = read_period(found[Field.PERIOD].text or "")[0] if Field.PERIOD in found else said.period
            if stated is not None and stated.is_year and self.layout.context.unclear.get("period") == "part":
                # Under a title of half a year, 2024年 is half of that year.
                blank.append(Field.PERIOD)
            if blank:
                lacking = fields_said(blank, self.layout.context.unclear)
                whose = subject_of(Entry(self.document, found, said), self.plan)
                self.reading.diagnostics.append(fault(value, Code.FIGURE_UNPLACED, whose, lacking=lacking))
            return not blank
        text = "" if name is None else name.said
        if name is None or not text or read_label(text, self.plan).indicator is not None:
            return True
        self.reading.notes.append(Note(name.place, "reading.skipped", {"text": text}))
        area = found.get(Field.AREA)
        if area is not None and area.said:
            # Who reports is known even where no figure is.
            self.reading.entries.append(Entry(self.document, {Field.AREA: area}))
        return False

    def _part(self, row: int) -> Cell | None:
        """What makes of a row with a value a part of what it names: a town or a branch, in a column that nobody knows."""
        return next((self.grid.rows[row][at] for at in self.columns.dividing if self._divides(row, at)), None)

    def _divides(self, row: int, column: int) -> bool:
        if column in self.columns.grouping:
            named = (self._label(row, at) for at, name in self.columns.fields.items() if name is Field.INDICATOR)
            indicator = next((one.indicator for one in named), None)
            return names_place_alone(self.grid.text(row, column), indicator, self.plan)
        return names_a_part(self.grid.text(row, column)) and not self._label(row, column).understood

    def _code_of_value(self, row: int, column: int) -> Code | None:
        """Why a value's cell holds no number for this row alone."""
        if self.grid.spans_rows(row, column) and not is_not_reported(self.grid.text(row, column)):
            return Code.LABELS_CONTRADICT
        return self.grid.odd.get((row, column))
