"""From the file of known findings to what it knows, or to why it cannot be used."""

from __future__ import annotations

from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.known.record import VERSION, KnownFile, KnownFinding
from countyplan.source import Mapping, Node, Scalar
from countyplan.source.fault import read_as
from countyplan.source.file import read_documents
from countyplan.source.yaml_tree import place_of


def load_known(path: Path) -> tuple[tuple[tuple[KnownFinding, Place], ...], list[Diagnostic]]:
    """Every known finding with its place in the file; none at all if anything in the file is wrong."""
    documents, found = read_documents(path)
    if found:
        return (), found
    tree = documents[0]
    if len(documents) > 1:
        return (), [_malformed(documents[1].place, "---")]
    if (other := _other_version(tree)) is not None:
        return (), [other]
    known = read_as(KnownFile, tree)
    if isinstance(known, tuple):
        return (), [_malformed(fault.place, f"{fault.path}: {fault.kind}".removeprefix(": ")) for fault in known]
    return tuple((one, place_of(tree, ("findings", at))) for at, one in enumerate(known.findings)), []


def is_known_file(path: Path) -> bool:
    """Whether a file holds known findings, of this version or another."""
    return all(one.code is Code.KNOWN_VERSION for one in load_known(path)[1])


def _other_version(tree: Node) -> Diagnostic | None:
    version = tree.get("baseline") if isinstance(tree, Mapping) else None
    if not isinstance(version, Scalar) or version.text is None or version.text == str(VERSION):
        return None
    return Diagnostic(Code.KNOWN_VERSION, version.place, {"version": version.text, "known": str(VERSION)})


def _malformed(place: Place, detail: str) -> Diagnostic:
    return Diagnostic(Code.KNOWN_MALFORMED, place, {"detail": detail})
