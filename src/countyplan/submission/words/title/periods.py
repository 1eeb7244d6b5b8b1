"""What titles say of time: the period that a table is about, whether it is a part of a year, and on what basis."""

from __future__ import annotations

import re
import unicodedata

from countyplan.pattern import pattern
from countyplan.quantity import Period, parse_period
from countyplan.quantity.period import Span, year_in_digits
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import JANUARY_TO_DECEMBER, TO, Basis
from countyplan.submission.words.title.plain_time import in_figures
from countyplan.submission.words.vocabulary import first_word, form, one_of

_YEAR = r"(?:19|20|21)\d\d"
_Y, _M, _D = one_of("year"), one_of("month"), one_of("day")
# A day is when something was written, not what it is about; up to the last day of a year is that year.
_TO_YEARS_END = form(rf"{one_of('until')}?(?P<year>{_YEAR}{_Y})12{_M}31{_D}")
# What runs to a day within a year runs to its month: 截至2024年9月30日.
_TO_A_DAY = form(
    rf"{one_of('until')}:?(?P<year>{_YEAR})(?:{_Y}|[-/.])0?(?P<month>[1-9]|1[0-2])(?:{_M}|[-/.])\d{{1,2}}(?!\d){_D}?"
)
_DAY = form(rf"{_YEAR}(?:{_Y}\d{{1,2}}{_M}\d{{1,2}}{_D}?|([-/.])\d{{1,2}}\1\d{{1,2}}(?!\d))")
# So is when a table was filled in.
_FILING = one_of("filing")
_WHEN_FILED = rf"(?:{_FILING}{one_of('filing_time')}?|{one_of('dated')})"
_FILING_AHEAD = form(rf"{_WHEN_FILED}\s*:?$")
_FILED = form(
    rf"{_WHEN_FILED}\s*:?\s*{_YEAR}(?:{_Y}|[./-])\s*\d{{1,2}}(?!\d)(?:{_M}(?:\s*\d{{1,2}}{_D})?|[./-]\d{{1,2}})?"
    rf"|{_YEAR}{_Y}\s*\d{{1,2}}{_M}(?:\s*\d{{1,2}}{_D})?\s*(?:{_FILING}|{one_of('made')})"
)
_RANGE = form(rf"(?P<first>{_YEAR}){_Y}?\s*{TO}+\s*(?P<last>{_YEAR}){_Y}?")
# 2023、2024年 names both.
_LISTED = form(rf"{_YEAR}{_Y}?(?:{one_of('joins_units', 'and')}*{_YEAR}{_Y}?)+(?!\d)")
# The whole year is a year; any other stretch of it is no period that a figure could be placed in.
_WHOLE_YEAR = form(rf"(?P<year>{_YEAR}{_Y})[(]?(?:{JANUARY_TO_DECEMBER}|{one_of('whole_year')})[)]?")
_STRETCH = form(rf"{_YEAR}{_Y}(?:\d{{1,2}}{TO}\d{{1,2}}{_M}|{one_of('stretch_of_a_year')})")
_PART = form(rf"{one_of('part_of_a_year')}|(?<!\d)(?:0?[1-9]|1[01]){_M}")
# English says so by words that blanks part.
_PART_IN_WORDS = form(one_of("part_in_a_title"))
# 分季度 tells of every part of a year, and of the whole beside them.
_BY_PARTS = form(one_of("by_parts"))
_YEAR_NAMED = form(rf"{one_of('period_named')}:({_YEAR})(?!\d|{_Y})")
_QUARTER = one_of("nth_quarter")
_PERIOD = form(
    rf"{_YEAR}(?:{_Y}{_QUARTER}|{_Y}(?:0?[1-9]|1[0-2]){_M}|{_Y}|-Q[1-4](?!\d)|[-./](?:0[1-9]|1[0-2])(?![\d./-]))"
)
_ANNUAL = form(rf"{one_of('new_in_a_title')}|{_YEAR}{_Y}[(]?{JANUARY_TO_DECEMBER}")
# A place 2024: English writes a year without a word for it.
_A_BARE_YEAR = pattern(rf"(?<![\w.,/–—~-])({_YEAR})(?![\w/–—~-]|[.,]\d)")
_OF_ANOTHER_YEAR = form(one_of("no_year_of_figures"))
_IN_CHINESE = pattern(r"[\u4e00-\u9fff]")
_SINCE = form(one_of("since"))
_YEAR_LONG, _MONTH_LONG = form(one_of("year_long")), form(one_of("month_long"))
_THE_YEAR, _THE_MONTH = first_word("year"), first_word("month")


