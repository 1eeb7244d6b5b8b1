"""What other programs use: load a plan, read submissions, judge them. `import countyplan` gives all of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from countyplan import plan as plans
from countyplan import submission
from countyplan.assess import Assessment, Status
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Place, Severity
from countyplan.language import Language, Texts
from countyplan.plan import Comparator, Firmness, Plan, PlanError
from countyplan.plan.files.values import ClauseId
from countyplan.plan.selection import Selection
from countyplan.quantity import Period, exact_arithmetic, parse_period
from countyplan.report.row.row import build_row
from countyplan.run.asked import Asked
from countyplan.run.bearing import bearing, told
from countyplan.run.judged import verdicts_on
from countyplan.submission import Submissions

__all__ = [
    "Comparator",
    "Diagnostic",
    "Judgement",
    "Place",
    "Plan",
    "PlanError",
    "Severity",
    "Status",
    "Submissions",
    "Verdict",
    "judge",
    "load_plan",
    "read_submissions",
]

AnyPath: TypeAlias = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one target in one area.

    Amounts are exact and in the plan's unit: `goal` is the number to compare with (`high` the upper end of a range), `gap`
    what is lacking, never negative. `pace` is 1 on the line and 0 at the baseline. What is not known is None: `value` and
    `period` where nothing usable was reported, `pace` where none can be told. `firm` is False for what the plan only
    strives for (力争). `area` is an area's id, or `total`. `responsible`, `reason` and `notes` are in words.
    """

    indicator: str
    name: str
    area: str
    clause: ClauseId
    status: Status
    firm: bool
    comparator: Comparator
    goal: Decimal
    high: Decimal | None
    unit: str
    due: int
    value: Decimal | None
    period: str | None
    gap: Decimal | None
    pace: Decimal | None
    borderline: bool
    responsible: tuple[str, ...]
    reason: str
    notes: tuple[str, ...]
    sources: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts in the plan's order as of the end of a period, and every finding about the submissions."""

    as_of: str
    verdicts: tuple[Verdict, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What could not be used."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)


@exact_arithmetic()
def load_plan(folder: AnyPath | None = None) -> Plan:
    """The plan in a folder, by default the one that ships with the package.

    Raises `PlanError`, whose `diagnostics` tell every fault of all of the plan's files.
    """
    return plans.load_plan(plans.shipped_plan() if folder is None else Path(folder))[0]


@exact_arithmetic()
def read_submissions(paths: AnyPath | Iterable[AnyPath], plan: Plan | None = None) -> Submissions:
    """Every figure in files and folders, as figures of `plan` (by default the one that ships).

    Nothing that a file holds raises an exception: what cannot be used is told in `diagnostics`, and so is a path that
    does not exist.
    """
    listed = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    return submission.read_submissions([Path(one) for one in listed], plan or load_plan())


@exact_arithmetic()
def judge(
    plan: Plan,
    submissions: Submissions,
    as_of: str | int | None = None,
    *,
    areas: str | Iterable[str] | None = None,
    carry_forward: bool = False,
    lang: str = "zh",
) -> Judgement:
    """A verdict on every target of `areas`, as `countyplan check` gives it.

    `as_of` is a year, quarter or month (`2024`, `"2024-Q2"`), by default the latest that was reported. `areas` are named
    by id, name or code; `"total"` is all areas together and `"all"` everything; by default they are those
    that the submissions speak of, and every total. With `carry_forward` a total takes an area's earlier figure where one
    is lacking. Warnings and notes that bear on nothing in `areas` are left out. `lang` is `"zh"` or `"en"`. Raises
    `ValueError` for an area, period or language that does not exist.
    """
    texts = Texts(Language(lang))
    asked = Asked(
        plan=plan,
        selection=Selection.named(plan, areas=[areas] if isinstance(areas, str) else areas),
        of_reporters=areas is None,
        as_of=_period(as_of),
        carry_forward=carry_forward,
    )
    judged = verdicts_on(submissions, asked)
    verdicts = tuple(_verdict(plan, one, texts) for one in judged.assessments)
    bears = bearing(plan, asked.selection, judged.assessments)
    return Judgement(str(judged.figures.as_of), verdicts, tuple(told(judged.diagnostics, bears)))


def _period(as_of: str | int | None) -> Period | None:
    if as_of is None:
        return None
    found = parse_period(str(as_of))
    if found is None:
        raise ValueError(f"no period: {as_of}")
    return found


def _verdict(plan: Plan, one: Assessment, texts: Texts) -> Verdict:
    target, figure, pace = one.target, one.figure, one.pace
    indicator, row = target.indicator, build_row(plan, one, texts)
    return Verdict(
        indicator=indicator.id,
        name=row.indicator,
        area=target.area,
        clause=indicator.clause,
        status=one.status,
        firm=indicator.firmness is Firmness.FIRM,
        comparator=indicator.comparator,
        goal=target.goal,
        high=target.high,
        unit=indicator.unit,
        due=indicator.due,
        value=None if figure is None else figure.value,
        period=None if figure is None else str(figure.period),
        gap=one.gap,
        pace=None if pace is None or pace.value is None else pace.value.value,
        borderline=bool(one.borderline),
        responsible=row.responsible,
        reason=row.reason,
        notes=row.notes,
        sources=row.machine.sources,
    )
