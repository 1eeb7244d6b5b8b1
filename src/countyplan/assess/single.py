"""The verdict on one figure of a target, with all that is said beside it."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from countyplan.assess.assessment import Assessment, Borderline, Parts, Remark
from countyplan.assess.borderline import (
    far_from_every_limit,
    last_digit_disagrees,
    reached_within_last_digit,
    rounding_disagrees,
    rounds_otherwise,
    straight_line_disagrees,
)
from countyplan.assess.evidence import Remarks, is_due, start_of, value_words
from countyplan.assess.rule.chance import Spread
from countyplan.assess.rule.comparator import ZERO, gap, meets, upper_tolerance
from countyplan.assess.rule.course import Course, NoPace, Pace
from countyplan.assess.rule.pace import measure, slipping, without_pace
from countyplan.assess.rule.step import step_from
from countyplan.assess.status import Status
from countyplan.dataclass import dataclass, replace
from countyplan.figures import Derived, Figure, Origin, Series
from countyplan.plan import Pacing, Plan, Target
from countyplan.quantity import Period, plain_digits


@dataclass(frozen=True, slots=True)
class Case:
    """A target with the figure that is to be judged and the series it is part of."""

    target: Target
    figure: Figure
    series: Series
    as_of: Period
    remarks: Remarks = field(default_factory=dict)
    parts: Parts | None = None

    @property
    def due(self) -> bool:
        """Whether the due date has come."""
        return is_due(self.target, self.as_of)


@dataclass(frozen=True, slots=True)
class _Way:
    """How the figure came from the baseline, as far as a pace can be measured on it; else why none can."""

    course: Course | None
    pace: Pace | None
    no_pace: NoPace | None


def judge_figure(plan: Plan, case: Case) -> Assessment:
    """The verdict on a figure; one of a part of a year does not compare with the goal, and so has neither gap nor verdict."""
    figure, target = case.figure, case.target
    if figure.period.end < min(case.as_of.end, target.due.end):
        case.remarks[Remark.FIGURE_EARLIER] = {"period": str(figure.period)}
    if figure.estimate:
        case.remarks[Remark.ESTIMATE] = {"period": str(figure.period)}
    baseline = _baseline(plan, case)
    judged = Assessment(
        target,
        Status.NO_PACE,
        figure,
        baseline,
        no_pace=NoPace.PART_OF_A_YEAR,
        remarks=case.remarks,
        parts=case.parts,
        series=case.series.figures,
    )
    if figure.partial:
        return judged
    way = _way(plan, case, baseline)
    if meets(target, figure.value) and _is_settled(plan, case):
        return _met(plan, case, judged, way)
    return _open(plan, case, judged, way)


def _is_settled(plan: Plan, case: Case) -> bool:
    """Whether a figure that meets the goal settles it: of what is about every year at the due date, and if each was kept."""
    manner = case.target.indicator.kind.manner
    if not manner.every_year:
        return True
    return case.due and (manner.pacing is not Pacing.KEPT or not _left(plan, case))


def _left(plan: Plan, case: Case) -> tuple[Figure, ...]:
    """The figures before the one that is judged that lay outside a band."""
    within = case.series.within(start_of(plan, case.target).end, case.figure.period.end - 1)
    return tuple(one for one in within.whole if not meets(case.target, one.value))


def _met(plan: Plan, case: Case, judged: Assessment, way: _Way) -> Assessment:
    target, figure, remarks = case.target, case.figure, case.remarks
    if figure.period.end < target.due.end:
        remarks[Remark.MET_EARLY] = {}
    above = target.indicator.comparator.sense.tolerant and figure.value > upper_tolerance(target)
    if above:
        remarks[Remark.ABOVE_TOLERANCE] = {"limit": plain_digits(upper_tolerance(target))}
    earlier = case.series.before(figure.period.end)
    if target.indicator.kind.manner.held and earlier and slipping(target, earlier.value, figure.value):
        remarks[Remark.SLIPPING] = value_words(earlier)
    borderline = _borderline(plan, case, Status.MET, judged.baseline, way)
    return replace(judged, status=Status.MET, gap=ZERO, no_pace=None, borderline=borderline)


def _open(plan: Plan, case: Case, judged: Assessment, way: _Way) -> Assessment:
    target, figure = case.target, case.figure
    status = Status.MISSED if case.due else Status.NO_PACE if way.pace is None else way.pace.status
    _remark_on_the_way(case, way.pace, judged.baseline)
    if target.indicator.kind.manner.pacing is Pacing.KEPT and (left := _left(plan, case)):
        case.remarks[Remark.BAND_LEFT] = {str(one.period): plain_digits(one.value) for one in left}
    return replace(
        judged,
        status=status,
        gap=None if meets(target, figure.value) else gap(target, figure.value),
        pace=way.pace,
        no_pace=way.no_pace,
        step=None
        if case.due or target.against is not None
        else step_from(target, figure.value, figure.period.end, way.course),
        borderline=_borderline(plan, case, status, judged.baseline, way),
    )


def _baseline(plan: Plan, case: Case) -> Figure | None:
    """The figure at the end of the baseline year, else the nearest earlier one; none for what starts from zero."""
    if case.target.indicator.kind.manner.from_zero_on:
        return None
    start = start_of(plan, case.target)
    at_start = case.series.latest(start.end)
    if at_start is not None and at_start.partial:
        return None
    in_base = _nothing_yet(plan, case.target)
    if in_base is not None and (at_start is None or at_start.period.end < in_base.period.end):
        at_start = in_base
    if at_start is not None and at_start.period.end < start.end:
        case.remarks[Remark.BASELINE_EARLIER] = {"period": str(at_start.period), "wanted": str(start)}
    return at_start


def _nothing_yet(plan: Plan, target: Target) -> Figure | None:
    """The change since a base year in that year itself, which is none; None of what is no such change."""
    if not target.indicator.kind.manner.since_base:
        return None
    base = plan.identity.baseline if target.indicator.base is None else target.indicator.base
    return Derived(ZERO, ZERO, Period.of_year(base), (), Origin.BASE_YEAR)


def _way(plan: Plan, case: Case, baseline: Figure | None) -> _Way:
    figure, target = case.figure, case.target
    if target.indicator.kind.manner.pacing is Pacing.NONE:
        return _Way(None, None, without_pace(target))
    if target.against is not None and target.indicator.kind.manner.pacing is not Pacing.AVERAGE:
        return _Way(None, None, NoPace.RELATIVE)
    if baseline is None and not target.indicator.kind.manner.from_zero_on:
        return _Way(None, None, NoPace.NO_BASELINE)
    milestone = plan.milestone(target.indicator.id, target.area, figure.period)
    course = Course(
        value=figure.value,
        baseline=ZERO if baseline is None else baseline.value,
        start=start_of(plan, target).end if baseline is None else baseline.period.end,
        now=figure.period.end,
        due=target.due.end,
        milestone=None if milestone is None else milestone.goal,
        half_digit=max(figure.half_digit, _half_digit(baseline)),
        kept=target.indicator.kind.manner.pacing is not Pacing.KEPT or not _left(plan, case),
    )
    pace = measure(target, course, plan.cutoffs)
    return _Way(None, None, pace) if isinstance(pace, NoPace) else _Way(course, pace, None)


def _half_digit(baseline: Figure | None) -> Decimal:
    return ZERO if baseline is None else baseline.half_digit


def _remark_on_the_way(case: Case, pace: Pace | None, baseline: Figure | None) -> None:
    target, figure = case.target, case.figure
    earlier = case.series.before(figure.period.end)
    if pace is not None and pace.value is None and baseline and meets(target, baseline.value):
        case.remarks[Remark.BASELINE_LOST] = {}
    if target.indicator.kind.manner.whole and earlier and earlier.value > figure.value:
        case.remarks[Remark.COUNT_FELL] = value_words(earlier)
    if target.against is None and target.indicator.kind.manner.held and Remark.BASELINE_LOST not in case.remarks:
        before = case.series.within(-1, figure.period.end - 1).figures
        reached = [one for one in before if meets(target, one.value)]
        if reached:
            case.remarks[Remark.HOLD_LOST] = value_words(reached[-1])


def _borderline(plan: Plan, case: Case, status: Status, baseline: Figure | None, way: _Way) -> tuple[Borderline, ...]:
    """Other readings on the other side of the line. Once the due date has come only meeting the goal is at stake."""
    target, figure = case.target, case.figure
    if way.course is not None and not way.course.kept:
        return ()
    if case.due:
        return (
            *rounding_disagrees(target, figure.value, status),
            *reached_within_last_digit(target, figure, status),
        )
    rounded = rounds_otherwise(target, figure.value)
    if rounded is not None:
        case.remarks[Remark.ROUNDS_TO_GOAL] = {"value": plain_digits(rounded)}
    if way.pace is None or way.course is None:
        return ()
    straight = () if status is Status.MET else straight_line_disagrees(way.pace, plan.cutoffs)
    begun = Spread(way.course.baseline, _half_digit(baseline))
    if far_from_every_limit(target, figure, way.pace, begun, plan.cutoffs):
        return tuple(straight)
    digits = last_digit_disagrees(target, figure, status, course=way.course, begun=begun, cutoffs=plan.cutoffs)
    return (*straight, *digits)
