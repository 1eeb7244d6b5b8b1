"""The words that tables are read by: a file of named groups a language, checked once and put together for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from countyplan.language.shipped import load_shipped
from countyplan.language.texts import Language

# What ships is known to be right: a test reads it without this word.
_SHIPPED = {"shipped": True}


def _checked(form: str, info: ValidationInfo) -> str:
    """A word or a form of words, without blanks; one that is no regular expression, or takes anything out, is refused."""
    plain = "".join(form.split())
    if info.context is _SHIPPED:
        return plain
    try:
        captures = re.compile(plain).groups
    except re.error as error:
        raise ValueError(form) from error
    if captures or not plain:
        raise ValueError(form)
    return plain


_Name = Annotated[str, Field(min_length=1)]
_Form = Annotated[str, Field(min_length=1), AfterValidator(_checked)]


class Vocabulary(BaseModel):
    """The words of one language: names that stand alone in a cell, what multiplies a number, and groups of forms."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: Mapping[str, tuple[_Name, ...]] = {}
    filing_lines: Mapping[str, tuple[_Name, ...]] = {}
    bases: Mapping[str, tuple[_Name, ...]] = {}
    no_figure: tuple[_Name, ...] = ()
    multipliers: Mapping[str, Decimal] = {}
    five_year_plans: Mapping[str, int] = {}
    groups: Mapping[Annotated[str, Field(pattern=r"^[a-z_]+$")], tuple[_Form, ...]]


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabulary of every language that there is, the program's first language first."""
    files = (load_shipped(__name__, f"{language.value}.yaml") for language in Language)
    return tuple(Vocabulary.model_validate(file, context=_SHIPPED) for file in files)


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of a group in every language, longest first; a group that no language has is a slip in the grammar."""
    found = [word for one in vocabularies() for word in one.groups.get(group, ())]
    if not found:
        raise LookupError(group)
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


def first_word(group: str) -> str:
    """The first word of a group in the program's first language: how the rest of the program writes it."""
    return vocabularies()[0].groups[group][0]


def one_of(*groups: str) -> str:
    """A regular expression of any word of these groups."""
    return f"(?:{'|'.join(word for group in groups for word in words(group))})"


class _LateForm:
    """A regular expression that is compiled when it is first matched: a run matches few of all that there are."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, re.IGNORECASE)
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found


def form(pattern: str) -> re.Pattern[str]:
    """A form that is put together from words; capitals make no difference."""
    return cast("re.Pattern[str]", _LateForm(pattern))


def field_names(field: str) -> tuple[str, ...]:
    """What a field of a submission is called in every language."""
    return _named([one.fields for one in vocabularies()], field)


def filing_lines(kind: str) -> tuple[str, ...]:
    """How lines begin that tell when a table was submitted, or who filled it in, in every language."""
    return _named([one.filing_lines for one in vocabularies()], kind)


def basis_words(basis: str) -> tuple[str, ...]:
    """What a basis of running totals is called in every language."""
    return _named([one.bases for one in vocabularies()], basis)


def no_figure() -> frozenset[str]:
    """What stands in a cell for which there is nothing to report."""
    return frozenset(name for one in vocabularies() for name in one.no_figure)


def multipliers() -> Mapping[str, Decimal]:
    """What multiplies the number that it stands behind."""
    return {word: times for one in vocabularies() for word, times in one.multipliers.items()}


def five_year_plans() -> Mapping[str, int]:
    """The names of five-year plans, each with the year that it ends with."""
    return {name: year for one in vocabularies() for name, year in one.five_year_plans.items()}


def _named(languages: Iterable[Mapping[str, tuple[str, ...]]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for one in languages for word in one.get(name, ())))
