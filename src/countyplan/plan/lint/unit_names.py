"""Whether an indicator could be taken for a unit of measure, and whether units are known by their names."""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.files.component import Component
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.names import squeeze
from countyplan.plan.own_units import measures_of
from countyplan.quantity.unit import shipped_units
from countyplan.source import Node
from countyplan.source.yaml_tree import Mapping, Scalar, Sequence, place_of


def lint_unit_names(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Names of indicators and components that units of measure have, too: in a table's header nothing tells them apart."""
    yield from _named_as_units("indicators", targets.indicators, targets, tree)
    yield from _named_as_units("components", targets.components, targets, tree)


def unknown_units(tree: Node) -> Iterator[Diagnostic]:
    """Units of indicators and components that have no such name, told even where a plan cannot be put together yet."""
    told = _items(tree, "units")
    own = {squeeze(name) for unit in told for name in _texts(unit, "name", "name_en", "aliases")}
    for key in ("indicators", "components"):
        for one in _items(tree, key):
            for unit in _texts(one, "unit"):
                if squeeze(unit) not in own and shipped_units().find(unit) is None:
                    kind = next(_texts(one, "kind"), "component")
                    yield Diagnostic(Code.PLAN_UNIT_WRONG, place_of(one, ("unit",)), {"unit": unit, "kind": kind})


def _items(tree: Node, key: str) -> list[Mapping]:
    listed = tree.get(key) if isinstance(tree, Mapping) else None
    return [one for one in listed.items if isinstance(one, Mapping)] if isinstance(listed, Sequence) else []


def _texts(one: Mapping, *keys: str) -> Iterator[str]:
    for key in keys:
        node = one.get(key)
        items = node.items if isinstance(node, Sequence) else [node]
        yield from (item.text for item in items if isinstance(item, Scalar) and item.text)


def _named_as_units(
    key: str, measured: abc.Sequence[Component], targets: TargetsFile, tree: Node
) -> Iterator[Diagnostic]:
    measures = measures_of(targets)
    for at, one in enumerate(measured):
        called = dict.fromkeys(one.aliases, "aliases") | {one.name_en: "name_en"} | {one.name: "name"}
        for name, where in called.items():
            unit = measures.find(name)
            if unit is not None:
                words = {"name": name, "unit": unit.name}
                yield Diagnostic(Code.NAME_IS_A_UNIT, place_of(tree, (key, at, where)), words)
