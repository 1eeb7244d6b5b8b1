"""One assessment as a row: in words for people, in ids and decimal strings for machines."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial

from countyplan.assess import Assessment, Status, Step
from countyplan.dataclass import replace
from countyplan.language import Language, Texts
from countyplan.plan import Firmness, Plan, Target
from countyplan.report.row.notes import notes_of
from countyplan.report.row.places import places_shown, projection_digits, times_digits
from countyplan.report.row.reason import reason_of
from countyplan.report.row.row_model import MachineRow, Row
from countyplan.report.row.step_text import step_text
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers
from countyplan.report.words.answering import answering_short, units_of
from countyplan.report.words.names import area_name, clause_heading, clause_mark, period_name, responsible, target_name
from countyplan.report.words.schedule import points_ahead, schedule_short, schedule_text
from countyplan.report.words.waiver import ShownWaiver


def build_row(plan: Plan, assessment: Assessment, texts: Texts, waiver: ShownWaiver | None = None) -> Row:
    """The row of an assessment in the language of `texts`, with the waiver that excuses it, without change and chart."""
    said = VerdictWords(plan, texts, assessment)
    target, figure, pace = assessment.target, assessment.figure, assessment.pace
    return Row(
        machine=machine_row(said),
        area=area_name(plan, target.area, texts),
        indicator=target_name(target, texts),
        goal=said.goal(),
        value="" if figure is None else said.amount(figure.value),
        value_dated="" if figure is None else said.dated(figure),
        period="" if figure is None else period_name(figure.period, texts),
        gap="" if assessment.status is Status.MET else said.gap(),
        status=said.status(),
        pace=said.pace(),
        expected=_expected(assessment, texts),
        schedule=schedule_text(assessment, texts),
        schedule_short=schedule_short(assessment, texts),
        step=step_text(assessment, texts),
        step_times=step_times(assessment.step, texts),
        step_short=step_short(assessment.step, texts),
        step_details=step_details(said, assessment.step),
        responsible=responsible(plan, target.indicator.clause, target.area, texts),
        who=answering_short(plan, target, texts),
        units=units_of(plan, target, texts),
        reason=reason_of(said),
        notes=(*([waiver.text] if waiver else []), *notes_of(said)),
        progress=None if pace is None or pace.progress is None else pace.progress.value,
        time=None if pace is None else pace.time.value,
        due=texts.say("due", year=target.indicator.due),
        standing=_standing(said),
        change=None,
        waiver=waiver,
        clause=clause_heading(plan, target.indicator.clause, texts),
        clause_mark=clause_mark(plan, target.indicator.clause, texts),
        firmness=texts.say(f"firmness.{target.indicator.firmness}"),
        firmness_mark=firmness_mark(target, texts),
        borderline_mark=borderline_mark(assessment, texts),
        doubt_mark=doubt_mark(assessment, texts),
        comparator=texts.say(f"comparator.{target.indicator.comparator}"),
        unit=numbers.unit_text(target.unit, texts),
        gap_unit=_difference_unit(target, texts),
        step_unit=_step_unit(target, assessment.step, texts),
        decimals=cache(partial(places_shown, assessment)),
    )


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
    if step is None:
        return ""
    return texts.say("unit.rate") if step.is_rate and step.per_year is not None else _difference_unit(target, texts)


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


def machine_target(plan: Plan, target: Target) -> MachineRow:
    """What the plan demands, without a judgement."""
    indicator = target.indicator
    goal = numbers.machine(target.goal)
    return MachineRow(
        target=indicator.id,
        indicator=indicator.name,
        area=target.area,
        clause=indicator.clause,
        status="",
        comparator=indicator.comparator.value,
        goal=goal if target.high is None else (goal, numbers.machine(target.high)),
        unit=indicator.unit,
        due=indicator.due,
        kind=indicator.kind.value,
        firmness=indicator.firmness.value,
        wording=target.wording,
        responsible=responsible(plan, indicator.clause, target.area, Texts(Language.ZH)),
        readings=indicator.readings,
        in_force=target.in_force,
        set_by=target.set_by,
    )


def machine_row(said: VerdictWords) -> MachineRow:
    """What the plan demands, with its verdict."""
    assessment = said.assessment
    figure, baseline, pace, step = assessment.figure, assessment.baseline, assessment.pace, assessment.step
    sources = () if figure is None else figure.sources
    return replace(
        machine_target(said.plan, assessment.target),
        status=assessment.status.value,
        value=None if figure is None else numbers.machine(figure.value),
        period=None if figure is None else str(figure.period),
        baseline=None if baseline is None else (str(baseline.period), numbers.machine(baseline.value)),
        gap=_machine(assessment.gap),
        pace=said.pace() or None,
        points_ahead=_machine(points_ahead(assessment)),
        time_progress=None if pace is None else numbers.machine(pace.time.value),
        progress=None if pace is None or pace.progress is None else numbers.machine(pace.progress.value),
        expected=None if pace is None else _machine(pace.expected),
        amount=None if step is None else numbers.machine(step.amount),
        per_year=None if step is None else _machine(step.per_year),
        per_year_is_rate=step is not None and step.is_rate,
        times=None if step is None else _machine(step.times),
        projection=None if step is None else _machine(step.projection),
        borderline=bool(assessment.borderline),
        doubtful=bool(assessment.doubts),
        missing_reason=None if assessment.missing is None else assessment.missing.value,
        sources=tuple(source.place for source in sources),
        source_texts=tuple(dict.fromkeys(source.source for source in sources if source.source)),
        remarks=tuple(remark.value for remark in assessment.remarks),
    )


def _machine(value: Decimal | None) -> str | None:
    return None if value is None else numbers.machine(value)
