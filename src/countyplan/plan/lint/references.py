"""Ids and names across the plan's files: each is given once, and whatever is referred to exists.

Works on the files' trees and not on the models, so that dangling ids are told in the same run as every other fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic, Term
from countyplan.plan.files.values import TOTAL
from countyplan.plan.names import squeeze
from countyplan.source.yaml_tree import Mapping, Node, Scalar, Sequence


def check_references(
    targets: Node | None, responsibilities: Node | None, milestones: Node | None, commitments: Node | None = None
) -> list[Diagnostic]:
    """Every id that stands twice, every name that two claim, every reference to nothing, every clause left open."""
    areas = [*texts(targets, "areas", "id")]
    clauses = [*texts(targets, "clauses", "number")]
    of_targets = [*texts(targets, "readings", "id")]
    readings = [*of_targets, *texts(commitments, "readings", "id")]
    components = [*texts(targets, "components", "id")]
    indicators = [*texts(targets, "indicators", "id")]
    units = [*texts(responsibilities, "units", "id")]
    evidence = [*texts(commitments, "evidence", "id")]
    promised = [*texts(commitments, "commitments", "id")]
    found = [
        *(
            fault
            for ids in (areas, clauses, readings, units, evidence, promised, [*indicators, *components])
            for fault in _twice(ids)
        ),
        *_names_twice([*items(targets, "indicators"), *items(targets, "components")]),
        *_names_twice([*items(targets, "areas"), *items(targets, "total")]),
        *_names_twice(items(commitments, "commitments")),
        *_unassigned(clauses, responsibilities),
    ]
    together = {TOTAL} if isinstance(targets, Mapping) and targets.get("total") is not None else set()
    known_areas, measured = {*_known(areas), *together}, _known([*indicators, *components])
    levels = _known([*texts(targets, "areas", "level")])
    for what, references, known, defined_in in (
        ("area", texts(targets, "indicators", "goals", "areas"), known_areas, targets),
        ("level", texts(targets, "indicators", "goals", "level"), levels, targets),
        ("area", texts(targets, "areas", "parent"), _known(areas), targets),
        ("clause", texts(targets, "indicators", "clause"), _known(clauses), targets),
        ("clause", texts(targets, "not_targets", "clause"), _known(clauses), targets),
        ("reading", texts(targets, "indicators", "readings"), _known(of_targets), targets),
        ("reading", texts(targets, "indicators", "goals", "readings"), _known(of_targets), targets),
        ("component", texts(targets, "indicators", "quotient", "of"), _known(components), targets),
        ("component", texts(targets, "indicators", "quotient", "by"), _known(components), targets),
        ("component", texts(targets, "indicators", "change", "of"), _known(components), targets),
        ("indicator", texts(targets, "indicators", "share", "of"), measured, targets),
        ("level", texts(targets, "indicators", "share", "level"), levels, targets),
        ("indicator", texts(targets, "indicators", "relative_to", "indicator"), measured, targets),
        ("indicator", texts(targets, "indicators", "goals", "relative_to", "indicator"), measured, targets),
        ("area", texts(targets, "indicators", "relative_to", "area"), known_areas, targets),
        ("area", texts(targets, "indicators", "goals", "relative_to", "area"), known_areas, targets),
        ("clause", texts(responsibilities, "clauses", "clause"), _known(clauses), targets),
        ("clause", texts(responsibilities, "none_named"), _known(clauses), targets),
        ("unit", texts(responsibilities, "clauses", "units"), _known(units), responsibilities),
        ("unit", texts(responsibilities, "for_the_whole", "unit"), _known(units), responsibilities),
        ("clause", texts(responsibilities, "for_the_whole", "clause"), _known(clauses), targets),
        ("clause", texts(responsibilities, "for_the_whole", "answers"), _known(clauses), targets),
        ("unit", texts(responsibilities, "leads", "unit"), _known(units), responsibilities),
        ("indicator", texts(responsibilities, "leads", "indicator"), _known(indicators), targets),
        ("commitment", texts(responsibilities, "leads", "commitment"), _known(promised), commitments),
        ("indicator", texts(milestones, "milestones", "indicator"), _known(indicators), targets),
        ("area", texts(milestones, "milestones", "area"), known_areas, targets),
        ("commitment", texts(milestones, "steps", "commitment"), _known(promised), commitments),
        ("area", texts(milestones, "steps", "area"), known_areas, targets),
        ("clause", texts(commitments, "commitments", "clause"), _known(clauses), targets),
        ("area", texts(commitments, "commitments", "areas"), known_areas, targets),
        ("unit", texts(commitments, "commitments", "units"), _known(units), responsibilities),
        ("reading", texts(commitments, "commitments", "readings"), _known(readings), targets),
        ("evidence", texts(commitments, "commitments", "evidence"), _known(evidence), commitments),
    ):
        found += _dangling(what, references, known, defined_in)
    return found


def check_action_plan(tree: Node | None, targets: Node | None, commitments: Node | None) -> list[Diagnostic]:
    """Every reference of an area's action plan to nothing."""
    found: list[Diagnostic] = []
    for what, path, known, defined_in in (
        ("area", ("area",), texts(targets, "areas", "id"), targets),
        ("indicator", ("milestones", "indicator"), texts(targets, "indicators", "id"), targets),
        ("commitment", ("steps", "commitment"), texts(commitments, "commitments", "id"), commitments),
    ):
        found += _dangling(what, texts(tree, *path), _known([*known]), defined_in)
    return found


