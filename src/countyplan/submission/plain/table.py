"""A plain table's figures, by a few of its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from itertools import islice

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission.cell import Entry
from countyplan.submission.entry import Understood, no_goal, understand
from countyplan.submission.grid import Grid
from countyplan.submission.open.csv_reader import cells_of_line
from countyplan.submission.plain.kind import Kind, Kinds
from countyplan.submission.plain.lines import COMMA
from countyplan.submission.plain.rows import Rows, Texts, names_of_areas, plain_rows
from countyplan.submission.reported import ReportedFigure
from countyplan.submission.words.fields import Field


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The figures of a table in its order, whose they are, and what was found in those of its rows that are not plain."""

    figures: list[ReportedFigure]
    areas: set[str]
    diagnostics: list[Diagnostic]


@dataclass(frozen=True, slots=True)
class Careful:
    """What reading some rows as any table comes to: their entries, unless anything is to be told of the table itself.

    `told` is what is told of rows that come to no entry, each of its own row alone.
    """

    entries: list[Entry] | None
    told: list[Diagnostic] = field(default_factory=list)


_OfLine = dict[int, list[tuple[Entry, Understood]]]
# What two rows have in common of which one says how final it is: then the more final one counts.
_Staged = tuple[str | None, str | None, Period | None]


def read_plain(text: str, file: str, plan: Plan, most: int, carefully: Callable[[Grid], Careful]) -> PlainTable | None:
    """The figures of a plain table of at most so many cells; None where it is to be read the careful way.

    Where something is to be told of a kind of row (preliminary figures), all of its rows are read with care.
    """
    rows = plain_rows(text, file, plan, most)
    reading = None if rows is None else _understood(rows, file, plan, carefully)
    if rows is not None and reading is not None and (strange := reading.learn()):
        reading = _understood(rows, file, plan, carefully) if rows.choose(strange) else None
        reading = None if reading is None or reading.learn() else reading
    return None if reading is None else reading.read()


def _understood(rows: Rows, file: str, plan: Plan, carefully: Callable[[Grid], Careful]) -> _Reading | None:
    """The rows with what reading those that stand for others, and the odd ones, with care comes to."""
    chosen = [1, *rows.standing]
    read = carefully(Grid("", [cells_of_line(rows.lines.line(at), at, file, COMMA) for at in chosen]))
    of_line = None if read.entries is None else _by_line(read.entries, plan)
    return None if of_line is None else _Reading(rows, plan, of_line, {one.place.line: one for one in read.told})


def _by_line(entries: list[Entry], plan: Plan) -> _OfLine | None:
    """The entries by the lines that their figures stand in; None where one has no figure."""
    of_line: _OfLine = {}
    for entry in entries:
        cell = entry.cells.get(Field.VALUE)
        line = None if cell is None else cell.place.line
        if line is None:
            return None
        of_line.setdefault(line, []).append((entry, understand(entry, plan)))
    return of_line


@dataclass(slots=True)
class _Reading:
    rows: Rows
    plan: Plan
    of_line: _OfLine
    told: dict[int | None, Diagnostic]
    areas: dict[str, str] = field(default_factory=dict)
    kinds: dict[Texts, Kind] = field(default_factory=dict)

    def learn(self) -> set[Texts]:
        """Learn what rows stand for; what those have in common that stand for no other, or of which something is told."""
        kinds = Kinds(self.plan)
        rows = {at: cells for at, cells in self.rows.standing.items() if at not in self.rows.odd}
        strange = {self.rows.others(cells) for at, cells in rows.items() if not self._learn(at, cells, kinds)}
        return strange | {self.rows.others(cells) for at, cells in rows.items() if not self._agrees(at, cells)}

    def read(self) -> PlainTable | None:
        """Every row by what was learned; None where figures are not as plain as they looked, or bear on each other."""
        read = PlainTable([], set(), [])
        areas, known, others, lines = (
            names_of_areas(self.plan) | self.areas,
            self.kinds,
            self.rows.others,
            self.rows.lines,
        )
        value, named, odd, staged = self.rows.value, self.rows.area, self.rows.odd, self._staged()
        for at, cells in enumerate(islice(lines.records(), 1, None), 2):
            if at in odd:
                self._take_odd(at, read)
                continue
            kind, area = known[others(cells)], areas[cells[named]]
            amount = kind.amounts[cells[value]]
            if amount is None or (staged and (area, kind.like.indicator, kind.like.period) in staged):
                return None
            figure = kind.figure(area, amount, kind.told, lines, at)
            if kind.lacking[area]:
                read.diagnostics.append(self._no_goal(figure, at))
            read.figures.append(figure)
        read.areas.update(area for kind in known.values() for area in kind.lacking)
        return read

    def _staged(self) -> set[_Staged]:
        """What the odd rows are of that say how final they are."""
        return {
            (entry.meant.area, entry.meant.indicator, entry.meant.period)
            for at in self.rows.odd
            for entry, _ in self.of_line.get(at, [])
            if entry.stage is not None
        }

    def _learn(self, at: int, cells: list[str], kinds: Kinds) -> bool:
        """Keep what a row stands for, if it came to one figure."""
        known = self.of_line.get(at, [])
        if len(known) != 1 or known[0][1].figure is None:
            return False
        entry, figure = known[0][0], known[0][1].figure
        kind = kinds.of(entry, figure)
        if kind is None:
            return False
        self.areas.setdefault(cells[self.rows.area], figure.area)
        self.kinds.setdefault(self.rows.others(cells), kind)
        return True

    def _take_odd(self, at: int, read: PlainTable) -> None:
        """What a row that is not plain came to, read with care."""
        read.diagnostics.extend([self.told[at]] if at in self.told else [])
        for _, understood in self.of_line.get(at, []):
            read.diagnostics.extend(understood.diagnostics)
            read.figures.extend([understood.figure] if understood.figure else [])
            read.areas.update([understood.area] if understood.area else [])

    def _agrees(self, at: int, cells: list[str]) -> bool:
        """Whether a row comes by its kind to the same figure and findings as read with care."""
        kind, area = self.kinds.get(self.rows.others(cells)), self.areas.get(cells[self.rows.area])
        if kind is None or area is None:
            return False
        amount = kind.amounts[cells[self.rows.value]]
        if amount is None:
            return False
        figure = kind.figure(area, amount, kind.told, self.rows.lines, at)
        told = [self._no_goal(figure, at)] if kind.lacking[area] else []
        return self.of_line[at][0][1] == Understood(area, figure, told)

    def _no_goal(self, figure: ReportedFigure, at: int) -> Diagnostic:
        return no_goal(self.plan, figure.subject, self.rows.lines.place_in(at, self.rows.indicator))
