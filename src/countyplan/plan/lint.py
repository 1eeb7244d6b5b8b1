"""Whether the plan's data agrees with itself: wording with comparator and goal, unit with kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan.comparator import Comparator
from countyplan.plan.model import Goal, Indicator, TargetsFile
from countyplan.plan.own_units import lint_own_units, measures_of
from countyplan.quantity import Unit, Units
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of

# What the plan's words mean (method, section 1). The first that stands in a wording decides; longer words come first.
_WORDS: tuple[tuple[str, frozenset[Comparator]], ...] = (
    ("不低于", frozenset({Comparator.AT_LEAST})),
    ("不少于", frozenset({Comparator.AT_LEAST})),
    ("不高于", frozenset({Comparator.AT_MOST})),
    ("不超过", frozenset({Comparator.AT_MOST})),
    ("缩小到", frozenset({Comparator.AT_MOST})),
    ("左右", frozenset({Comparator.ABOUT})),
    ("超过", frozenset({Comparator.MORE_THAN})),
    ("突破", frozenset({Comparator.MORE_THAN})),
    ("低于", frozenset({Comparator.LESS_THAN})),
    ("达到", frozenset({Comparator.AT_LEAST})),
    ("实现", frozenset({Comparator.AT_LEAST})),
)
_RANGE = re.compile(r"\d+(?:\.\d+)?\s*(?:到|至|-|—|~)\s*\d")
_INCLUSIVE_BELOW = re.compile(r"\d[^\d，。]*以下")
_INCLUSIVE_ABOVE = re.compile(r"\d[^\d，。]*以上$")

_NUMERALS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def lint_plan(targets: TargetsFile, tree: Node) -> list[Diagnostic]:
    """Every contradiction between what the data says and the words it quotes, and every unit of the wrong kind."""
    measures = measures_of(targets)
    found = [*lint_own_units(targets, tree)]
    for at, indicator in enumerate(targets.indicators):
        found += _check_unit(indicator, measures, place_of(tree, ("indicators", at, "unit")))
        found += _check_areas(indicator, at, tree)
        if not targets.plan.baseline < indicator.due:
            words = {"path": f"indicators[{at}].due", "detail": f"{indicator.due} <= {targets.plan.baseline}"}
            found.append(Diagnostic(Code.PLAN_VALUE_INVALID, place_of(tree, ("indicators", at, "due")), words))
        found += _check_relation(indicator, at, targets, tree)
        for of, goal in enumerate(indicator.goals):
            place = place_of(tree, ("indicators", at, "goals", of, "wording"))
            if goal.due is not None and not targets.plan.baseline < goal.due:
                words = {
                    "path": f"indicators[{at}].goals[{of}].due",
                    "detail": f"{goal.due} <= {targets.plan.baseline}",
                }
                found.append(Diagnostic(Code.PLAN_VALUE_INVALID, place, words))
            found += _check_comparator(indicator.as_in(goal), goal, place)
            # By how much more is written only where it is more than nothing.
            if (goal.relative_to or indicator.relative_to) is None or goal.goal != 0:
                found += _check_numbers(goal, place)
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


def comparators_for(wording: str) -> frozenset[Comparator]:
    """The comparators that the words of `wording` allow; all of them where no word of comparison stands."""
    text = unicodedata.normalize("NFKC", wording)
    if _RANGE.search(text):
        return frozenset({Comparator.BETWEEN})
    for word, allowed in _WORDS:
        if word in text:
            return allowed
    if _INCLUSIVE_ABOVE.search(text):
        return frozenset({Comparator.AT_LEAST})
    if _INCLUSIVE_BELOW.search(text):
        return frozenset({Comparator.AT_MOST})
    return frozenset(Comparator)


def _check_unit(indicator: Indicator, measures: Units, place: Place) -> Iterator[Diagnostic]:
    unit = measures.find(indicator.unit)
    if unit is None or indicator.unit not in _written(unit) or not indicator.kind.manner.measured_in(unit):
        yield Diagnostic(Code.PLAN_UNIT_WRONG, place, {"unit": indicator.unit, "kind": indicator.kind.value})


def _written(unit: Unit) -> set[str]:
    """How a plan may write a unit: by its name in either language, and a quotient's, which has none, not at all."""
    return {unit.name, unit.name_en or unit.name}


def _check_relation(indicator: Indicator, at: int, targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """A goal is relative to what is measured in a unit of the same dimension."""
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


def _check_areas(indicator: Indicator, at: int, tree: Node) -> Iterator[Diagnostic]:
    seen: set[tuple[str, int]] = set()
    for of, goal in enumerate(indicator.goals):
        for area in goal.areas:
            bound = area, goal.due or indicator.due
            if bound in seen:
                place = place_of(tree, ("indicators", at, "goals", of))
                yield Diagnostic(Code.GOAL_TWICE, place, {"path": f"indicators[{at}].goals[{of}]", "area": area})
            seen.add(bound)


def _check_comparator(indicator: Indicator, goal: Goal, place: Place) -> Iterator[Diagnostic]:
    allowed = comparators_for(goal.wording)
    if indicator.comparator not in allowed:
        words = {
            "wording": goal.wording,
            "comparator": indicator.comparator.value,
            "expected": "/".join(sorted(allowed)),
        }
        yield Diagnostic(Code.WORDING_CONTRADICTS, place, words)


def _check_numbers(goal: Goal, place: Place) -> Iterator[Diagnostic]:
    text = unicodedata.normalize("NFKC", goal.wording)
    written = {Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}
    written |= {Decimal(value) for numeral, value in _NUMERALS.items() if numeral in text}
    for number in goal.goal if isinstance(goal.goal, tuple) else (goal.goal,):
        if number not in written:
            yield Diagnostic(Code.WORDING_LACKS_GOAL, place, {"wording": goal.wording, "goal": str(number)})
