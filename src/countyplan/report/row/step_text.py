"""What is to be done from here on: growth for a level, else an amount a year; in all, of what is counted or soon due."""

from __future__ import annotations

from countyplan.assess import Assessment, Step
from countyplan.assess.rule.comparator import falling
from countyplan.assess.rule.step import is_counted
from countyplan.language import Texts
from countyplan.plan import Pacing, Target
from countyplan.report.row.places import amount_digits, step_digits
from countyplan.report.words import numbers


def step_text(assessment: Assessment, texts: Texts) -> str:
    """What each remaining year has to bring, or all that is left of the time together."""
    step, target = assessment.step, assessment.target
    if step is None:
        return ""
    if target.indicator.kind.manner.pacing is Pacing.AVERAGE and step.per_year is not None:
        rate = numbers.rate(step.per_year, texts)
        return texts.say("step.average_at_most" if falling(target) else "step.average", rate=rate)
    if step.per_year is None or is_counted(target):
        return _in_all(target, step, texts)
    if step.is_rate:
        amount = texts.say("percent", number=step_digits(target, step))
    else:
        amount = _amount(step_digits(target, step), target, texts)
    return texts.say("step.down" if step.per_year < 0 else "step.up", amount=amount)


def _in_all(target: Target, step: Step, texts: Texts) -> str:
    """How much is lacking by the due date: nobody can build a third of one in a year, or two years' worth in a quarter."""
    told = texts.say(
        "step.down_in_all" if step.amount < 0 else "step.up_in_all",
        amount=_amount(amount_digits(target, step), target, texts),
        due=target.indicator.due,
    )
    per_year = step.per_year
    if per_year is None or step.years_left <= 1:
        return told
    return texts.say("step.evenly", in_all=told, amount=_amount(numbers.digits(abs(per_year)), target, texts))


def _amount(number: str, target: Target, texts: Texts) -> str:
    if target.unit.name == "%":
        return texts.say("quantity.points", number=number)
    return numbers.quantity(number, target.unit, texts)
