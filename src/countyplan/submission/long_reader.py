"""Tables in long form: a figure a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import find_unit
from countyplan.submission.cell import Cell, Entry, fault
from countyplan.submission.fields import COLUMN_NAMES, FIELD_NAMES, NEEDED, Field
from countyplan.submission.grid import Grid
from countyplan.submission.label import is_no_outcome, read_label
from countyplan.submission.layout import LongLayout
from countyplan.submission.number import is_not_reported
from countyplan.submission.table_reading import Note, TableReading, area_name, is_footnote, sheet_unit


@dataclass(frozen=True, slots=True)
class LongReader:
    """Reads one table of a sheet into `reading`."""

    grid: Grid
    plan: Plan
    document: str
    layout: LongLayout
    reading: TableReading

    def read(self) -> None:
        """Every row, unless the header leaves open which column is which."""
        header = self.layout.header
        found = self.reading.diagnostics
        outcomes = self._outcomes()
        if outcomes is not None:
            replace(self, layout=outcomes).read()
            return
        for column in self.layout.twice:
            found.append(self._about(Code.HEADER_TWICE, header, column))
        for column in self.layout.unknown:
            found.append(self._about(Code.HEADER_UNKNOWN, header, column, near=True))
        given = self._given()
        fields = {column: self.layout.field_of(column) for column in self.layout.columns}
        lacking = [one.value for one in NEEDED if one not in fields.values() and one not in given]
        if lacking:
            place = self.grid.rows[header][0].place
            found.append(Diagnostic(Code.HEADER_MISSING, place, {"lacking": ", ".join(lacking)}))
        for column, name in fields.items():
            words = {"header": self.grid.text(header, column), "field": name.value}
            self.reading.notes.append(Note(self.grid.rows[header][column].place, "reading.field", words))
        if lacking or self.layout.twice:
            return
        for row in range(header + 1, self.layout.end):
            self._row(row, given, fields)

    def _outcomes(self) -> LongLayout | None:
        """The layout with the one column of outcomes for its values, where others beside it hold goals; else None."""
        layout, header = self.layout, self.layout.header
        said = {column: read_label(self.grid.text(header, column), self.plan) for column in layout.twice}
        said |= layout.columns
        values = [column for column, label in said.items() if label.field is Field.VALUE]
        outcomes = [column for column in values if said[column].names_outcomes]
        if len(values) == 1 or len(outcomes) != 1:
            return None
        goals = [column for column in values if column not in outcomes]
        for column in goals:
            words = {"text": self.grid.text(header, column), "outcomes": self.grid.text(header, outcomes[0])}
            self.reading.diagnostics.append(
                Diagnostic(Code.GOALS_BESIDE_OUTCOMES, self.grid.rows[header][column].place, words)
            )
        columns = {column: label for column, label in layout.columns.items() if column not in goals}
        columns[outcomes[0]] = said[outcomes[0]]
        return replace(layout, columns=columns, twice=tuple(one for one in layout.twice if one not in values))

    def _given(self) -> dict[Field, Cell]:
        """What the titles say for every row."""
        context, place = self.layout.context, self.grid.rows[self.layout.header][0].place
        given = {}
        if context.area is not None:
            given[Field.AREA] = Cell(area_name(self.plan, context.area), place)
        if context.period is not None:
            given[Field.PERIOD] = Cell(str(context.period), place)
        return given

    def _about(self, code: Code, row: int, column: int, *, near: bool = False) -> Diagnostic:
        text = self.grid.text(row, column)
        words = {"text": text, "near": COLUMN_NAMES.nearest(text) or ""} if near else {"text": text}
        return Diagnostic(code, self.grid.rows[row][column].place, words)

    def _row(self, row: int, given: dict[Field, Cell], fields: dict[int, Field]) -> None:
        cells = self.grid.rows[row]
        texts = [column for column in range(len(cells)) if self.grid.text(row, column)]
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
        if (otherwise := self._no_outcome(row, fields)) is not None:
            self.reading.diagnostics.append(self._about(Code.ROW_NO_OUTCOME, row, otherwise))
            return
        found = dict(given)
        for column, name in fields.items():
            found[name] = self.grid.cell(row, column) or Cell("", cells[-1].place)
            if name is Field.VALUE and (code := self._code_of_value(row, column)) is not None:
                words = {"text": self.grid.text(row, column)}
                self.reading.diagnostics.append(Diagnostic(code, cells[column].place, words))
                found[name] = Cell("", cells[column].place)
        if not self._placed(found):
            return
        self._with_bare_name(found)
        self._with_unit(found)
        self.reading.entries.append(Entry(self.document, found))

    def _placed(self, found: dict[Field, Cell]) -> bool:
        """Whether a row is to be understood: not one of words only (一、经济发展), nor one that says too little."""
        name, value = found.get(Field.INDICATOR), found[Field.VALUE]
        if not is_not_reported(value.text):
            blank = [FIELD_NAMES.of(one)[1] for one in NEEDED if one in found and not (found[one].text or "").strip()]
            if blank:
                self.reading.diagnostics.append(fault(value, Code.FIGURE_UNPLACED, lacking=", ".join(blank)))
            return not blank
        text = "" if name is None else (name.text or "").strip()
        if name is None or not text or read_label(text, self.plan).indicator is not None:
            return True
        self.reading.notes.append(Note(name.place, "reading.skipped", {"text": text}))
        area = found.get(Field.AREA)
        if area is not None and (area.text or "").strip():
            # Who reports is known even where no figure is.
            self.reading.entries.append(Entry(self.document, {Field.AREA: area}))
        return False

    def _no_outcome(self, row: int, fields: dict[int, Field]) -> int | None:
        """The column of remarks, or one that nobody knows, in which a row with a value says that it is no outcome."""
        values = (column for column, name in fields.items() if name is Field.VALUE)
        if all(is_not_reported(self.grid.text(row, column)) for column in values):
            return None
        remarks = (column for column, name in fields.items() if name is Field.NOTE)
        said = (column for column in (*self.layout.unknown, *remarks) if is_no_outcome(self.grid.text(row, column)))
        return next(said, None)

    def _code_of_value(self, row: int, column: int) -> Code | None:
        """Why a value's cell holds no number for this row alone."""
        if self.grid.spans_rows(row, column) and not is_not_reported(self.grid.text(row, column)):
            return Code.LABELS_CONTRADICT
        return self.grid.odd.get((row, column))

    def _with_bare_name(self, found: dict[Field, Cell]) -> None:
        """An indicator's name without its numbering and footnote mark, and with the unit that stands behind it."""
        cell = found.get(Field.INDICATOR)
        if cell is None or self.plan.indicator_names.find(cell.text or "") is not None:
            return
        label = read_label(cell.text or "", self.plan)
        if label.indicator is None or label.period is not None:
            return
        area = self.plan.area_names.find((found.get(Field.AREA) or Cell("", cell.place)).text or "")
        value = found[Field.VALUE]
        if label.area not in (None, area) and not is_not_reported(value.text):
            self.reading.diagnostics.append(fault(value, Code.LABELS_CONTRADICT))
            found[Field.VALUE] = Cell("", value.place)
        found[Field.INDICATOR] = Cell(self.plan.measured[label.indicator].name, cell.place)
        stated = found.get(Field.UNIT)
        if label.unit is not None and (stated is None or not (stated.text or "").strip()):
            found[Field.UNIT] = Cell(label.unit.name, cell.place)

    def _with_unit(self, found: dict[Field, Cell]) -> None:
        """Add the unit that the header of the values or the sheet states, where the row has none."""
        unit_cell, value = found.get(Field.UNIT), found[Field.VALUE]
        indicator = self.plan.indicator_names.find((found.get(Field.INDICATOR) or Cell("", value.place)).text or "")
        header = next(label for label in self.layout.columns.values() if label.field is Field.VALUE)
        stated = find_unit((unit_cell.text or "").strip()) if unit_cell is not None else None
        if header.unit is not None and stated is not None and stated != header.unit:
            words = {"text": header.unit.name, "unit": stated.name}
            self.reading.diagnostics.append(Diagnostic(Code.UNITS_CONTRADICT, value.place, words))
            found[Field.VALUE] = Cell("", value.place)
            return
        if (
            (unit_cell is not None and (unit_cell.text or "").strip())
            or is_not_reported(value.text)
            or indicator is None
        ):
            return
        unit = header.unit or sheet_unit(indicator, self.layout.context, self.plan, value)
        if isinstance(unit, Diagnostic):
            self.reading.diagnostics.append(unit)
            found[Field.VALUE] = Cell("", value.place)
        elif unit is not None:
            found[Field.UNIT] = Cell(unit.name, value.place)
