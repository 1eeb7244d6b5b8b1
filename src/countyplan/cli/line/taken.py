"""Values of options that need no turning, or next to none.

Typer has pydantic turn each option's value, also of those that nobody gave, and loading pydantic takes a third of the time
of a short run. Here is taken what is right as it stands; everything else, and all that is to be refused, is left to Typer.
"""

from __future__ import annotations

import os
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_origin


class _Plainly:
    """What turns the value of one option or argument, as far as that is plain; a Typer that has no such thing never asks."""

    def __init__(self, param: Any) -> None:
        self._param = param

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value, or whatever Typer makes of it; what may be given several times and is not is none of them."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        described = getattr(param, "type_descriptor", None)
        taken = _taken(value, getattr(described, "annotation", None))
        if taken is not None:
            return taken
        return type(param).get_runtime_param(param).coerce(value, param=param, ctx=ctx)


def taking_plainly(params: list[Any]) -> list[Any]:
    """These options and arguments, each of which now takes plain values without asking Typer."""
    for param in params:
        param.get_runtime_param = partial(_Plainly, param)
    return params


def _taken(value: Any, kind: Any) -> Any:
    """The value as one of that kind, or None where that takes more than a look."""
    if get_origin(kind) is list and isinstance(value, list | tuple):
        every = [_taken(one, get_args(kind)[0]) for one in value]
        return None if None in every else every
    if not isinstance(kind, type):
        return None
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        return None
    if kind is Path:
        return Path(value) if _may_be_read(value) else None
    return next((one for one in kind if one.value == value), None) if issubclass(kind, Enum) else None


def _may_be_read(path: str) -> bool:
    """Whether there is nothing of that name yet, or something that can be read; Typer refuses the rest."""
    return "\0" not in path and (not os.path.exists(path) or os.access(path, os.R_OK))  # noqa: PTH110 -- for any name
