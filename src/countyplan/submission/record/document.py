"""The commitments of a YAML document as records."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic, Term
from countyplan.source import Mapping, Node, Scalar, Sequence
from countyplan.source.yaml_tree import repeated_keys
from countyplan.submission.cell import Cell
from countyplan.submission.record.vocabulary import WORDS, Record
from countyplan.submission.words.listed import UNREAD

_SHAPE = Term("shape.commitments")


def commitments_in(node: Node, document: str, common: dict[str, Cell], found: list[Diagnostic]) -> Iterator[Record]:
    """A record for each commitment under the key `commitments`; `common` is what the document says for all of them."""
    if isinstance(node, Scalar) and node.text is None:
        return
    if not isinstance(node, Mapping):
        found.append(Diagnostic(Code.WRONG_SHAPE, node.place, {"expected": _SHAPE}))
        return
    for key, value in (*node.entries.values(), *node.repeated):
        own = _state(value, found)
        if own is not None:
            yield Record(document, {**common, "commitment": Cell(key.text, key.place), **own})


def _state(node: Node, found: list[Diagnostic]) -> dict[str, Cell] | None:
    """The cells of one commitment; None where anything is wrong with their form."""
    if isinstance(node, Scalar):
        return {"state": Cell(node.text, node.place)}
    if isinstance(node, Sequence):
        found.append(Diagnostic(Code.WRONG_SHAPE, node.place, {"expected": _SHAPE}))
        return None
    before = len(found)
    cells: dict[str, Cell] = {}
    for key, value in (*node.entries.values(), *node.repeated):
        name = WORDS.find_field(key.text or "")
        if name in {None, UNREAD}:
            words = {"key": key.text or "", "near": WORDS.fields.nearest(key.text or "") or ""}
            found.append(Diagnostic(Code.UNKNOWN_KEY, key.place, words))
        elif name in cells:
            words = {"key": key.text or "", "line": str(cells[name].place.line)}
            found.append(Diagnostic(Code.KEY_TWICE, key.place, words))
        elif name is not None and (cell := _cell(name, value, found)) is not None:
            cells[name] = cell
    if "state" not in cells and len(found) == before:
        found.append(Diagnostic(Code.KEY_MISSING, node.place, {"key": "state"}))
    return cells if len(found) == before else None


def _cell(name: str, node: Node, found: list[Diagnostic]) -> Cell | None:
    """Text; of a list, evidence say, a line for each item."""
    if isinstance(node, Scalar):
        return Cell(node.text, node.place)
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return Cell("\n".join(item.text or "" for item in node.items if isinstance(item, Scalar)), node.place)
    found.append(Diagnostic(Code.WRONG_SHAPE, node.place, {"expected": f"{name}: …"}))
    found.extend(repeated_keys(node))
    return None
