"""Indicators that are the quotient of two reported figures."""

from __future__ import annotations

from decimal import Decimal

from countyplan.dataclass import replace
from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Derived, Figure, Series
from countyplan.quantity import plain_digits, round_half_even
from countyplan.quantity.exact import decimal_places
from countyplan.submission.reported import Origin

_SHOWN = 4


def with_quotients(reported: Series, of: Series, by: Series) -> tuple[Series, list[Diagnostic]]:
    """The indicator's series, with the quotient for every period that reports both components.

    Where the indicator is reported as well, the quotient counts, being the less rounded of the two; if they do not agree
    within their rounding neither is used.
    """
    figures = {figure.period.end: figure for figure in reported.whole}
    found: list[Diagnostic] = []
    for part in of.figures:
        over = by.at(part.period.end)
        if over is None or part.partial or over.partial or over.value <= over.half_digit:
            continue
        quotient = _quotient(part, over)
        stated = figures.get(part.period.end)
        if stated is None:
            figures[part.period.end] = quotient
        elif _apart(stated, quotient):
            del figures[part.period.end]
            found.append(_disagreement(stated, quotient))
        else:
            figures[part.period.end] = replace(quotient, sources=(*quotient.sources, *stated.sources))
    parts = [figure for figure in reported.figures if figure.partial and figure.period.end not in figures]
    return Series.of([*parts, *figures.values()]), found


def _quotient(part: Figure, over: Figure) -> Derived:
    value = part.value / over.value
    # The further end: the largest part over the smallest divisor. The other one lies nearer.
    half_digit = (abs(part.value) + part.half_digit) / (over.value - over.half_digit) - abs(value)
    sources, estimate = (*part.sources, *over.sources), part.estimate or over.estimate
    return Derived(value, half_digit, part.period, sources, Origin.QUOTIENT, estimate=estimate)


def _apart(stated: Figure, quotient: Figure) -> bool:
    distance: Decimal = abs(stated.value - quotient.value)
    return distance > stated.half_digit + quotient.half_digit


def _disagreement(stated: Figure, quotient: Figure) -> Diagnostic:
    places = max(_SHOWN, decimal_places(stated.value) + 1)
    words = {
        "stated": plain_digits(stated.value),
        "quotient": plain_digits(round_half_even(quotient.value, places)),
        "of": quotient.sources[0].written,
        "by": quotient.sources[-1].written,
        "period": str(stated.period),
    }
    return Diagnostic(Code.QUOTIENT_DISAGREES, stated.sources[0], words)
