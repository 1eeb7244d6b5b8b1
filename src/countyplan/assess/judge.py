"""From figures to verdicts: every target of the plan, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from countyplan.assess.assessment import Assessment, Missing, Parts, Remark
from countyplan.assess.evidence import (
    Lacking,
    Remarks,
    figure_to_judge,
    is_due,
    outcomes_of,
    refused,
    stands_at_the_due_date,
    start_of,
    why_missing,
    with_findings,
)
from countyplan.assess.known_part import judge_known_part, total_to_judge
from countyplan.assess.rule.average import averaged, years_lacking
from countyplan.assess.rule.comparator import meets
from countyplan.assess.rule.course import NoPace
from countyplan.assess.shares import count_share
from countyplan.assess.single import Case, judge_figure
from countyplan.assess.status import Status
from countyplan.assess.totals import Sum, add_up
from countyplan.dataclass import dataclass, replace
from countyplan.diagnostics import Diagnostic, with_more
from countyplan.figures import Figures, Series
from countyplan.plan import Pacing, Plan, Target
from countyplan.plan.selection import rests_on
from countyplan.quantity import Period


@dataclass(frozen=True, slots=True)
class Assessed:
    """The verdicts in the plan's order, and every finding about the figures they rest on."""

    assessments: tuple[Assessment, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class _Ground:
    """A target with the figures that can matter to it."""

    plan: Plan
    figures: Figures
    target: Target

    @cached_property
    def rested(self) -> frozenset[tuple[str, str]]:
        """The areas and indicators of the figures that can matter to it."""
        return rests_on(self.plan, self.target)

    @cached_property
    def about(self) -> list[Diagnostic]:
        """The findings about these."""
        return self.figures.about(self.rested)

    @property
    def of_several(self) -> bool:
        """Whether it is judged by what several areas bring together."""
        return self.plan.of_several(self.target)


def judge(plan: Plan, figures: Figures, targets: Iterable[Target], *, carry_forward: bool = False) -> Assessed:
    """A verdict on each of `targets`. With `carry_forward` a sum takes an area's earlier figure where one is lacking."""
    assessments: list[Assessment] = []
    found: list[Diagnostic] = []
    for target in targets:
        ground = _Ground(plan, figures, target)
        one, of_total = _judged(ground, carry_forward=carry_forward)
        found += of_total
        assessments.append(with_findings(ground.about, one, of_total) if ground.about or of_total else one)
    return Assessed(tuple(assessments), with_more(figures.diagnostics, found))


def verdicts_alone(
    plan: Plan, figures: Figures, targets: Iterable[Target], *, carry_forward: bool = False
) -> tuple[Assessment, ...]:
    """The same verdicts without the findings about the figures that they rest on."""
    return tuple(_judged(_Ground(plan, figures, one), carry_forward=carry_forward)[0] for one in targets)


def _judged(ground: _Ground, *, carry_forward: bool) -> tuple[Assessment, list[Diagnostic]]:
    """The verdict, and what was found when figures of several areas were taken together."""
    if not ground.of_several:
        return _judge_single(ground), []
    total = _together(ground, carry_forward=carry_forward)
    return _judge_total(ground, total), total.diagnostics if total else []


def _together(ground: _Ground, *, carry_forward: bool) -> Sum | None:
    plan, figures, target, share = ground.plan, ground.figures, ground.target, ground.target.indicator.share
    if share is None or plan.sums_up(target):
        return add_up(plan, figures, target, carry_forward=carry_forward)
    return count_share(plan, figures, target, share, carry_forward=carry_forward)


def _judge_single(ground: _Ground) -> Assessment:
    plan, figures, target = ground.plan, ground.figures, ground.target
    reported, start = figures.of(target.area, target.indicator.id), start_of(plan, target)
    series, remarks = reported, _lacking_years(target, reported, start, figures.as_of)
    pacing = target.indicator.kind.manner.pacing
    if pacing is Pacing.AVERAGE:
        series = averaged(reported, start.end, target.unit.factor)
    outcomes = outcomes_of(series, target, start, figures.as_of)
    figure = figure_to_judge(target, outcomes, figures.as_of)
    if pacing is Pacing.KEPT and is_due(target, figures.as_of) and (remarks or figure is None):
        # Once a year was outside, no figure that lacks can change that the band was left.
        left = any(not meets(target, one.value) for one in outcomes.whole)
        figure = (figure or outcomes.whole[-1]) if left else None
    if figure is None:
        missing = _missing(ground, reported)
        if remarks and missing.missing in {Missing.DUE_UNREPORTED, Missing.NOT_REPORTED}:
            return replace(missing, missing=Missing.YEAR_LACKING, remarks=remarks)
        return missing
    if target.indicator.relative_to is not None:
        return _judge_relative(plan, figures, Case(target, figure, series, figures.as_of, remarks))
    return judge_figure(plan, Case(target, figure, series, figures.as_of, remarks))


def _judge_relative(plan: Plan, figures: Figures, case: Case) -> Assessment:
    """The verdict on a figure whose goal comes of another one of the same period, taken together over the same years."""
    target, found = case.target, plan.other_of(case.target)
    if found is None:
        raise LookupError(target.indicator.id)
    unit = plan.unit_of_measure(found[1])
    series = figures.of(*found)
    if target.indicator.kind.manner.pacing is Pacing.AVERAGE:
        series = averaged(series, start_of(plan, target).end, unit.factor)
    other = series.at(case.figure.period.end)
    if other is None or other.partial:
        if case.due:
            return Assessment(target, Status.MISSING, remarks=case.remarks, missing=Missing.OTHER_LACKING)
        return Assessment(target, Status.NO_PACE, case.figure, no_pace=NoPace.OTHER_LACKING, remarks=case.remarks)
    half_digit = case.figure.half_digit + unit.convert(other.half_digit, target.unit)
    known = replace(
        case,
        target=target.set_against(unit.convert(other.value, target.unit)),
        figure=replace(case.figure, half_digit=half_digit),
    )
    return replace(judge_figure(plan, known), other=other)


def _lacking_years(target: Target, reported: Series, start: Period, as_of: Period) -> Remarks:
    """The remark that tells which years lack, of what is about every year."""
    if not target.indicator.kind.manner.every_year:
        return {}
    lacking = years_lacking(reported, start.end, min(as_of.end, target.due.end))
    return {Remark.YEAR_LACKING: {"years": " ".join(map(str, lacking))}} if lacking else {}


def _missing(ground: _Ground, own: Series, parts: Parts | None = None) -> Assessment:
    figures, target, start = ground.figures, ground.target, start_of(ground.plan, ground.target)
    since = own.within(start.end, figures.as_of.end)
    lacking = Lacking(target, since, len(since.figures) < len(own.figures), ground.rested)
    reason, remarks = why_missing(lacking, figures, refused(ground.about), start)
    return Assessment(target, Status.MISSING, remarks=remarks, parts=parts, missing=reason)


def _judge_total(ground: _Ground, total: Sum | None) -> Assessment:
    plan, figures, target = ground.plan, ground.figures, ground.target
    if total is None:
        share, own = target.indicator.share, (target.area, *plan.tree.below(target.area))
        counted = [figures.of(area, share.of) for area in plan.counted_in(target)] if share is not None else []
        every = [*(figures.of(area, target.indicator.id) for area in own), *counted]
        return _missing(ground, Series.of([one for each in every for one in each.figures]))
    remarks: Remarks = {}
    if total.carried:
        remarks[Remark.CARRIED_FORWARD] = {area: str(period) for area, period in total.carried}
    if total.stale:
        remarks[Remark.PART_EARLIER] = {area: str(period) for area, period in total.stale}
    figure = total_to_judge(target, total, remarks)
    if is_due(target, figures.as_of) and not stands_at_the_due_date(target, figure):
        return _missing(ground, Series((figure,)), total.parts)
    if figure is total.known and total.parts.lacking and Remark.PARTS_MADE_CERTAIN not in remarks:
        return judge_known_part(target, figure, total, figures.as_of, remarks)
    as_of, parts = figures.as_of, total.parts
    case = Case(target=target, figure=figure, series=total.history, as_of=as_of, remarks=remarks, parts=parts)
    return judge_figure(plan, case)
