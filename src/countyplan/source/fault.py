"""What a model finds wrong with a file's tree, each fault at the place in the file that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place
from countyplan.source import yaml_tree
from countyplan.source.yaml_tree import Node, place_of, plain, written_path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: pydantic's name for it (or a code that the model gave it), its place, and its path as it is written.

    `context` holds the words that the model gave it.
    """

    kind: str
    place: Place
    path: str
    detail: str
    context: Mapping[str, str]


class Checking(Protocol):
    """A model that finds everything that is wrong with what it is to hold."""

    @classmethod
    def model_validate(cls, obj: object, /) -> Self:
        """What `obj` says. Raises pydantic's ValidationError."""


M = TypeVar("M", bound=Checking)


def read_as(model: type[M], tree: Node) -> M | tuple[Fault, ...]:
    """What a tree says as a model reads it, or everything that is wrong with it."""
    from pydantic import ValidationError

    try:
        return model.model_validate(plain(tree))
    except ValidationError as error:
        details = error.errors(include_url=False)
        return tuple(_fault(detail, tree) for detail in details if not _follows(detail, details))


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is only called too short because something in it is wrong, which is told itself."""
    path = detail["loc"]
    inside = (other["loc"] for other in details if other is not detail)
    return detail["type"] == "too_short" and any(other[: len(path)] == path for other in inside)


def _fault(detail: ErrorDetails, tree: Node) -> Fault:
    path = _path_in(tree, detail["loc"], lacking=detail["type"] == "missing")
    place = place_of(tree, path, key=detail["type"] == "extra_forbidden")
    context = {name: str(value) for name, value in (detail.get("ctx") or {}).items()}
    return Fault(detail["type"], place, written_path(path), detail["msg"], context)


def _path_in(tree: Node, path: tuple[int | str, ...], *, lacking: bool) -> tuple[int | str, ...]:
    """`path` as far as the file goes, and the key at its end that is `lacking`.

    What pydantic adds of its own (the branch of a union) is dropped.
    """
    kept: list[int | str] = []
    node: Node | None = tree
    for at, step in enumerate(path, start=1):
        if isinstance(step, int):
            kept.append(step)
            node = node.items[step] if isinstance(node, yaml_tree.Sequence) and step < len(node.items) else None
        elif isinstance(node, yaml_tree.Mapping) and (step in node.entries or (lacking and at == len(path))):
            kept.append(step)
            node = node.get(step)
    return tuple(kept)
