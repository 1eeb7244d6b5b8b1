"""How JSON is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from typing import Any

from countyplan.diagnostics import unobeyed_json


def json_text(data: Any) -> str:
    """Data as JSON that no program which shows it obeys, with a line's end."""
    return "".join(json_pieces(data))


def json_pieces(data: Any) -> Iterator[str]:
    """The same in pieces. What an iterator brings is a list, of which each is written as it comes, so that none is held."""
    yield from map(unobeyed_json, _pieces(data, "\n"))
    yield "\n"


def _pieces(value: object, line: str) -> Iterator[str]:
    deeper = f"{line}  "
    match value:
        case dict() if value:
            before = "{"
            for name, one in value.items():
                yield f"{before}{deeper}{_quoted(name)}: "
                yield from _pieces(one, deeper)
                before = ","
            yield f"{line}}}"
        case Iterator():
            before = "["
            for one in value:
                yield f"{before}{deeper}{_written(one, deeper)}"
                before = ","
            yield "[]" if before == "[" else f"{line}]"
        case _:
            yield _written(value, line)


# How what holds nothing else is written.
_BARE: Mapping[type, Callable[[Any], str]] = {
    str: _quoted,
    int: str,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}


def _written(value: object, line: str) -> str:
    """As `json.dumps(value, ensure_ascii=False, indent=2)` writes it, whose own indenting is slow on long reports."""
    bare = _BARE.get(type(value))
    if bare is not None:
        return bare(value)
    deeper = f"{line}  "
    match value:
        case dict() if value:
            return _shape(tuple(value), line) % tuple(_each(value.values(), deeper))
        case list() | tuple() if value:
            return f"[{deeper}{f',{deeper}'.join(_each(value, deeper))}{line}]"
        case list() | tuple():
            return "[]"
        case str():
            return _quoted(value)
        case _:
            return json.dumps(value)


def _each(values: Iterable[object], line: str) -> list[str]:
    # Half of what is not bare in a row is a list of none.
    return [
        bare(one) if (bare := _BARE.get(type(one))) else "[]" if one == [] else _written(one, line) for one in values
    ]


@lru_cache(maxsize=256)
def _shape(names: tuple[str, ...], line: str) -> str:
    """What stands around the values of an object with these names; rows of one kind have the same ones."""
    inner = [f"{line}  {_quoted(name).replace('%', '%%')}: %s" for name in names]
    return f"{{{','.join(inner)}{line}}}"
