"""What was promised."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.report.explanation.telling import Telling
from countyplan.report.row.verdict_words import goal_of
from countyplan.report.words.names import clause_heading, day_told


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
