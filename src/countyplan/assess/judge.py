"""From figures to verdicts: every target of the plan, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from countyplan.assess.assessment import Assessment, Borderline, Parts, Remark
from countyplan.assess.borderline import (
    last_digit_disagrees,
    reached_within_last_digit,
    rounding_disagrees,
    straight_line_disagrees,
)
from countyplan.assess.comparator import ZERO, gap, lower_tolerance, meets, upper_end, upper_tolerance
from countyplan.assess.evidence import (
    Remarks,
    answers_for_the_due_date,
    figure_to_judge,
    odd,
    refused,
    told,
    value_words,
    why_missing,
)
from countyplan.assess.pace import Course, NoPace, Pace, measure, slipping
from countyplan.assess.status import Status
from countyplan.assess.step import step_from
from countyplan.assess.totals import Sum, add_up
from countyplan.diagnostics import Diagnostic, in_order
from countyplan.figures import Figure, Figures, Series
from countyplan.plan import TOTAL, Comparator, Kind, Plan, Target
from countyplan.quantity import Period, plain_digits


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts in the plan's order, and every finding about the figures they rest on."""

    assessments: tuple[Assessment, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """A target with the figure that is to be judged and the series it is part of."""

    target: Target
    figure: Figure
    series: Series
    as_of: Period
    remarks: Remarks = field(default_factory=dict)
    parts: Parts | None = None


def judge(plan: Plan, figures: Figures, targets: Iterable[Target], *, carry_forward: bool = False) -> Judgement:
    """A verdict on each of `targets`. With `carry_forward` a total takes a county's earlier figure where one is lacking."""
    assessments: list[Assessment] = []
    found = list(figures.diagnostics)
    for target in targets:
        if target.area == TOTAL:
            total = add_up(plan, figures, target, carry_forward=carry_forward)
            of_total = total.diagnostics if total else []
            found += of_total
            one = _judge_total(plan, figures, target, total)
        else:
            of_total = []
            one = _judge_single(plan, figures, target)
        used = [figure for figure in (one.figure, one.baseline) if figure is not None]
        doubts = odd(plan, figures, of_total, target, used)
        remarks = {**one.remarks, **told(Remark.FIGURE_ODD, doubts)}
        assessments.append(replace(one, remarks=remarks, doubts=doubts, refused=refused(plan, figures, target)))
    return Judgement(tuple(assessments), in_order(found))


def _judge_single(plan: Plan, figures: Figures, target: Target) -> Assessment:
    series = figures.of(target.area, target.indicator.id)
    remarks = told(Remark.FIGURE_REFUSED, refused(plan, figures, target))
    figure = figure_to_judge(target, series, figures.as_of, remarks)
    if figure is None:
        return Assessment(target, Status.MISSING, remarks=remarks, missing=why_missing(remarks))
    return _judge_figure(plan, _Case(target, figure, series, figures.as_of, remarks))


def _judge_total(plan: Plan, figures: Figures, target: Target, total: Sum | None) -> Assessment:
    remarks = told(Remark.FIGURE_REFUSED, refused(plan, figures, target))
    if total is None:
        return Assessment(target, Status.MISSING, remarks=remarks, missing=why_missing(remarks))
    if total.carried:
        remarks[Remark.CARRIED_FORWARD] = {area: str(period) for area, period in total.carried}
    if total.stale:
        remarks[Remark.PART_EARLIER] = {area: str(period) for area, period in total.stale}
    figure = _total_to_judge(target, total, remarks)
    if not answers_for_the_due_date(target, figure, figures.as_of) and not meets(target, figure.value):
        remarks[Remark.DUE_UNREPORTED] = value_words(figure)
        return Assessment(target, Status.MISSING, parts=total.parts, remarks=remarks, missing=why_missing(remarks))
    if figure is total.known and total.parts.lacking and Remark.PARTS_MADE_CERTAIN not in remarks:
        return _judge_known_part(target, figure, total, figures.as_of, remarks)
    return _judge_figure(plan, _Case(target, figure, total.history, figures.as_of, remarks, total.parts))


def _total_to_judge(target: Target, total: Sum, remarks: Remarks) -> Figure:
    """The sum of all counties; where some are lacking the known part if it suffices, else the city's own total.

    The city's total gives way to the known part where that is larger.
    """
    own, known = total.parts.own, total.known
    if known is not None and not total.parts.lacking:
        return known
    if known is not None and _known_part_suffices(target, total):
        remarks[Remark.PARTS_MADE_CERTAIN] = {}
        return known
    if own is not None and (known is None or not total.diagnostics):
        remarks[Remark.OWN_TOTAL_USED] = {}
        return own
    if known is None:
        raise LookupError(target.indicator.id)
    return known


def _known_part_suffices(target: Target, total: Sum) -> bool:
    """Whether the counties that reported meet the goal by themselves, and no part of what is lacking can undo it."""
    return (
        total.known is not None and _only_grows(target, total) and _rises(target) and meets(target, total.known.value)
    )


def _only_grows(target: Target, total: Sum) -> bool:
    """Whether what is lacking can only add to the known part."""
    return target.indicator.bounds.low == 0 and all(figure.value >= 0 for _, figure in total.parts.reported)


def _rises(target: Target) -> bool:
    return target.indicator.comparator in {Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.ABOUT}


def _judge_known_part(target: Target, known: Figure, total: Sum, as_of: Period, remarks: Remarks) -> Assessment:
    """A total that lacks counties: the known part is the least that it can be."""
    lacks = gap(target, known.value)
    beyond = not _rises(target) and _only_grows(target, total) and known.value > upper_end(target)
    if beyond and as_of.end >= target.due.end:
        return Assessment(target, Status.MISSED, known, gap=lacks, parts=total.parts, remarks=remarks)
    short_of = lower_tolerance(target) if target.indicator.comparator is Comparator.ABOUT else target.goal
    needed = short_of - known.value if _rises(target) else None
    parts = replace(total.parts, needed=needed)
    return Assessment(target, Status.UNDECIDED, known, gap=lacks, parts=parts, remarks=remarks)


def _judge_figure(plan: Plan, case: _Case) -> Assessment:
    if case.figure.period.end < min(case.as_of.end, case.target.due.end):
        case.remarks[Remark.FIGURE_EARLIER] = {"period": str(case.figure.period)}
    baseline = _baseline(plan, case)
    if meets(case.target, case.figure.value) and not case.figure.partial:
        return _judge_met(plan, case, baseline)
    course = _course(plan, case, baseline)
    pace = measure(case.target, course, plan.cutoffs) if isinstance(course, Course) else course
    status = _status(case, pace)
    _remark_on_the_way(case, pace, baseline)
    came = course if isinstance(course, Course) and isinstance(pace, Pace) else None
    figure = case.figure
    step = None if figure.partial else step_from(case.target, figure.value, figure.period.end, case.as_of.end, came)
    return Assessment(
        case.target,
        status,
        figure,
        baseline,
        gap(case.target, figure.value),
        pace if isinstance(pace, Pace) else None,
        pace if isinstance(pace, NoPace) else None,
        step,
        _borderline(plan, case, course, pace, status),
        case.remarks,
        case.parts,
        case.series.figures,
    )


def _status(case: _Case, pace: Pace | NoPace) -> Status:
    if case.as_of.end >= case.target.due.end and not case.figure.partial:
        return Status.MISSED
    return pace.status if isinstance(pace, Pace) else Status.NO_PACE


def _baseline(plan: Plan, case: _Case) -> Figure | None:
    """The figure at the end of the baseline year, else the nearest earlier one; none for what starts from zero."""
    if case.target.indicator.kind is Kind.CUMULATIVE:
        return None
    at_start = case.series.latest(plan.baseline.end)
    if at_start is None or at_start.partial:
        return None
    if at_start.period.end < plan.baseline.end:
        case.remarks[Remark.BASELINE_EARLIER] = {"period": str(at_start.period), "wanted": str(plan.baseline)}
    return at_start


def _course(plan: Plan, case: _Case, baseline: Figure | None) -> Course | NoPace:
    figure, target = case.figure, case.target
    if target.indicator.kind is Kind.COUNT:
        return NoPace.COUNT
    if figure.partial:
        return NoPace.PART_OF_A_YEAR
    cumulative = target.indicator.kind is Kind.CUMULATIVE
    if baseline is None and not cumulative:
        return NoPace.NO_BASELINE
    start = plan.baseline.end if baseline is None else baseline.period.end
    if figure.period.end <= start:
        return NoPace.ONLY_BASELINE
    value = ZERO if baseline is None else baseline.value
    milestone = plan.milestone(target.indicator.id, target.area, figure.period)
    goal = None if milestone is None else milestone.goal
    return Course(figure.value, value, start, figure.period.end, target.due.end, goal)


def _judge_met(plan: Plan, case: _Case, baseline: Figure | None) -> Assessment:
    target, figure, remarks = case.target, case.figure, case.remarks
    if figure.period.end < target.due.end:
        remarks[Remark.MET_EARLY] = {}
    elif figure.period.end > target.due.end:
        remarks[Remark.MET_LATE] = {"period": str(figure.period)}
    above = target.indicator.comparator is Comparator.ABOUT and figure.value > upper_tolerance(target)
    if above:
        remarks[Remark.ABOVE_TOLERANCE] = {"limit": plain_digits(upper_tolerance(target))}
    earlier = case.series.before(figure.period.end)
    if target.indicator.kind is Kind.HOLD and earlier and slipping(target, earlier.value, figure.value):
        remarks[Remark.SLIPPING] = value_words(earlier)
    unmet = Status.MISSED if case.as_of.end >= target.due.end else Status.NO_PACE
    course = _course(plan, case, baseline)
    if unmet is Status.NO_PACE and isinstance(course, Course):
        pace = measure(target, course, plan.cutoffs)
        unmet = pace.status if isinstance(pace, Pace) else unmet
    borderline = tuple(rounding_disagrees(target, figure.value, unmet))
    return Assessment(
        target,
        Status.MET,
        figure,
        baseline,
        ZERO,
        borderline=borderline,
        remarks=remarks,
        parts=case.parts,
        series=case.series.figures,
    )


def _remark_on_the_way(case: _Case, pace: Pace | NoPace, baseline: Figure | None) -> None:
    target, figure = case.target, case.figure
    earlier = case.series.before(figure.period.end)
    if isinstance(pace, Pace) and pace.value is None and baseline and meets(target, baseline.value):
        case.remarks[Remark.BASELINE_LOST] = {}
    if target.indicator.kind is Kind.COUNT and earlier and earlier.value > figure.value:
        case.remarks[Remark.COUNT_FELL] = value_words(earlier)
    if target.indicator.kind is Kind.HOLD:
        reached = [
            one for one in case.series.figures if one.period.end < figure.period.end and meets(target, one.value)
        ]
        if reached and Remark.BASELINE_LOST not in case.remarks:
            case.remarks[Remark.HOLD_LOST] = value_words(reached[-1])


def _borderline(
    plan: Plan, case: _Case, course: Course | NoPace, pace: Pace | NoPace, status: Status
) -> tuple[Borderline, ...]:
    """Other readings with other verdicts. Once the due date has passed only meeting the goal is still at stake."""
    if case.figure.partial:
        return ()
    found = list(rounding_disagrees(case.target, case.figure.value, status))
    if status is Status.MISSED:
        return (*found, *reached_within_last_digit(case.target, case.figure))
    if isinstance(course, Course) and isinstance(pace, Pace):
        baseline = case.series.at(course.start)
        of_baseline = baseline.half_digit if baseline and case.target.indicator.kind is not Kind.CUMULATIVE else ZERO
        half_digits = (case.figure.half_digit, of_baseline)
        found += straight_line_disagrees(pace, plan.cutoffs)
        found += last_digit_disagrees(case.target, course, half_digits, pace, plan.cutoffs)
    return tuple(found)
