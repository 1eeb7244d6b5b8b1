"""From what was asked to the verdicts, and to what waivers and a baseline say to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from countyplan.assess import Assessment, fails, judge, verdicts_alone
from countyplan.commitments import CommitmentStanding, latest_period, stand
from countyplan.dataclass import dataclass, replace
from countyplan.diagnostics import Diagnostic, Severity, with_more
from countyplan.figures import Figures, as_known_at, collect, period_before
from countyplan.ledger.ledger import Ledger
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.quantity.period import now, today
from countyplan.report.overview.changes import Earlier
from countyplan.report.words.problem import Excuses
from countyplan.run.asked import Asked, Judging, Watch
from countyplan.submission import Submissions, read_submissions
from countyplan.waivers.excuse import Excused, excuse
from countyplan.waivers.load import load_waivers, waiver_files

if TYPE_CHECKING:
    from countyplan.plan import Plan, Target
    from countyplan.report.overview.against import Against


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What became of the targets that were asked for, the figures it rests on, and every finding about them."""

    selection: Selection
    figures: Figures
    assessments: tuple[Assessment, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What came of a run, and the files that it came of, those included that could not be used.

    `diagnostics` are also about waivers and the baseline, of which no baseline knows anything. `apart` are the files that
    were no submissions.
    """

    asked: Asked
    selection: Selection
    submissions: Submissions
    figures: Figures
    assessments: tuple[Assessment, ...]
    diagnostics: tuple[Diagnostic, ...]
    about_submissions: tuple[Diagnostic, ...]
    excused: Excused
    known: frozenset[Diagnostic]
    read: tuple[Path, ...]
    apart: tuple[Path, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What could not be used."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)

    @property
    def is_of_nothing(self) -> bool:
        """Whether no file was read, or nothing in any could be used; an empty form is no error, nor is what is excused."""
        submissions = self.submissions
        if submissions.figures or submissions.commitments:
            return False
        return not submissions.files or not frozenset(self.unexcused).isdisjoint(submissions.diagnostics)

    @property
    def unexcused(self) -> tuple[Diagnostic, ...]:
        """The errors that no waiver excuses and no baseline knows."""
        return tuple(one for one in self.errors if one not in self.excused.findings and one not in self.known)

    @property
    def excuses(self) -> Excuses:
        """What is said beside the findings that something excuses."""
        return Excuses(self.excused.findings, self.known)

    @property
    def falls_short(self) -> bool:
        """Whether a target that no waiver excuses is at or over the verdict from which on the run fails."""
        return fails(self.excused.answerable(self.assessments), self.asked.fail_on)

    def commitments(self, before: Period | None = None) -> tuple[CommitmentStanding, ...]:
        """How the commitments that are asked for stand, and how they stood at the end of `before`."""
        plan, reported = self.asked.plan, self.submissions.commitments
        return stand(plan, reported, self.selection.commitments(plan), self.figures.as_of, before)

    @property
    def ledger(self) -> Ledger:
        """The lists of projects of the areas that are asked for."""
        return self.figures.ledger.of_areas(self.selection.areas)

    def against(self) -> Against | None:
        """The verdicts by the other version of the plan, as of the same period, from the same files read by its names."""
        asked = self.asked
        if asked.against is None:
            return None
        from countyplan.report.overview.against import Against

        other = replace(asked, plan=asked.against, as_of=self.figures.as_of)
        submissions = read_submissions(asked.paths, asked.against, asked.how, apart=self.apart)
        return Against(asked.against, verdicts_on(submissions, other).assessments)

    def before(self, since: Period | None = None) -> Earlier | None:
        """The same targets as they would have been judged at the end of `since`.

        By default that is the last time that anything was reported, if there was one.
        """
        period = since or period_before(self.submissions, self.asked.plan, self.figures.as_of)
        if period is None:
            return None
        figures = as_known_at(self.figures, self.submissions, self.asked.plan, period, today())
        plan, targets = _judged_by(self.asked, figures, self.selection)
        then = verdicts_alone(plan, figures, targets, carry_forward=self.asked.carry_forward)
        return Earlier(period, tuple(one.in_short() for one in then), self.figures.restatements)


def verdicts_on(submissions: Submissions, asked: Asked, along: Judging = iter) -> Verdicts:
    """A verdict on every target that is asked for, from submissions that were read; `asked.paths` are not looked at."""
    chosen = asked.selection.of_reporters(asked.plan, submissions.areas) if asked.of_reporters else asked.selection
    # Who reports on commitments alone is judged as of then.
    without_figures = None if submissions.figures else latest_period(submissions.commitments)
    figures = collect(submissions, asked.plan, asked.as_of or without_figures, today())
    plan, targets = _judged_by(asked, figures, chosen)
    assessed = judge(plan, figures, along(targets), carry_forward=asked.carry_forward)
    return Verdicts(chosen, figures, assessed.assessments, assessed.diagnostics)


def _judged_by(asked: Asked, figures: Figures, chosen: Selection) -> tuple[Plan, tuple[Target, ...]]:
    """The plan as it is in force as of the figures, and those of its targets that are judged."""
    plan = asked.plan.in_force_at(figures.as_of)
    targets = chosen.targets(plan)
    return plan, tuple(one for one in targets if plan.of_several(one)) if asked.only_findings else targets


def judge_files(asked: Asked, watch: Watch | None = None) -> Judged:
    """Read, collect and judge, and see what waivers excuse and what is known already; `watch` sees how it gets on."""
    watch = watch or Watch()
    files = waiver_files(asked.paths) if asked.waivers is None else (asked.waivers,)
    waivers, faults = load_waivers(files, asked.plan)
    apart = [*files, *([asked.known] if asked.known else [])]
    no_submissions = (*apart, *asked.apart)
    submissions = read_submissions(asked.paths, asked.plan, asked.how, watch.reading, apart=no_submissions)
    # Whether a waiver is needed only its target's verdict tells.
    needed = replace(asked, only_findings=asked.only_findings and not waivers)
    verdicts = verdicts_on(submissions, needed, watch.judging)
    read = [file.name for file in submissions.files]
    excused = excuse(waivers, verdicts.assessments, verdicts.diagnostics, read, now().date())
    about_submissions = verdicts.diagnostics
    known, about_known = _known(asked.known, about_submissions, read)
    return Judged(
        asked=asked,
        selection=verdicts.selection,
        submissions=submissions,
        figures=verdicts.figures,
        assessments=verdicts.assessments,
        diagnostics=with_more(about_submissions, [*faults, *excused.diagnostics, *about_known]),
        about_submissions=about_submissions,
        excused=excused,
        known=known,
        read=(*apart, *(Path(name) for name in read), *_not_used(submissions)),
        apart=no_submissions,
    )


def _not_used(submissions: Submissions) -> list[Path]:
    return [Path(one.file) for one in submissions.diagnostics if one.severity is Severity.ERROR]


def _known(
    file: Path | None, found: tuple[Diagnostic, ...], read: list[str]
) -> tuple[frozenset[Diagnostic], tuple[Diagnostic, ...]]:
    """What the baseline in `file` knows of the findings, and what is to be told of the baseline."""
    if file is None:
        return frozenset(), ()
    from countyplan.known import compare, load_known

    known, faults = load_known(file)
    compared = compare(known, found, read, file.parent)
    return compared.known, (*faults, *compared.diagnostics)
