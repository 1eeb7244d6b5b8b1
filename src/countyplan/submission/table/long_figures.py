"""The figure of a row of a table in long form, completed with the unit that its header or its sheet states."""

from __future__ import annotations

from dataclasses import dataclass

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Names, Plan
from countyplan.quantity import find_unit
from countyplan.submission.cell import Cell, Entry, fault
from countyplan.submission.grid import Grid
from countyplan.submission.table.long_header import LongColumns
from countyplan.submission.table.table_reading import TableReading, adds_up, fields_said, sheet_unit
from countyplan.submission.table.title import Context
from countyplan.submission.words.basis import is_noted_as_annual
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import read_label, read_period
from countyplan.submission.words.number import is_not_reported


@dataclass(frozen=True, slots=True)
class LongFigures:
    """Enters the figures of one table into `reading`; `context` is what its titles say."""

    grid: Grid
    plan: Plan
    document: str
    context: Context
    columns: LongColumns
    reading: TableReading

    def enter(self, row: int, found: dict[Field, Cell]) -> None:
        """An entry of what a row says, unless its columns contradict each other or leave its basis open."""
        if self._contradicts(row, found):
            self.reading.diagnostics.append(fault(found[Field.VALUE], Code.LABELS_CONTRADICT))
            return
        self._with_bare_name(found)
        self._with_unit(found)
        if self._leaves_basis_open(row, found):
            words = fields_said([Field.BASIS])
            self.reading.diagnostics.append(fault(found[Field.VALUE], Code.FIGURE_UNPLACED, lacking=words))
            return
        self.reading.entries.append(Entry(self.document, found))

    def _contradicts(self, row: int, found: dict[Field, Cell]) -> bool:
        """Whether two columns name different counties, periods or indicators for one figure."""
        if is_not_reported(found[Field.VALUE].text):
            return False
        told = ((name, self.grid.text(row, column)) for column, name in self.columns.again.items())
        return any(text and self._meant(name, text) != self._meant(name, found[name].text or "") for name, text in told)

    def _meant(self, name: Field, text: str) -> object:
        """What a text in a column of `name` stands for, or the text itself where nobody knows."""
        names: dict[Field, Names] = {Field.AREA: self.plan.area_names, Field.INDICATOR: self.plan.indicator_names}
        meant = read_period(text)[0] if name is Field.PERIOD else names[name].find(text)
        return text if meant is None else meant

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
        told = found.get(Field.BASIS)
        if label.basis is not None and (told is None or not (told.text or "").strip()):
            found[Field.BASIS] = Cell(label.basis.value, cell.place)
        stated = found.get(Field.UNIT)
        if label.unit is not None and (stated is None or not (stated.text or "").strip()):
            found[Field.UNIT] = Cell(label.unit.name, cell.place)

    def _with_unit(self, found: dict[Field, Cell]) -> None:
        """Add the unit that the header of the values or the sheet states, where the row has none."""
        unit_cell, value = found.get(Field.UNIT), found[Field.VALUE]
        indicator = self.plan.indicator_names.find((found.get(Field.INDICATOR) or Cell("", value.place)).text or "")
        header = self.columns.value
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
        unit = header.unit or sheet_unit(indicator, self.context, self.plan, value)
        if isinstance(unit, Diagnostic):
            self.reading.diagnostics.append(unit)
            found[Field.VALUE] = Cell("", value.place)
        elif unit is not None:
            found[Field.UNIT] = Cell(unit.name, value.place)

    def _leaves_basis_open(self, row: int, found: dict[Field, Cell]) -> bool:
        """Whether a running total may be a year's own: beside a year's own goal, or by a remark or a title."""
        remarks = (self.grid.text(row, column) for column in self.columns.remarks)
        doubted = self.columns.yearly or self.context.basis_open or any(map(is_noted_as_annual, remarks))
        if not doubted or is_not_reported(found[Field.VALUE].text):
            return False
        stated = found.get(Field.BASIS)
        indicator = self.plan.indicator_names.find(found[Field.INDICATOR].text or "")
        return adds_up(self.plan, indicator) and not (stated is not None and (stated.text or "").strip())
