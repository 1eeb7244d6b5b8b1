"""How the areas stand beside each other: counted in three, and ranked by how much of what can be judged lags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from countyplan.assess import GOOD, LAGGING, Assessment
from countyplan.language import Texts
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import Ratio
from countyplan.report.overview.overview_model import League, LeagueLine
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name

_COLUMNS = ("area", "targets", "keeping", "lagging", "open", "share")


def build_league(plan: Plan, assessments: Sequence[Assessment], texts: Texts) -> League | None:
    """The areas, the one that lags most first, and last all of them together; None of a single one, or of nothing judged."""
    by_area = {area: [one for one in assessments if one.target.area == area] for area in (*plan.area_ids, TOTAL)}
    lines = {area: _line(area_name(plan, area, texts), own, texts) for area, own in by_area.items() if own}
    if len(lines) <= 1 or not any(line.keeping + line.lagging for line in lines.values()):
        return None
    ranked = sorted(lines, key=lambda area: (area == TOTAL, -_lagging_part(lines[area]).value))
    return League(
        heading=texts.say("league.heading"),
        headers=tuple(texts.say(f"league.{name}") for name in _COLUMNS),
        lines=tuple(lines[area] for area in ranked),
        groups=tuple(texts.say(f"league.{name}") for name in ("keeping", "lagging", "open")),
    )


def _line(name: str, own: Iterable[Assessment], texts: Texts) -> LeagueLine:
    statuses = [one.status for one in own]
    keeping, lagging = sum(one in GOOD for one in statuses), sum(one in LAGGING for one in statuses)
    rest = len(statuses) - keeping - lagging
    judged = keeping + lagging
    share = numbers.percent(Ratio.of_counts(lagging, judged).value, texts) if judged else ""
    return LeagueLine(name, (name, *map(str, (len(statuses), keeping, lagging, rest)), share), keeping, lagging, rest)


def _lagging_part(line: LeagueLine) -> Ratio:
    """Which part of what can be judged lags; nothing of nothing."""
    return Ratio.of_counts(line.lagging, max(1, line.keeping + line.lagging))
