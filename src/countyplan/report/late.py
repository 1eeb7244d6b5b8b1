"""Parts of a page that are worked out when they are first asked for: who reads without them does not pay for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self


class Late:
    """What goes before a class of data whose parts are partly told at once, partly made later, and then kept.

    A class of both has a slot for `_later`: what makes each part.
    """

    __slots__ = ()
    _later: Mapping[str, Callable[[], Any]]

    @classmethod
    def told(cls, parts: Mapping[str, object], later: Callable[[Self], Mapping[str, Callable[[], Any]]]) -> Self:
        """With these parts; `later` makes the others, of what is asked for them."""
        made = cls.__new__(cls)
        for name, part in (("_later", later(made)), *parts.items()):
            object.__setattr__(made, name, part)
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._later:
            raise AttributeError(name)
        part = self._later[name]()
        object.__setattr__(self, name, part)
        return part
