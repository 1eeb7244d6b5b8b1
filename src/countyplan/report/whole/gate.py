"""What a run is worth to whoever lets submissions in or not."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.assess import Assessment, is_failing
from countyplan.diagnostics import Severity
from countyplan.language import Texts
from countyplan.report.case.case import Cases, gather
from countyplan.report.case.finding_case import clean_cases, finding_cases, finding_rules
from countyplan.report.case.verdict_case import verdict_cases, verdict_rules
from countyplan.report.commitments.case import commitment_cases, commitment_rules
from countyplan.report.overview.conclusion import Weighed, conclude
from countyplan.report.row.row_model import Row
from countyplan.report.whole.request import Request
from countyplan.report.words.spot import relative_path


def conclusion(request: Request, texts: Texts) -> str:
    """The verdict on the whole run, the exit code and why."""
    errors = [one for one in request.diagnostics if one.severity is Severity.ERROR]
    unexcused = [one for one in errors if one not in request.excused.findings and one not in request.known]
    weighed = Weighed(request.fail_on, _failing(request), unexcused, len(unexcused) < len(errors), request.of_nothing)
    return conclude(request.plan, request.assessments, weighed, texts)


def failing_lines(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> tuple[str, ...]:
    """Each target that the run fails by, in a line, with its goal and its figure."""
    failing = {one.target.key for one in _failing(request)}
    return tuple(
        texts.say(
            "report.failing" if row.value else "report.failing_without",
            area=row.area,
            indicator=row.indicator,
            status=row.marked_status,
            goal=row.goal,
            value=row.value,
        )
        for one, row in judged
        if one.target.key in failing
    )


def _failing(request: Request) -> list[Assessment]:
    return [one for one in request.excused.answerable(request.assessments) if is_failing(one, request.fail_on)]


def cases(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Cases:
    """What services for checks are told: findings, files without any, verdicts and commitments."""
    files = [(relative_path(file.name, request.folder), file.sha256) for file in request.files]
    found = finding_cases(request.diagnostics, request.folder, texts, request.excuses)
    clean = clean_cases((path for path, _ in files), found, texts)
    named = [*(file.name for file in request.files), *(one.place.file for one in request.diagnostics)]
    failing = {one.target.key for one in _failing(request)}
    verdicts = verdict_cases(judged, named, request.folder, failing, texts)
    asked = [case for case in verdicts if request.only is None or case.rule in request.only]
    promised = [] if request.only else commitment_cases(request.plan, request.commitments, request.folder, texts)
    rules = [
        *finding_rules(request.diagnostics, texts, with_examples=request.plan.ships),
        *verdict_rules(request.plan, asked, texts),
        *commitment_rules(promised, texts),
    ]
    return gather([*found, *clean, *asked, *promised], rules, files, request.version, texts)
