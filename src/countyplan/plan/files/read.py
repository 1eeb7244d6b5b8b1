"""One file of a plan: its name, and what it holds, which is UTF-8 YAML of one document, with places."""

from __future__ import annotations

from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.source import Node, parse_yaml
from countyplan.source.file import read_bytes
from countyplan.source.yaml_tree import place_of, repeated_keys, written_path

TARGETS = "targets.yaml"
RESPONSIBILITIES = "responsibilities.yaml"
MILESTONES = "milestones.yaml"
COMMITMENTS = "commitments.yaml"
PANELS = "panels.yaml"
LEDGER = "ledger.yaml"
# What a plan may do without.
OPTIONAL = (MILESTONES, COMMITMENTS, PANELS, LEDGER)


def read_tree(path: Path, faults: list[Diagnostic]) -> Node | None:
    """What a plan's file holds; None where it cannot be used, and `faults` then tells why."""
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        faults.append(missing(path.name, data.place) if data.code is Code.NO_SUCH_FILE else data)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.append(Diagnostic(Code.PLAN_NOT_UTF8, Place(path.as_posix())))
        return None
    documents, found = parse_yaml(text, path.as_posix())
    faults += found
    if len(documents) != 1:
        if not found:
            words = {"count": str(len(documents))}
            faults.append(Diagnostic(Code.PLAN_DOCUMENTS if documents else Code.EMPTY, Place(path.as_posix()), words))
        return None
    faults += repeated_keys(documents[0])
    return documents[0]


def missing(name: str, place: Place) -> Diagnostic:
    """That a file of the plan is not there: its `name`, and where it is asked for."""
    return Diagnostic(Code.PLAN_FILE_MISSING, place, {"name": name})


def invalid(tree: Node, path: tuple[str | int, ...], detail: str) -> Diagnostic:
    """That what stands at `path` in a plan's file cannot be, and why."""
    return Diagnostic(Code.PLAN_VALUE_INVALID, place_of(tree, path), {"path": written_path(path), "detail": detail})
