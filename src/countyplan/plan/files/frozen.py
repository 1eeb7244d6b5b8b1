"""What every model of the plan's files is: frozen, refusing whatever it does not know, said in several languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from countyplan.model import Model


def _told_in_both(given: dict[str, Any], pairs: Sequence[str], names: bool) -> dict[str, Any]:
    told = dict(given)
    for name in pairs:
        said, english = told.get(name), f"{name}_en"
        if isinstance(said, dict) and said:
            told[name] = said.get("zh") or next(iter(said.values()))
            told.setdefault(english, said.get("en") or told[name])
            if names and name == "name":
                told["aliases"] = [*told.get("aliases", ()), *dict.fromkeys(said.values())]
        elif isinstance(said, str) and not told.get(english):
            told[english] = said
    return told


def _said_twice(cls: Any) -> tuple[str, ...]:
    """The fields that are said in one language and, in another, in English."""
    fields: Mapping[str, Any] = cls.model_fields()
    return tuple(name for name in fields if f"{name}_en" in fields)


_pairs: Callable[[Any], tuple[str, ...]] = cache(_said_twice)


class Frozen(Model):
    """What is said once and refuses whatever it does not know."""

    @classmethod
    def prepared(cls, given: Any) -> Any:
        """What is said in several languages comes to one in each of ours; where one lacks, the other stands for it."""
        pairs = _pairs(cls)
        return _told_in_both(given, pairs, hasattr(cls, "aliases")) if pairs and isinstance(given, dict) else given
