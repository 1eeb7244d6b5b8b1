"""The figure of a row of a table in long form, completed with what its header, its headings and its sheet say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Names, Plan
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.period import Span
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell, Entry, Meant, fault, who_reports
from countyplan.submission.grid import Grid
from countyplan.submission.table.composed import composed
from countyplan.submission.table.find.title import Context
from countyplan.submission.table.long.header import LongColumns
from countyplan.submission.table.table_reading import (
    TableReading,
    Unknown,
    adds_up,
    fields_said,
    money_beside,
    sheet_unit,
)
from countyplan.submission.words.basis import find_basis, is_noted_as_annual
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label, read_label, read_period
from countyplan.submission.words.nature import Prices, prices_in, stage_in
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.remark import limit, noted_otherwise, noted_qualifiers
from countyplan.submission.words.scope import noted_part
from countyplan.submission.words.vocabulary import first_word


@dataclass(frozen=True, slots=True, kw_only=True)
class LongFigures:
    """Enters the figures of one table into `reading`; `context` is what its titles say, `units` what its rows are in."""

    grid: Grid
    plan: Plan
    document: str
    context: Context
    columns: LongColumns
    units: frozenset[Unit]
    reading: TableReading

    def enter(self, row: int, found: dict[Field, Cell], said: Meant, prices: Prices | None, group: str) -> None:
        """An entry of what a row says, unless its columns contradict each other or leave its basis open.

        `said` is what titles and headings say of it, `prices` at what prices the heading above it says that it is, and
        `group` the heading above it of which nobody knows what it says.
        """
        dated = self._within_year(row, found, said)
        if dated is not found:
            found, said = dated, replace(said, period=None)
        if self._contradicts(row, found):
            self._tell(Code.LABELS_CONTRADICT, found[Field.VALUE])
            return
        remarks = [self.grid.text(row, column) for column in self.columns.remarks]
        if self._is_limited(row, found, said):
            self._tell(Code.LABELS_CONTRADICT, found[Field.VALUE])
            return
        name = self._name(found, [*remarks, group])
        value, known = found[Field.VALUE], self._meant(found, said, name)
        if name is not None and not is_not_reported(value.text) and self._names_otherwise(name, found, known):
            self._tell(Code.LABELS_CONTRADICT, value)
            return
        meant = self._with_unit(row, found, known)
        if meant is None:
            # Who reports is known even where no figure is.
            self.reading.entries.append(Entry(self.document, {}, Meant(known.area)))
            return
        if self._leaves_basis_open(row, found, meant):
            words = fields_said([Field.BASIS])
            self.reading.diagnostics.append(fault(value, Code.FIGURE_UNPLACED, lacking=words))
            return
        entry = self._entry(row, found, meant, name, prices)
        unknown = self._unknown_names(found, meant)
        self.reading.entries.append(who_reports(entry) if unknown else entry)
        self.reading.unknown.extend([Unknown(unknown, meant.area, entry)] if unknown else [])

    def _within_year(self, row: int, found: dict[Field, Cell], said: Meant) -> dict[Field, Cell]:
        """What a row says, with a quarter or a month of a column of its own put behind its year."""
        for column, span in self.columns.within_year.items():
            text = self.grid.text(row, column)
            year = read_period(self._text(found, Field.PERIOD))[0] or said.period
            if is_not_reported(text) or year is None or not year.is_year:
                continue
            unit = first_word("quarter" if span is Span.QUARTER else "month")
            named = f"{year.year}{first_word('year')}{squeezed(text)}{unit if text.isdecimal() else ''}"
            found = {**found, Field.PERIOD: Cell(named, self.grid.rows[row][column].place)}
        return found

    def _is_limited(self, row: int, found: dict[Field, Cell], said: Meant) -> bool:
        """Whether a column such as 截至 or 统计范围 says of a row's figure that it is of a part of its year or area."""
        period = read_period(self._text(found, Field.PERIOD))[0] or said.period
        texts = (limit(self.grid.text(self.columns.header, at), self.grid.text(row, at)) for at in self.columns.remarks)
        told = [text for text in texts if text]
        if not told or period is None or is_not_reported(found[Field.VALUE].text):
            return False
        area = self.plan.area_names.find(self._text(found, Field.AREA)) or said.area
        indicator = self.plan.indicator_names.find(self._text(found, Field.INDICATOR)) or said.indicator
        return any(noted_otherwise(one, period) or noted_part(one, area, indicator, self.plan) for one in told)

    def _entry(
        self, row: int, found: dict[Field, Cell], meant: Meant, name: Label | None, prices: Prices | None
    ) -> Entry:
        """What a row reports, with its stage and its prices by what stands nearest to it."""
        remarks = [self.grid.text(row, column) for column in self.columns.remarks]
        period, standing = read_period(self._text(found, Field.PERIOD))
        labels = [one for one in (name, self.columns.value) if one is not None]
        stages = (stage_in(text) for text in (self._text(found, Field.PERIOD), *remarks))
        return Entry(
            document=self.document,
            cells=found,
            meant=replace(meant, period=meant.period or period),
            qualifiers=(*standing, *(one for text in remarks for one in noted_qualifiers(text))),
            stage=next((one for one in (*(label.stage for label in labels), *stages) if one is not None), None),
            prices=self._prices(labels, prices, remarks),
            year=found.get(Field.PERIOD) if not self.columns.value.names_outcomes else None,
            titled=Field.PERIOD not in found and not self.columns.value.names_outcomes,
        )

    def _unknown_names(self, found: dict[Field, Cell], known: Meant) -> tuple[tuple[Cell, Code], ...]:
        """The cells of a row with a figure that name an indicator or an area which the plan does not know."""
        told = (
            (Field.INDICATOR, known.indicator, Code.UNKNOWN_INDICATOR),
            (Field.AREA, known.area, Code.UNKNOWN_AREA),
        )
        unknown = ((found[name], code) for name, meant, code in told if meant is None and name in found)
        return () if is_not_reported(found[Field.VALUE].text) else tuple(unknown)

    def _prices(self, labels: list[Label], heading: Prices | None, remarks: Iterable[str]) -> Prices | None:
        """At what prices the figure is, by what stands nearest to it."""
        told = (*(label.prices for label in labels), *map(prices_in, remarks), heading, self.context.prices)
        return next((one for one in told if one is not None), None)

    def _text(self, found: dict[Field, Cell], name: Field) -> str:
        return ((found[name].text if name in found else "") or "").strip()

    def _unit_text(self, found: dict[Field, Cell]) -> str:
        """What a row says of its unit, empty where its cell is blank or holds a dash: then the sheet's unit counts."""
        text = self._text(found, Field.UNIT)
        return "" if is_not_reported(text) else text

    def _tell(self, code: Code, value: Cell) -> None:
        self.reading.diagnostics.append(fault(value, code))

    def _contradicts(self, row: int, found: dict[Field, Cell]) -> bool:
        """Whether two columns name different areas, periods or indicators for one figure."""
        if is_not_reported(found[Field.VALUE].text):
            return False
        told = ((name, self.grid.text(row, column)) for column, name in self.columns.again.items())
        return any(
            text and self._stands_for(name, text) != self._stands_for(name, found[name].text) for name, text in told
        )

    def _stands_for(self, name: Field, text: str | None) -> object:
        """What a text in a column of `name` stands for, or the text itself where nobody knows."""
        names: dict[Field, Names] = {Field.AREA: self.plan.area_names, Field.INDICATOR: self.plan.indicator_names}
        meant = read_period(text or "")[0] if name is Field.PERIOD else names[name].find(text or "")
        return text if meant is None else meant

    def _name(self, found: dict[Field, Cell], groups: Iterable[str]) -> Label | None:
        """What the indicator's cell says, also behind a number or with a footnote's mark, a unit or an area.

        It may be an indicator's name only together with one of `groups`.
        """
        text = self._text(found, Field.INDICATOR)
        label = read_label(text, self.plan) if text else None
        if label is not None and not label.understood:
            label = composed(text, groups, self.plan)
        return label if label is not None and label.indicator is not None and label.period is None else None

    def _names_otherwise(self, name: Label, found: dict[Field, Cell], known: Meant) -> bool:
        """Whether an indicator's name says of which area, or on what basis, it is, and the columns say another."""
        basis = find_basis(self._text(found, Field.BASIS))
        return name.area not in (None, known.area) or (None not in (name.basis, basis) and name.basis is not basis)

    def _meant(self, found: dict[Field, Cell], said: Meant, name: Label | None) -> Meant:
        """What titles, headings and the row's own cells say, each understood once."""
        meant = said
        if (area := self.plan.area_names.find(self._text(found, Field.AREA))) is not None:
            meant = replace(meant, area=area)
        if name is not None:
            basis = name.basis if name.basis is not None and not self._text(found, Field.BASIS) else meant.basis
            unit = name.unit if not self._unit_text(found) else None
            meant = replace(meant, indicator=name.indicator, basis=basis, unit=unit)
        return meant if not self._text(found, Field.BASIS) else replace(meant, basis=None)

    def _with_unit(self, row: int, found: dict[Field, Cell], meant: Meant) -> Meant | None:
        """What is meant with the unit that the header of the values or the sheet states; None where units contradict."""
        value, header = found[Field.VALUE], self.columns.value
        text = self._unit_text(found)
        stated = find_unit(text) if text else None
        if header.unit is not None and stated is not None and stated != header.unit:
            words = {"text": header.unit.name, "unit": stated.name}
            self.reading.diagnostics.append(Diagnostic(Code.UNITS_CONTRADICT, value.place, words))
            return None
        unknown = [at for at in self.columns.remarks if self.columns.fields.get(at) is not Field.NOTE]
        if (
            told := money_beside(
                self.grid,
                row,
                unknown,
                value=value,
                measure=self._measure(meant),
                stated=stated or meant.unit or header.unit,
            )
        ) is not None:
            self.reading.diagnostics.append(told)
            return None
        if text or meant.unit or is_not_reported(value.text) or meant.indicator is None:
            return meant
        unit = header.unit or sheet_unit(
            indicator=meant.indicator,
            context=self.context,
            row=row,
            plan=self.plan,
            value=value,
            beside=self.units,
        )
        if isinstance(unit, Diagnostic):
            self.reading.diagnostics.append(unit)
            return None
        return replace(meant, unit=unit)

    def _measure(self, meant: Meant) -> Unit | None:
        return None if meant.indicator is None else self.plan.unit_of_measure(meant.indicator)

    def _leaves_basis_open(self, row: int, found: dict[Field, Cell], meant: Meant) -> bool:
        """Whether a running total may be a year's own: beside a year's own goal, or by a remark or a title."""
        remarks = (self.grid.text(row, column) for column in self.columns.remarks)
        doubted = self.columns.yearly or self.context.basis_open or any(map(is_noted_as_annual, remarks))
        if not doubted or is_not_reported(found[Field.VALUE].text) or not adds_up(self.plan, meant.indicator):
            return False
        return meant.basis is None and not self._text(found, Field.BASIS)
