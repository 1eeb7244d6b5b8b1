"""Slips of the pen that leave a number readable and wrong: found by what the plan's goals make likely, never corrected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Figure, Series
from countyplan.plan import Indicator, Kind, Plan
from countyplan.quantity import plain_digits, round_half_even

# Ours: a figure a thousand times its goal, or a level a thousandth of it, is taken for one in the wrong unit of money.
_FAR = Decimal(1000)
_TEN_THOUSAND = Decimal(10_000)
_HUNDRED = Decimal(100)
_SHOWN = 4


def slips(series: Series, indicator: Indicator, area: str, plan: Plan) -> Iterator[Diagnostic]:
    """Figures in the wrong unit, shares as fractions of one, and quotients the wrong way up, with what was likely meant."""
    target = plan.target(indicator.id, area)
    if target is None:
        return
    dimension = plan.unit_of_measure(indicator.id).dimension
    for figure in series.figures:
        meant = _meant(figure.value, target.goal, indicator, dimension)
        if meant is not None:
            yield _likely(figure, *meant)


def _meant(value: Decimal, goal: Decimal, indicator: Indicator, dimension: str) -> tuple[Code, Decimal] | None:
    if value <= 0 or goal <= 0:
        return None
    if dimension == "share" and value <= 1 < goal:
        return Code.FRACTION_FOR_PERCENT, value * _HUNDRED
    if dimension == "quotient" and value < 1 < goal:
        return Code.UPSIDE_DOWN, Decimal(1) / value
    if dimension == "money" and value >= goal * _FAR:
        return Code.UNIT_SLIP, value / _TEN_THOUSAND
    if dimension == "money" and indicator.kind is Kind.LEVEL and value * _FAR <= goal:
        return Code.UNIT_SLIP, value * _TEN_THOUSAND
    return None


def _likely(figure: Figure, code: Code, meant: Decimal) -> Diagnostic:
    source = figure.sources[0]
    shown = meant if len(meant.as_tuple().digits) <= _SHOWN else round_half_even(meant, _SHOWN)
    words = {"value": plain_digits(figure.value), "meant": plain_digits(shown.normalize())}
    return Diagnostic(code, source.place, words, source.subject)
