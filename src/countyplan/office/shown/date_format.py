"""Dates as a spreadsheet stores and shows them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from countyplan.dataclass import dataclass

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$[^\]]*\]|_.|\*.')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_OTHER_BRACKETS = re.compile(r"\[[^\]]*\]")
_EXPONENT = re.compile(r"e[+-]", re.IGNORECASE)
_YEAR_SHOWN = re.compile(r"(y+|e+)", re.IGNORECASE)
# The formats that every office knows by number; which of them show a year alone, a year and a month, or a time.
_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
_MONTHS = frozenset({17, 27, 36, 50, 52, 57})
_TIMES = frozenset({18, 19, 20, 21, *range(32, 36), 45, 47})
_ELAPSED_TIME = 46
_SECONDS = 86_400
_LAST_DAY = 2_958_466  # of the year 9999
_LEAP_DAY_THAT_WAS_NONE = 60


@dataclass(frozen=True, slots=True)
class DateFormat:
    """How a format shows a moment: all of it, or only its year or its month with the text around it; or as a duration."""

    year: bool = False
    month: bool = False
    elapsed: bool = False
    before: str = ""
    behind: str = ""


def date_format(number: int, code: str) -> DateFormat | None:
    """What the format of that number, and of that code if it has one of its own, shows of a date; None if it shows none."""
    if not code:
        if number in _DATES | _TIMES:
            return DateFormat(month=number in _MONTHS)
        return DateFormat(elapsed=True) if number == _ELAPSED_TIME else None
    section = code.split(";", maxsplit=1)[0]
    bare = _LITERAL.sub("", section)
    if _ELAPSED.search(bare):
        return DateFormat(elapsed=True)
    signs = {sign for sign in _EXPONENT.sub("", _OTHER_BRACKETS.sub("", bare)).casefold() if sign.isascii()}
    if signs & set("0#?") or bare.strip().casefold() in {"general", "@"} or not signs & set("ymdhse"):
        return None
    shown = signs & set("ymdhse")
    if shown <= {"y", "e"}:
        words = _OTHER_BRACKETS.sub("", _LITERAL.sub(_literal, section))
        before, _, behind = _YEAR_SHOWN.sub("\0", words, count=1).partition("\0")
        return DateFormat(year=True, before=before.strip(), behind=behind.strip())
    return DateFormat(month=shown <= {"y", "e", "m"} and bool(shown & {"y", "e"}))


def _literal(found: re.Match[str]) -> str:
    """What stands in quotation marks, if nothing in it could be taken for a sign of the format."""
    text = found[1] or found[2] or ""
    return "" if _YEAR_SHOWN.search(text) else text


def shown_date(serial: Decimal, shows: DateFormat, *, since_1904: bool) -> str | None:
    """The day, moment or duration that a number stands for, as the format shows it; None if it stands for none."""
    if not 0 <= serial < _LAST_DAY:
        return None
    if shows.elapsed:
        return str(timedelta(seconds=int((serial * _SECONDS).to_integral_value())))
    moment = _moment(serial, since_1904=since_1904)
    if moment is None:
        return None
    if serial < 1 and not since_1904 and not (shows.year or shows.month):
        return str(moment.time())
    return shown_moment(moment, shows)


def shown_moment(moment: datetime, shows: DateFormat) -> str:
    """A moment as the format shows it: a year with its words, a month as 2024-06, all else as 2024-06-30."""
    if shows.year:
        return f"{shows.before}{moment.year}{shows.behind}"
    if shows.month:
        return f"{moment.year}-{moment.month:02}"
    return str(date(moment.year, moment.month, moment.day) if moment.time() == time() else moment)


def _moment(serial: Decimal, *, since_1904: bool) -> datetime | None:
    # Days are counted as if 1900 had been a leap year.
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if serial >= _LEAP_DAY_THAT_WAS_NONE else 31)
    try:
        return first + timedelta(seconds=int((serial * _SECONDS).to_integral_value()))
    except OverflowError:
        return None
