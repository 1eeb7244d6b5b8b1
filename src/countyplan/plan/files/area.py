"""The areas that a plan binds."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Name, Said


class Area(Frozen):
    """An area: its names, its code in whatever scheme the plan uses, its level and its government; the id may be any text.

    `parent` is the area that it is a part of, and which is made up of it and of the others that name it.
    """

    id: Annotated[str, Field(min_length=1, pattern=r"^\S+$", description="A stable name, for output and flags.")]
    name: Said
    name_en: str = ""
    code: Name
    level: Name | None = None
    parent: Name | None = None
    aliases: tuple[Name, ...] = ()
    government: Said
    government_en: str = ""

    @model_validator(mode="before")
    @classmethod
    def _governs_itself(cls, given: Any) -> Any:
        """An area without a government is told by its own name."""
        return {"government": given["name"], **given} if isinstance(given, dict) and given.get("name") else given


class Total(Frozen):
    """What all areas are called together, where no area is that."""

    name: Said
    name_en: str = ""
    aliases: tuple[Name, ...] = ()
