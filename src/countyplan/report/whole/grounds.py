"""What the verdicts rest on beside the figures: restatements, readings, limits, the source."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.assess import Assessment
from countyplan.figures import Restatement
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import plain_digits
from countyplan.report.words.names import area_name, indicator_name, period_name, source_name


def restatement(plan: Plan, one: Restatement, texts: Texts) -> str:
    """A figure that was reported anew with another value."""
    return texts.say(
        "report.restatement",
        area=area_name(plan, one.new.area, texts),
        indicator=indicator_name(plan.measured[one.new.indicator], texts),
        period=period_name(one.new.period, texts),
        old=plain_digits(one.old.value),
        old_place=one.old.place,
        new=plain_digits(one.new.value),
        new_place=one.new.place,
    )


def readings(plan: Plan, assessments: Iterable[Assessment], texts: Texts) -> tuple[str, ...]:
    """Our readings of the plan that the rows rest on, each with the indicators that it concerns."""
    users: dict[str, dict[str, None]] = {}
    for one in assessments:
        for reading in one.target.indicator.readings:
            users.setdefault(reading, {})[indicator_name(one.target.indicator, texts)] = None
    return tuple(
        texts.say(
            "report.reading",
            text=texts.choose(reading.text, reading.text_en),
            indicators=texts.join(list(users[reading.id])),
        )
        for reading in plan.targets_file.readings
        if reading.id in users
    )


def cutoffs(plan: Plan, texts: Texts) -> str:
    """The limits of the pace, and where they come from."""
    cutoffs = plan.cutoffs
    ahead = "" if cutoffs.ahead is None else texts.say("report.cutoff_ahead", ahead=cutoffs.ahead)
    return texts.say(
        "report.cutoffs",
        ahead=ahead,
        on_track=cutoffs.on_track,
        behind=cutoffs.behind,
        far_behind=cutoffs.far_behind,
        source=texts.choose(cutoffs.source, cutoffs.source_en or cutoffs.source),
    )


def only_source(plan: Plan, assessments: Iterable[Assessment], texts: Texts) -> tuple[str, ...]:
    """The source, where all figures name one and the same: made-up figures so say it before anything is read."""
    figures = [figure for one in assessments for figure in (one.figure, one.baseline) if figure is not None]
    named = {source.source for figure in figures for source in figure.sources}
    if len(named) != 1 or not all(named):
        return ()
    return (texts.say("report.only_source", source=source_name(plan, named.pop(), texts)),)
