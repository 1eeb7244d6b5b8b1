"""What a report begins with, as data: text that is ready to be set."""

from __future__ import annotations

from collections.abc import Callable

from countyplan.dataclass import dataclass
from countyplan.plan.files.values import ClauseId
from countyplan.report.row.row_model import MachineRow, Row


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that rows can be chosen by: its id, and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """An indicator's rows, one for each area of the matrix; None where the plan sets that area no goal."""

    id: str
    name: str
    rows: tuple[Row | None, ...]


@dataclass(frozen=True, slots=True)
class ClauseRows:
    """A clause with all its indicators, whether reported or not."""

    number: ClauseId
    heading: str
    units: str
    indicators: tuple[IndicatorRows, ...]


@dataclass(frozen=True, slots=True)
class MatrixLevel:
    """Areas of one level that stand side by side: what the level is called, and from which place on to before which."""

    label: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """All targets by indicator and area, and the areas and units that they can be chosen by, in the plan's order.

    `levels` parts the areas; without levels all of them are one part without a name. `heading` stands above it, and `of_area`
    is what an area is called there.
    """

    heading: str
    of_area: str
    areas: tuple[Choice, ...]
    levels: tuple[MatrixLevel, ...]
    units: tuple[Choice, ...]
    clauses: tuple[ClauseRows, ...]


@dataclass(frozen=True, slots=True)
class ClauseLines:
    """What is to be said on one clause, a line for each indicator, and who answers for it."""

    heading: str
    lines: tuple[str, ...]
    units: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many rows have a status, and of them: in doubt, without a figure that was not used, reached before due.

    `note` says the first two of these in brackets, or is empty.
    """

    status: str
    label: str
    number: int
    doubtful: int = 0
    not_used: int = 0
    early: int = 0
    note: str = ""

    @property
    def told(self) -> str:
        """The number with its note."""
        return f"{self.number}{self.note}"


@dataclass(frozen=True, slots=True)
class CountRow:
    """An area's name, how many targets it has, and its counts, each beside the mark that leads to a note, if it has one."""

    name: str
    total: int
    numbers: tuple[int, ...]
    marks: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells under the headers of the table, each number with its mark."""
        told = [f"{number}{mark}" for number, mark in zip(self.numbers, self.marks, strict=True)]
        return (self.name, str(self.total), *told)


@dataclass(frozen=True, slots=True)
class CountTable:
    """How many targets of each area have which status, without the statuses that no target has.

    `parts` holds the same areas by level, each below the name of its level, which is empty where they have none.

    `statuses` are what the numbers are of, `labels` what those are called; `whole` counts all areas together, and `notes`
    tell what the marks mean, and what is called otherwise in tables. `title` stands above a picture of it.
    """

    title: str
    headers: tuple[str, ...]
    statuses: tuple[str, ...]
    labels: tuple[str, ...]
    parts: tuple[tuple[str, tuple[CountRow, ...]], ...]
    whole: CountRow
    notes: tuple[str, ...]

    @property
    def areas(self) -> tuple[CountRow, ...]:
        """The rows of all areas."""
        return tuple(row for _, rows in self.parts for row in rows)

    @property
    def rows(self) -> tuple[CountRow, ...]:
        """All rows, that of the whole last where it is not that of the only area again."""
        return self.areas if len(self.areas) == 1 else (*self.areas, self.whole)


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A verdict by two versions of a plan; None where a version has no such target. `kind` as in the counts."""

    kind: str
    then: MachineRow | None
    now: MachineRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since the period before, `since`: how often each kind of change, and a line for each but `same`.

    `tell` makes the lines, once somebody shows them. Set against another version of the plan, `since` names that, and
    `verdicts` are those that it changes.
    """

    since: str
    heading: str
    summary: str
    counts: tuple[Count, ...]
    tell: Callable[[], tuple[str, ...]]
    verdicts: tuple[VerdictChange, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What became of each row, in sentences."""
        return self.tell()


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """How an area stands: how many of its targets there are and have each status, and the rows that lag.

    `level` is what its level is called, empty where areas have none; `of_all` tells that it stands for all areas together.
    """

    area: str
    of_all: bool
    level: str
    heading: str
    total: int
    counts: tuple[Count, ...]
    lagging: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LeagueLine:
    """An area with the cells of its line, and how many of its targets keep the pace, lag, and cannot be judged yet."""

    area: str
    cells: tuple[str, ...]
    keeping: int
    lagging: int
    open: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.keeping + self.lagging + self.open


@dataclass(frozen=True, slots=True)
class LeaguePart:
    """The areas of a level, the one that lags most first, below what that is called; of no level where all stand alike.

    `left_out` says how many more there are of which nothing can be judged, or is empty.
    """

    level: str
    lines: tuple[LeagueLine, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class League:
    """The areas side by side, level by level; `groups` are the names of the three that are counted."""

    heading: str
    headers: tuple[str, ...]
    parts: tuple[LeaguePart, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """How the targets of a level's areas stand: its name in the plan, what it is called, how many areas have targets."""

    level: str | None
    name: str
    areas: int
    line: LeagueLine
    counts: tuple[Count, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Its line with how many areas there are behind its name."""
        name, *counted = self.line.cells
        return (name, str(self.areas), *counted)


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels of areas from the top down, with how the targets of each stand."""

    heading: str
    headers: tuple[str, ...]
    lines: tuple[LevelCounts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """The areas with the most targets that lag, a line for each, how many more there are, and how to see all rows.

    `page` says that a page with all of them is of little use, or where it does not even hold them (`fits_a_page`) how each
    area has its own; `changes_left_out` is how many lines of changes there are.
    """

    heading: str
    areas: tuple[str, ...]
    left_out: str
    rest: str
    page: str
    fits_a_page: bool
    changes_left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The report in short, as a reader is told it who has two pages' time.

    `title` holds its lines, `conclusion` is how matters stand in one sentence, `counts` the same as a table.
    `only_source` is what all figures come from where that is one and the same, else nothing,
    `waived` how many rows a waiver excuses, nothing if none does.
    A part that is sent out says in `addressee` to whom, in `opening` what it is, and in `closing` how it ends, above its day;
    all are empty in the whole.
    `overview` holds paragraphs, `total` counts the targets, `answering` what lags by clause with who answers for it,
    `unsettled` what was reported but cannot be judged, `findings` the gravest of the findings and `findings_left_out` how
    many more there are.
    """

    title: tuple[str, ...]
    as_of: str
    only_source: str
    waived: str
    made_on: str
    conclusion: str
    overview: tuple[str, ...]
    total: int
    counts: CountTable
    areas: tuple[AreaStanding, ...]
    answering: tuple[ClauseLines, ...]
    unsettled: tuple[ClauseLines, ...]
    findings_count: str
    findings: tuple[str, ...]
    findings_left_out: str
    addressee: str = ""
    opening: str = ""
    closing: tuple[str, ...] = ()
