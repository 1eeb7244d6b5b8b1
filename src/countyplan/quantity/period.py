"""Reporting periods: a year, a quarter or a month, ordered by their end; and the present day, which a build can set."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import assert_never

from countyplan.dataclass import dataclass
from countyplan.pattern import pattern
from countyplan.quantity.width import squeezed

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
# What is left of a period's name without spaces, in upper case and of single width.
PERIOD_FORMS = (
    rf"{_YEAR}年?(?:度|全年)?",
    rf"{_YEAR}年(?:末|底)",
    rf"{_YEAR}-?Q(?P<quarter>[1-4])",
    rf"{_YEAR}年第?(?P<quarter>[1-4一二三四])季度",
    rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])",
    rf"{_YEAR}年(?P<month>0?[1-9]|1[0-2])月",
    # Months as they stand in tables. 2024.1 is not among them: a spreadsheet shows 2024.10 so, too.
    rf"{_YEAR}[./]?(?P<month>0[1-9]|1[0-2])",
    rf"{_YEAR}/(?P<month>[1-9])",
)
_FORMS = tuple(pattern(form) for form in PERIOD_FORMS)
_YEAR_IN_WORDS = pattern(r"(?:一九|二[〇零○])[〇零○一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


class Span(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """A year, quarter or month. `end` counts the months to its end, so that differences are spans of time in months."""

    end: int
    span: Span

    @staticmethod
    @lru_cache(maxsize=512)
    def of_year(year: int) -> Period:
        """The whole of `year`."""
        return Period(year * 12 + 12, Span.YEAR)

    @classmethod
    def ending(cls, end: int) -> Period:
        """The year that ends there, or the month where no year does."""
        return cls(end, Span.MONTH if end % 12 else Span.YEAR)

    @property
    def year(self) -> int:
        """The year that the period lies in."""
        return (self.end - 1) // 12

    @property
    def month(self) -> int:
        """The month, 1 to 12, at whose end the period ends."""
        return (self.end - 1) % 12 + 1

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.span is Span.YEAR

    @property
    def closes_year(self) -> bool:
        """Whether it ends with its year."""
        return self.month == 12

    def __str__(self) -> str:
        match self.span:
            case Span.YEAR:
                return str(self.year)
            case Span.QUARTER:
                return f"{self.year}-Q{self.month // 3}"
            case Span.MONTH:
                return f"{self.year}-{self.month:02}"
            case _:
                assert_never(self.span)


def parse_period(text: str) -> Period | None:
    """The period that `text` names (`2024`, `2024年末`, `2024-Q2`, `2024年二季度`, `2024-06`, `2024年6月`), or None."""
    plain = squeezed(text).upper()
    plain = year_in_digits(plain)
    for form in _FORMS:
        if found := form.fullmatch(plain):
            return _period(found.groupdict())
    return None


def year_in_digits(text: str) -> str:
    """`text` with its years in digits: 二〇二四年 is 2024年."""
    return _YEAR_IN_WORDS.sub(lambda found: found[0].translate(_DIGITS), text)


def _period(parts: dict[str, str | None]) -> Period:
    year = int(parts["year"] or "")
    if quarter := parts.get("quarter"):
        return Period(year * 12 + 3 * (_QUARTERS.get(quarter) or int(quarter)), Span.QUARTER)
    if month := parts.get("month"):
        return Period(year * 12 + int(month), Span.MONTH)
    return Period.of_year(year)


EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """The time in UTC, or that of `SOURCE_DATE_EPOCH` where a build has to be repeatable.

    ValueError if that is no whole number of seconds since 1970, or lies too far ahead to be a date.
    """
    epoch = os.environ.get(EPOCH_VARIABLE)
    if not epoch:
        return datetime.now(UTC)
    if epoch.isascii() and epoch.isdigit():
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(int(epoch), UTC)
    raise ValueError(f"{EPOCH_VARIABLE}={epoch!r}: no date in seconds since 1970")


def today() -> Period:
    """The month we live in."""
    day = now()
    return Period(day.year * 12 + day.month, Span.MONTH)
