"""An area's own action plan: `action-plans/*.yaml`, which a plan may have, one file an area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Named
from countyplan.plan.beside.milestones import falls, goal_at
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.milestones import MilestonesFile
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.files.values import Id, Listed, Name, Number, Year
from countyplan.plan.own_units import measures_of
from countyplan.quantity import plain_digits
from countyplan.quantity.told import amount
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of

FOLDER = "action-plans"


class AreaPoint(Frozen):
    """The value that an area means to have of an indicator at the end of a year."""

    indicator: Id
    year: Year
    goal: Number


class AreaStep(Frozen):
    """What an area means to have done for a commitment by the end of a year."""

    commitment: Id
    year: Year
    text: Name


class ActionPlanFile(Frozen):
    """The action plan of one area. Its points are set beside the plan's; no verdict rests on them."""

    area: Name
    title: Name
    source: Name
    milestones: Listed[AreaPoint] = ()
    steps: Listed[AreaStep] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A goal for a year, and where it stands among the milestones of its file."""

    year: int
    goal: Decimal
    at: int


def action_plan_files(folder: Path) -> list[Path]:
    """The action plans of a plan's folder."""
    return sorted((folder / FOLDER).glob("*.yaml"))


def lint_action_plan(
    file: ActionPlanFile, targets: TargetsFile, milestones: MilestonesFile | None, tree: Node
) -> Iterator[Diagnostic]:
    """Points that bind nobody, that do not lead to the plan's goal, or that fall short of the plan's own for a year."""
    indicators = {indicator.id: indicator for indicator in targets.indicators}
    set_by_plan = {
        (one.indicator, one.year): one.goal
        for one in (milestones or MilestonesFile()).milestones
        if one.area == file.area
    }
    by_indicator: dict[str, list[Point]] = defaultdict(list)
    for at, one in enumerate(file.milestones):
        by_indicator[one.indicator].append(Point(one.year, one.goal, at))
    for name, points in by_indicator.items():
        indicator = indicators.get(name)
        if indicator is None:
            continue
        if goal_at(indicator, file.area, targets.plan.last) is None:
            yield invalid(tree, ("milestones", points[0].at, "indicator"), f"{name}: {file.area}")
            continue
        yield from _beside_the_plan(indicator, points, set_by_plan, targets, tree)
        yield from lint_way(indicator, file.area, points, targets, tree)


def lint_work_points(file: MilestonesFile, targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """The plan's own points for single years, where they do not lead to its goals."""
    indicators = {indicator.id: indicator for indicator in targets.indicators}
    of_each: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for at, one in enumerate(file.milestones):
        of_each[one.indicator, one.area].append(Point(one.year, one.goal, at))
    for (name, area), points in of_each.items():
        if name in indicators:
            yield from lint_way(indicators[name], area, points, targets, tree)


def _beside_the_plan(
    indicator: Indicator,
    points: Sequence[Point],
    set_by_plan: dict[tuple[str, int], Decimal],
    targets: TargetsFile,
    tree: Node,
) -> Iterator[Diagnostic]:
    for one in points:
        own = set_by_plan.get((indicator.id, one.year))
        if own is not None and _weaker(indicator, one.goal, own):
            words = {**_told(indicator, one, targets), "plan": _amount(own, indicator, targets)}
            yield Diagnostic(Code.POINT_BELOW_THE_PLAN, place_of(tree, ("milestones", one.at, "goal")), words)


def lint_way(
    indicator: Indicator, area: str, points: Sequence[Point], targets: TargetsFile, tree: Node
) -> Iterator[Diagnostic]:
    """Goals for years that go back on those before, or that fall short of the plan's goal in the year when it is due."""
    if indicator.kind.manner.every_year:
        return

    def astray(one: Point, then: int, wanted: Decimal) -> Diagnostic:
        words = {"wanted_year": str(then), "wanted": _amount(wanted, indicator, targets)}
        place = place_of(tree, ("milestones", one.at, "goal"))
        return Diagnostic(Code.POINTS_LEAD_ELSEWHERE, place, {**_told(indicator, one, targets), **words})

    in_order = sorted(points, key=lambda one: one.year)
    for before, one in pairwise(in_order):
        if before.year < one.year and _weaker(indicator, one.goal, before.goal):
            yield astray(one, before.year, before.goal)
    for one in in_order:
        bound = goal_at(indicator, area, one.year)
        if bound is not None and bound[0] == one.year and _falls_short(indicator, one.goal, bound[1]):
            yield astray(one, *bound)


def _falls_short(indicator: Indicator, one: Decimal, goal: Decimal) -> bool:
    """Whether a point of the year when a goal is due does not reach it; what has to be more than it is not reached by it."""
    return _weaker(indicator, one, goal) or (indicator.comparator.sense.strict and one == goal)


def _told(indicator: Indicator, one: Point, targets: TargetsFile) -> dict[str, str]:
    name = Named(indicator.name, indicator.name_en)
    return {"indicator": name, "year": str(one.year), "goal": _amount(one.goal, indicator, targets)}


def _amount(goal: Decimal, indicator: Indicator, targets: TargetsFile) -> str:
    unit = measures_of(targets).find(indicator.unit)
    return plain_digits(goal) if unit is None else amount(goal, unit)


def _weaker(indicator: Indicator, one: Decimal, other: Decimal) -> bool:
    """Whether one goal asks for less than another."""
    return one > other if falls(indicator) else one < other