def items(tree: Node | None, *path: str) -> Iterator[Node]:
    """What stands at `path`, with every list on the way opened."""
    found = [] if tree is None else _opened([tree])
    for name in path:
        found = _opened([held for one in found if isinstance(one, Mapping) and (held := one.get(name)) is not None])
    return iter(found)


def _opened(nodes: list[Node]) -> list[Node]:
    """The nodes, and in place of each list what it holds."""
    opened: list[Node] = []
    for node in nodes:
        if isinstance(node, Sequence):
            opened += _opened(node.items)
        else:
            opened.append(node)
    return opened


def texts(tree: Node | None, *path: str) -> Iterator[Scalar]:
    """The texts that stand at `path`."""
    return (node for node in items(tree, *path) if isinstance(node, Scalar) and node.text is not None)


def _known(ids: list[Scalar]) -> set[str]:
    return {one.text for one in ids if one.text is not None}


def _dangling(
    what: str, references: Iterator[Scalar], known: set[str], defined_in: Node | None
) -> Iterator[Diagnostic]:
    """The references to nothing; a file that cannot be read is told once, and what refers into it is no fault of its own."""
    for one in references if isinstance(defined_in, Mapping) else ():
        if one.text not in known:
            yield Diagnostic(Code.PLAN_ID_UNKNOWN, one.place, {"what": Term(f"plan_part.{what}"), "id": one.text or ""})


def _twice(ids: list[Scalar]) -> Iterator[Diagnostic]:
    seen: dict[str, Scalar] = {}
    for one in ids:
        first = seen.setdefault(one.text or "", one)
        if first is not one:
            yield Diagnostic(Code.PLAN_ID_TWICE, one.place, {"id": one.text or "", "line": str(first.place.line)})


def _names_twice(owners: Iterator[Node] | list[Node]) -> Iterator[Diagnostic]:
    seen: dict[str, tuple[Node, Scalar]] = {}
    for owner in owners:
        for key in ("id", "name", "name_en", "aliases", "code"):
            for name in _said(owner, key):
                first_owner, first = seen.setdefault(squeeze(name.text or ""), (owner, name))
                if first_owner is not owner:
                    words = {"name": name.text or "", "line": str(first.place.line)}
                    yield Diagnostic(Code.PLAN_NAME_TWICE, name.place, words)


def _said(owner: Node, key: str) -> Iterator[Scalar]:
    """What stands under a key, in however many languages."""
    value = owner.get(key) if isinstance(owner, Mapping) else None
    for one in [node for _, node in value.entries.values()] if isinstance(value, Mapping) else [value]:
        yield from texts(one)


def _unassigned(clauses: list[Scalar], responsibilities: Node | None) -> Iterator[Diagnostic]:
    if responsibilities is None:
        return
    assigned = [*texts(responsibilities, "clauses", "clause")]
    none_named = [*texts(responsibilities, "none_named")]
    yield from _twice([*assigned, *none_named])
    for clause in clauses:
        if clause.text not in _known([*assigned, *none_named]):
            yield Diagnostic(Code.CLAUSE_UNASSIGNED, clause.place, {"clause": clause.text or ""})
