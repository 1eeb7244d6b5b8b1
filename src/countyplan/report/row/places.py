"""The digits of a row's computed numbers, and how many decimals each number is shown with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from countyplan.assess import Assessment, Step
from countyplan.assess.rule.comparator import end_of_way
from countyplan.plan import Target
from countyplan.quantity.exact import decimal_places
from countyplan.report.words import numbers

_RATE_PLACES = 2
_TIMES_PLACES = 1
# A step that is there is never shown as none.
_NO_STEP = Decimal(0)


def step_digits(target: Target, step: Step) -> str:
    """The size of what a year has to bring; of a rate, that of its percentage. A part of the way has two decimals more."""
    size = abs(Decimal(0) if step.per_year is None else step.per_year)
    if step.is_rate:
        return numbers.rounded(size * 100, _RATE_PLACES, _NO_STEP)
    places = max(2, decimal_places(target.goal) + 2)
    return numbers.rounded(size, min(places, decimal_places(size.normalize())), _NO_STEP)


def amount_digits(target: Target, step: Step) -> str:
    """The size of what is lacking in all, with the digits that it has and at most those of a step."""
    size = abs(step.amount)
    places = min(decimal_places(size.normalize()), max(2, decimal_places(target.goal) + 2))
    return numbers.digits(Decimal(numbers.rounded(size, places, Decimal(0))))


def times_digits(times: Decimal) -> str:
    """How many times the pace so far a step is."""
    return numbers.rounded(times, _TIMES_PLACES)


def projection_digits(target: Target, projection: Decimal) -> str:
    """What the pace so far leads to, never shown equal to a goal that it does not come to."""
    places = decimal_places(target.goal) + 1
    if target.indicator.kind.manner.from_zero:
        # What is counted or summed has no tenths unless it comes out at some.
        places = min(places, decimal_places(projection.normalize()))
    return numbers.rounded(projection, places, end_of_way(target, projection))


def places_shown(assessment: Assessment) -> Mapping[str, int]:
    """The decimals that each number is shown with, by its name, for those that there are."""
    shown = {"goal": numbers.digits(assessment.target.goal), **_reported(assessment), **_stepped(assessment)}
    return {name: decimal_places(Decimal(digits)) for name, digits in shown.items()}


def _reported(assessment: Assessment) -> Mapping[str, str]:
    goal = assessment.target.goal
    pace, gap = assessment.pace, assessment.gap
    values = {
        "value": None if assessment.figure is None else assessment.figure.value,
        "baseline": None if assessment.baseline is None else assessment.baseline.value,
        "expected": None if pace is None else pace.expected,
    }
    shown = {name: numbers.digits(value, goal) for name, value in values.items() if value is not None}
    return shown if gap is None else {**shown, "gap": numbers.digits(gap, Decimal(0))}


def _stepped(assessment: Assessment) -> Mapping[str, str]:
    step = assessment.step
    if step is None:
        return {}
    shown = {"amount": amount_digits(assessment.target, step)}
    if step.per_year is not None:
        shown["per_year"] = step_digits(assessment.target, step)
    if step.times is not None:
        shown["times"] = times_digits(step.times)
    if step.projection is not None:
        shown["projection"] = projection_digits(assessment.target, step.projection)
    return shown
