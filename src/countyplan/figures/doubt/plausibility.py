"""What is odd about a figure, with its numbers: nothing here changes a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Figure, Series, step_words
from countyplan.plan import Component, Indicator, Plan
from countyplan.quantity import Period, Unit
from countyplan.quantity.told import amount
from countyplan.quantity.unit import Sort
from countyplan.submission import ReportedFigure

# Ours, and generous: a change is remarked when it is five times the largest yearly change before it, or when a value
# is ten times or a tenth of the one before, as after a slip of the unit.
_TIMES_THE_HISTORY = 5
_SLIP = 10
_FIRST = Decimal(1)
_NOTHING = Decimal(0)
_CHANGES_THAT_MAKE_A_HISTORY = 2


def odd_periods(reported: Sequence[ReportedFigure], plan: Plan) -> Iterator[Diagnostic]:
    """Of the figures of one indicator in one area the last from before the plan's start, and all from after its end."""
    start, identity = plan.baseline.end, plan.identity
    over = Period.of_year(identity.last).end
    for one in reported:
        if one.period.end > over:
            yield Diagnostic(Code.AFTER_THE_PLAN, one, {"period": str(one.period), "last": str(identity.last)})
    early = [one for one in reported if one.period.end < start and one.basis is None]
    if early:
        end = max([one.period.end for one in early])
        latest = max((one for one in early if one.period.end == end), key=ReportedFigure.sort_key)
        yield Diagnostic(Code.BEFORE_THE_PLAN, latest, _before_the_plan(latest.period, identity.baseline))


@cache
def _before_the_plan(period: Period, baseline: int) -> dict[str, str]:
    """What is said of a period: the same of every figure of it, since a country has many."""
    return {"period": str(period), "baseline": str(baseline)}


def odd_values(series: Series, measured: Component, unit: Unit) -> Iterator[Diagnostic]:
    """Figures outside what is possible, far outside their own history, of a part of a year, or a fraction of a count."""
    low, high = measured.bounds.low, measured.bounds.high
    if low is None and unit.sort is Sort.RANK:
        low = _FIRST
    values = [figure.value for figure in series.figures]
    least, most = min(values, default=_NOTHING), max(values, default=_NOTHING)
    beyond = least < 0 or (low is not None and least < low) or (high is not None and most > high)
    counted = unit.counted
    for figure in series.figures:
        if beyond:
            yield from _beyond(figure, measured, low, high, unit)
        if counted and (own := figure.of_its_period.value) % 1 != 0:
            words = {"value": amount(own, unit), "unit": measured.unit}
            yield Diagnostic(Code.FRACTION_OF_A_COUNT, figure.report, words)
        if figure.partial:
            yield Diagnostic(Code.PART_OF_A_YEAR, figure.report, _of_period(figure.period))
    # A rate of growth or a place in an order may well be ten times the one before.
    steady = not (isinstance(measured, Indicator) and measured.kind.manner.has_base) and unit.sort is not Sort.RANK
    if steady:
        yield from _jumps(series.whole, unit, may_slip=most >= least * _SLIP)


@cache
def _of_period(period: Period) -> dict[str, str]:
    """The same, of a part of a year."""
    return {"period": str(period)}


def _beyond(
    figure: Figure, measured: Component, low: Decimal | None, high: Decimal | None, unit: Unit
) -> Iterator[Diagnostic]:
    """A figure outside what is possible."""
    value = figure.value
    if (low is not None and value < low) or (high is not None and value > high):
        words = {
            "value": amount(value, unit),
            "low": "-∞" if low is None else amount(low, unit),
            "high": "∞" if high is None else amount(high, unit),
            "unit": measured.unit,
        }
        yield Diagnostic(Code.OUT_OF_BOUNDS, figure.report, words)
    if value < 0 and isinstance(measured, Indicator) and _is_told_as_a_reduction(measured, figure.report):
        words = {"value": amount(value, unit), "unit": measured.unit}
        yield Diagnostic(Code.REDUCTION_BELOW_ZERO, figure.report, words)


def _is_told_as_a_reduction(indicator: Indicator, source: ReportedFigure) -> bool:
    """Whether a reduction was reported itself, with a sign that may be the other way; levels tell a rise beyond doubt."""
    return indicator.kind.manner.shrinks and source.indicator == indicator.id


def _jumps(figures: Sequence[Figure], unit: Unit, *, may_slip: bool) -> Iterator[Diagnostic]:
    """Changes far beyond those before, by the year; `may_slip` says whether the greatest is ten times the least at all."""
    usual = unusual = _NOTHING
    for at, (earlier, later) in enumerate(pairwise(figures)):
        # To divide to so many digits takes many times as long as to multiply.
        months, change = later.period.end - earlier.period.end, abs(later.value - earlier.value)
        change = change * 12 / Decimal(months) if 12 % months else change * (12 // months)
        far = change > unusual > 0 and at >= _CHANGES_THAT_MAKE_A_HISTORY
        if far or (may_slip and _slipped(earlier.value, later.value)):
            yield Diagnostic(Code.JUMP, later.sources[-1], step_words(earlier, later, unit))
        if change > usual:
            usual, unusual = change, change * _TIMES_THE_HISTORY


def _slipped(old: Decimal, new: Decimal) -> bool:
    """Whether a value is ten times the one before, or has fallen to a tenth of it or less, to nothing too."""
    return old > 0 and (new >= old * _SLIP or new * _SLIP <= old)
