"""Times as people write them, put as the grammar reads them: 30 September 2024 and 2024/9/30 as 2024年9月."""

from __future__ import annotations

import re
from calendar import monthrange

from countyplan.submission.words.basis import TO
from countyplan.submission.words.vocabulary import first_word, form, months, one_of, stretches

_YEAR = r"(?:19|20|21)\d\d"
_Y, _M, _D = one_of("year"), one_of("month"), one_of("day", "behind_a_day")
_THE_YEAR, _THE_MONTH = first_word("year"), first_word("month")
_NAME = rf"(?:{'|'.join(sorted(months(), key=len, reverse=True))})"
_ENDS = r"(?![a-z])\.?"
_ORDER = one_of("behind_a_day")
_NAMED_RANGE = form(rf"(?P<first>{_NAME})\.?{TO}(?P<last>{_NAME}){_ENDS},?(?P<year>{_YEAR})?")
_DAY_AHEAD = form(rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDER}?(?P<month>{_NAME}){_ENDS},?(?P<year>{_YEAR})?")
_DAY_BEHIND = form(rf"(?P<month>{_NAME}){_ENDS}(?P<day>\d{{1,2}}(?!\d))?{_ORDER}?,?(?P<year>{_YEAR})?")
_STRETCHES = tuple(
    (form(rf"(?P<before>{_YEAR})?{_Y}?-?(?<![a-z]){words}(?![a-z]),?(?P<year>{_YEAR})?"), between)
    for words, between in stretches().items()
)
_DIGITS = form(rf"(?P<year>{_YEAR})([-/.])(?P<month>0?[1-9]|1[0-2])(?:\2(?P<day>\d{{1,2}}))?(?!\d)")
_TWO_MONTHS = form(rf"(?P<year>{_YEAR}{_Y})?(?P<first>\d{{1,2}}){_M}{TO}+(?:(?P=year))?(?P<last>\d{{1,2}}){_M}")
_TO_A_DAY = form(rf"(?:(?P<year>{_YEAR}){_Y})?(?<!\d)(?P<month>0?[1-9]|1[0-2]){_M}(?P<day>\d{{1,2}}){_D}?(?!\d)")


def plain_time(text: str) -> str:
    """A text of single width and without spaces with its times as 2024年9月; to a day is to the last month over by then."""
    plain = in_figures(text)
    plain = _TWO_MONTHS.sub(rf"\g<year>\g<first>-\g<last>{_THE_MONTH}", _DIGITS.sub(_date, plain))
    return _TO_A_DAY.sub(_whole_months, plain)


def in_figures(text: str) -> str:
    """The same text with months and stretches of a year that have names in figures: 30 September 2024 as 2024年9月30日."""
    plain = _NAMED_RANGE.sub(_range, text)
    plain = _DAY_BEHIND.sub(_date, _DAY_AHEAD.sub(_date, plain))
    for words, (first, last) in _STRETCHES:
        plain = words.sub(rf"\g<before>\g<year>|{first}-{last}{_THE_MONTH}", plain)
    return re.sub(rf"({_YEAR})?\|", lambda found: f"{found[1]}{_THE_YEAR}" if found[1] else "", plain)


def _range(found: re.Match[str]) -> str:
    first, last = (months()[found[name].casefold()] for name in ("first", "last"))
    return f"{_year(found['year'])}{first}-{last}{_THE_MONTH}"


def _date(found: re.Match[str]) -> str:
    month = found["month"]
    number = int(month) if month.isdigit() else months()[month.casefold()]
    day = f"{found['day']}{first_word('day')}" if found["day"] else ""
    return f"{_year(found['year'])}{number}{_THE_MONTH}{day}"


def _year(digits: str | None) -> str:
    return f"{digits}{_THE_YEAR}" if digits else ""


def _whole_months(found: re.Match[str]) -> str:
    year, month, day = found["year"], int(found["month"]), int(found["day"])
    over = day >= monthrange(int(year) if year else 1, month)[1]
    last = month if over else month - 1
    if last == 0:
        year, last = (str(int(year) - 1), 12) if year else (None, 1)
    return f"{_year(year)}{last}{_THE_MONTH}"
