"""From a plan's folder to the plan, or to everything that is wrong with its files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from countyplan.diagnostics import Code, Diagnostic, Place, Severity, in_order
from countyplan.plan.lint import lint_plan
from countyplan.plan.milestones import lint_milestones
from countyplan.plan.model import MilestonesFile, ResponsibilitiesFile, TargetsFile
from countyplan.plan.plan import Plan
from countyplan.plan.references import check_references
from countyplan.source import Node, parse_yaml
from countyplan.source.yaml_tree import Mapping, place_of, plain, repeated_keys

TARGETS = "targets.yaml"
RESPONSIBILITIES = "responsibilities.yaml"
MILESTONES = "milestones.yaml"

_Model = TypeVar("_Model", bound=BaseModel)


class PlanError(Exception):
    """The plan's files cannot be used; `diagnostics` holds every fault of all of them."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(", ".join(sorted({one.code for one in diagnostics})))
        self.diagnostics = diagnostics


def shipped_plan() -> Path:
    """The folder of the plan that ships with the package; in a checkout it lies at the top of the repository."""
    inside = Path(str(files("countyplan"))) / "data"
    return inside if inside.is_dir() else inside.parents[2] / "data"


def load_plan(folder: Path) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan in `folder` with what is odd but usable about it. Raises `PlanError` with every fault of every file."""
    faults: list[Diagnostic] = []
    trees = {name: _tree(folder / name, faults) for name in (TARGETS, RESPONSIBILITIES)}
    if (folder / MILESTONES).exists():
        trees[MILESTONES] = _tree(folder / MILESTONES, faults)
    targets = _validated(TargetsFile, trees[TARGETS], faults)
    responsibilities = _validated(ResponsibilitiesFile, trees[RESPONSIBILITIES], faults)
    milestones = _validated(MilestonesFile, trees.get(MILESTONES), faults)
    faults += check_references(trees[TARGETS], trees[RESPONSIBILITIES], trees.get(MILESTONES))
    tree = trees[TARGETS]
    if targets is not None and tree is not None:
        faults += lint_plan(targets, tree)
        if milestones is not None and (dates := trees.get(MILESTONES)) is not None:
            faults += lint_milestones(milestones, targets, dates)
    found = in_order(faults)
    if targets is None or responsibilities is None or any(one.severity is Severity.ERROR for one in found):
        raise PlanError(found)
    return Plan(targets, responsibilities, milestones or MilestonesFile()), found


def _tree(path: Path, faults: list[Diagnostic]) -> Node | None:
    file = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError:
        faults.append(Diagnostic(Code.PLAN_FILE_MISSING, Place(file), {"name": path.name}))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.append(Diagnostic(Code.PLAN_NOT_UTF8, Place(file)))
        return None
    documents, diagnostics = parse_yaml(text, file)
    faults += diagnostics
    if len(documents) != 1:
        if not diagnostics:
            words = {"count": str(len(documents))}
            faults.append(Diagnostic(Code.PLAN_DOCUMENTS if documents else Code.EMPTY, Place(file), words))
        return None
    faults += repeated_keys(documents[0])
    return documents[0]


def _validated(model: type[_Model], tree: Node | None, faults: list[Diagnostic]) -> _Model | None:
    if tree is None:
        return None
    try:
        return model.model_validate(plain(tree))
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults += [_fault(detail, tree) for detail in details if not _follows(detail, details)]
        return None


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is only called too short because something in it is wrong, which is told itself."""
    path = detail["loc"]
    inside = (other["loc"] for other in details if other is not detail)
    return detail["type"] == "too_short" and any(other[: len(path)] == path for other in inside)


def _fault(detail: ErrorDetails, tree: Node) -> Diagnostic:
    kind, path = detail["type"], _path_in(tree, detail["loc"])
    words = {"path": _written(path), "detail": detail["msg"]}
    match kind:
        case "extra_forbidden":
            return Diagnostic(Code.PLAN_KEY_UNKNOWN, place_of(tree, path, key=True), words)
        case "missing":
            return Diagnostic(Code.PLAN_KEY_MISSING, place_of(tree, path), words)
        case _ if kind in set(Code):
            context = {name: str(value) for name, value in (detail.get("ctx") or {}).items()}
            return Diagnostic(Code(kind), place_of(tree, path), {**words, **context})
        case _:
            return Diagnostic(Code.PLAN_VALUE_INVALID, place_of(tree, path), words)


def _path_in(tree: Node, path: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """`path` as far as the file goes; what pydantic adds of its own (the branch of a union) is dropped."""
    kept: list[int | str] = []
    for at, step in enumerate(path):
        node = _child(tree, tuple(kept))
        last = at == len(path) - 1
        if isinstance(step, int) or (isinstance(node, Mapping) and (step in node.entries or last)):
            kept.append(step)
    return tuple(kept)


def _child(tree: Node, path: tuple[int | str, ...]) -> Node | None:
    node: Node | None = tree
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif node is not None and not isinstance(step, str):
            items = getattr(node, "items", [])
            node = items[step] if step < len(items) else None
        else:
            return None
    return node


def _written(path: tuple[int | str, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
