"""What most commands begin with: the plan, the submissions, the verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer

from countyplan import __version__
from countyplan.assess import Assessment, judge
from countyplan.cli import options
from countyplan.cli.output import CANNOT_USE, print_remarks
from countyplan.cli.progress import progress
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.figures import Figures, collect, known_at, period_before
from countyplan.language.texts import Texts
from countyplan.plan import TOTAL, Plan, PlanError, load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.report import Earlier, Report, Request, build_report, problems
from countyplan.submission import Input, Submissions, read_submissions


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asked to have judged."""

    paths: list[Path]
    plan: Plan
    texts: Texts
    as_of: Period | None
    areas: list[str] | None = None
    units: list[str] | None = None
    clauses: list[int] | None = None
    carry_forward: bool = False
    how: Input | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it."""

    selection: Selection
    submissions: Submissions
    figures: Figures
    assessments: tuple[Assessment, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What could not be used."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)


def open_plan(folder: Path | None, texts: Texts) -> Plan:
    """The plan; one that cannot be used ends the run with every fault of its files."""
    try:
        return load_plan(folder or shipped_plan())[0]
    except PlanError as error:
        print_remarks(problems(error.diagnostics, texts))
        raise typer.Exit(CANNOT_USE) from error


def judge_all(asked: Asked) -> Judged:
    """Read, collect and judge: the areas that the submissions speak of and every total, unless areas are named."""
    plan = asked.plan
    chosen = options.selection(plan, asked.texts, asked.areas, asked.units, asked.clauses)
    with progress(asked.texts.say("progress.reading")) as along:
        submissions = read_submissions(asked.paths, plan, asked.how, along)
    figures = collect(submissions, plan, asked.as_of, options.today())
    if not asked.areas:
        chosen = Selection(submissions.areas | {TOTAL}, chosen.clauses, chosen.units)
    judgement = judge(plan, figures, chosen.targets(plan), carry_forward=asked.carry_forward)
    return Judged(chosen, submissions, figures, judgement.assessments, judgement.diagnostics)


def report_of(judged: Judged, asked: Asked) -> Report:
    """The report on what was judged."""
    return build_report(request_of(judged, asked), asked.texts)


def request_of(judged: Judged, asked: Asked) -> Request:
    """What a report on what was judged is made from."""
    return Request(
        asked.plan,
        judged.figures.as_of,
        judged.assessments,
        judged.figures.restatements,
        judged.diagnostics,
        judged.submissions.files,
        __version__,
        options.now().date().isoformat(),
        _judge_earlier(judged, asked),
    )


def _judge_earlier(judged: Judged, asked: Asked) -> Earlier | None:
    """The same targets as they would have been judged the last time that anything was reported."""
    plan = asked.plan
    before = period_before(judged.submissions, plan, judged.figures.as_of)
    if before is None:
        return None
    figures = collect(known_at(judged.submissions, before), plan, before, options.today())
    judgement = judge(plan, figures, judged.selection.targets(plan), carry_forward=asked.carry_forward)
    return Earlier(before, judgement.assessments, judged.figures.restatements)
