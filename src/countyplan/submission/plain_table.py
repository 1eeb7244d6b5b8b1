"""Long tables whose rows are alike: each kind of row is understood once, and the others by it.

Of a CSV with a figure a row two rows that differ in nothing but the digits of their figure, or in their county, come to the
same but for that. So a few rows that hold every county and every other text between them are read as any table is, and
what is made of the rest has to agree with what was made of these. Where anything is not as plain as that, the whole table
is read the careful way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Place
from countyplan.plan import Component, Plan
from countyplan.quantity import Unit, find_unit
from countyplan.submission.cell import Entry
from countyplan.submission.entry import ReportedFigure, Understood, lacks_goal, no_goal, understand
from countyplan.submission.grid import Grid
from countyplan.submission.open.csv_reader import cells_of_line, delimiter_of
from countyplan.submission.value import Measured, converted
from countyplan.submission.words.fields import Field, find_heading
from countyplan.submission.words.label import area_in_name
from countyplan.submission.words.number import Amount, is_not_reported, parse_amount
from countyplan.submission.words.scope import noted_part

# Shorter tables are read as fast the careful way.
_WORTHWHILE = 500
_COMMA = ","
# Whatever could part cells or lines otherwise, or is not seen.
_NOT_PLAIN = re.compile('["\0\t;\r\u00ad\u200b-\u200e\u2060\ufeff]')
_FIGURE = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,20})?")
# Lengths of 2024, 202406 and 2024.06: such a figure might be taken for a period.
_AS_LONG_AS_A_PERIOD = frozenset({4, 6, 7})


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The figures of a table in its order, whose they are, and what was found in those of its rows that are not plain."""

    figures: list[ReportedFigure]
    areas: set[str]
    diagnostics: list[Diagnostic]


@dataclass(frozen=True, slots=True)
class Careful:
    """What reading some rows as any table comes to: their entries, unless anything is to be told of the table itself."""

    entries: list[Entry] | None


@dataclass(slots=True)
class _Kind:
    """What rows that differ in county and figure only have in common, and one of them; and what digits come to in them.

    `by_places` holds for figures with so many decimals one of them in the plan's unit, since all of them are rounded alike.
    """

    entry: Entry
    figure: ReportedFigure
    measured: Component
    stated: Unit | None
    by_places: dict[int, Measured | None] = field(default_factory=dict)

    def measured_like(self, text: str) -> Measured | None:
        """A figure with as many decimals as `text` in the plan's unit; None where that cannot be."""
        places = len(text.partition(".")[2])
        if places not in self.by_places:
            amount = parse_amount(text)
            known = converted(self.entry, amount, self.stated, self.measured) if isinstance(amount, Amount) else None
            self.by_places[places] = known if isinstance(known, Measured) else None
        return self.by_places[places]

    def value(self, text: str) -> Decimal:
        """The digits in the plan's unit."""
        unit, wanted = self.stated, find_unit(self.measured.unit)
        value = Decimal(text)
        return value if unit is None or wanted is None or unit == wanted else unit.convert(value, wanted)


@dataclass(slots=True)
class _Rows:
    """The lines of a table, which of them stand for the others, and which are not plain; by line, the header is line 1."""

    lines: list[str]
    area: int
    value: int
    indicator: int
    standing: dict[int, None] = field(default_factory=dict)
    odd: set[int] = field(default_factory=set)

    def split(self, at: int) -> tuple[str, str, tuple[str, ...]]:
        """A line's county, figure, and all else."""
        cells = self.lines[at - 1].split(_COMMA)
        area, value = cells[self.area], cells[self.value]
        cells[self.area] = cells[self.value] = ""
        return area, value, tuple(cells)

    def place(self, file: str, at: int, column: int) -> Place:
        """Where a cell of a line stands."""
        line = self.lines[at - 1]
        *before, cell = line.split(_COMMA, column + 1)[: column + 1]
        begun = 1 + column + sum(map(len, before))
        return Place(file, at, begun, excerpt=line, length=max(1, len(cell)))


def read_plain(text: str, file: str, plan: Plan, most: int, carefully: Callable[[Grid], Careful]) -> PlainTable | None:
    """The figures of a plain table of at most so many cells; None where it is to be read the careful way."""
    rows = _plain_rows(text, plan, most)
    if rows is None:
        return None
    chosen = [1, *rows.standing]
    read = carefully(Grid("", [cells_of_line(rows.lines[at - 1], at, file, _COMMA) for at in chosen]))
    if read.entries is None:
        return None
    of_line: dict[int, list[tuple[Entry, Understood]]] = {}
    for entry in read.entries:
        cell = entry.cells.get(Field.VALUE)
        line = None if cell is None else cell.place.line
        if line is None:
            return None
        of_line.setdefault(line, []).append((entry, understand(entry, plan)))
    return _Reading(rows, file, plan, of_line).read()


def _plain_rows(text: str, plan: Plan, most: int) -> _Rows | None:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.count("\n") < _WORTHWHILE or _NOT_PLAIN.search(text) or delimiter_of(text, plan) != _COMMA:
        return None
    lines = text.removesuffix("\n").split("\n")
    header = [find_heading(name) for name in lines[0].split(_COMMA)]
    needed = (Field.AREA, Field.VALUE, Field.PERIOD, Field.INDICATOR)
    if any(header.count(one) != 1 for one in needed) or len(header) * len(lines) > most:
        return None
    rows = _Rows(lines, header.index(Field.AREA), header.index(Field.VALUE), header.index(Field.INDICATOR))
    labels = [header.index(Field.PERIOD), rows.indicator]
    return rows if _choose(rows, len(header), labels, _digits_that_name(plan)) else None


