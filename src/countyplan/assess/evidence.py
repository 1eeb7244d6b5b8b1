"""Which figure a target is judged by, and what is known to be wrong with its figures."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.assess.assessment import Assessment, Missing, Remark
from countyplan.assess.rule.comparator import meets
from countyplan.dataclass import dataclass, replace
from countyplan.diagnostics import About, Code, Diagnostic, Severity
from countyplan.figures import Figure, Figures, Series
from countyplan.plan import Plan, Target
from countyplan.quantity import Period, plain_digits

Remarks = dict[Remark, dict[str, str]]


def refused(about: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Of the findings about the figures of a target those about what was not used."""
    return tuple(one for one in about if one.severity is Severity.ERROR)


def odd(about: Iterable[Diagnostic], used: Iterable[Figure]) -> tuple[Diagnostic, ...]:
    """Of the findings about a target's figures and total what is odd in those that were used; in all, if none was."""
    odd_ones = [one for one in about if one.severity is Severity.WARNING and one.code is not Code.IN_THE_FUTURE]
    sources = [source for figure in used for source in figure.sources] if odd_ones else []
    if not sources:
        return tuple(odd_ones)
    # Most were found in one of the sources itself, or stand in other lines: nobody has to know where in them.
    own = set(map(id, sources))
    lines = {source.in_line for source in sources} & {one.at.in_line for one in odd_ones if id(one.at) not in own}
    places = {source.place for source in sources if source.in_line in lines}

    def counts(one: Diagnostic) -> bool:
        return one.about is not About.FIGURE or id(one.at) in own or (one.at.in_line in lines and one.place in places)

    return tuple(filter(counts, odd_ones))


def with_findings(about: list[Diagnostic], one: Assessment, of_total: list[Diagnostic]) -> Assessment:
    """A verdict with what was found about its target's figures and total."""
    used = [figure for figure in (one.figure, one.baseline, one.other) if figure is not None]
    doubts, unused = odd([*about, *of_total], used), refused(about)
    ahead: Remarks = {Remark.FIGURE_REFUSED: {}} if unused else {}
    behind: Remarks = {Remark.FIGURE_ODD: {}} if doubts else {}
    return replace(one, remarks={**ahead, **one.remarks, **behind}, doubts=doubts, refused=unused)


def figure_to_judge(target: Target, outcomes: Series, as_of: Period) -> Figure | None:
    """The latest of the figures since the baseline; at the due date that of the due date itself.

    What accrued in a part of a year is taken only where there is nothing else, and never at the due date. A running total
    cannot fall: one that has met its goal stands for the due date too.
    """
    whole = outcomes.whole
    if not is_due(target, as_of):
        return next(reversed(whole or outcomes.figures), None)
    last = next(reversed(whole), None)
    return last if last is not None and stands_at_the_due_date(target, last) else None


def stands_at_the_due_date(target: Target, figure: Figure) -> bool:
    """Whether a figure settles what was the case at the due date."""
    return figure.period.end == target.due.end or (target.indicator.adds_up and meets(target, figure.value))


def start_of(plan: Plan, target: Target) -> Period:
    """From the end of which period on there are outcomes: the plan's baseline, or where a later base year ends.

    An average is taken from its base year on, even where that is before the plan.
    """
    base = target.indicator.base
    if base is None:
        return plan.baseline
    own = Period.of_year(base)
    return own if target.indicator.kind.manner.every_year or own.end > plan.baseline.end else plan.baseline


def is_due(target: Target, as_of: Period) -> bool:
    """Whether the due date has come."""
    return as_of.end >= target.due.end


def outcomes_of(series: Series, target: Target, start: Period, as_of: Period) -> Series:
    """The figures that can be outcomes: of the plan's time, from after the baseline to the due date or to as-of."""
    return series.within(start.end, min(as_of.end, target.due.end))


@dataclass(frozen=True, slots=True)
class Lacking:
    """A target without a figure to judge: its figures since the baseline, whether one is before, and what it rests on."""

    target: Target
    since: Series
    before: bool
    rested: frozenset[tuple[str, str]]


def why_missing(
    case: Lacking, figures: Figures, refused: Iterable[Diagnostic], start: Period
) -> tuple[Missing, Remarks]:
    """Why there is no figure to judge, and what is to be said of those that there are."""
    target, due = case.target, is_due(case.target, figures.as_of)
    since = target.due.end - 1 if due else start.end
    until = min(figures.as_of.end, target.due.end)
    # A mistyped year was meant for another, and what stands nowhere else may have been meant for this one.
    about = ((subject, one.code is Code.NOT_OVER_NOR_PLANNED) for one in refused for subject in one.subjects)
    ends = [None if mistyped else one.end for one, mistyped in about if (one.area, one.indicator) in case.rested]
    if any(end is None or since < end <= until for end in ends):
        return Missing.NOT_USED, {}
    if case.since.figures:
        return Missing.DUE_UNREPORTED, {Remark.DUE_UNREPORTED: value_words(case.since.figures[-1])}
    if case.rested & figures.later:
        return Missing.ONLY_LATER, {}
    return (Missing.ONLY_BASELINE if case.before else Missing.NOT_REPORTED), {}


def value_words(figure: Figure) -> dict[str, str]:
    """A figure's period and value, for a remark."""
    return {"period": str(figure.period), "value": plain_digits(figure.value)}
