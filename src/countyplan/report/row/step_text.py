"""What is to be done from here on: growth for a level, else an amount a year; of what is counted, how many in all."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from countyplan.assess import Assessment, Status, Step
from countyplan.assess.comparator import aim, falling
from countyplan.language import Texts
from countyplan.plan import Comparator, Kind, Target
from countyplan.quantity import find_unit
from countyplan.report.row.places import step_digits
from countyplan.report.words import numbers

_STRICT = {Comparator.MORE_THAN, Comparator.LESS_THAN}
_SPREAD_PLACES = 1


def step_text(assessment: Assessment, texts: Texts) -> str:
    """What each remaining year has to bring; of things that are counted, what all of them together have to."""
    step, target = assessment.step, assessment.target
    if _is_counted(target):
        return _in_all(assessment, texts)
    if step is None:
        return ""
    unit, number = target.indicator.unit, step_digits(target, step)
    if step.is_rate:
        amount = texts.say("percent", number=number)
    elif unit == "%":
        amount = texts.say("quantity.points", number=number)
    else:
        amount = numbers.quantity(number, unit, texts)
    return texts.say("step.down" if step.per_year < 0 else "step.up", amount=amount)


def _is_counted(target: Target) -> bool:
    unit = find_unit(target.indicator.unit)
    return unit is not None and unit.counted and target.indicator.kind in {Kind.COUNT, Kind.CUMULATIVE}


def _in_all(assessment: Assessment, texts: Texts) -> str:
    """How many are lacking by the due date: nobody can build a third of one in a year."""
    figure, target, step = assessment.figure, assessment.target, assessment.step
    if figure is None or (step is None and not _one_short(assessment)):
        return ""
    way = aim(target, figure.value) - figure.value
    number = _whole(target, abs(way))
    down = way < 0 or (way == 0 and falling(target))
    told = texts.say(
        "step.down_in_all" if down else "step.up_in_all",
        amount=_amount(number, target, texts),
        due=target.indicator.due,
    )
    return told if step is None else _spread(told, number, target, step, texts)


def _one_short(assessment: Assessment) -> bool:
    """Whether a goal that has to be passed is exactly equalled, with time left: there is no step then, and one is lacking."""
    ended = {Status.MET, Status.MISSED, Status.MISSING, Status.UNDECIDED}
    return assessment.gap == 0 and assessment.status not in ended


def _whole(target: Target, size: Decimal) -> Decimal:
    if target.indicator.comparator in _STRICT:
        return size.to_integral_value(ROUND_FLOOR) + 1
    return size.to_integral_value(ROUND_CEILING)


def _spread(told: str, number: Decimal, target: Target, step: Step, texts: Texts) -> str:
    """`told` with what that is a year: where years are left, it is one or more, and it is whole or can be an average."""
    per_year = number / step.years_left
    if step.years_left <= 1 or per_year < 1:
        return told
    if per_year == per_year.to_integral_value():
        return texts.say("step.evenly", in_all=told, amount=_amount(per_year, target, texts))
    if target.indicator.kind is Kind.COUNT:
        return told
    average = Decimal(numbers.rounded(per_year, _SPREAD_PLACES))
    return texts.say("step.on_average", in_all=told, amount=_amount(average, target, texts))


def _amount(number: Decimal, target: Target, texts: Texts) -> str:
    return numbers.quantity(numbers.digits(number), target.indicator.unit, texts)
