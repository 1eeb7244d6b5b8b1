"""Whether an indicator could be taken for a unit of measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.files.component import Component
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.own_units import measures_of
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of


def lint_unit_names(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Names of indicators and components that units of measure have, too: in a table's header nothing tells them apart."""
    yield from _named_as_units("indicators", targets.indicators, targets, tree)
    yield from _named_as_units("components", targets.components, targets, tree)


def _named_as_units(key: str, measured: Sequence[Component], targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    measures = measures_of(targets)
    for at, one in enumerate(measured):
        called = dict.fromkeys(one.aliases, "aliases") | {one.name_en: "name_en"} | {one.name: "name"}
        for name, where in called.items():
            unit = measures.find(name)
            if unit is not None:
                words = {"name": name, "unit": unit.name}
                yield Diagnostic(Code.NAME_IS_A_UNIT, place_of(tree, (key, at, where)), words)
