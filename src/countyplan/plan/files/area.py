"""The areas that a plan binds, and goals that bind every area of a level without listing them."""

from __future__ import annotations

from typing import Annotated, Any

from countyplan.model import field
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Name, Said


class Area(Frozen):
    """An area: its names, its code in whatever scheme the plan uses, its level and its government; the id may be any text.

    `parent` is the area that it is a part of, and which is made up of it and of the others that name it.
    """

    id: Annotated[str, field(min_length=1, pattern=r"^\S+$", description="A stable name, for output and flags.")]
    name: Said
    name_en: str = ""
    code: Name
    level: Name | None = None
    parent: Name | None = None
    aliases: tuple[Name, ...] = ()
    government: Said
    government_en: str = ""

    @classmethod
    def prepared(cls, given: Any) -> Any:
        """An area without a government is told by its own name."""
        named = isinstance(given, dict) and given.get("name")
        return super().prepared({"government": given["name"], **given} if named else given)


class Total(Frozen):
    """What all areas are called together, where no area is that."""

    name: Said
    name_en: str = ""
    aliases: tuple[Name, ...] = ()


def bind_levels(given: Any) -> Any:
    """The contents of `targets.yaml` with the areas of its level for each goal that names one, in the plan's order.

    A goal that lists areas besides binds them as well. What has not the form of a plan is left to whoever checks that.
    """
    if not isinstance(given, dict):
        return given
    of_level: dict[str, list[str]] = {}
    for area in _items(given, "areas"):
        if isinstance(area.get("level"), str) and isinstance(area.get("id"), str):
            of_level.setdefault(area["level"], []).append(area["id"])
    if not of_level:
        return given
    indicators = [
        {**one, "goals": [_bound(goal, of_level) for goal in one["goals"]]}
        if isinstance(one.get("goals"), list)
        else one
        for one in _items(given, "indicators")
    ]
    return {**given, "indicators": indicators} if len(indicators) == len(given.get("indicators", ())) else given


def _items(given: dict[str, Any], key: str) -> list[dict[str, Any]]:
    listed = given.get(key)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _bound(goal: Any, of_level: dict[str, list[str]]) -> Any:
    level = goal.get("level") if isinstance(goal, dict) else None
    if not isinstance(level, str) or level not in of_level:
        return goal
    listed = goal.get("areas")
    return {**goal, "areas": [*of_level[level], *(listed if isinstance(listed, list) else [])]}
