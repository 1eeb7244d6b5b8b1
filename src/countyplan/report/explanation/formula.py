"""How the pace follows from the figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from countyplan.assess import Pace, Rule
from countyplan.assess.rule.comparator import end_of_way, lower_tolerance
from countyplan.figures import Figure, Origin
from countyplan.plan import Pacing
from countyplan.report.explanation.telling import Telling, short
from countyplan.report.row.reason import growth_rates
from countyplan.report.words import numbers


def formula(told: Telling) -> Iterator[str]:
    """The tolerance, the time that has gone, and the pace with the numbers put in."""
    pace, figure, target = told.assessment.pace, told.assessment.figure, told.assessment.target
    if target.indicator.comparator.sense.tolerant:
        limit = numbers.digits(lower_tolerance(target))
        words = {"goal": numbers.digits(target.goal), "tolerance": target.indicator.tolerance, "limit": limit}
        yield told.texts.say("explain.tolerance", **words)
    if figure is not None:
        yield from _average_formula(told, figure)
    if pace is None or figure is None:
        return
    if pace.value is not None and target.unit.factor > 1:
        yield told.texts.say("explain.in_unit", unit=numbers.unit_text(target.unit, told.texts))
    time = numbers.percent(pace.time.value, told.texts)
    yield told.texts.say("explain.time", elapsed=pace.time.part, total=pace.time.over, percent=time)
    yield told.texts.say(f"explain.rule_{pace.rule}")
    if pace.value is not None:
        yield from _pace_formula(told, pace, figure)
        if pace.expected is not None and pace.rule is not Rule.MILESTONE:
            expected = numbers.quantity(short(pace.expected), target.unit, told.texts)
            yield told.texts.say("explain.expected", expected=expected)


def _pace_formula(told: Telling, pace: Pace, figure: Figure) -> Iterator[str]:
    baseline = told.assessment.baseline
    start = Decimal(0) if baseline is None else baseline.value
    target = told.assessment.target
    words = {
        "value": numbers.digits(figure.value + target.lift),
        "baseline": numbers.digits(start + target.lift),
        "goal": numbers.digits(end_of_way(target, start) + target.lift),
        "elapsed": pace.time.part,
        "total": pace.time.over,
        "pace": told.row.pace,
        "progress": "" if pace.progress is None else short(pace.progress.value),
        "time": short(pace.time.value),
    }
    match pace.rule:
        case Rule.COMPOUND:
            yield from _growth_formula(told, pace, words)
        case Rule.LINE:
            yield told.texts.say("explain.line_pace", **words)
        case Rule.SHARE_OF_GOAL:
            yield told.texts.say("explain.share_pace", **words)
        case Rule.MILESTONE:
            yield from _milestone_formula(told, pace, figure, words)
        case Rule.AVERAGE:
            yield told.texts.say("explain.average_pace", **words)
        case Rule.KEPT:
            return
        case _:
            assert_never(pace.rule)


def _average_formula(told: Telling, figure: Figure) -> Iterator[str]:
    """How the average follows from the years' rates, and what the years that remain have to average."""
    if figure.origin is not Origin.AVERAGED or len(figure.sources) < 2:
        return
    unit = told.assessment.target.unit
    rates = told.texts.say("explain.average_times").join(
        told.texts.say("explain.average_factor", rate=numbers.quantity(numbers.digits(one.value), unit, told.texts))
        for one in figure.sources
    )
    yield told.texts.say(
        "explain.average", rates=rates, count=len(figure.sources), value=told.said.amount(figure.value)
    )


def _milestone_formula(told: Telling, pace: Pace, figure: Figure, words: dict[str, object]) -> Iterator[str]:
    target, milestone = told.assessment.target, pace.expected
    set_by = told.plan.milestone(target.indicator.id, target.area, figure.period)
    if milestone is None or set_by is None or pace.value is None:
        return
    yield told.texts.say("explain.milestone", expected=told.said.amount(milestone), source=set_by.source)
    words = {**words, "milestone": numbers.digits(milestone)}
    match target.indicator.kind.manner.pacing:
        case Pacing.SHARE_OF_GOAL:
            yield told.texts.say("explain.milestone_share", **words)
        case Pacing.GROWTH:
            observed, required = (numbers.rate(one, told.texts) for one in (pace.value.part, pace.value.over))
            yield told.texts.say("explain.milestone_growth", observed=observed, required=required, **words)
        case Pacing.DISTANCE:
            yield told.texts.say("explain.milestone_line", **words)
        case Pacing.NONE | Pacing.AVERAGE | Pacing.KEPT:
            return
        case _:
            assert_never(target.indicator.kind.manner.pacing)


def _growth_formula(told: Telling, pace: Pace, words: dict[str, object]) -> Iterator[str]:
    rates = growth_rates(told.assessment)
    if rates is None:
        return
    observed, required = (numbers.rate(rate, told.texts) for rate in rates)
    yield told.texts.say("explain.compound_observed", rate=observed, **words)
    yield told.texts.say("explain.compound_required", rate=required, **words)
    yield told.texts.say("explain.compound_pace", observed=observed, required=required, pace=told.row.pace)
    if pace.straight is not None:
        shown = numbers.pace(pace.straight, told.plan.cutoffs)
        yield told.texts.say("explain.straight", **{**words, "pace": shown})
