"""What every model of the plan's files is: frozen, refusing whatever it does not know, said in several languages."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


def _told_in_both(given: dict[str, Any], pairs: list[str], names: bool) -> dict[str, Any]:
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


class Frozen(BaseModel):
    """What is said once and refuses whatever it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _in_each_language(cls, given: Any) -> Any:
        """What is said in several languages comes to one in each of ours; where one lacks, the other stands for it."""
        pairs = (
            [name for name in cls.model_fields if f"{name}_en" in cls.model_fields] if isinstance(given, dict) else []
        )
        return _told_in_both(given, pairs, "aliases" in cls.model_fields) if pairs else given