def _choose(rows: _Rows, width: int, labels: list[int], names: frozenset[str]) -> bool:
    """Choose the rows that stand for the others and those that are not plain; whether that spares anything."""
    areas: set[str] = set()
    kinds: set[tuple[str, ...]] = set()
    for at in range(2, len(rows.lines) + 1):
        if rows.lines[at - 1].count(_COMMA) != width - 1:
            return False
        area, value, kind = rows.split(at)
        if _FIGURE.fullmatch(value) is None or value in names or _may_be_a_period(value):
            rows.odd.add(at)
        elif area in areas and kind in kinds:
            continue
        if not area.strip() or not all(kind[label].strip() for label in labels):
            return False
        if at not in rows.odd:
            areas.add(area)
            kinds.add(kind)
        rows.standing[at] = None
    return 2 * len(rows.standing) < len(rows.lines)


def _may_be_a_period(value: str) -> bool:
    return value[:2] in {"19", "20", "21"} and len(value) in _AS_LONG_AS_A_PERIOD


def _digits_that_name(plan: Plan) -> frozenset[str]:
    """Names that look like figures, as codes of counties do."""
    written = (*plan.area_names.written(), *plan.indicator_names.written())
    return frozenset(name for name in written if _FIGURE.fullmatch(name))


@dataclass(slots=True)
class _Reading:
    rows: _Rows
    file: str
    plan: Plan
    of_line: dict[int, list[tuple[Entry, Understood]]]
    areas: dict[str, str] = field(default_factory=dict)
    kinds: dict[tuple[str, ...], _Kind] = field(default_factory=dict)
    lacking: dict[tuple[str, str], bool] = field(default_factory=dict)

    def read(self) -> PlainTable | None:
        """Every row by what the rows that stand for it came to; None where one of these was not as plain as it looked."""
        if not all(self._learn(at) for at in self.rows.standing if at not in self.rows.odd):
            return None
        read = PlainTable([], set(self.areas.values()), [])
        for at in range(2, len(self.rows.lines) + 1):
            if at in self.rows.odd:
                for _, understood in self.of_line.get(at, []):
                    read.diagnostics.extend(understood.diagnostics)
                    read.figures.extend([understood.figure] if understood.figure else [])
                    read.areas.update([understood.area] if understood.area else [])
            else:
                figure = self._figure(at)
                if figure is None:
                    return None
                found = self._found(at, figure)
                if at in self.of_line and self.of_line[at][0][1] != Understood(figure.area, figure, found):
                    return None
                read.figures.append(figure)
                read.diagnostics.extend(found)
        return read

    def _learn(self, at: int) -> bool:
        """Keep what a row stands for, if it came to one figure and nothing is to be told of it."""
        known = self.of_line.get(at, [])
        if len(known) != 1:
            return False
        (entry, understood), (area, _, kind) = known[0], self.rows.split(at)
        figure = understood.figure
        said = (entry.stage, entry.prices, entry.qualifiers or None)
        if figure is None or said != (None, None, None):
            return False
        if area_in_name(entry.text(Field.INDICATOR), self.plan) is not None or self._notes_a_county(entry, figure):
            return False
        unit = "" if is_not_reported(entry.text(Field.UNIT)) else entry.text(Field.UNIT)
        stated = entry.meant.unit or (find_unit(unit) if unit else None)
        self.areas.setdefault(area, figure.area)
        self.kinds.setdefault(kind, _Kind(entry, figure, self.plan.measured[figure.indicator], stated))
        return True

    def _notes_a_county(self, entry: Entry, figure: ReportedFigure) -> bool:
        """Whether a row's note would limit the figure of another county: 建德市数据, 全市口径."""
        note = entry.text(Field.NOTE)
        areas = (*(area.id for area in self.plan.areas), figure.area)
        return bool(note) and any(noted_part(note, area, figure.indicator, self.plan) for area in areas)

    def _figure(self, at: int) -> ReportedFigure | None:
        area_text, value, texts = self.rows.split(at)
        area, kind = self.areas[area_text], self.kinds[texts]
        like, measured = kind.figure, kind.measured_like(value)
        if measured is None:
            return None
        return ReportedFigure(
            area=area,
            indicator=like.indicator,
            period=like.period,
            value=kind.value(value),
            half_digit=measured.half_digit,
            basis=like.basis,
            written=value + measured.unit_apart,
            place=self.rows.place(self.file, at, self.rows.value),
            document=like.document,
            submitted=like.submitted,
            source=like.source,
            note=like.note,
            partial=like.partial,
            estimate=like.estimate,
        )

    def _found(self, at: int, figure: ReportedFigure) -> list[Diagnostic]:
        """What is to be told of a plain row: that the plan sets its county no such goal."""
        pair = figure.indicator, figure.area
        if pair not in self.lacking:
            self.lacking[pair] = lacks_goal(self.plan, *pair)
        if not self.lacking[pair]:
            return []
        return [no_goal(self.plan, figure.subject, self.rows.place(self.file, at, self.rows.indicator))]
