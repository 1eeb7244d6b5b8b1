"""Yearly rates of growth taken together: their average so far, and what the years that remain have to average."""

from __future__ import annotations

from decimal import Decimal

from countyplan.assess.rule.comparator import ONE
from countyplan.figures import Derived, Figure, Origin, Series
from countyplan.quantity import raised

_WHOLE = Decimal(100)
_YEAR = 12


def averaged(rates: Series, start: int, percent: Decimal) -> Series:
    """The average growth from `start` to the end of each year, as far as no year lacks; and what is of a part of a year.

    `percent` is how many percent the unit of the rates is. An average is that rate which, the same in every year, leads to
    the same place: two years of 5.8 and 6.2 % are (1.058 x 1.062) ^ (1/2) - 1.
    """
    averages: list[Figure] = [one for one in rates.figures if one.partial]
    years: list[Figure] = []
    while (one := rates.at(start + _YEAR * (len(years) + 1))) is not None and not one.partial:
        years.append(one)
        averages.append(_average(years, percent))
    return Series.of(averages)


def years_lacking(rates: Series, start: int, until: int) -> tuple[int, ...]:
    """The years after `start` without a figure, before the last one to `until` that has one."""
    ends = {one.period.end for one in rates.whole if start < one.period.end <= until}
    return tuple((end - 1) // _YEAR for end in range(start + _YEAR, max(ends, default=start), _YEAR) if end not in ends)


def growth(rate: Decimal, percent: Decimal) -> Decimal:
    """By what a year of `rate`, in a unit of so many percent, multiplies: 1.06 for 6 %."""
    return ONE + rate * percent / _WHOLE


def remaining_rate(goal: Decimal, so_far: Decimal, years: tuple[int, int], percent: Decimal) -> Decimal | None:
    """What the years that remain have to average, as a ratio, for all of them to average `goal`; None where nothing can.

    `years` are those gone, which averaged `so_far`, and all of them.
    """
    gone, whole = years
    made, wanted = growth(so_far, percent) ** gone, growth(goal, percent) ** whole
    if made <= 0 or wanted <= 0:
        return None
    return raised(wanted / made, 1, whole - gone) - ONE


def _average(years: list[Figure], percent: Decimal) -> Figure:
    value = _mean([one.value for one in years], percent)
    low, high = (_mean([one.value + sign * one.half_digit for one in years], percent) for sign in (-1, 1))
    last = years[-1]
    sources = tuple(source for one in years for source in one.sources)
    estimate = any(one.estimate for one in years)
    half_digit = max(high - value, value - low)
    return Derived(value, half_digit, last.period, sources, Origin.AVERAGED, estimate=estimate)


def _mean(rates: list[Decimal], percent: Decimal) -> Decimal:
    if len(rates) == 1:
        return rates[0]
    made = ONE
    for rate in rates:
        made *= max(growth(rate, percent), Decimal(0))
    mean: Decimal = raised(made, 1, len(rates)) - ONE
    return mean * _WHOLE / percent
