"""The words that tables are read by: a file of named groups a language, checked once and put together for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated

from countyplan.language.shipped import load_shipped
from countyplan.language.texts import Language
from countyplan.model import Model, after, before, field
from countyplan.pattern import pattern


def _without_blanks(form: object) -> object:
    return "".join(form.split()) if isinstance(form, str) else form


def _checked(plain: str) -> str:
    """A word or a form of words; one that is no regular expression, or takes anything out, is refused."""
    try:
        captures = re.compile(plain).groups
    except re.error as error:
        raise ValueError(plain) from error
    if captures:
        raise ValueError(plain)
    return plain


_Name = Annotated[str, field(min_length=1)]
_Form = Annotated[str, before(_without_blanks), field(min_length=1), after(_checked)]


class Vocabulary(Model):
    """The words of one language: names that stand alone in a cell, what multiplies a number, and groups of forms."""

    fields: Mapping[str, tuple[_Name, ...]] = {}
    filing_lines: Mapping[str, tuple[_Name, ...]] = {}
    bases: Mapping[str, tuple[_Name, ...]] = {}
    no_figure: tuple[_Name, ...] = ()
    multipliers: Mapping[str, Decimal] = {}
    five_year_plans: Mapping[str, int] = {}
    months: Mapping[_Name, int] = {}
    stretches: Mapping[_Form, tuple[int, int]] = {}
    groups: Mapping[Annotated[str, field(pattern=r"^[a-z_]+$")], tuple[_Form, ...]]


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabulary of every language that there is, the program's first language first; a test checks what ships."""
    return tuple(Vocabulary.known(load_shipped(__name__, f"{language.value}.yaml")) for language in Language)


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


def form(source: str) -> re.Pattern[str]:
    """A form that is put together from words; capitals make no difference."""
    return pattern(source, re.IGNORECASE)


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


def months() -> Mapping[str, int]:
    """The names of months, in lower case, each with its number."""
    return {name: number for one in vocabularies() for name, number in one.months.items()}


def stretches() -> Mapping[str, tuple[int, int]]:
    """Forms of the names of parts of a year, each with its first and its last month."""
    return {name: between for one in vocabularies() for name, between in one.stretches.items()}


def _named(languages: Iterable[Mapping[str, tuple[str, ...]]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for one in languages for word in one.get(name, ())))
