"""Tables in wide form: rows and columns that each say a part of which figure stands where they cross."""

from __future__ import annotations

from dataclasses import field, replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.cell import Cell, Entry, Meant
from countyplan.submission.grid import Grid
from countyplan.submission.table.beside import Beside
from countyplan.submission.table.find.layout import WideLayout
from countyplan.submission.table.table_reading import Note, TableReading, Unknown, adds_up, fields_said, is_footnote
from countyplan.submission.table.units import TableUnits, units_of_rows
from countyplan.submission.table.wide.basis import ColumnBasis
from countyplan.submission.table.wide.header import WideHeader, names_bare_year
from countyplan.submission.table.wide.row_labels import RowLabels, Said
from countyplan.submission.table.wide.spot import Spot, spot_of
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label, names_an_area
from countyplan.submission.words.nature import is_no_outcome, names_prices, prices_in, stage_in
from countyplan.submission.words.number import is_amount, is_not_reported
from countyplan.submission.words.numbering import is_numbering
from countyplan.submission.words.qualifier import Qualifier


@dataclass(slots=True, kw_only=True)
class WideReader:
    """Reads one table of a sheet into `reading`; `clear` are the only columns to use, where the title refuses the others."""

    grid: Grid
    plan: Plan
    document: str
    layout: WideLayout
    reading: TableReading
    clear: frozenset[int] | None = None
    rows: RowLabels = field(init=False)
    basis: ColumnBasis = field(init=False)
    width: int = field(init=False)
    units: TableUnits = field(init=False)
    beside: Beside = field(init=False)
    unnamed: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        last_name = min(self.layout.columns, default=self.grid.width) - 1
        topics = self.layout.context.topics
        self.rows = RowLabels(self.grid, self.plan, self.layout.labels, last_name=last_name, topics=topics)
        self.basis = ColumnBasis(self.grid, self.layout)
        self.width = self._header_width()
        beside = tuple(at for at in range(self.grid.width) if at not in self.layout.columns)
        self.beside = Beside(self.grid, self.plan, beside, self.layout.headers)
        self.unnamed = tuple(at for at in beside if at not in self.layout.fields)
        self.units = TableUnits(
            grid=self.grid,
            plan=self.plan,
            context=self.layout.context,
            of_rows=units_of_rows(self.grid, range(self.layout.first, self.layout.end), self.layout.fields),
            unknown=self.unnamed,
        )

    def read(self) -> None:
        """Every figure whose row and column say which it is."""
        rows = range(self.layout.first, self.layout.end)
        beyond = {column for column in self.layout.unknown if any(self._is_beyond(row, column) for row in rows)}
        header = WideHeader(self.grid, self.plan, self.layout, self.reading)
        header.tell(beyond)
        unused = header.unused(self.clear)
        if self.layout.columns and not self.layout.headers:
            place = next(cell.place for cells in self.grid.rows[self.layout.first :] for cell in cells)
            self.reading.notes.append(Note(place, "reading.no_header"))
        for row in rows:
            reported = [one for one in self.layout.columns if self._reports(row, one)]
            if is_footnote(self.grid, row, self.plan):
                reported = []
            unread = any(self._reports(row, one) for one in self.layout.unknown)
            said = self.rows.of(row, reports=bool(reported) or unread)
            if (last := self._first_beyond(row)) is not None:
                self.reading.tell(Code.ROW_TOO_LONG, last, text=last.said)
                continue
            if not reported:
                self._skip(row, "reading.heading" if said.heads else "reading.unread" if unread else "reading.skipped")
            elif (name := said.strange) not in (None, self.rows.headings.strange) and is_no_outcome(name.text or ""):
                self.reading.tell(Code.ROW_NO_OUTCOME, name, text=name.said)
                continue
            elif (goal := self._noted_goal(row)) is not None:
                self.reading.tell(Code.ROW_NO_OUTCOME, goal, text=goal.said)
                continue
            noted = self.beside.qualifiers(row) if reported else ()
            for column in reported:
                if column not in unused:
                    self._figure(row, column, said, noted)
        self.reading.diagnostics.extend(self.rows.headings.findings())

    def _noted_goal(self, row: int) -> Cell | None:
        """A cell behind figures, under a header that nobody knows, that says of them that they are goals or growth."""
        first = min(self.layout.columns, default=self.grid.width)
        behind = (at for at in self.unnamed if at > first)
        return next((self.grid.cell(row, at) for at in behind if is_no_outcome(self.grid.text(row, at))), None)

    def _header_width(self) -> int:
        """How far the header of a text file goes; without one, or in a sheet, whose cells no comma parts, there is no end."""
        told = (column + 1 for row in self.layout.headers for column in self.grid.filled(row))
        return self.grid.width if self.grid.name else max(told, default=self.grid.width)

    def _is_beyond(self, row: int, column: int) -> bool:
        """Whether an amount stands behind the header's end: most likely the rest of one with a comma in it."""
        return column >= self.width and is_amount(self.grid.text(row, column))

    def _first_beyond(self, row: int) -> Cell | None:
        return next((cell for at, cell in enumerate(self.grid.rows[row]) if self._is_beyond(row, at)), None)

    def _reports(self, row: int, column: int) -> bool:
        # Of a merged cell only the first place holds what it says; a footnote runs over columns of figures.
        if (row, column) in self.grid.merged:
            return False
        return (row, column) in self.grid.odd or not is_not_reported(self.grid.text(row, column))

    def _skip(self, row: int, key: str) -> None:
        filled = [cell for cell in self.grid.rows[row] if cell.said]
        told = next((cell for cell in filled if not is_numbering(cell.text or "")), None)
        if told is not None:
            self.reading.notes.append(Note(told.place, key, {"text": told.said}))

    def _figure(self, row: int, column: int, said: Said, noted: tuple[Qualifier, ...]) -> None:
        value = self.grid.rows[row][column]
        over = [one for _, one in self.layout.columns[column]]
        spot = spot_of(self.layout.context, self.rows.headings, said, over)
        spread = self.grid.spans_rows(row, column) or self.grid.spans_any(row, column, self.layout.columns)
        if not self._placed(said, spot, value, spread=spread):
            return
        subject = spot.subjects[0]
        if self.beside.limits(row, spot.area, spot.indicator, spot.period):
            self.reading.tell(Code.LABELS_CONTRADICT, value, subject, text=value.said)
            return
        if (row, column) in self.grid.odd:
            self.reading.tell(self.grid.odd[row, column], value, subject, text=value.said)
            return
        cells = {Field.VALUE: value}
        for at, name in self.layout.fields.items():
            cell = self.grid.cell(row, at)
            # A dash under 单位 states no unit: that of the sheet counts.
            is_blank = name is Field.UNIT and is_not_reported(self.grid.text(row, at))
            if cell is not None and cell.said and not is_blank:
                cells[name] = cell
        stated = (cells[Field.UNIT].text or "") if Field.UNIT in cells else ""
        unit = self.units.of(row, value, spot.indicator, stated=stated, named=[spot.unit])
        if isinstance(unit, Diagnostic):
            self.reading.diagnostics.append(replace(unit, whose=subject))
            return
        basis = None
        if Field.BASIS not in cells and adds_up(self.plan, spot.indicator):
            headed = next((one.basis for one in said.labels if one.basis is not None), None)
            own = self.basis.of(column) or headed
            if self.basis.is_open(column, own, within_year=spot.within_year):
                self.reading.tell(Code.FIGURE_UNPLACED, value, subject, lacking=fields_said([Field.BASIS]))
                return
            basis = own or self.layout.context.basis
        meant = Meant(spot.area, spot.indicator, spot.period, unit, basis)
        labels = [*said.labels, *self._over(column), *self._priced(row)]
        titled = not any(one.period or one.names_outcomes or one.stage for one in labels)
        entry = self._entry(cells, meant, labels)
        year, qualifiers = self._bare_year(row, column, said), (*entry.qualifiers, *noted)
        self.reading.entries.append(replace(entry, qualifiers=qualifiers, year=year, titled=titled))

    def _priced(self, row: int) -> list[Label]:
        """The texts beside figures that name at what prices they are, and nothing else."""
        texts = (self.grid.text(row, at) for at in self.unnamed)
        return [Label(text, prices=prices_in(text)) for text in texts if text and names_prices(text)]

    def _bare_year(self, row: int, column: int, said: Said) -> Cell | None:
        """The cell that names a figure's year, where neither its header nor its row says that it is an outcome."""
        over = self.layout.columns[column]
        labels = [*said.labels, *(one for _, one in over)]
        says_more = any(one.names_outcomes or one.stage for one in (*labels, *self._over(column)))
        if says_more or not any(one.period for one in labels):
            return None
        named = next((at for at, one in over if one.period is not None), None)
        if not all(one.period is None or names_bare_year(one) for one in labels):
            return None
        return self.grid.cell(row, column) if named is None else self.grid.cell(named, column)

    def _over(self, column: int) -> list[Label]:
        """What the header says of a column, with each of its levels that says no more than that it holds outcomes (完成)."""
        levels = (self.rows.label(row, column) for row in self.layout.headers)
        return [*(one for _, one in self.layout.columns[column]), *(one for one in levels if one.names_outcomes)]

    def _entry(self, cells: dict[Field, Cell], meant: Meant, labels: list[Label]) -> Entry:
        """A figure with all that is said of it: by labels first, by its note, by the heading above it, by the titles."""
        note = (cells[Field.NOTE].text or "") if Field.NOTE in cells else ""
        context = self.layout.context
        prices = (*(one.prices for one in labels), prices_in(note), self.rows.headings.prices, context.prices)
        stages = (*(one.stage for one in labels), stage_in(note))
        return Entry(
            document=self.document,
            cells=cells,
            meant=meant,
            qualifiers=tuple(dict.fromkeys(one for label in labels for one in label.qualifiers)),
            stage=next((one for one in stages if one is not None), None),
            prices=next((one for one in prices if one is not None), None),
        )

    def _placed(self, row: Said, spot: Spot, value: Cell, *, spread: bool) -> bool:
        """Whether it is certain which figure stands here; if not, what is lacking is told."""
        told = {Field.AREA: spot.area, Field.PERIOD: spot.period, Field.INDICATOR: spot.indicator}
        lacking = [name for name, one in told.items() if not one]
        if row.strange is not None and row.strange is self.rows.headings.strange:
            self.rows.headings.lose_a_figure()
        elif row.strange is not None:
            name = row.strange.said
            is_area = bool(spot.indicator) and (not spot.area or names_an_area(name))
            code = Code.UNKNOWN_AREA if is_area else Code.UNKNOWN_INDICATOR
            self.reading.unknown.append(Unknown(((row.strange, code),), None if is_area else spot.area or None))
        elif spot.contradicts or spread:
            self.reading.tell(Code.LABELS_CONTRADICT, value, *spot.subjects, text=value.said)
        elif lacking or row.silent:
            missing = fields_said(lacking or told, self.layout.context.unclear)
            self.reading.tell(Code.FIGURE_UNPLACED, value, *spot.subjects, lacking=missing)
        else:
            return True
        return False
