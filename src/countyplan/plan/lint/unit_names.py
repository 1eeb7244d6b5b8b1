"""Whether an indicator could be taken for a unit of measure, and whether units are known by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.files.component import Component
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.lint.references import items, texts
from countyplan.plan.names import squeeze
from countyplan.plan.own_units import measures_of
from countyplan.quantity.unit import shipped_units
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of


def lint_unit_names(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Names of indicators and components that units of measure have, too: in a table's header nothing tells them apart."""
    yield from _named_as_units("indicators", targets.indicators, targets, tree)
    yield from _named_as_units("components", targets.components, targets, tree)


def unknown_units(tree: Node) -> Iterator[Diagnostic]:
    """Units of indicators and components that have no such name, told even where a plan cannot be put together yet."""
    own = {squeeze(name.text or "") for key in ("name", "name_en", "aliases") for name in texts(tree, "units", key)}
    for key in ("indicators", "components"):
        for one in items(tree, key):
            for unit in texts(one, "unit"):
                name = unit.text or ""
                if name and squeeze(name) not in own and shipped_units().find(name) is None:
                    kind = next((told.text for told in texts(one, "kind") if told.text), "component")
                    yield Diagnostic(Code.PLAN_UNIT_WRONG, place_of(one, ("unit",)), {"unit": name, "kind": kind})


def _named_as_units(key: str, measured: Sequence[Component], targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    measures = measures_of(targets)
    for at, one in enumerate(measured):
        called = dict.fromkeys(one.aliases, "aliases") | {one.name_en: "name_en"} | {one.name: "name"}
        for name, where in called.items():
            unit = measures.find(name)
            if unit is not None:
                words = {"name": name, "unit": unit.name}
                yield Diagnostic(Code.NAME_IS_A_UNIT, place_of(tree, (key, at, where)), words)
