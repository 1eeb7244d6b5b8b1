"""The report as data: text that is ready to be set, and beside it the numbers for machines as decimal strings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from countyplan.language import Texts
from countyplan.plan.files.values import ClauseId
from countyplan.report.case.case import Cases
from countyplan.report.commitments.part import Commitments
from countyplan.report.projects import Projects
from countyplan.report.row.row_model import MachineRow, Row
from countyplan.report.words.problem import Problem
from countyplan.submission import Filing


@dataclass(frozen=True, slots=True)
class Section:
    """A clause with the rows that have a verdict."""

    heading: str
    units: str
    rows: tuple[Row, ...]


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
class Matrix:
    """All targets by indicator and area, and the areas and units that they can be chosen by, in the plan's order."""

    areas: tuple[Choice, ...]
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
    """How many rows have a status, how many of them rest on figures in doubt, and how many lack one that was not used.

    `note` says the latter two in brackets, or is empty.
    """

    status: str
    label: str
    number: int
    doubtful: int = 0
    not_used: int = 0
    note: str = ""

    @property
    def told(self) -> str:
        """The number with its note."""
        return f"{self.number}{self.note}"


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A verdict by two versions of a plan; None where a version has no such target. `kind` as in the counts."""

    kind: str
    then: MachineRow | None
    now: MachineRow | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the period before, `since`: how often each kind of change, and a line for each but `same`.

    Set against another version of the plan, `since` names that, and `verdicts` are those that it changes.
    """

    since: str
    heading: str
    summary: str
    counts: tuple[Count, ...]
    lines: tuple[str, ...]
    verdicts: tuple[VerdictChange, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """How an area stands: how many of its targets there are and have each status, and the rows that lag."""

    area: str
    heading: str
    total: int
    counts: tuple[Count, ...]
    lagging: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """The areas with the most targets that lag, a line for each, how many more there are, and how to see all rows.

    `page` says that a page with all of them is of little use, `changes_left_out` how many lines of changes there are.
    """

    heading: str
    areas: tuple[str, ...]
    left_out: str
    rest: str
    page: str
    changes_left_out: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The report in short, as a reader is told it who has two pages' time.

    `title` holds its lines, `only_source` what all figures come from where that is one and the same, else nothing,
    `waived` how many rows a waiver excuses, nothing if none does.
    `overview` holds paragraphs, `total` counts the targets, `answering` what lags by clause with who answers for it,
    `unsettled` what was reported but cannot be judged, `findings` the gravest of the findings and `findings_left_out` how
    many more there are.
    """

    title: tuple[str, ...]
    as_of: str
    only_source: str
    waived: str
    made_on: str
    overview: tuple[str, ...]
    total: int
    areas: tuple[AreaStanding, ...]
    answering: tuple[ClauseLines, ...]
    unsettled: tuple[ClauseLines, ...]
    findings_count: str
    findings: tuple[str, ...]
    findings_left_out: str


@dataclass(frozen=True, slots=True)
class Filed:
    """What a file says of who filled it in and when, for each of its sheets or documents, and as text, empty if nothing."""

    filings: tuple[Filing, ...]
    told: str


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What a report was made from: the program, the plan, the day (ISO 8601), and each file with its SHA-256.

    `filed` holds for each of the files what it says of who filled it in and when.
    """

    version: str
    plan_version: str
    made_on: str
    files: tuple[tuple[str, str], ...]
    filed: tuple[Filed, ...]

    @property
    def who_filed(self) -> list[tuple[str, str]]:
        """Each file that says something of it, with that as text."""
        return [(name, one.told) for (name, _), one in zip(self.files, self.filed, strict=True) if one.told]


@dataclass(frozen=True, slots=True)
class Group:
    """Whose part of the plan a report is about: a unit's, an area's or a clause's, with its number in the plan's order."""

    by: str
    id: str
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """The gap report, of the whole or of one group's part. `attention` holds what needs it first, of a part all of it.

    `counts` tell all rows that were judged. `not_shown` of them were not asked for and are in no list; `left_out` says so, or
    is empty. `conclusion` tells whoever runs `check` the verdict, the exit code and why, `gate_note` what does not bear on
    that code, or is empty. `crowd` is what a terminal shows in place of more rows than anybody reads one by one.
    """

    texts: Texts
    plan_id: str
    plan_title: str
    title: str
    heading: tuple[str, ...]
    gate_note: str
    as_of: str
    time: Decimal
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    not_shown: int
    left_out: str
    attention_heading: str
    attention: tuple[Row, ...]
    sections: tuple[Section, ...]
    missing_heading: str
    missing: tuple[ClauseLines, ...]
    missing_count: int
    restatements: tuple[str, ...]
    readings: tuple[str, ...]
    cutoffs: str
    sources: tuple[str, ...]
    problems: Sequence[Problem]
    problem_counts: str
    provenance: tuple[str, ...]
    made_from: MadeFrom
    changes: Changes | None
    group: Group | None
    gather_cases: Callable[[], Cases]
    brief: Brief
    conclusion: str
    overview: str
    matrix: Matrix
    commitments: Commitments | None
    crowd: Crowd | None
    projects: Projects | None = None

    @property
    def cases(self) -> Cases:
        """What services for checks are told of it, gathered once one of them is."""
        return self.gather_cases()
