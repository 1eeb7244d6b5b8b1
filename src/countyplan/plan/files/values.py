"""What the values in the plan's files look like: ids, names, years, numbers, clauses."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias, TypeVar

from countyplan.model import before, field, json_schema

TOTAL = "total"


Id = Annotated[
    str, field(pattern=r"^[a-z][a-z0-9_]*$", description="A stable name in lower case, for output and flags.")
]


Name = Annotated[str, field(min_length=1, pattern=r"\S")]


# What is said in one language, or in several as {zh: …, en: …}.
Said = Annotated[
    Name,
    json_schema(
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "object", "additionalProperties": {"type": "string"}}]}
    ),
]


Year = Annotated[int, field(ge=1900, le=2199)]


Number = Annotated[Decimal, field(allow_inf_nan=False, max_digits=30)]


ClauseId: TypeAlias = int | str


def _number_or_text(value: object) -> object:
    """2 is a number, and 2.4, 02 or Annex B a text."""
    return int(value) if isinstance(value, str) and value.isdecimal() and str(int(value)) == value else value


ClauseNumber = Annotated[
    ClauseId,
    before(_number_or_text),
    field(description="A number, or any text; 0 is what stands before the first clause."),
]


_Item = TypeVar("_Item")


# In a form that nobody has filled in a list has a key, and nothing below it.
Listed = Annotated[tuple[_Item, ...], before(lambda value: () if value is None else value)]


class Firmness(StrEnum):
    """Whether a miss fails (`firm`) or warns (`aspirational`, 力争)."""

    FIRM = "firm"
    ASPIRATIONAL = "aspirational"
