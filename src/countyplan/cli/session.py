"""What a run is on the command line: faults of the plan, progress, and the exit code that the verdicts deserve."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from countyplan.cli.line import words
from countyplan.cli.out.files.destination import Destination
from countyplan.cli.out.terminal.output import CANNOT_USE, print_left_out, print_remarks, remark
from countyplan.cli.out.terminal.progress import Along, progress
from countyplan.diagnostics import Diagnostic
from countyplan.language.texts import Texts
from countyplan.plan import Plan, PlanError, Target, load_plan, shipped_plan
from countyplan.report.words.problem import finding_text, problems
from countyplan.run.asked import Asked, Watch
from countyplan.run.judged import Judged, judge_files
from countyplan.submission.many.shares import ProcessDiedError
from countyplan.submission.read import Counted

if TYPE_CHECKING:
    from countyplan.plan.draft.draft import Draft
    from countyplan.quantity import Period


def open_plan(folder: Path | None, texts: Texts) -> Plan:
    """The plan; one that cannot be used ends the run with every fault of its files."""
    return open_plans([folder], texts)[0]


def open_plans(folders: Sequence[Path | None], texts: Texts, last: str = "") -> list[Plan]:
    """The plans; the run ends with every fault of those that cannot be used, and with `last` as the last line."""
    opened: list[Plan] = []
    faults: list[Diagnostic] = []
    for folder in folders:
        try:
            opened.append(load_plan(folder or shipped_plan())[0])
        except PlanError as error:
            faults += error.diagnostics
    if faults:
        print_remarks(problems(tuple(dict.fromkeys(faults)), texts))
        print_left_out(last)
        raise typer.Exit(CANNOT_USE)
    return opened


def asked_of(
    plan: Plan,
    texts: Texts,
    *,
    paths: Sequence[Path],
    as_of: str | None = None,
    area: list[str] | None = None,
    unit: list[str] | None = None,
    clause: list[str] | None = None,
    carry_forward: bool = False,
    waivers: Path | None = None,
    known: Path | None = None,
    encoding: str | None = None,
    input_format: str = "yaml",
    limit: list[str] | None = None,
) -> Asked:
    """What the words of a command line ask for under a plan; a word that means nothing there ends the run."""
    texts = texts.of(plan)
    period = words.period(as_of, texts)
    print_left_out("" if period is None else _out_of_the_plan(period, plan, texts))
    return Asked(
        plan=plan,
        paths=tuple(paths),
        how=words.input_of(paths, encoding, input_format, limit, texts),
        as_of=period,
        selection=words.selection(plan, texts, area, unit, clause),
        of_reporters=not area,
        carry_forward=carry_forward,
        waivers=waivers,
        known=known,
    )


def _out_of_the_plan(as_of: Period, plan: Plan, texts: Texts) -> str:
    """What a period outside of the plan's years means for the verdicts; empty for one of them."""
    from countyplan.report.words.names import period_end

    years = {"as_of": period_end(as_of, texts), "first": plan.identity.first, "last": plan.identity.last}
    if as_of.end <= plan.baseline.end:
        return texts.say("as_of.before", **years)
    return texts.say("as_of.after", **years) if as_of.year > plan.identity.last else ""


def draft_in(folder: Path | None) -> Draft | None:
    """What `plan draft` wrote into a folder, as long as it is not yet a plan that can be used; else None."""
    from countyplan.plan.draft.draft import load_draft

    if folder is None:
        return None
    try:
        found = load_draft(folder)
    except PlanError:
        return None
    if not found.is_draft():
        return None
    try:
        load_plan(folder)
    except PlanError:
        return found
    return None


def judge_with_progress(asked: Asked, texts: Texts) -> Judged:
    """Read, collect and judge, and show on a terminal how far it has come."""
    with progress(texts.say("progress.reading")) as along:
        try:
            return judge_files(asked, _Shown(along, texts))
        except ProcessDiedError as error:
            print_left_out(texts.say("error.process_died"))
            raise typer.Exit(CANNOT_USE) from error


class _Shown(Watch):
    """Shows on a terminal how many files, figures and findings there are so far, and how many targets are judged."""

    def __init__(self, along: Along, texts: Texts) -> None:
        self._along = along
        self._texts = texts

    def reading(self, files: Sequence[Path], counted: Callable[[], Counted]) -> Iterable[Path]:
        def told() -> str:
            count = counted()
            return self._texts.say("progress.read", figures=count.figures, findings=count.findings)

        return self._along(files, told)

    def judging(self, targets: Sequence[Target]) -> Iterable[Target]:
        return self._along(targets, lambda: self._texts.say("progress.judging"))


def tell_unseen(judged: Judged, chosen: Sequence[Destination], texts: Texts, *, gated: bool = False) -> None:
    """A line on standard error where the run fails and its result stands in files only: why it fails, and in which.

    Verdicts weigh only where the command is a gate.
    """
    files = [str(one.path) for one in chosen if one.path is not None]
    if len(files) < len(chosen):
        return
    errors = judged.unexcused
    if errors:
        first = finding_text(errors[0], texts)
        told = texts.say("file.not_used", count=len(errors), first=first, path=texts.join(files))
    elif gated and judged.falls_short:
        told = texts.say("file.falls_short", fail_on=judged.asked.fail_on, path=texts.join(files))
    else:
        return
    remark(told)


def conclude(judged: Judged, *, gated: bool = False) -> None:
    """End with the exit code that the run deserves; what a waiver excuses or is known already weighs nothing.

    Verdicts weigh only where the command is a gate.
    """
    if judged.unexcused:
        raise typer.Exit(CANNOT_USE)
    if gated and judged.falls_short:
        raise typer.Exit(1)
