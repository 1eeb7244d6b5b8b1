"""One assessment as a row: in words for people, in ids and decimal strings for machines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial
from typing import Any

from countyplan.assess import Assessment, Pace, Status, Step
from countyplan.language import Texts
from countyplan.plan import Firmness, Plan, Target
from countyplan.report.row.hardness import hardness
from countyplan.report.row.machine_row import machine_row
from countyplan.report.row.notes import notes_of
from countyplan.report.row.places import places_shown, projection_digits, times_digits
from countyplan.report.row.reason import account_of, reason_of
from countyplan.report.row.row_model import Detail, MachineRow, Row
from countyplan.report.row.step_text import step_text
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers
from countyplan.report.words.answering import answering_lines, answering_short, units_of
from countyplan.report.words.names import area_name, clause_heading, clause_mark, period_name, responsible, target_name
from countyplan.report.words.schedule import schedule_short, schedule_text
from countyplan.report.words.waiver import ShownWaiver


class _Row(Row):
    """A row whose parts are put into words when they are asked for: of a country's many a table needs few of the words.

    What else is told of it is set beside; numbers for machines and the drawing are kept, since they are asked for again.
    """

    __slots__ = ("_said",)
    _said: VerdictWords

    def __getattr__(self, name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(name)
        part = _PARTS[name](self, self._said)
        if name in _KEPT:
            setattr(self, name, part)
        return part

    def machine_once(self) -> MachineRow:
        return machine_row(self._said)


def build_row(plan: Plan, assessment: Assessment, texts: Texts, waiver: ShownWaiver | None = None) -> Row:
    """The row of an assessment in the language of `texts`, with the waiver that excuses it, without change and chart."""
    return row_with(VerdictWords(plan, texts, assessment), waiver=waiver, change=None)


def row_with(said: VerdictWords, **told: Any) -> Row:
    """The row of what is `said` of a verdict, with waiver, change and whatever else is `told`, by the names of its fields."""
    row = _Row.__new__(_Row)
    row._said = said
    for name, part in told.items():
        setattr(row, name, part)
    return row


def _notes(row: Row, said: VerdictWords, *, sent: bool = False) -> tuple[str, ...]:
    return (*([row.waiver.text] if row.waiver else []), *notes_of(said, sent=sent))


# How each part of a row is told.
_PARTS: Mapping[str, Callable[[Row, VerdictWords], Any]] = {
    "machine": lambda _, said: machine_row(said),
    "area": lambda _, said: area_name(said.plan, said.target.area, said.texts),
    "indicator": lambda _, said: target_name(said.target, said.texts),
    "goal": lambda _, said: said.goal(),
    "value": lambda _, said: said.value(),
    "value_dated": lambda _, said: said.value_dated(),
    "period": lambda _, said: "" if said.figure is None else period_name(said.figure.period, said.texts),
    "gap": lambda _, said: "" if said.assessment.status is Status.MET else said.gap(),
    "status": lambda _, said: said.status(),
    "pace": lambda _, said: said.pace(),
    "expected": lambda _, said: _expected(said.assessment, said.texts),
    "schedule": lambda _, said: schedule_text(said.assessment, said.texts),
    "schedule_short": lambda _, said: schedule_short(said.assessment, said.texts),
    "step": lambda _, said: step_text(said.assessment, said.texts),
    "step_times": lambda _, said: step_times(said.assessment.step, said.texts),
    "step_short": lambda _, said: step_short(said.assessment.step, said.texts),
    "step_details": lambda _, said: step_details(said, said.assessment.step),
    "responsible": lambda _, said: responsible(said.plan, said.clause, said.target.area, said.texts),
    "who": lambda _, said: answering_short(said.plan, said.target, said.texts),
    "who_lines": lambda _, said: answering_lines(said.plan, said.target, said.texts),
    "units": lambda _, said: units_of(said.plan, said.target, said.texts),
    "reason": lambda _, said: reason_of(said),
    "notes": _notes,
    "account": lambda _, said: account_of(said),
    "account_notes": lambda row, said: _notes(row, said, sent=True),
    "whole_account": lambda row, said: said.texts.say("clause.separator").join([row.account, *row.account_notes]),
    "progress": lambda _, said: _progress(said.assessment.pace),
    "time": lambda _, said: None if said.assessment.pace is None else said.assessment.pace.time.value,
    "due": lambda _, said: said.texts.say("due", year=said.target.indicator.due),
    "standing": lambda _, said: _standing(said),
    "clause": lambda _, said: clause_heading(said.plan, said.clause, said.texts),
    "clause_mark": lambda _, said: clause_mark(said.plan, said.clause, said.texts),
    "firmness": lambda _, said: said.texts.say(f"firmness.{said.target.indicator.firmness}"),
    "firmness_mark": lambda _, said: firmness_mark(said.target, said.texts),
    "borderline_mark": lambda _, said: borderline_mark(said.assessment, said.texts),
    "doubt_mark": lambda _, said: doubt_mark(said.assessment, said.texts),
    "comparator": lambda _, said: said.texts.say(f"comparator.{said.target.indicator.comparator}"),
    "unit": lambda _, said: numbers.unit_text(said.target.unit, said.texts),
    "gap_unit": lambda _, said: _difference_unit(said.target, said.texts),
    "step_unit": lambda _, said: _step_unit(said.target, said.assessment.step, said.texts),
    "part": lambda *_: "",
    "detail": lambda *_: Detail,
    "hardness": lambda _, said: partial(hardness, said),
    "decimals": lambda _, said: cache(partial(places_shown, said.assessment)),
}
_KEPT = frozenset({"machine", "decimals"})


def _progress(pace: Pace | None) -> Decimal | None:
    return None if pace is None or pace.progress is None else pace.progress.value


def _expected(assessment: Assessment, texts: Texts) -> str:
    """What was due by now on the way to the goal."""
    pace, target = assessment.pace, assessment.target
    if pace is None or pace.expected is None:
        return ""
    return numbers.quantity(numbers.computed(pace.expected, target.goal), target.unit, texts)


def _standing(said: VerdictWords) -> str:
    texts, figure = said.texts, said.assessment.figure
    due = texts.say("due", year=said.target.indicator.due)
    goal = said.goal() + firmness_mark(said.target, texts)
    told = [texts.say("standing.goal", goal=goal, due=due)]
    if figure is not None:
        told.append(texts.say("standing.value", value=said.dated(figure)))
    if said.assessment.gap:
        told.append(texts.say("standing.gap", gap=said.gap()))
    return texts.say("clause.separator").join(told)


def firmness_mark(target: Target, texts: Texts) -> str:
    """What is set beside a goal that does not bind; empty for one that does."""
    return texts.say("mark.aspirational") if target.indicator.firmness is Firmness.ASPIRATIONAL else ""


def borderline_mark(assessment: Assessment, texts: Texts) -> str:
    """What is set beside a status that another rounding or reading would change; empty for one that is certain."""
    return texts.say("mark.borderline") if assessment.borderline else ""


def doubt_mark(assessment: Assessment, texts: Texts) -> str:
    """What is set beside a status that rests on a figure which a finding questions; else empty."""
    return texts.say("mark.doubtful") if assessment.doubts else ""


def _difference_unit(target: Target, texts: Texts) -> str:
    unit = target.unit
    return texts.say("unit.points") if unit.name == "%" else numbers.unit_text(unit, texts)


def _step_unit(target: Target, step: Step | None, texts: Texts) -> str:
    if step is None or step.per_year is None:
        return ""
    return texts.say("unit.rate") if step.is_rate else _difference_unit(target, texts)


def step_times(step: Step | None, texts: Texts) -> str:
    """How many times the pace so far the step is, empty where there is no pace."""
    if step is None or step.so_far is None:
        return ""
    if step.times is None:
        return texts.say("step.not_so_far")
    return texts.say("step.times", times=times_digits(step.times))


def step_short(step: Step | None, texts: Texts) -> str:
    """The same in brackets, where there is little room; empty where there is no pace or it led away."""
    if step is None or step.times is None:
        return ""
    return texts.say("step.short", times=times_digits(step.times))


def step_details(said: VerdictWords, step: Step | None) -> tuple[str, ...]:
    """How many times the pace so far the step is, and where that pace would lead."""
    if step is None or step.so_far is None:
        return ()
    times, value = step_times(step, said.texts), projected(said, step)
    if not value:
        return (times,)
    return (times, said.texts.say("step.projection", value=value, due=said.target.indicator.due))


def projected(said: VerdictWords, step: Step | None) -> str:
    """What the pace so far leads to by the due date, empty where there is no pace to go on."""
    if step is None or step.projection is None:
        return ""
    shown = projection_digits(said.target, step.projection)
    return numbers.quantity(shown, said.target.unit, said.texts)
