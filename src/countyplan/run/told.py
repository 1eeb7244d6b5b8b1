"""From what was judged to what is told of it, and to what is left behind, so that a later run can tell what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Severity, Subject
from countyplan.language import Texts
from countyplan.quantity import Period
from countyplan.quantity.period import now
from countyplan.report.report_model import Report
from countyplan.report.whole.build import build_report
from countyplan.report.whole.request import Request
from countyplan.report.words.problem import Problem, problems
from countyplan.run.bearing import bearing, told
from countyplan.run.judged import Judged
from countyplan.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countyplan.report.findings import Findings


def report_of(judged: Judged, texts: Texts) -> Report:
    """The report on what was judged."""
    return build_report(request_of(judged), texts)


def page_of(judged: Judged, texts: Texts) -> Report:
    """The same for whoever has only the page: files are named as seen from the folder that all of them lie in."""
    from countyplan.report.divided.short_path import with_short_paths

    return build_report(with_short_paths(request_of(judged)), texts)


def request_of(judged: Judged, since: Period | None = None) -> Request:
    """What a report on what was judged is made from; compared with `since`, by default the last period reported before."""
    asked = judged.asked
    # Set against another version of the plan, the report tells of that and not of the period before.
    earlier = None if asked.against else judged.before(since)
    bears = bearing(judged.asked.plan, judged.asked.selection, judged.assessments)
    return Request(
        plan=asked.plan,
        as_of=judged.figures.as_of,
        assessments=judged.assessments,
        restatements=[one for one in judged.figures.restatements if bears(one.new)],
        diagnostics=told(judged.diagnostics, bears),
        files=judged.submissions.files,
        version=__version__,
        made_on=now().date().isoformat(),
        folder=_current_folder(),
        earlier=earlier,
        excused=judged.excused,
        known=judged.known,
        fail_on=asked.fail_on,
        only=asked.only,
        commitments=judged.commitments(None if earlier is None else earlier.as_of),
        ledger=judged.ledger,
        against=judged.against(),
        of_nothing=judged.is_of_nothing,
    )


def problems_of(judged: Judged, texts: Texts) -> Sequence[Problem]:
    """What is told beside a document: the findings that are in it, with their places as they were given."""
    return problems(
        told(judged.diagnostics, bearing(judged.asked.plan, judged.asked.selection, judged.assessments)),
        texts,
        judged.excuses,
    )


def findings_of(judged: Judged, texts: Texts, only: frozenset[Severity] | None = None) -> Findings:
    """What was found, without the verdicts; only findings of these severities are shown, if any are given."""
    from countyplan.report.findings import FindingsRequest, build_findings

    submissions, texts = judged.submissions, texts.of(judged.asked.plan)
    refused = _refused(judged)
    request = FindingsRequest(
        diagnostics=judged.diagnostics,
        files=submissions.files,
        figures=sum(one.subject not in refused for one in submissions.figures),
        version=__version__,
        folder=_current_folder(),
        excuses=judged.excuses,
        only=only,
        of_shipped_plan=judged.asked.plan.ships,
    )
    return build_findings(request, texts)


def _refused(judged: Judged) -> frozenset[Subject]:
    """Whose figures could be read and are not used all the same: what is wrong shows only beside others or a date."""
    when_read = frozenset(judged.submissions.diagnostics)
    return frozenset(subject for one in judged.errors if one not in when_read for subject in one.subjects)


def _current_folder() -> Path:
    """The folder that paths are told from; the top of the disk where somebody has taken the current one away."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")


@dataclass(frozen=True, slots=True)
class Memory:
    """The bytes of a baseline, how many findings it knows, and the run to which they are known from now on."""

    data: bytes
    count: int
    judged: Judged


def remember(judged: Judged, folder: Path) -> Memory:
    """What was found, as a baseline in `folder` knows it."""
    from countyplan.known import memorable, record, write

    known = record(judged.about_submissions, folder)
    of_now_on = replace(judged, known=frozenset(memorable(judged.about_submissions)))
    return Memory(write(known), sum(one.count for one in known), of_now_on)
