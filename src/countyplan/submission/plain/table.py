"""A plain table's figures, by a few of its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from itertools import islice

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.plan import Plan
from countyplan.submission.cell import Entry
from countyplan.submission.entry import ReportedFigure, Understood, no_goal, understand
from countyplan.submission.grid import Grid
from countyplan.submission.open.csv_reader import cells_of_line
from countyplan.submission.plain.kind import Kind, Kinds
from countyplan.submission.plain.lines import COMMA
from countyplan.submission.plain.rows import Rows, Texts, names_of_areas, plain_rows
from countyplan.submission.words.fields import Field


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


_OfLine = dict[int, list[tuple[Entry, Understood]]]


def read_plain(text: str, file: str, plan: Plan, most: int, carefully: Callable[[Grid], Careful]) -> PlainTable | None:
    """The figures of a plain table of at most so many cells; None where it is to be read the careful way."""
    rows = plain_rows(text, file, plan, most)
    if rows is None:
        return None
    chosen = [1, *rows.standing]
    read = carefully(Grid("", [cells_of_line(rows.lines.line(at), at, file, COMMA) for at in chosen]))
    of_line = None if read.entries is None else _by_line(read.entries, plan)
    return None if of_line is None else _Reading(rows, plan, of_line).read()


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
    areas: dict[str, str] = field(default_factory=dict)
    kinds: dict[Texts, Kind] = field(default_factory=dict)

    def read(self) -> PlainTable | None:
        """Every row by what the rows that stand for it came to; None where one of these was not as plain as it looked."""
        rows, kinds = self.rows, Kinds(self.plan)
        if not all(self._learn(at, cells, kinds) for at, cells in rows.standing.items() if at not in rows.odd):
            return None
        read = PlainTable([], set(), [])
        areas, known, others, lines = names_of_areas(self.plan) | self.areas, self.kinds, rows.others, rows.lines
        for at, cells in enumerate(islice(lines.records(), 1, None), 2):
            if at in rows.standing and at in rows.odd:
                self._take_odd(at, read)
                continue
            kind, area = known[others(cells)], areas[cells[rows.area]]
            amount = kind.amounts[cells[rows.value]]
            if amount is None:
                return None
            figure = kind.figure(area, amount, kind.told, lines, at)
            if kind.lacking[area]:
                read.diagnostics.append(no_goal(self.plan, figure.subject, lines.place_in(at, rows.indicator)))
            if at in rows.standing and not self._agrees(at, figure, read.diagnostics[-1:]):
                return None
            read.figures.append(figure)
        read.areas.update(area for kind in known.values() for area in kind.lacking)
        return read

    def _learn(self, at: int, cells: list[str], kinds: Kinds) -> bool:
        """Keep what a row stands for, if it came to one figure and nothing is to be told of it."""
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
        for _, understood in self.of_line.get(at, []):
            read.diagnostics.extend(understood.diagnostics)
            read.figures.extend([understood.figure] if understood.figure else [])
            read.areas.update([understood.area] if understood.area else [])

    def _agrees(self, at: int, figure: ReportedFigure, last: list[Diagnostic]) -> bool:
        """Whether a row that was read with care came to the same figure, and the same was told of it."""
        told = [one for one in last if one.place.line == at]
        return self.of_line[at][0][1] == Understood(figure.area, figure, told)
