"""A plan's files read with their places, checked as models and linted: everything that is wrong with them."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path
from typing import TypeVar

from countyplan.diagnostics import Code, Diagnostic, Severity, in_order
from countyplan.model import Model
from countyplan.plan.beside.action_plans import ActionPlanFile, action_plan_files, lint_action_plan, lint_work_points
from countyplan.plan.beside.commitments import CommitmentsFile, lint_commitments
from countyplan.plan.beside.ledger import LedgerFile, lint_ledger
from countyplan.plan.beside.milestones import lint_milestones
from countyplan.plan.beside.panels import PanelsFile, lint_panels
from countyplan.plan.error import PlanError
from countyplan.plan.files.milestones import MilestonesFile
from countyplan.plan.files.read import (
    COMMITMENTS,
    LEDGER,
    MILESTONES,
    OPTIONAL,
    PANELS,
    RESPONSIBILITIES,
    TARGETS,
    read_tree,
)
from countyplan.plan.files.responsibilities import ResponsibilitiesFile
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.lint.references import check_action_plan, check_references
from countyplan.plan.lint.targets import lint_plan
from countyplan.plan.lint.todo import is_open, open_items
from countyplan.plan.lint.unit_names import unknown_units
from countyplan.plan.whole.plan import Plan
from countyplan.source import Node
from countyplan.source.fault import Fault, read_as

_Model = TypeVar("_Model", bound=Model)


def checked(folder: Path) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan in `folder` with what is odd but usable about it. Raises `PlanError` with every fault of every file."""
    faults: list[Diagnostic] = []
    trees = {name: read_tree(folder / name, faults) for name in (TARGETS, RESPONSIBILITIES)}
    trees |= {name: read_tree(folder / name, faults) for name in OPTIONAL if lexists(folder / name)}
    targets = _validated(TargetsFile, trees[TARGETS], faults)
    responsibilities = _validated(ResponsibilitiesFile, trees[RESPONSIBILITIES], faults)
    milestones = _validated(MilestonesFile, trees.get(MILESTONES), faults)
    commitments = _validated(CommitmentsFile, trees.get(COMMITMENTS), faults)
    panels = _validated(PanelsFile, trees.get(PANELS), faults)
    ledger = _validated(LedgerFile, trees.get(LEDGER), faults)
    own = [(path, read_tree(path, faults)) for path in action_plan_files(folder)]
    trees |= {path.relative_to(folder).as_posix(): tree for path, tree in own}
    action_plans = [(_validated(ActionPlanFile, tree, faults), tree) for _, tree in own]
    for _, tree in own:
        faults += check_action_plan(tree, trees[TARGETS], trees.get(COMMITMENTS))
    faults += check_references(trees[TARGETS], trees[RESPONSIBILITIES], trees.get(MILESTONES), trees.get(COMMITMENTS))
    tree = trees[TARGETS]
    faults += [] if tree is None or targets is not None else unknown_units(tree)
    if targets is not None and tree is not None:
        faults += lint_plan(targets, tree)
        if milestones is not None and (dates := trees.get(MILESTONES)) is not None:
            faults += lint_milestones(milestones, targets, dates)
            faults += lint_work_points(milestones, targets, dates)
        for own_file, own_tree in action_plans:
            if own_file is not None and own_tree is not None:
                faults += lint_action_plan(own_file, targets, milestones, own_tree)
        if commitments is not None and (promised := trees.get(COMMITMENTS)) is not None:
            faults += lint_commitments(commitments, targets.plan, promised)
        if panels is not None and (compared := trees.get(PANELS)) is not None:
            faults += lint_panels(panels, folder, {one.id for one in targets.indicators}, compared)
        if ledger is not None and (listed := trees.get(LEDGER)) is not None:
            faults += lint_ledger(ledger, targets, listed)
    found = in_order(_without_what_is_open([tree for tree in trees.values() if tree is not None], faults))
    if targets is None or responsibilities is None or any(one.severity is Severity.ERROR for one in found):
        raise PlanError(found)
    plan = Plan(
        targets_file=targets,
        responsibilities=responsibilities,
        milestones_file=milestones or MilestonesFile(),
        commitments_file=commitments or CommitmentsFile(),
        panels_file=panels or PanelsFile(),
        folder=folder,
        ledger=ledger or LedgerFile(),
        action_plans=tuple(one for one, _ in action_plans if one is not None),
    )
    return plan, found


def _without_what_is_open(trees: list[Node], faults: list[Diagnostic]) -> list[Diagnostic]:
    """What is open is told as such, and not again as a wrong value or an unknown name."""
    open_ = {
        place: Diagnostic(Code.PLAN_TODO, place, {"path": path})
        for tree in trees
        if is_open(tree)
        for path, place in open_items(tree)
    }
    return [*open_.values(), *(one for one in faults if one.place not in open_)]


def _validated(model: type[_Model], tree: Node | None, faults: list[Diagnostic]) -> _Model | None:
    if tree is None:
        return None
    found = read_as(model, tree)
    if isinstance(found, tuple):
        faults += map(_finding, found)
        return None
    return found


def _finding(fault: Fault) -> Diagnostic:
    words = {"path": fault.path, "detail": fault.detail}
    match fault.kind:
        case "extra_forbidden":
            return Diagnostic(Code.PLAN_KEY_UNKNOWN, fault.place, words)
        case "missing":
            return Diagnostic(Code.PLAN_KEY_MISSING, fault.place, words)
        case _ if fault.kind in set(Code):
            return Diagnostic(Code(fault.kind), fault.place, {**words, **fault.context})
        case _:
            return Diagnostic(Code.PLAN_VALUE_INVALID, fault.place, words)
