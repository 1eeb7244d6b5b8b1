"""Values that may be open, and models that leave out what they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from countyplan.plan.lint.todo import TODO


def _number_or_label(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def _or_none(value: object) -> object:
    if isinstance(value, dict):
        return value.get("zh") or next(iter(value.values()), None)
    return None if value == TODO else value


Label = Annotated[int | str | None, BeforeValidator(_number_or_label), BeforeValidator(_or_none)]


Open = Annotated[str | None, BeforeValidator(_or_none)]


OpenNumber = Annotated[Decimal | None, BeforeValidator(_or_none)]


OpenGoal = Annotated[Decimal | tuple[Decimal, Decimal] | None, BeforeValidator(_or_none)]


class Loose(BaseModel):
    """What may be open, and leaves out what it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class Called(Loose):
    """What has a name or a title, as far as it is settled; `told` holds it by language where the plan says it in several."""

    told: Mapping[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _keep_languages(cls, given: Any) -> Any:
        said = given.get(cls.label()) if isinstance(given, dict) else None
        if not isinstance(said, dict):
            return given
        return {**given, "told": {key: one for key, one in said.items() if isinstance(one, str) and one != TODO}}

    @classmethod
    def label(cls) -> str:
        """Which of its keys holds what it is called."""
        return "name" if "name" in cls.model_fields else "title"

    def by_language(self, language: str) -> dict[str, str]:
        """What it is called in each language; what is said without one is in `language`, that of the plan's text."""
        own, english = getattr(self, self.label()), getattr(self, f"{self.label()}_en")
        said = dict(self.told) or ({language: own} if own else {})
        return said if not english or english == own or "en" in said else {**said, "en": english}
