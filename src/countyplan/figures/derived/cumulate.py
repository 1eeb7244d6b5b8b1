"""Running totals since the plan's start, out of running totals and single years' amounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Derived, Figure, Series, agreed, step_words
from countyplan.quantity import Period, Unit
from countyplan.quantity.told import amount
from countyplan.submission import ReportedFigure
from countyplan.submission.reported import Origin

Reports = Mapping[int, tuple[ReportedFigure, ...]]


def cumulate(running: Reports, annual: Reports, start: Period, unit: Unit) -> tuple[Series, list[Diagnostic]]:
    """The running totals at every end that is reported, and what does not add up. Both inputs are by end of period.

    A year's amount is added to the total before it; a total that lacks a year on the way is not made up.
    """
    zero = Derived(Decimal(0), Decimal(0), start, ())
    known: dict[int, Figure] = {start.end: zero}
    found: list[Diagnostic] = []
    for end in sorted({*running, *annual}):
        if end <= start.end:
            first = (running.get(end) or annual[end])[0]
            found.append(Diagnostic(Code.NOT_COUNTED, first, _before(first.period, start)))
            continue
        summed = _add_year(known, annual.get(end), end)
        if end in running:
            known[end] = agreed(running[end])
            found += _disagreement(known[end], summed, unit)
        elif summed is not None:
            known[end] = summed
        else:
            first = annual[end][0]
            words = {"period": str(first.period), "year": str(first.period.year - 1)}
            found.append(Diagnostic(Code.YEAR_LACKING, first, words))
    series = Series.of([figure for end, figure in known.items() if end > start.end])
    return series, [*found, *_falls(series, unit)]


@cache
def _before(period: Period, start: Period) -> dict[str, str]:
    """What is said of a period before the plan's start: the same of every figure of it."""
    return {"period": str(period), "start": str(start.year + 1)}


def _add_year(known: Mapping[int, Figure], amount: tuple[ReportedFigure, ...] | None, end: int) -> Figure | None:
    before = known.get(end - 12)
    if before is None or amount is None:
        return None
    first = amount[0]
    return Derived(
        before.value + first.value,
        before.half_digit + first.half_digit,
        first.period,
        (*before.sources, *amount),
        Origin.YEARS_ADDED,
        estimate=before.estimate or first.estimate,
    )


def _disagreement(running: Figure, summed: Figure | None, unit: Unit) -> list[Diagnostic]:
    if summed is None:
        return []
    apart = abs(running.value - summed.value)
    if apart <= running.half_digit + summed.half_digit:
        return []
    words = {"total": amount(running.value, unit), "sum": amount(summed.value, unit), "period": str(running.period)}
    return [Diagnostic(Code.RUNNING_TOTAL_DISAGREES, running.sources[0], words)]


def _falls(series: Series, unit: Unit) -> list[Diagnostic]:
    return [
        Diagnostic(Code.CUMULATIVE_FALLS, later.sources[-1], step_words(earlier, later, unit))
        for earlier, later in pairwise(series.figures)
        if later.value < earlier.value
    ]
