"""What a run comes to in a line: the verdict, the exit code, and why."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.assess import Assessment, FailOn
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.overview.opening import standing_told
from countyplan.report.words.names import area_name, target_name

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the exit code of a run is made of.

    `failing` are the targets at or over `fail_on` and `errors` what could not be used, without what is excused; `excused` is
    whether there are errors that are. `of_nothing` says that no file was read, or nothing in any could be used.
    """

    fail_on: FailOn
    failing: Sequence[Assessment]
    errors: Sequence[Diagnostic]
    excused: bool
    of_nothing: bool = False


def conclude(plan: Plan, assessments: Sequence[Assessment], weighed: Weighed, texts: Texts) -> str:
    """The line for `check`."""
    failing = weighed.failing
    gate = _gate(plan, failing, weighed.fail_on, texts)
    if weighed.errors:
        code, why = 2, _not_used(weighed.errors, gate if failing else "", texts)
    else:
        read = texts.say("conclusion.excused" if weighed.excused else "conclusion.read")
        code, why = (1 if failing else 0), texts.say("clause.separator").join([read, gate])
    if weighed.of_nothing:
        return texts.say("conclusion.nothing", why=why)
    if not assessments:
        return texts.say("conclusion.line_of_nothing", code=code, why=why)
    told = standing_told(assessments, texts, keeping=False)
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
