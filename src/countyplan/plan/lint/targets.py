"""Whether the plan's data agrees with itself: wording with comparator and goal, unit with kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan.files.goal import Goal
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.kind import Told
from countyplan.plan.lint.areas import lint_areas
from countyplan.plan.lint.dates import lint_dates
from countyplan.plan.lint.unit_names import lint_unit_names
from countyplan.plan.own_units import lint_own_units, measures_of
from countyplan.plan.wording import Wording, wording_of
from countyplan.quantity import Unit, Units
from countyplan.quantity.unit import Sort
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of

# A number of a wording, and the unit behind it if one is known.
Written: TypeAlias = tuple[Decimal, Unit | None]
# A change of one year and one of many are no measure of each other.
_UNLIKE = {Told.YEARLY_CHANGE, Told.CHANGE_SINCE_BASE}


def lint_plan(targets: TargetsFile, tree: Node) -> list[Diagnostic]:
    """Every contradiction between what the data says and the words it quotes, and every unit of the wrong kind."""
    measures = measures_of(targets)
    wording = wording_of(targets)
    found = [*lint_own_units(targets, tree), *lint_areas(targets, tree), *lint_dates(targets, tree)]
    found += lint_unit_names(targets, tree)
    for at, indicator in enumerate(targets.indicators):
        found += _check_unit(indicator, measures, place_of(tree, ("indicators", at, "unit")))
        found += _check_areas(indicator, at, tree)
        found += _check_relation(indicator, at, targets, tree)
        for of, goal in enumerate(indicator.goals):
            place = place_of(tree, ("indicators", at, "goals", of, "wording"))
            found += _check_comparator(indicator.as_in(goal), goal, wording, place)
            # By how much more is written only where it is more than nothing.
            if (goal.relative_to or indicator.relative_to) is None or goal.goal != 0:
                written = [*wording.numbers(goal.wording, measures)]
                found += _check_numbers(goal, _unit_of(indicator, measures), written, place)
    for at, component in enumerate(targets.components):
        if measures.find(component.unit) is None:
            words = {"unit": component.unit, "kind": "component"}
            found.append(Diagnostic(Code.PLAN_UNIT_WRONG, place_of(tree, ("components", at, "unit")), words))
    used = {reading for indicator in targets.indicators for reading in indicator.readings}
    used |= {reading for indicator in targets.indicators for goal in indicator.goals for reading in goal.readings}
    for at, reading in enumerate(targets.readings):
        if reading.id not in used:
            place = place_of(tree, ("readings", at, "id"))
            found.append(Diagnostic(Code.READING_UNUSED, place, {"id": reading.id}))
    return found


def _check_unit(indicator: Indicator, measures: Units, place: Place) -> Iterator[Diagnostic]:
    if _unit_of(indicator, measures) is None:
        yield Diagnostic(Code.PLAN_UNIT_WRONG, place, {"unit": indicator.unit, "kind": indicator.kind.value})


def _unit_of(indicator: Indicator, measures: Units) -> Unit | None:
    """The unit of an indicator, None where what it says is no unit for its kind."""
    unit = measures.find(indicator.unit)
    fits = unit is not None and indicator.unit in _written(unit) and indicator.kind.manner.measured_in(unit)
    return unit if fits else None


def _written(unit: Unit) -> set[str]:
    """How a plan may write a unit: by its name in either language, and a quotient's, which has none, not at all."""
    return {unit.name, unit.name_en or unit.name}


def _check_relation(indicator: Indicator, at: int, targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """A goal is relative to what is measured in a unit of the same dimension, over as many years."""
    measures = measures_of(targets)
    units = {one.id: measures.find(one.unit) for one in (*targets.indicators, *targets.components)}
    own = units[indicator.id]
    for goal in indicator.goals:
        relative = goal.relative_to or indicator.relative_to
        other = None if relative is None else units.get(relative.indicator)
        if own is not None and other is not None and own.dimension != other.dimension:
            words = {"unit": other.name, "kind": indicator.kind.value}
            yield Diagnostic(Code.PLAN_UNIT_WRONG, place_of(tree, ("indicators", at, "unit")), words)
            return
        kinds = {one.id: one.kind for one in targets.indicators}
        kind = None if relative is None else kinds.get(relative.indicator)
        if kind is not None and {kind.manner.told, indicator.kind.manner.told} == _UNLIKE:
            yield invalid(tree, ("indicators", at), f"{indicator.kind.value}: relative_to {kind.value}")
            return


def _check_areas(indicator: Indicator, at: int, tree: Node) -> Iterator[Diagnostic]:
    seen: set[tuple[str, int, str | None]] = set()
    for of, goal in enumerate(indicator.goals):
        for area in goal.areas:
            bound = area, goal.due or indicator.due, goal.in_force
            if bound in seen:
                place = place_of(tree, ("indicators", at, "goals", of))
                yield Diagnostic(Code.GOAL_TWICE, place, {"path": f"indicators[{at}].goals[{of}]", "area": area})
            seen.add(bound)


def _check_comparator(indicator: Indicator, goal: Goal, wording: Wording, place: Place) -> Iterator[Diagnostic]:
    allowed = wording.comparators(goal.wording)
    if indicator.comparator not in allowed:
        told = {
            "wording": goal.wording,
            "comparator": indicator.comparator.value,
            "expected": "/".join(sorted(allowed)),
        }
        yield Diagnostic(Code.WORDING_CONTRADICTS, place, told)


def _check_numbers(goal: Goal, unit: Unit | None, written: list[Written], place: Place) -> Iterator[Diagnostic]:
    """Goals that no number of the wording is, and those that stand there only in a unit of another size or kind."""
    for number in goal.goal if isinstance(goal.goal, tuple) else (goal.goal,):
        if any(_says(one, number, unit) for one in written):
            continue
        there = any(value == number for value, _ in written)
        goal_text = f"{number}{unit.name}" if there and unit is not None else str(number)
        yield Diagnostic(Code.WORDING_LACKS_GOAL, place, {"wording": goal.wording, "goal": goal_text})


def _says(written: Written, goal: Decimal, unit: Unit | None) -> bool:
    """Whether a number is the goal, in the unit behind it where that converts; of shares points are told as well."""
    value, stated = written
    if (
        stated is None
        or unit is None
        or stated.sort is unit.sort is Sort.COUNTED
        or Sort.POINTS in {stated.sort, unit.sort}
    ):
        return value == goal
    return stated.dimension == unit.dimension and stated.convert(value, unit) == goal
