"""Regular expressions that are compiled when they are first used: a run needs few of all that the program knows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

_KEPT = 2_000
_METHODS = frozenset({"search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"})


class _LatePattern:
    """What stands for a compiled one, and takes its methods over once there is one."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


@lru_cache(_KEPT)
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, whose errors are raised when it is first used."""
    return cast("re.Pattern[str]", _LatePattern(source, flags))
