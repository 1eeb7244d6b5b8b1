"""What is asked of a value, noted without loading pydantic, which only a check needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from countyplan.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One of pydantic's annotations by its name there, and what it is made from; `function` runs also without a check."""

    name: str
    words: Mapping[str, Any]
    function: Callable[[Any], Any] | None = None

    def __hash__(self) -> int:
        return id(self)


def field(**words: Any) -> Rule:
    """Pydantic's `Field`: limits, a pattern, a description."""
    return Rule("Field", words)


def before(function: Callable[[Any], Any]) -> Rule:
    """Pydantic's `BeforeValidator`: what a value is made into before anything else, in what ships as well."""
    return Rule("BeforeValidator", {"func": function}, function)


def after(function: Callable[[Any], Any]) -> Rule:
    """Pydantic's `AfterValidator`: a check that raises ValueError and gives back what it was given."""
    return Rule("AfterValidator", {"func": function})


def json_schema(schema: Mapping[str, Any]) -> Rule:
    """Pydantic's `WithJsonSchema`: what a schema says of the value."""
    return Rule("WithJsonSchema", {"json_schema": schema})


def refused(kind: str, detail: str, words: Mapping[str, Any] | None = None) -> Exception:
    """What a check raises: `kind` is the fault's own name or code, `detail` its text, in which `words` are filled in."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(kind, detail, None if words is None else dict(words))
