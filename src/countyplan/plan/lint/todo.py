"""What is still open in a plan's files."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Place
from countyplan.source import Node
from countyplan.source.yaml_tree import Mapping, Scalar, Sequence

TODO = "TODO"


def is_open(tree: Node) -> bool:
    """Whether `TODO` stands anywhere in a tree."""
    left = [tree]
    for node in left:
        if isinstance(node, Scalar):
            if node.text == TODO:
                return True
        elif isinstance(node, Mapping):
            left.extend([value for _, value in node.entries.values()])
        else:
            left.extend(node.items)
    return False


def open_items(tree: Node | None, path: str = "") -> Iterator[tuple[str, Place]]:
    """Where in a tree `TODO` stands: the path of keys, and the place."""
    match tree:
        case Scalar() if tree.text == TODO:
            yield path, tree.place
        case Sequence():
            for at, item in enumerate(tree.items):
                yield from open_items(item, f"{path}[{at}]")
        case Mapping():
            for name, (_, value) in tree.entries.items():
                yield from open_items(value, f"{path}.{name}" if path else name)
        case _:
            return
