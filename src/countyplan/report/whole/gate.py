"""What a run is worth to whoever lets submissions in or not."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.assess import Assessment, is_failing
from countyplan.diagnostics import Severity
from countyplan.language import Texts
from countyplan.report.overview.conclusion import Weighed, conclude
from countyplan.report.row.row_model import Row
from countyplan.report.whole.request import Request


def conclusion(request: Request, texts: Texts) -> str:
    """The verdict on the whole run, the exit code and why."""
    errors = [one for one in request.diagnostics if one.severity is Severity.ERROR]
    unexcused = [one for one in errors if one not in request.excused.findings and one not in request.known]
    weighed = Weighed(
        request.fail_on, failing_verdicts(request), unexcused, len(unexcused) < len(errors), request.of_nothing
    )
    return conclude(request.plan, request.assessments, weighed, texts)


def failing_lines(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> tuple[str, ...]:
    """Each target that the run fails by, in a line, with its goal and its figure."""
    failing = {one.target.key for one in failing_verdicts(request)}
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


def failing_verdicts(request: Request) -> list[Assessment]:
    """The verdicts that the run fails by."""
    return [one for one in request.excused.answerable(request.assessments) if is_failing(one, request.fail_on)]
