"""Goals that bind every area of a level without listing them."""

from __future__ import annotations

from typing import Any


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
