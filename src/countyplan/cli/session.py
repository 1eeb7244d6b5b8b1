"""What most commands begin with: the plan, the submissions, the verdicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import typer

from countyplan import __version__
from countyplan.assess import Assessment, FailOn, Status, fails, judge
from countyplan.cli.line import words
from countyplan.cli.out.files import write_file
from countyplan.cli.out.output import CANNOT_USE, console, print_remarks
from countyplan.cli.out.progress import progress
from countyplan.diagnostics import Diagnostic, Severity, in_order
from countyplan.figures import Figures, collect, known_at, period_before
from countyplan.known import Compared, compare, load_known, memorable, record, write
from countyplan.language.texts import Texts
from countyplan.plan import Plan, PlanError, load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.quantity.today import now, today
from countyplan.report import (
    Earlier,
    Findings,
    FindingsRequest,
    Report,
    Request,
    build_findings,
    build_report,
    problems,
)
from countyplan.report.words.problem import Excuses
from countyplan.submission import Input, Submissions, read_submissions
from countyplan.waivers import Excused, excuse, load_waivers, waiver_files


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asked to have judged, from which verdict on it fails, and rows with which status are to be shown."""

    paths: list[Path]
    plan: Plan
    texts: Texts
    as_of: Period | None
    areas: list[str] | None = None
    units: list[str] | None = None
    clauses: list[int] | None = None
    carry_forward: bool = False
    how: Input | None = None
    waivers: Path | None = None
    baseline: Path | None = None
    apart: tuple[Path, ...] = ()
    fail_on: FailOn = FailOn.MISSED
    only: frozenset[Status] | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it, and the files that it came of, those included that could not be used.

    `diagnostics` are also about waivers and the baseline, of which no baseline knows anything.
    """

    selection: Selection
    submissions: Submissions
    figures: Figures
    assessments: tuple[Assessment, ...]
    diagnostics: tuple[Diagnostic, ...]
    about_submissions: tuple[Diagnostic, ...]
    excused: Excused
    known: frozenset[Diagnostic]
    read: tuple[Path, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What could not be used."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)

    @property
    def is_of_nothing(self) -> bool:
        """Whether no file was read, or nothing in any could be used; an empty form is no error, nor is what is excused."""
        submissions = self.submissions
        wrong = any(one in self.unexcused for one in submissions.diagnostics)
        return not submissions.figures and (wrong or not submissions.files)

    @property
    def unexcused(self) -> tuple[Diagnostic, ...]:
        """The errors that no waiver excuses and no baseline knows."""
        return tuple(one for one in self.errors if one not in self.excused.findings and one not in self.known)

    @property
    def excuses(self) -> Excuses:
        """What is said beside the findings that something excuses."""
        return Excuses(self.excused.findings, self.known)

    def conclude(self, fail_on: FailOn = FailOn.NEVER) -> None:
        """End with the exit code that the run deserves; what a waiver excuses or a baseline knows weighs nothing."""
        if self.unexcused:
            raise typer.Exit(CANNOT_USE)
        if fails(self.excused.answerable(self.assessments), fail_on):
            raise typer.Exit(1)


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
    chosen = words.selection(plan, asked.texts, asked.areas, asked.units, asked.clauses)
    files = waiver_files(asked.paths) if asked.waivers is None else (asked.waivers,)
    waivers, faults = load_waivers(files, plan)
    apart = [*files, *([asked.baseline] if asked.baseline else [])]
    with progress(asked.texts.say("progress.reading")) as along:
        submissions = read_submissions(asked.paths, plan, asked.how, along, apart=[*apart, *asked.apart])
    figures = collect(submissions, plan, asked.as_of, today())
    if not asked.areas:
        chosen = chosen.of_reporters(submissions.areas)
    judgement = judge(plan, figures, chosen.targets(plan), carry_forward=asked.carry_forward)
    read = [file.name for file in submissions.files]
    excused = excuse(waivers, judgement.assessments, judgement.diagnostics, read, now().date())
    about_submissions = in_order(judgement.diagnostics)
    compared = _against_the_known(asked.baseline, about_submissions, read)
    return Judged(
        chosen,
        submissions,
        figures,
        judgement.assessments,
        in_order([*about_submissions, *faults, *excused.diagnostics, *compared.diagnostics]),
        about_submissions,
        excused,
        compared.known,
        (*apart, *(Path(name) for name in read), *_not_used(submissions)),
    )


def _not_used(submissions: Submissions) -> list[Path]:
    return [Path(one.place.file) for one in submissions.diagnostics if one.severity is Severity.ERROR]


def _against_the_known(baseline: Path | None, found: tuple[Diagnostic, ...], read: list[str]) -> Compared:
    if baseline is None:
        return Compared()
    known, faults = load_known(baseline)
    compared = compare(known, found, read, baseline.parent)
    return replace(compared, diagnostics=(*faults, *compared.diagnostics))


def write_known(judged: Judged, path: Path, texts: Texts) -> Judged:
    """Write down what was found, so that a later run can tell what is new; it is known from now on."""
    known = record(judged.about_submissions, path.parent)
    write_file(path, write(known), texts, "--write-baseline")
    count = sum(one.count for one in known)
    console(stderr=True).print(texts.say("known.written", path=path, count=count), soft_wrap=True)
    return replace(judged, known=frozenset(memorable(judged.about_submissions)))


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
        now().date().isoformat(),
        Path.cwd(),
        _judge_earlier(judged, asked),
        judged.excused,
        judged.known,
        asked.fail_on,
        asked.only,
    )


def _judge_earlier(judged: Judged, asked: Asked) -> Earlier | None:
    """The same targets as they would have been judged the last time that anything was reported."""
    plan = asked.plan
    before = period_before(judged.submissions, plan, judged.figures.as_of)
    if before is None:
        return None
    figures = collect(known_at(judged.submissions, before), plan, before, today())
    judgement = judge(plan, figures, judged.selection.targets(plan), carry_forward=asked.carry_forward)
    return Earlier(before, judgement.assessments, judged.figures.restatements)


def findings_of(judged: Judged, texts: Texts, only: frozenset[Severity] | None) -> Findings:
    """What was found, without the verdicts; only findings of these severities are shown, if any are given."""
    submissions = judged.submissions
    request = FindingsRequest(
        judged.diagnostics, submissions.files, len(submissions.figures), __version__, Path.cwd(), judged.excuses, only
    )
    return build_findings(request, texts)
