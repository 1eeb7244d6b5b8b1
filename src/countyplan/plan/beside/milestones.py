"""Whether the goals for single years agree with the plan and with each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.files.goal import Goal
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.milestones import Milestone, MilestonesFile
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.files.values import TOTAL
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of


def lint_milestones(milestones: MilestonesFile, targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Milestones that stand twice, lie outside the plan's years, bind nobody, or ask for more than the goal itself."""
    indicators = {indicator.id: indicator for indicator in targets.indicators}
    areas = {area.id for area in targets.areas} | ({TOTAL} if targets.total is not None else set())
    seen: set[tuple[str, str, int]] = set()
    for at, one in enumerate(milestones.milestones):
        key = (one.indicator, one.area, one.year)
        if key in seen:
            words = {"path": f"milestones[{at}]", "area": f"{one.indicator} {one.area} {one.year}"}
            yield Diagnostic(Code.GOAL_TWICE, place_of(tree, ("milestones", at)), words)
        seen.add(key)
        if not targets.plan.first <= one.year <= targets.plan.last:
            detail = f"{targets.plan.first} <= {one.year} <= {targets.plan.last}"
            yield invalid(tree, ("milestones", at, "year"), detail)
        indicator = indicators.get(one.indicator)
        # An indicator or area that does not exist is told as such.
        if indicator is not None and one.area in areas and (detail := _beyond(one, indicator)):
            yield invalid(tree, ("milestones", at, "goal"), detail)


def falls(indicator: Indicator) -> bool:
    """Whether an indicator is to become smaller."""
    sense = indicator.comparator.sense
    return sense.falls and not sense.is_range


def goal_at(indicator: Indicator, area: str, year: int) -> tuple[int, Decimal] | None:
    """The next goal that binds an area from a year on, or else the last one, with the year when it is due.

    Of a range, and of about so much, what is to be reached first. None where none binds the area.
    """
    bound = _bound(indicator, area)
    if not bound:
        return None
    due, goal = next((pair for pair in bound if year <= pair[0]), bound[-1])
    first = goal.goal if isinstance(goal.goal, Decimal) else goal.goal[0]
    return due, first * (1 - (indicator.tolerance or 0))


def _bound(indicator: Indicator, area: str) -> list[tuple[int, Goal]]:
    """The goals that bind an area, each with the year when it is due, the earliest first."""
    bound = ((goal.due or indicator.due, goal) for goal in indicator.goals if area in goal.areas)
    return sorted(bound, key=lambda pair: pair[0])


def _beyond(one: Milestone, indicator: Indicator) -> str:
    """How a milestone contradicts the goal of its area, empty where it does not."""
    bound = _bound(indicator, one.area)
    if not bound:
        return f"{one.indicator}: {one.area}"
    if indicator.kind.manner.every_year:
        return f"{one.indicator}: {indicator.kind.value}"
    next_due = next((goal for due, goal in bound if one.year <= due), bound[-1][1])
    goal = next_due.goal if isinstance(next_due.goal, Decimal) else next_due.goal[1]
    sense = (next_due.comparator or indicator.comparator).sense
    if sense.falls and not sense.is_range:
        return f"{one.goal} < {goal}" if one.goal < goal else ""
    return f"{one.goal} > {goal}" if one.goal > goal else ""
