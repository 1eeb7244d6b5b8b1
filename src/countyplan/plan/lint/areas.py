"""Whether the areas form a tree, and no goal means the same amount of an area and of what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.kind import SHARE
from countyplan.plan.own_units import measures_of
from countyplan.plan.tree import AreaTree
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of


def lint_areas(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Areas that are above themselves, a total that an area is already, and amounts that bind a part and its whole alike."""
    circles = [*_circles(targets, tree)]
    yield from circles
    if circles:
        return
    areas = AreaTree(targets.areas, has_total=False)
    if targets.total is not None and areas.top is not None:
        words = {"total": targets.total.name, "area": areas.top}
        yield Diagnostic(Code.TOTAL_IS_AN_AREA, place_of(tree, ("total",)), words)
    areas = AreaTree(targets.areas, has_total=targets.total is not None)
    yield from _part_and_whole(targets, areas, tree)
    yield from _shares_of_nothing(targets, areas, tree)


def _circles(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Every circle once, told at the first of its areas; one walk over each area, whatever lies above it."""
    parents = {area.id: area.parent for area in targets.areas}
    places = {area.id: at for at, area in reversed([*enumerate(targets.areas)])}
    done: set[str] = set()
    for area in targets.areas:
        way: dict[str, None] = {}
        one: str | None = area.id
        while one is not None and one not in done and one not in way:
            way[one] = None
            one = parents.get(one)
        if one is not None and one in way:
            circle = [*way][[*way].index(one) :]
            words = {"areas": " → ".join([*circle, one])}
            at = min(places[each] for each in circle)
            yield Diagnostic(Code.AREAS_IN_A_CIRCLE, place_of(tree, ("areas", at, "parent")), words)
        done.update(way)


def _shares_of_nothing(targets: TargetsFile, areas: AreaTree, tree: Node) -> Iterator[Diagnostic]:
    """Goals for the share of areas below one that has none of them below it, or in a unit that is no share."""
    measures = measures_of(targets)
    for at, indicator in enumerate(targets.indicators):
        if indicator.share is None:
            continue
        unit = measures.find(indicator.unit)
        if unit is not None and unit.dimension != SHARE:
            words = {"unit": indicator.unit, "kind": indicator.kind.value}
            yield Diagnostic(Code.PLAN_UNIT_WRONG, place_of(tree, ("indicators", at, "unit")), words)
        for of, goal in enumerate(indicator.goals):
            empty = next((one for one in goal.areas if not areas.of_level(one, indicator.share.level)), None)
            if empty is not None:
                detail = f"share of {indicator.share.level or 'areas'}: {empty}"
                yield invalid(tree, ("indicators", at, "goals", of, "areas"), detail)


def _part_and_whole(targets: TargetsFile, areas: AreaTree, tree: Node) -> Iterator[Diagnostic]:
    measures = measures_of(targets)
    for at, indicator in enumerate(targets.indicators):
        unit = measures.find(indicator.unit)
        if unit is None or not unit.sort.adds_up:
            continue
        for of, goal in enumerate(indicator.goals):
            bound = set(goal.areas)
            both = next(((one, up) for one in goal.areas for up in areas.above(one) if up in bound), None)
            if both is not None:
                words = {"path": f"indicators[{at}].goals[{of}]", "area": both[0], "whole": both[1]}
                yield Diagnostic(
                    Code.GOAL_AT_PART_AND_WHOLE, place_of(tree, ("indicators", at, "goals", of, "areas")), words
                )
