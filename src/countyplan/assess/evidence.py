"""Which figure a target is judged by, and what is known to be wrong with its figures."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.assess.assessment import Missing, Remark
from countyplan.assess.comparator import meets
from countyplan.diagnostics import About, Diagnostic, Severity
from countyplan.figures import Figure, Figures, Series
from countyplan.plan import Kind, Plan, Target
from countyplan.plan.selection import rests_on
from countyplan.quantity import Period, plain_digits

Remarks = dict[Remark, dict[str, str]]


def refused(plan: Plan, figures: Figures, target: Target) -> tuple[Diagnostic, ...]:
    """The findings about figures of the target that were not used."""
    about = figures.about(rests_on(plan, target))
    return tuple(one for one in about if one.severity is Severity.ERROR)


def odd(
    plan: Plan, figures: Figures, of_total: Iterable[Diagnostic], target: Target, used: Iterable[Figure]
) -> tuple[Diagnostic, ...]:
    """The findings about what is odd in the figures that were used, and in their total; in all of them, if none was."""
    rested = rests_on(plan, target)
    own = [one for one in of_total if one.subject and (one.subject.area, one.subject.indicator) in rested]
    places = {source.place for figure in used for source in figure.sources}
    about = [one for one in (*figures.about(rested), *own) if one.severity is Severity.WARNING]
    return tuple(one for one in about if not places or one.place in places or one.about is not About.FIGURE)


def told(remark: Remark, findings: tuple[Diagnostic, ...]) -> Remarks:
    """The remark that names findings with their places, if there are any."""
    return {remark: {"findings": ", ".join(f"{one.code} {one.place}" for one in findings)}} if findings else {}


def figure_to_judge(target: Target, series: Series, as_of: Period, remarks: Remarks) -> Figure | None:
    """The latest figure; once the due date has passed the one of that date, since a later one does not answer for it.

    If nothing was reported for the due date, a goal reached before it stays reached, unless it is to be held until then;
    that it was not reached cannot be known from an earlier figure, and from a later one only of what never falls.
    """
    if as_of.end < target.due.end:
        return series.latest(as_of.end)
    at_due = series.at(target.due.end)
    if at_due is not None and not at_due.partial:
        return at_due
    before, last = series.latest(target.due.end), series.latest(as_of.end)
    figure = before if before is not None and _tells_of_the_due_date(target, before) else last
    if figure is None or _tells_of_the_due_date(target, figure):
        return figure
    remarks[Remark.DUE_UNREPORTED] = value_words(figure)
    return None


def _tells_of_the_due_date(target: Target, figure: Figure) -> bool:
    """Whether a figure from before or after the due date settles what was the case then."""
    kind = target.indicator.kind
    if figure.partial:
        return False
    if meets(target, figure.value):
        return kind is not Kind.HOLD or figure.period.end > target.due.end
    return kind is Kind.CUMULATIVE and figure.period.end > target.due.end


def answers_for_the_due_date(target: Target, figure: Figure, as_of: Period) -> bool:
    """Whether the due date is still ahead, or the figure is not older than it."""
    return as_of.end < target.due.end or figure.period.end >= target.due.end


def why_missing(remarks: Remarks) -> Missing:
    """Why there is no figure to judge."""
    if Remark.FIGURE_REFUSED in remarks:
        return Missing.NOT_USED
    return Missing.DUE_UNREPORTED if Remark.DUE_UNREPORTED in remarks else Missing.NOT_REPORTED


def value_words(figure: Figure) -> dict[str, str]:
    """A figure's period and value, for a remark."""
    return {"period": str(figure.period), "value": plain_digits(figure.value)}
