"""What was promised, and what was reported."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.figures import Figure
from countyplan.plan.files.component import ShareOf
from countyplan.report.explanation.telling import Telling
from countyplan.report.row.verdict_words import goal_of
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, clause_heading, day_told, period_name, source_name
from countyplan.submission import ReportedFigure


def demand(told: Telling) -> Iterator[str]:
    """What the plan demands, in its own words and in numbers, and who answers for it."""
    target, texts = told.assessment.target, told.texts
    indicator = target.indicator
    yield clause_heading(told.plan, indicator.clause, texts)
    yield texts.say("explain.demand_wording", wording=target.wording)
    yield texts.say(
        "explain.demand_goal",
        goal=told.row.goal,
        comparator=texts.say(f"comparator.{indicator.comparator}"),
        due=indicator.due,
        firmness=texts.say(f"firmness.{indicator.firmness}"),
    )
    if target.set_by is not None:
        yield texts.say("explain.demand_in_force", day=day_told(target.in_force, texts), document=target.set_by)
    others = [
        texts.say("explain.demand_other", due=one.indicator.due, goal=goal_of(told.plan, one, texts))
        for one in told.plan.targets_of(indicator.id).get(target.area, ())
        if one.key != target.key
    ]
    if others:
        yield texts.say("explain.demand_others", others=texts.join(others))
    yield told.row.units


def reported(told: Telling) -> Iterator[str]:
    """What was reported: each figure with its place and source, and the value that follows."""
    figure, baseline = told.assessment.figure, told.assessment.baseline
    if figure is None:
        yield told.texts.say("explain.reported_none")
    else:
        for source in figure.sources:
            yield _source(told, source)
        yield from _parts(told, figure)
        yield told.texts.say("explain.reported_value", value=told.said.dated(figure))
    other = told.assessment.other
    if other is not None:
        for source in other.sources:
            yield _source(told, source)
    if baseline is not None and baseline is not figure:
        for source in baseline.sources:
            yield _source(told, source)
        value = told.said.amount(baseline.value)
        yield told.texts.say("explain.reported_baseline", value=value, period=period_name(baseline.period, told.texts))


def _source(told: Telling, source: ReportedFigure) -> str:
    words = {
        "period": period_name(source.period, told.texts),
        "written": source.written,
        "place": source.place,
        "source": source_name(told.plan, source.source, told.texts),
    }
    name = told.plan.measured[source.indicator]
    line = told.texts.say("explain.reported_figure", **words).strip()
    return f"{area_name(told.plan, source.area, told.texts)} {told.texts.choose(name.name, name.name_en)} {line}"


def _parts(told: Telling, figure: Figure) -> Iterator[str]:
    parts = told.assessment.parts
    if parts is None:
        return
    share = told.assessment.target.indicator.share
    if share is not None:
        yield _counted(told, share)
    elif len(parts.reported) > 1:
        shown = " + ".join(numbers.digits(part.value) for _, part in parts.reported)
        added = sum((part.value for _, part in parts.reported), Decimal(0))
        yield told.texts.say("explain.sum", parts=shown, value=told.said.amount(added))
    if parts.lacking:
        areas = [area_name(told.plan, area, told.texts) for area in parts.lacking]
        yield told.texts.say("explain.lacking", areas=told.texts.join(areas))
    if parts.own is not None and parts.own is not figure:
        yield told.texts.say("explain.own", value=told.said.dated(parts.own))


def _counted(told: Telling, share: ShareOf) -> str:
    """How many of the areas are counted, and by what."""
    parts, of = told.assessment.parts, told.plan.measured[share.of]
    reported = () if parts is None else parts.reported
    every = len(told.plan.counted_in(told.assessment.target))
    unit = told.plan.unit_of_measure(share.of)
    limit = told.texts.say(
        f"goal.{share.comparator}", goal=numbers.quantity(numbers.digits(share.goal), unit, told.texts)
    )
    counted = [area for area, figure in reported if share.counts(figure.value)]
    words = {
        "counted": len(counted),
        "every": every,
        "indicator": told.texts.choose(of.name, of.name_en),
        "limit": limit,
    }
    return told.texts.say("explain.share", **words)
