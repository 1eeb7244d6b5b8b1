"""On what basis a cumulative figure is reported, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from countyplan.plan import Names, squeeze
from countyplan.submission.words.vocabulary import basis_words, form, one_of, words


class Basis(StrEnum):
    """How a cumulative figure is reported: as a running total, or as what one year brought."""

    CUMULATIVE = "cumulative"
    ANNUAL = "annual"


TO = rf"(?:[-—–~]|{one_of('to')})"
# 1-12月, of single width and without spaces.
JANUARY_TO_DECEMBER = rf"0?1{TO}12{one_of('month')}"
_NAMES = Names(
    [
        (Basis.CUMULATIVE, (Basis.CUMULATIVE, *basis_words("cumulative"))),
        (Basis.ANNUAL, (Basis.ANNUAL, *basis_words("annual"), *words("year_to_date"), *words("whole_year"))),
    ]
)

_ACHIEVED = rf"{one_of('really')}?{one_of('done')}?{one_of('amount')}?{one_of('state')}?"
_OF_A_YEAR = form(rf"{one_of('a_years_own')}{_ACHIEVED}")
_SO_FAR = form(rf"{one_of('running')}{_ACHIEVED}")
_YEAR = rf"(?:19|20|21)\d\d{one_of('year')}?"
# What stands in a column that nobody knows, and makes of the figures beside it each year's own.
_A_SUM = form(rf"{one_of('sum')}|{_YEAR}{TO}+(?:19|20|21)\d\d")
# 其中新增2个 tells of a part of the figure.
_IN_A_NOTE = form(rf"^(?!.*{one_of('a_part_of')}).*{one_of('brought_by_the_year')}")
_A_YEARS_GOAL = form(rf"{one_of('within_the_year')}{one_of('forecast')}?{one_of('goal')}")
_WHOLE_YEAR = form(one_of("whole_year"))
_ALL_MONTHS = form(rf"{JANUARY_TO_DECEMBER}{one_of('running')}?{one_of('done')}?{one_of('amount')}?")


def basis_name(basis: Basis) -> str:
    """What a basis is called in Chinese."""
    return _NAMES.of(basis)[1]


def basis_names(basis: Basis) -> tuple[str, ...]:
    """Everything that a basis may be called."""
    return _NAMES.of(basis)


def names_whole_year(text: str) -> bool:
    """Whether a header says that its column holds the whole year (全年, 1-12月), and not a part of it."""
    squeezed = squeeze(text)
    return any(one.fullmatch(squeezed) for one in (_WHOLE_YEAR, _ALL_MONTHS))


def speaks_of_one_year(text: str) -> bool:
    """Whether a header speaks of a year's own goal, so that the outcomes beside it may be that year's own as well."""
    return _A_YEARS_GOAL.match(squeeze(text)) is not None


def speaks_of_a_sum(text: str) -> bool:
    """Whether a header speaks of what years add up to, so that figures beside it may be each year's own."""
    return _A_SUM.search(squeeze(text)) is not None


def is_noted_as_annual(note: str) -> bool:
    """Whether a note may say that its figure is a year's own."""
    return _IN_A_NOTE.search(note) is not None


def basis_of_header(text: str) -> Basis | None:
    """The basis that a header names, also with what it is of: 当年完成投资, 累计新增数."""
    squeezed = squeeze(text)
    if (named := find_basis(text)) is not None:
        return named
    if _OF_A_YEAR.fullmatch(squeezed) or names_whole_year(text):
        return Basis.ANNUAL
    return Basis.CUMULATIVE if _SO_FAR.fullmatch(squeezed) else None


def find_basis(text: str) -> Basis | None:
    """The basis that a cell or header names, or None."""
    found = _NAMES.find(text)
    return None if found is None else Basis(found)
