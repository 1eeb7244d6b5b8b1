"""The units of measure that a plan adds to those that ship, and whether they can be told apart from them."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Diagnostic
from countyplan.plan.files.own import OwnUnit
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.quantity import Unit, Units
from countyplan.quantity.unit import Sort, shipped_units
from countyplan.source import Node


def measures_of(targets: TargetsFile) -> Units:
    """The units that ship and those of the plan; a name that both have is the plan's."""
    if not targets.units:
        return shipped_units()
    sorts = {**_stated(targets), **shipped_units().sorts}
    return shipped_units().with_more((_unit(one, sorts.get(one.dimension)), _names(one)) for one in targets.units)


def _stated(targets: TargetsFile) -> dict[str, Sort]:
    return {one.dimension: one.sort for one in reversed(targets.units) if one.sort is not None}


def _names(one: OwnUnit) -> tuple[str, ...]:
    return tuple(name for name in (one.name_en, *one.aliases) if name)


def _unit(one: OwnUnit, sort: Sort | None) -> Unit:
    return Unit(one.name, one.name_en or one.name, one.dimension, one.factor, sort or Sort.AMOUNT)


def lint_own_units(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Own units of a dimension that nobody has said how to reckon with, or that say two things of it, or names told twice."""
    known, stated = shipped_units().sorts, _stated(targets)
    names: dict[str, str] = {}
    for at, one in enumerate(targets.units):
        sort = known.get(one.dimension, stated.get(one.dimension))
        if sort is None or one.sort not in {None, sort}:
            detail = f"{one.dimension}: {'/'.join(Sort)}" if sort is None else f"{one.dimension}: {sort}"
            yield invalid(tree, ("units", at, "sort"), detail)
        for name in dict.fromkeys((one.name, *_names(one))):
            if names.setdefault(name, one.name) != one.name:
                yield invalid(tree, ("units", at), name)
