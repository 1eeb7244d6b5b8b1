"""pydantic's own class for a plain one, made from its annotations when something is to be checked."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pydantic
from pydantic_core import core_schema

from countyplan.model.turn import Rule

_CONFIG = pydantic.ConfigDict(frozen=True, extra="forbid", defer_build=True)


# What checks values against a model, and tells the schema of what is right.
adapter_of: Callable[[Any], pydantic.TypeAdapter[Any]] = cache(pydantic.TypeAdapter)


def schema_of(cls: type[Any], handler: Any) -> Any:
    """What pydantic does where it meets the class: it checks with the twin, and the plain class takes over what was found."""

    def taken_over(given: Any, check: Any) -> Any:
        if isinstance(given, cls):
            return given
        plain = cls.holding(vars(check(given)))
        plain.check()
        return plain

    written = core_schema.plain_serializer_function_ser_schema(lambda one: one.model_dump())
    checked = handler.generate_schema(_twin_of(cls))
    return core_schema.no_info_wrap_validator_function(taken_over, checked, serialization=written)


def _made(cls: Any) -> type[pydantic.BaseModel]:
    def prepared(_: type[Any], given: Any) -> Any:
        return cls.prepared(given)

    fields: dict[str, Any] = {name: (_annotation(hint), one) for name, (hint, one) in cls.model_fields().items()}
    method: Any = classmethod(prepared)
    first: Any = pydantic.model_validator(mode="before")(method)
    told: dict[str, Any] = {"__doc__": cls.__doc__, "__module__": cls.__module__, "__validators__": {"prepared": first}}
    return pydantic.create_model(cls.__name__, __config__=_CONFIG, **told, **fields)


_twin_of: Callable[[Any], type[pydantic.BaseModel]] = cache(_made)


def _annotation(hint: Any) -> Any:
    """The annotation with pydantic's own rules in place of our notes of them."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[_annotation(args[0]), *map(_rule, args[1:])]
    if origin is None or origin is Literal:
        return hint
    inner = tuple(map(_annotation, args))
    return Union[inner] if origin in {Union, UnionType} else origin[inner]  # noqa: UP007 -- of as many as there are


def _rule(noted: Any) -> Any:
    # A copy: some versions of pydantic write the default of a field into the schema that it was given.
    return getattr(pydantic, noted.name)(**deepcopy(noted.words)) if isinstance(noted, Rule) else noted
