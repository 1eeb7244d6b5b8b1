"""What a run is worth to whoever lets submissions in or not."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.assess import Assessment, FailOn, is_failing
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.overview.opening import standing_told
from countyplan.report.row.row_model import Row
from countyplan.report.whole.request import Request
from countyplan.report.words.names import area_name, target_name

_NAMED = 3


def conclusion(request: Request, texts: Texts) -> str:
    """The verdict on the whole run, the exit code and why, in a line."""
    failing, errors = failing_verdicts(request), [one for one in request.diagnostics if one.severity is Severity.ERROR]
    unexcused = [one for one in errors if one not in request.excused.findings and one not in request.known]
    gate = _gate(request.plan, failing, request.fail_on, texts)
    if unexcused:
        code, why = 2, _not_used(unexcused, gate if failing else "", texts)
    else:
        read = texts.say("conclusion.excused" if errors else "conclusion.read")
        code, why = (1 if failing else 0), texts.say("clause.separator").join([read, gate])
    if request.of_nothing:
        return texts.say("conclusion.nothing", why=why)
    if not request.assessments:
        return texts.say("conclusion.line_of_nothing", code=code, why=why)
    told = standing_told(request.assessments, texts, keeping=False)
    return texts.say("conclusion.line", told=told, code=code, why=why)


def _not_used(errors: Sequence[Diagnostic], gate: str, texts: Texts) -> str:
    told = texts.say("conclusion.not_used", count=len(errors))
    return texts.say("clause.separator").join([told, gate]) if gate else told


def _gate(plan: Plan, failing: Sequence[Assessment], fail_on: FailOn, texts: Texts) -> str:
    """How firm targets stand to `fail_on`, with the first of those that reach it."""
    if not failing:
        return texts.say("conclusion.never" if fail_on is FailOn.NEVER else "conclusion.passed", fail_on=fail_on)
    names = [
        texts.say(
            "conclusion.target",
            area=area_name(plan, one.target.area, texts),
            indicator=target_name(one.target, texts),
        )
        for one in failing[:_NAMED]
    ]
    key = "conclusion.failed_among" if len(failing) > _NAMED else "conclusion.failed"
    return texts.say(key, count=len(failing), fail_on=fail_on, names=texts.join(names))


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
