"""How areas stand beside each other: counted in three, by level and one by one, ranked by how much of them lags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from countyplan.assess import GOOD, LAGGING, Assessment
from countyplan.language import Texts
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import Ratio
from countyplan.report.overview.counting import counts_of
from countyplan.report.overview.overview_model import League, LeagueLine, LeaguePart, LevelCounts, Levels
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, level_heading, level_name

# Ours: of more areas than so many those are left out of which nothing can be judged.
_EACH = 12
_COUNTED = ("targets", "keeping", "lagging", "open", "share")


def build_league(plan: Plan, assessments: Sequence[Assessment], texts: Texts) -> League | None:
    """The areas, of each level the one that lags most first; without levels all of them together come last.

    None of a single area, or where nothing was judged.
    """
    by_area = _by_area(assessments)
    lines = {area: _line(area_name(plan, area, texts), own, texts) for area, own in by_area.items()}
    if len(lines) <= 1 or not any(line.keeping + line.lagging for line in lines.values()):
        return None
    place = {area: at for at, area in enumerate((*plan.area_ids, TOTAL))}
    ranked = sorted(sorted(lines, key=place.__getitem__), key=lambda area: _rank(area, lines[area]))
    # Areas of several levels are called by a word for areas of every level.
    of_all = Texts(texts.language) if plan.tree.levels else texts
    return League(
        heading=of_all.say("league.heading"),
        headers=_headers("area", of_all),
        parts=tuple(_parts(plan, {area: lines[area] for area in ranked}, texts)),
        groups=tuple(texts.say(f"league.{name}") for name in ("keeping", "lagging", "open")),
    )


def _parts(plan: Plan, ranked: Mapping[str, LeagueLine], texts: Texts) -> Iterator[LeaguePart]:
    """The lines by level, in the order that they have."""
    level_of = {area: at for at, level in enumerate(plan.tree.levels) for area in level.areas}
    by_level: dict[int, list[LeagueLine]] = defaultdict(list)
    for area, line in ranked.items():
        by_level[level_of.get(area, 0)].append(line)
    for at in sorted(by_level):
        heading = level_heading(plan, plan.tree.levels[at], texts) if plan.tree.levels else ""
        lines = by_level[at]
        told = lines if len(lines) <= _EACH else [line for line in lines if line.keeping or line.lagging]
        left_out = texts.say("league.left_out", count=len(lines) - len(told)) if len(told) < len(lines) else ""
        yield LeaguePart(heading, tuple(told), left_out)


def build_levels(plan: Plan, assessments: Sequence[Assessment], texts: Texts) -> Levels | None:
    """The levels that have targets; None where there are not several."""
    lines = tuple(_levels(plan, _by_area(assessments), texts))
    if len(lines) <= 1:
        return None
    name, *counted = _headers("level", texts)
    return Levels(texts.say("levels.heading"), (name, texts.say("levels.areas"), *counted), lines)


def _levels(plan: Plan, by_area: Mapping[str, Sequence[Assessment]], texts: Texts) -> Iterator[LevelCounts]:
    for level in plan.tree.levels:
        areas = [area for area in level.areas if area in by_area]
        if areas:
            own = [one for area in areas for one in by_area[area]]
            name = level_name(plan, level, texts)
            yield LevelCounts(level.name, name, len(areas), _line(name, own, texts), counts_of(own, texts))


def _by_area(assessments: Iterable[Assessment]) -> Mapping[str, Sequence[Assessment]]:
    by_area: dict[str, list[Assessment]] = defaultdict(list)
    for one in assessments:
        by_area[one.target.area].append(one)
    return by_area


def _headers(of: str, texts: Texts) -> tuple[str, ...]:
    return tuple(texts.say(f"league.{name}") for name in (of, *_COUNTED))


def _rank(area: str, line: LeagueLine) -> tuple[bool, Decimal]:
    """The total last, and before it what lags most first."""
    lagging = Ratio.of_counts(line.lagging, max(1, line.keeping + line.lagging))
    return area == TOTAL, -lagging.value


def _line(name: str, own: Iterable[Assessment], texts: Texts) -> LeagueLine:
    statuses = [one.status for one in own]
    keeping, lagging = sum(one in GOOD for one in statuses), sum(one in LAGGING for one in statuses)
    rest = len(statuses) - keeping - lagging
    judged = keeping + lagging
    share = numbers.percent(Ratio.of_counts(lagging, judged).value, texts) if judged else ""
    return LeagueLine(name, (name, *map(str, (len(statuses), keeping, lagging, rest)), share), keeping, lagging, rest)
