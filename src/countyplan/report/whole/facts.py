"""A target's numbers, each under its name and in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.report.row.row import projected
from countyplan.report.row.row_model import Fact, Row
from countyplan.report.row.verdict_words import VerdictWords


def tell_facts(said: VerdictWords, row: Row) -> tuple[Fact, ...]:
    """What is known of a target; what is not known is left out."""
    return tuple(Fact(name, said.texts.say(f"fact.{name}"), text) for name, text in _texts(said, row) if text)


def _texts(said: VerdictWords, row: Row) -> Iterator[tuple[str, str]]:
    assessment, texts, target = said.assessment, said.texts, said.target
    figure, baseline = assessment.figure, assessment.baseline
    due = target.indicator.due
    yield "goal", texts.say("fact.by_the_end_of", value=row.goal, year=due)
    yield "value", "" if figure is None else said.dated(figure)
    yield "expected", row.expected
    yield "baseline", "" if baseline is None else said.dated(baseline)
    yield "gap", row.gap
    yield "schedule", row.schedule
    yield "step", texts.say("clause.separator").join([one for one in (row.step, row.step_times) if one])
    projection = projected(said, assessment.step)
    yield "projection", projection and texts.say("fact.by_the_end_of", value=projection, year=due)
