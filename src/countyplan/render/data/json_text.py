"""How JSON is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring as _quoted
from typing import Any

from countyplan.diagnostics import unobeyed_json


def json_text(data: Any) -> str:
    """Data as JSON that no program which shows it obeys, with a line's end."""
    return f"{unobeyed_json(_written(data))}\n"


# How what holds nothing else is written.
_BARE: Mapping[type, Callable[[Any], str]] = {
    str: _quoted,
    int: str,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}


def _written(value: object, line: str = "\n") -> str:
    """As `json.dumps(value, ensure_ascii=False, indent=2)` writes it, whose own indenting is slow on long reports."""
    bare = _BARE.get(type(value))
    if bare is not None:
        return bare(value)
    deeper = f"{line}  "
    match value:
        case dict() if value:
            inner = [
                f"{deeper}{_quoted(name)}: {bare(one) if (bare := _BARE.get(type(one))) else _written(one, deeper)}"
                for name, one in value.items()
            ]
            return f"{{{','.join(inner)}{line}}}"
        case list() | tuple() if value:
            return f"[{','.join([f'{deeper}{_written(one, deeper)}' for one in value])}{line}]"
        case str():
            return _quoted(value)
        case _:
            return json.dumps(value)