def without_dates_of_filing(titles: list[str]) -> list[str]:
    """The titles without what says when the table was made: 填报时间：2025年3月, also where the date has its own cell."""
    told = []
    before = ""
    for text in titles:
        plain = unicodedata.normalize("NFKC", text).strip()
        runs_to_a_day = _TO_A_DAY.search(squeezed(plain)) is not None
        told.append("" if _FILING_AHEAD.search(before) else plain if runs_to_a_day else _FILED.sub("|", plain))
        before = plain or before
    return told


def periods_in(text: str) -> set[Period]:
    """The periods that a title speaks of; of a range of years both ends, of a part of a year that has no name none."""
    if whole := parse_period(text):
        return {whole}
    return {period for found in _PERIOD.findall(_dated(_with_bare_years(text))) if (period := parse_period(found))}


def _with_bare_years(text: str) -> str:
    """An English title with the years that stand alone in it as 2024年, unless it may tell when something else was."""
    plain = unicodedata.normalize("NFKC", text)
    with_months = in_figures(squeezed(plain)) != squeezed(plain)
    if with_months or _IN_CHINESE.search(plain) or _OF_ANOTHER_YEAR.search(plain):
        return text
    return _A_BARE_YEAR.sub(rf"\g<1>{_THE_YEAR}", plain)


def is_range_of_years(text: str) -> bool:
    """Whether a text is a range of years and nothing else (2001-2024, 2021—2024年)."""
    return _RANGE.fullmatch(squeezed(text)) is not None


def names_part_of_year(text: str) -> bool:
    """Whether a title speaks of a part of a year that no period has the name of (上半年, 1-6月), or of one not at its end."""
    if whole := parse_period(text):
        return whole.span is not Span.YEAR and not whole.closes_year
    dated = _BY_PARTS.sub("", _dated(text, stretch=r"\g<0>"))
    rest = _PERIOD.sub(lambda found: _THE_YEAR if parse_period(found[0]) else found[0], dated)
    within = any(one.span is not Span.YEAR and not one.closes_year for one in periods_in(text))
    in_words = _PART_IN_WORDS.search(unicodedata.normalize("NFKC", text)) is not None
    return within or in_words or _PART.search(rest) is not None


def basis_in(titles: list[str]) -> Basis | None:
    """On what basis titles say that running totals are: 当年, 1-12月 and 新增 are each year's own."""
    plain = ("".join(text.split()) for text in titles)
    return Basis.ANNUAL if any(_ANNUAL.search(text) for text in plain) else None


def speaks_of_a_start(titles: list[str]) -> bool:
    """Whether titles say that totals run from somewhere: 十四五以来 is not the plan's beginning."""
    return any(_SINCE.search(text) for text in titles)


def _dated(text: str, stretch: str = "|") -> str:
    """A title with its years as 2024年, without days, and with each stretch of a year replaced."""
    plain = in_figures(squeezed(text))
    plain = _MONTH_LONG.sub(_THE_MONTH, _YEAR_LONG.sub(_THE_YEAR, year_in_digits(plain)))
    plain = _YEAR_NAMED.sub(rf"\1{_THE_YEAR}|", plain)
    plain = _TO_A_DAY.sub(rf"\g<year>{_THE_YEAR}\g<month>{_THE_MONTH}|", _TO_YEARS_END.sub(r"\g<year>|", plain))
    plain = _DAY.sub("|", plain)
    plain = _STRETCH.sub(stretch, _WHOLE_YEAR.sub(r"\g<year>|", plain))
    plain = _RANGE.sub(rf"\g<first>{_THE_YEAR}|\g<last>{_THE_YEAR}", plain)
    return _LISTED.sub(lambda found: "".join(f"{year}{_THE_YEAR}|" for year in re.findall(_YEAR, found[0])), plain)
