"""The report as data: text that is ready to be set, and beside it the numbers for machines as decimal strings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.report.commitments.part import Commitments
from countyplan.report.overview.overview_model import Brief, Changes, ClauseLines, Count, Crowd, League, Levels, Matrix
from countyplan.report.row.row_model import Row
from countyplan.report.words.problem import Problem
from countyplan.submission import Filing

if TYPE_CHECKING:
    from countyplan.report.case.case import Cases
    from countyplan.report.projects.part import Projects


@dataclass(frozen=True, slots=True)
class Section:
    """A clause with the rows that have a verdict."""

    heading: str
    units: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """What a file says of who filled it in and when, for each of its sheets or documents, and as text, empty if nothing."""

    filings: tuple[Filing, ...]
    told: str


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What a report was made from: the program, the plan, the day (ISO 8601), and each file with its SHA-256.

    `plan` is its title as pages tell it; `filed` holds for each of the files what it says of who filled it in and when.
    """

    version: str
    plan: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The gap report, of the whole or of one group's part. `attention` holds what needs it first, of a part all of it.

    Where that is nothing, `attention_none` says so; it is empty where only some rows were asked for, since that none of
    them is urgent says nothing of the others.

    `counts` tell all rows that were judged. `not_shown` of them were not asked for and are in no list; `left_out` says so, or
    is empty. `conclusion` tells whoever runs `check` the verdict, the exit code and why, `gate_note` what does not bear on
    that code, or is empty. `lead` is the conclusion for people, in a sentence, empty in a sheet, whose heading
    holds it; `nothing` says that nothing could be used, or
    is empty; `failing` names each target that the run fails by. `crowd` is what a terminal shows in place of more rows than
    anybody reads one by one. `index` is the file of the list beside it that leads to the other sheets, empty where it goes
    out alone.
    """

    texts: Texts
    plan_id: str
    plan_title: str
    plan_language: str
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
    attention_none: str
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
    lead: str
    nothing: str
    failing: tuple[str, ...]
    levels: Levels | None
    league: League | None
    matrix: Matrix
    commitments: Commitments | None
    crowd: Crowd | None
    projects: Projects | None = None
    index: str = ""

    @property
    def only_promises(self) -> bool:
        """Whether it is the sheet of a group for which the plan sets no target, so that there is nothing to count."""
        return self.group is not None and not self.rows and not self.not_shown

    @property
    def detailed(self) -> bool:
        """Whether a document lists all its rows: of a whole without a figure what was not reported says all."""
        return bool(self.rows) and (self.group is not None or bool(self.sections))

    @property
    def cases(self) -> Cases:
        """What services for checks are told of it, gathered once one of them is."""
        return self.gather_cases()
