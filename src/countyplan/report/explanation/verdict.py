"""The verdict, what would change it, and our readings of the plan that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.assess import Rule, Status
from countyplan.assess.rule.course import value_at_pace
from countyplan.report.explanation.telling import Telling, short
from countyplan.report.words import numbers


def verdict(told: Telling) -> Iterator[str]:
    """The verdict with its reason, the gap, and what has to be known beside it."""
    if told.row.reason == told.row.status:
        yield told.row.status
    else:
        yield told.texts.say("explain.verdict_line", status=told.row.status, reason=told.row.reason)
    if told.row.gap:
        yield told.texts.say("explain.gap", gap=told.row.gap)
    yield from told.row.notes


def change(told: Telling) -> Iterator[str]:
    """From which value on the verdict would be another, and what is to be done for the goal."""
    status = told.assessment.status
    if status is Status.MET:
        yield told.texts.say("explain.change_none")
        return
    if status is not Status.MISSED:
        yield from _better_verdicts(told)
    if status is Status.UNDECIDED:
        yield told.said.needed()
    yield told.texts.say("explain.change_met", goal=told.row.goal, status=told.texts.say("status.met"))
    if told.row.step:
        yield told.texts.say("report.attention_step", step=told.row.step)
        yield from told.row.step_details


def _better_verdicts(told: Telling) -> Iterator[str]:
    pace, baseline, target = told.assessment.pace, told.assessment.baseline, told.assessment.target
    if pace is None or pace.value is None:
        return
    start = Decimal(0) if baseline is None else baseline.value
    cutoffs = told.plan.cutoffs
    for cutoff, better in (
        (cutoffs.far_behind, Status.FAR_BEHIND),
        (cutoffs.behind, Status.BEHIND),
        (cutoffs.on_track, Status.ON_TRACK),
        (cutoffs.ahead, Status.AHEAD),
    ):
        if cutoff is None or pace.value.at_least(cutoff):
            continue
        value = value_at_pace(target, pace, start, cutoff)
        if value is not None:
            shown = numbers.quantity(short(value), target.unit, told.texts)
            key = "explain.change_average" if pace.rule is Rule.AVERAGE else "explain.change_status"
            yield told.texts.say(key, value=shown, status=told.texts.say(f"status.{better}"))


def readings(told: Telling) -> Iterator[str]:
    """Our readings of the plan and the rule of pace."""
    for reading_id in told.assessment.target.indicator.readings:
        reading = told.plan.reading(reading_id)
        yield told.texts.say(
            "explain.reading",
            text=told.texts.choose(reading.text, reading.text_en),
            because=told.texts.choose(reading.because, reading.because_en),
        )
    if told.plan.tree.is_sum(told.assessment.target.area) or told.assessment.pace is not None:
        yield told.texts.say("explain.reading_rule")
