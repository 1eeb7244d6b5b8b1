"""The areas that a plan binds, what they are called, and goals that bind every area of a level without listing them."""

from __future__ import annotations

from typing import Annotated, Any

from countyplan.language.texts import Language, Nouns
from countyplan.model import before, field, json_schema
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Name, Said

# A word goes into sentences, headers of tables and pages as it is.
_WORD = r"^[^\s{}<>|\\`*_\[\]=+@#-][^{}<>|\\`*_\[\]\n\r\t]*$"
_LONGEST = 40
Word = Annotated[str, field(max_length=_LONGEST, pattern=_WORD)]
_SCHEMA = {"type": "string", "maxLength": _LONGEST, "pattern": _WORD}
# A word in one language, or in several: told as {zh: …, en: …}, kept as pairs.
Words = Annotated[
    Word | tuple[tuple[str, Word], ...],
    before(lambda given: [*given.items()] if isinstance(given, dict) else given),
    json_schema({"anyOf": [_SCHEMA, {"type": "object", "additionalProperties": _SCHEMA}]}),
]


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
    """What all areas are called together, where no area is that; `as_one` where they act as one, by default the same."""

    name: Said
    name_en: str = ""
    as_one: Said = ""
    as_one_en: str = ""
    aliases: tuple[Name, ...] = ()


class Label(Frozen):
    """What one area is called (`name`) and what several are (`plural`), where that differs.

    Each is a word in the plan's language, or words in several as `{zh: …, en: …}`. Without `level` it holds for all areas
    that no other label is for.
    """

    level: Name | None = None
    name: Words
    plural: Words | None = None

    def nouns(self, language: Language, of_plan: str) -> Nouns | None:
        """The words in a language; None where it has none in that. `of_plan` is the language of the plan's text."""
        one, several = (_in(language, words, of_plan) for words in (self.name, self.plural))
        return None if one is None else Nouns(one, several or one)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of it, in whatever language."""
        said = [one for one in (self.name, self.plural) if one is not None]
        return tuple(word for one in said for word in ([one] if isinstance(one, str) else dict(one).values()))


def _in(language: Language, words: Words | None, of_plan: str) -> str | None:
    if isinstance(words, str):
        return words if of_plan.partition("-")[0] == language else None
    return dict(words or ()).get(language)


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
