"""Which figure a target is judged by, and what is known to be wrong with its figures."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.assess.assessment import Remark
from countyplan.assess.comparator import meets
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.figures import Figure, Series
from countyplan.plan import Kind, Target
from countyplan.quantity import Period, plain_digits

Remarks = dict[Remark, dict[str, str]]


def findings_about(diagnostics: Iterable[Diagnostic], target: Target, areas: tuple[str, ...]) -> Remarks:
    """Codes of the findings about a target's figures: of what was refused, and of what is odd though used."""
    names = {target.indicator.id}
    if target.indicator.quotient is not None:
        names |= {target.indicator.quotient.of, target.indicator.quotient.by}
    about = [one for one in diagnostics if one.subject and one.subject.area in areas and one.subject.indicator in names]
    remarks: Remarks = {}
    for remark, severity in ((Remark.FIGURE_REFUSED, Severity.ERROR), (Remark.FIGURE_ODD, Severity.WARNING)):
        told = [f"{one.code} {one.place}" for one in about if one.severity is severity]
        if told:
            remarks[remark] = {"findings": ", ".join(told)}
    return remarks


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
    figure = series.latest(as_of.end)
    if figure is None or _tells_of_the_due_date(target, figure):
        return figure
    remarks[Remark.DUE_UNREPORTED] = value_words(figure)
    return None


def _tells_of_the_due_date(target: Target, figure: Figure) -> bool:
    """Whether a figure from before or after the due date settles what was the case then."""
    kind = target.indicator.kind
    if meets(target, figure.value):
        return kind is not Kind.HOLD or figure.period.end > target.due.end
    return kind is Kind.CUMULATIVE and figure.period.end > target.due.end


def answers_for_the_due_date(target: Target, figure: Figure, as_of: Period) -> bool:
    """Whether the due date is still ahead, or the figure is not older than it."""
    return as_of.end < target.due.end or figure.period.end >= target.due.end


def value_words(figure: Figure) -> dict[str, str]:
    """A figure's period and value, for a remark."""
    return {"period": str(figure.period), "value": plain_digits(figure.value)}
