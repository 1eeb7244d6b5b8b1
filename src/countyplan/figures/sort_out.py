"""Which of the reported figures can be outcomes as of a period, and why the others are not used."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from countyplan.dataclass import dataclass, replace
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission import ReportedFigure


@dataclass(frozen=True, slots=True)
class SortedOut:
    """As of when is judged, the figures that are used, whose others are not, and what there is to tell of them."""

    as_of: Period
    used: tuple[ReportedFigure, ...]
    later: frozenset[tuple[str, str]]
    diagnostics: tuple[Diagnostic, ...]


def sort_out(
    reported: Iterable[ReportedFigure], plan: Plan, asked: Period | None, today: Period, refused: Iterable[int] = ()
) -> SortedOut:
    """The figures up to `asked`, by default up to the latest period that is reported and has ended.

    Where no figure can be used, that is the latest of those that were refused: `refused` are the ends of their periods.

    A period that is not over has no outcomes: within the plan its figures are estimates, after it they are errors. An
    estimate is used where `asked` takes it in and no outcome of the same stands beside it, and never sets the date.
    """
    found: list[Diagnostic] = []
    figures: list[ReportedFigure] = []
    for one in reported:
        if one.period.end < today.end:
            figures.append(one)
        elif one.period.year > plan.identity.last:
            words = {"period": str(one.period), "last": str(plan.identity.last)}
            found.append(Diagnostic(Code.NOT_OVER_NOR_PLANNED, one, words))
        else:
            figures.append(replace(one, estimate=True))
    past = [
        end for end in refused if plan.baseline.end < end < today.end and Period.ending(end).year <= plan.identity.last
    ]
    otherwise = Period.ending(max(past, default=plan.baseline.end))
    as_of = asked or _latest([one for one in figures if not one.estimate], plan, otherwise)
    foreseen = any(one.estimate for one in figures)
    outcomes = {_figure_of(one) for one in figures if not one.estimate} if foreseen else set()
    used: list[ReportedFigure] = []
    later: set[tuple[str, str]] = set()
    for one in figures:
        left_out = one.estimate and (asked is None or _figure_of(one) in outcomes)
        if one.period.end <= as_of.end and not left_out:
            used.append(one)
            if one.period.end < today.end:
                continue
        else:
            later.add((one.area, one.indicator))
        found += _told(one, as_of, today, left_out=left_out)
    return SortedOut(as_of, tuple(used), frozenset(later), tuple(found))


def _figure_of(one: ReportedFigure) -> tuple[str, str, int]:
    return one.area, one.indicator, one.period.end


def _latest(reported: list[ReportedFigure], plan: Plan, otherwise: Period) -> Period:
    """The latest period of what the plan asks for; a figure that nothing is judged by does not make the others old."""
    latest: Period | None = None
    for one in reported:
        if (latest is None or one.period.end > latest.end) and plan.binds(one.indicator, one.area):
            latest = one.period
    return latest or max((one.period for one in reported), key=attrgetter("end"), default=otherwise)


def _told(one: ReportedFigure, as_of: Period, today: Period, *, left_out: bool) -> Iterable[Diagnostic]:
    if one.period.end > as_of.end and not left_out:
        code = Code.AFTER_AS_OF
    elif one.period.end >= today.end:
        code = Code.IN_THE_FUTURE
    elif left_out:
        code = Code.ESTIMATE_LEFT_OUT
    else:
        return []
    return [Diagnostic(code, one, {"period": str(one.period), "as_of": str(as_of)})]
