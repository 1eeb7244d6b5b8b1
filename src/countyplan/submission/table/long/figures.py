"""The figure of a row of a table in long form, completed with what its header, its headings and its sheet say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Subject
from countyplan.plan import Names, Plan
from countyplan.quantity.period import Span
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell, Entry, Meant, fault, subject_of, who_reports
from countyplan.submission.grid import Grid
from countyplan.submission.table.beside import Beside
from countyplan.submission.table.composed import composed
from countyplan.submission.table.long.header import LongColumns
from countyplan.submission.table.table_reading import TableReading, Unknown, adds_up, fields_said
from countyplan.submission.table.units import TableUnits
from countyplan.submission.words.basis import find_basis, is_noted_as_annual
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.nature import Prices, prices_in, stage_in
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.period import read_period
from countyplan.submission.words.vocabulary import first_word


@dataclass(frozen=True, slots=True, kw_only=True)
class LongFigures:
    """Enters the figures of one table into `reading`; `units` and `beside` are what is said of those of each row."""

    grid: Grid
    plan: Plan
    document: str
    columns: LongColumns
    units: TableUnits
    beside: Beside
    reading: TableReading

    def enter(self, row: int, found: dict[Field, Cell], said: Meant, prices: Prices | None, group: str) -> None:
        """An entry of what a row says, unless its columns contradict each other or leave its basis open.

        `said` is what titles and headings say of it, `prices` at what prices the heading above it says that it is, and
        `group` the heading above it of which nobody knows what it says.
        """
        dated = self._within_year(row, found, said)
        if dated is not found:
            found, said = dated, replace(said, period=None)
        name = self._name(found, [*self.beside.texts(row), group])
        value, known = found[Field.VALUE], self._meant(found, said, name)
        period = read_period(self._text(found, Field.PERIOD))[0] or said.period
        if not is_not_reported(value.text) and (
            self._contradicts(row, found)
            or self._names_otherwise(name, found, known)
            or self.beside.limits(row, known.area, known.indicator, period)
        ):
            self.reading.diagnostics.append(fault(value, Code.LABELS_CONTRADICT, self._subject(found, known)))
            return
        stated = self._unit_text(found)
        unit = self.units.of(row, value, known.indicator, stated=stated, named=(known.unit, self.columns.value.unit))
        if isinstance(unit, Diagnostic):
            # Who reports is known even where no figure is.
            self.reading.diagnostics.append(replace(unit, whose=self._subject(found, known)))
            self.reading.entries.append(Entry(self.document, {}, Meant(known.area)))
            return
        meant = replace(known, unit=unit)
        if self._leaves_basis_open(row, found, meant):
            words = fields_said([Field.BASIS])
            subject = self._subject(found, known)
            self.reading.diagnostics.append(fault(value, Code.FIGURE_UNPLACED, subject, lacking=words))
            return
        entry = self._entry(row, found, meant, name, prices)
        unknown = self._unknown_names(found, meant)
        self.reading.entries.append(who_reports(entry) if unknown else entry)
        self.reading.unknown.extend([Unknown(unknown, meant.area, entry)] if unknown else [])

    def subject(self, row: int, found: dict[Field, Cell], said: Meant, group: str) -> Subject | None:
        """Whose figure a row is, by the same; None where it does not tell."""
        return self._subject(found, self._meant(found, said, self._name(found, [*self.beside.texts(row), group])))

    def _subject(self, found: dict[Field, Cell], known: Meant) -> Subject | None:
        return subject_of(Entry(self.document, found, known), self.plan)

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

    def _entry(
        self, row: int, found: dict[Field, Cell], meant: Meant, name: Label | None, prices: Prices | None
    ) -> Entry:
        """What a row reports, with its stage and its prices by what stands nearest to it."""
        remarks = self.beside.texts(row)
        period, standing = read_period(self._text(found, Field.PERIOD))
        labels = [one for one in (name, self.columns.value) if one is not None]
        stages = (stage_in(text) for text in (self._text(found, Field.PERIOD), *remarks))
        return Entry(
            document=self.document,
            cells=found,
            meant=replace(meant, period=meant.period or period),
            qualifiers=(*standing, *self.beside.qualifiers(row)),
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
        told = (*(label.prices for label in labels), *map(prices_in, remarks), heading, self.units.context.prices)
        return next((one for one in told if one is not None), None)

    def _text(self, found: dict[Field, Cell], name: Field) -> str:
        return ((found[name].text if name in found else "") or "").strip()

    def _unit_text(self, found: dict[Field, Cell]) -> str:
        """What a row says of its unit, empty where its cell is blank or holds a dash: then the sheet's unit counts."""
        text = self._text(found, Field.UNIT)
        return "" if is_not_reported(text) else text

    def _contradicts(self, row: int, found: dict[Field, Cell]) -> bool:
        """Whether two columns name different areas, periods or indicators for one figure."""
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

    def _names_otherwise(self, name: Label | None, found: dict[Field, Cell], known: Meant) -> bool:
        """Whether an indicator's name says of which area, or on what basis, it is, and the columns say another."""
        if name is None:
            return False
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

    def _leaves_basis_open(self, row: int, found: dict[Field, Cell], meant: Meant) -> bool:
        """Whether a running total may be a year's own: beside a year's own goal, or by a remark or a title."""
        noted = any(map(is_noted_as_annual, self.beside.texts(row)))
        doubted = self.columns.yearly or self.units.context.basis_open or noted
        if not doubted or is_not_reported(found[Field.VALUE].text) or not adds_up(self.plan, meant.indicator):
            return False
        return meant.basis is None and not self._text(found, Field.BASIS)
