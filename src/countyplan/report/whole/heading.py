"""What stands above a report: its time, what it takes in, and what is waived of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.overview.crowd import WORST
from countyplan.report.whole.request import Request
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, period_end


def _elapsed(plan: Plan, period: Period) -> Decimal:
    return Decimal(max(0, period.end - plan.baseline.end))


def gone(request: Request) -> Decimal:
    """How much of the plan's time has gone, as a part of one."""
    plan = request.plan
    return _elapsed(plan, request.as_of) / _elapsed(plan, Period.of_year(plan.identity.last))


def time_told(request: Request, texts: Texts) -> str:
    """How much of the plan's time has gone, in a sentence."""
    part, identity = gone(request), request.plan.identity
    return texts.say(
        _time_key(part, before=request.as_of.end < request.plan.baseline.end),
        percent=numbers.percent(part, texts),
        start=identity.baseline,
        end=identity.last,
    )


def _time_key(part: Decimal, *, before: bool) -> str:
    if not part:
        return "report.time_before" if before else "report.time_begins"
    if part < 1:
        return "report.time"
    return "report.time_over" if part == 1 else "report.time_after"


def heading(request: Request, texts: Texts, files: int | None = None) -> tuple[str, ...]:
    """The lines below the title: the time, what is judged, and what is waived of it.

    `files` is how many files it comes from where that is fewer than were read.
    """
    files = len(request.files) if files is None else files
    plan = request.plan
    areas = {one.target.area for one in request.assessments}
    ordered = [area for level in plan.tree.levels for area in level.areas] or plan.tree.order
    named = [area_name(plan, area, texts) for area in ordered if area in areas]
    more = [texts.say("report.scope_more", count=len(named) - WORST)] if len(named) > WORST else []
    scope = [texts.say("report.scope", areas=texts.join([*named[:WORST], *more]))] if named else []
    counts = (("rows", len(request.assessments)), ("files", files))
    told = [*scope, *(texts.say(f"report.{name}", count=count) for name, count in counts if count)]
    return (
        texts.say("clause.separator").join(
            [texts.say("report.as_of", as_of=period_end(request.as_of, texts)), time_told(request, texts)]
        ),
        *([texts.say("clause.separator").join(told)] if told else []),
        *waived(request, texts),
    )


def waived(request: Request, texts: Texts) -> Iterator[str]:
    """How many rows a waiver excuses, if any."""
    excused = [one for one in request.assessments if request.excused.waiver_of(one.target)]
    if excused:
        yield texts.say("report.waived", count=len(excused))


def gate_note(request: Request, texts: Texts) -> Iterator[str]:
    """What does not bear on the exit code, if anything."""
    if any(request.excused.waiver_of(one.target) for one in request.assessments):
        yield texts.say("report.waived_gate")
