"""From a table to entries, as a careful clerk would read it; whatever places no figure for certain is told, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, field

from countyplan.diagnostics import Code, Diagnostic, Place, Subject
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import Unit
from countyplan.submission.cell import Cell, Entry
from countyplan.submission.fields import COLUMN_NAMES, FIELD_NAMES, NEEDED, Field
from countyplan.submission.grid import Grid
from countyplan.submission.label import Label, read_label
from countyplan.submission.layout import LongLayout, WideLayout, find_layout
from countyplan.submission.number import is_not_reported

_FOOTNOTES = ("注", "备注：", "说明：", "资料来源", "数据来源：", "填表", "审核", "*")


@dataclass(frozen=True, slots=True)
class Note:
    """How a part of a table was understood: a sentence of the language catalogue, and its words."""

    place: Place
    key: str
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableReading:
    """The entries of a table, what is wrong with its form, and how it was understood; `understood` if it is a table."""

    understood: bool
    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_table(grid: Grid, plan: Plan, document: str) -> TableReading:
    """The entries of a table in long or wide form; `document` names the submission that it is."""
    layout = find_layout(grid, plan)
    if layout is None:
        return TableReading(understood=False)
    reading = TableReading(understood=True)
    if isinstance(layout, LongLayout):
        _Long(grid, plan, document, layout, reading).read()
    else:
        _Wide(grid, plan, document, layout, reading).read()
    return reading


def _area_name(plan: Plan, area: str) -> str:
    return plan.targets_file.total.name if area == TOTAL else plan.area(area).name


@dataclass(frozen=True, slots=True)
class _Long:
    grid: Grid
    plan: Plan
    document: str
    layout: LongLayout
    reading: TableReading

    def read(self) -> None:
        header = self.layout.header
        found = self.reading.diagnostics
        for column in self.layout.twice:
            found.append(self._about(Code.HEADER_TWICE, header, column))
        for column in self.layout.unknown:
            found.append(self._about(Code.HEADER_UNKNOWN, header, column, near=True))
        given = self._given()
        lacking = [one.value for one in NEEDED if one not in self.layout.columns.values() and one not in given]
        if lacking:
            place = self.grid.rows[header][0].place
            found.append(Diagnostic(Code.HEADER_MISSING, place, {"lacking": ", ".join(lacking)}))
        for column, name in self.layout.columns.items():
            words = {"header": self.grid.text(header, column), "field": name.value}
            self.reading.notes.append(Note(self.grid.rows[header][column].place, "reading.field", words))
        if lacking or self.layout.twice:
            return
        for row in range(header + 1, len(self.grid.rows)):
            self._row(row, given)

    def _given(self) -> dict[Field, Cell]:
        """What the titles say for every row."""
        context, place = self.layout.context, self.grid.rows[self.layout.header][0].place
        given = {}
        if context.area is not None:
            given[Field.AREA] = Cell(_area_name(self.plan, context.area), place)
        if context.period is not None:
            given[Field.PERIOD] = Cell(str(context.period), place)
        return given

    def _about(self, code: Code, row: int, column: int, *, near: bool = False) -> Diagnostic:
        text = self.grid.text(row, column)
        words = {"text": text, "near": COLUMN_NAMES.nearest(text) or ""} if near else {"text": text}
        return Diagnostic(code, self.grid.rows[row][column].place, words)

    def _row(self, row: int, given: dict[Field, Cell]) -> None:
        cells = self.grid.rows[row]
        texts = [column for column in range(len(cells)) if self.grid.text(row, column)]
        width = len(self.grid.rows[self.layout.header])
        if not texts:
            return
        beyond = [column for column in texts if column >= width]
        if beyond:
            self.reading.diagnostics.append(self._about(Code.ROW_TOO_LONG, row, beyond[0]))
            return
        if len(texts) == 1 and self.grid.text(row, texts[0]).startswith(_FOOTNOTES):
            self.reading.notes.append(Note(cells[texts[0]].place, "reading.footnote"))
            return
        found = {}
        for column, name in self.layout.columns.items():
            end = cells[-1].place if cells else self.grid.rows[self.layout.header][0].place
            found[name] = self.grid.cell(row, column) or Cell("", end)
            if name is Field.VALUE and (row, column) in self.grid.odd:
                words = {"text": self.grid.text(row, column)}
                self.reading.diagnostics.append(Diagnostic(self.grid.odd[row, column], cells[column].place, words))
                found[name] = Cell("", cells[column].place)
        self.reading.entries.append(Entry(self.document, {**given, **found}))


@dataclass(frozen=True, slots=True)
class _Spot:
    """What row, column and sheet say together of one figure; empty where none of them says anything."""

    indicator: str
    area: str
    period: str
    unit: Unit | None
    contradicts: bool


@dataclass(slots=True)
class _Wide:
    grid: Grid
    plan: Plan
    document: str
    layout: WideLayout
    reading: TableReading
    carried: dict[int, Label] = field(default_factory=dict)

    def read(self) -> None:
        self._tell_columns()
        twice = self._columns_twice()
        for row in range(self.layout.first, len(self.grid.rows)):
            labels = self._labels(row)
            reported = [one for one in self.layout.columns if self._reports(row, one)]
            if not reported:
                self._skip(row)
                continue
            for column in reported:
                if column not in twice:
                    self._figure(row, column, labels)

    def _tell_columns(self) -> None:
        for column in self.layout.unknown:
            row = next((one for one in reversed(self.layout.headers) if self.grid.text(one, column)), None)
            text = "" if row is None else self.grid.text(row, column)
            near = self.plan.indicator_names.nearest(text) if text else None
            code = Code.UNKNOWN_INDICATOR if near else Code.HEADER_UNKNOWN
            cell = self.grid.cell(self.layout.first if row is None else row, column)
            if cell is not None:
                self.reading.diagnostics.append(Diagnostic(code, cell.place, {"text": text, "near": near or ""}))
        for column, said in self.layout.columns.items():
            for row, label in said:
                cell = self.grid.cell(row, column)
                if cell is not None:
                    words = {"header": label.text, "meaning": self._meaning(label)}
                    self.reading.notes.append(Note(cell.place, "reading.header", words))

    def _meaning(self, label: Label) -> str:
        parts = [
            self.plan.measured[label.indicator].name if label.indicator else "",
            _area_name(self.plan, label.area) if label.area else "",
            str(label.period) if label.period else "",
            label.unit.name if label.unit else "",
        ]
        return " ".join(part for part in parts if part)

    def _columns_twice(self) -> set[int]:
        """Columns that say the same as one before them: which of them counts is not said, so that neither does."""
        seen: dict[tuple[object, ...], int] = {}
        twice: set[int] = set()
        for column, said in self.layout.columns.items():
            names = [(one.indicator, one.area, one.period) for _, one in said]
            key = tuple(next((name[at] for name in names if name[at] is not None), None) for at in range(3))
            first = seen.setdefault(key, column)
            if said and first != column:
                twice |= {first, column}
                cell = self.grid.cell(said[-1][0], column)
                if cell is not None:
                    words = {"text": said[-1][1].text}
                    self.reading.diagnostics.append(Diagnostic(Code.HEADER_TWICE, cell.place, words))
        return twice

    def _labels(self, row: int) -> list[tuple[int, Label]]:
        """What the row's own labels say; a county named once for several rows goes on until the next one is named."""
        labels = []
        for column in self.layout.labels:
            text = self.grid.text(row, column)
            label = read_label(text, self.plan) if text else None
            if label is not None and label.area is not None and label.indicator is None:
                self.carried[column] = label
            elif label is None and column in self.carried:
                label = self.carried[column]
            if label is not None:
                labels.append((column, label))
        return labels

    def _reports(self, row: int, column: int) -> bool:
        # Of a merged cell only the first place holds what it says; a footnote runs over columns of figures.
        if (row, column) in self.grid.merged:
            return False
        return (row, column) in self.grid.odd or not is_not_reported(self.grid.text(row, column))

    def _skip(self, row: int) -> None:
        told = next((cell for cell in self.grid.rows[row] if (cell.text or "").strip()), None)
        if told is not None:
            words = {"text": (told.text or "").strip()}
            self.reading.notes.append(Note(told.place, "reading.skipped", words))

    def _figure(self, row: int, column: int, labels: list[tuple[int, Label]]) -> None:
        value = self.grid.cell(row, column)
        header = self.layout.columns[column]
        spot = self._spot([one for _, one in labels] + [one for _, one in header])
        if value is None or not self._placed(row, spot, value):
            return
        if (row, column) in self.grid.odd:
            words = {"text": (value.text or "").strip()}
            subject = Subject(spot.area, spot.indicator)
            self.reading.diagnostics.append(Diagnostic(self.grid.odd[row, column], value.place, words, subject))
            return
        cells = {
            Field.AREA: Cell(_area_name(self.plan, spot.area), value.place),
            Field.PERIOD: Cell(spot.period, value.place),
            Field.INDICATOR: Cell(self.plan.measured[spot.indicator].name, value.place),
            Field.VALUE: value,
        }
        for at, name in self.layout.fields.items():
            cell = self.grid.cell(row, at)
            if cell is not None and (cell.text or "").strip():
                cells[name] = cell
        unit = self._unit(spot)
        if Field.UNIT not in cells and unit is not None:
            cells[Field.UNIT] = Cell(unit.name, value.place)
        self.reading.entries.append(Entry(self.document, cells))

    def _spot(self, said: list[Label]) -> _Spot:
        context = self.layout.context
        indicators = list(dict.fromkeys(one.indicator for one in said if one.indicator is not None))
        areas = list(dict.fromkeys(one.area for one in said if one.area is not None))
        periods = list(dict.fromkeys(str(one.period) for one in said if one.period is not None))
        units = list(dict.fromkeys(one.unit for one in said if one.unit is not None))
        period = "" if context.period is None else str(context.period)
        return _Spot(
            indicator=next(iter(indicators), ""),
            area=next(iter(areas), context.area or ""),
            period=next(iter(periods), period),
            unit=next(iter(units), None),
            contradicts=any(len(found) > 1 for found in (indicators, areas, periods, units)),
        )

    def _placed(self, row: int, spot: _Spot, value: Cell) -> bool:
        """Whether it is certain which figure stands here; if not, what is lacking is told."""
        found = self.reading.diagnostics
        if spot.contradicts:
            found.append(Diagnostic(Code.LABELS_CONTRADICT, value.place, {"text": (value.text or "").strip()}))
        elif not spot.indicator and (label := self._unknown_label(row)) is not None:
            name = (label.text or "").strip()
            near = self.plan.indicator_names.nearest(name) or ""
            found.append(Diagnostic(Code.UNKNOWN_INDICATOR, label.place, {"text": name, "near": near}))
        elif not (spot.indicator and spot.area and spot.period):
            said = {Field.INDICATOR: spot.indicator, Field.AREA: spot.area, Field.PERIOD: spot.period}
            words = {"lacking": ", ".join(FIELD_NAMES.of(name)[1] for name, one in said.items() if not one)}
            subject = Subject(spot.area, spot.indicator) if spot.area and spot.indicator else None
            found.append(Diagnostic(Code.FIGURE_UNPLACED, value.place, words, subject))
        else:
            return True
        return False

    def _unknown_label(self, row: int) -> Cell | None:
        """The row's label that nobody knows: text that is no number and places nothing."""
        for column in self.layout.labels:
            text = self.grid.text(row, column)
            known = read_label(text, self.plan)
            if text and not text.isdigit() and not known.places_a_figure and known.field is None:
                return self.grid.cell(row, column)
        return None

    def _unit(self, spot: _Spot) -> Unit | None:
        """The unit that the labels give, else the one of the sheet that is of the indicator's kind."""
        if spot.unit is not None:
            return spot.unit
        dimension = self.plan.unit_of_measure(spot.indicator).dimension
        fitting = [unit for unit in self.layout.context.units if unit.dimension == dimension]
        return fitting[0] if len(fitting) == 1 else None
