"""Values that may be open, and models that leave out what they do not know."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

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
