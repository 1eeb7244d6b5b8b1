"""What titles say of time: the period that a table is about, whether it is a part of a year, and on what basis."""

from __future__ import annotations

import re
import unicodedata

from countyplan.quantity import Period, parse_period
from countyplan.quantity.period import Span, year_in_digits
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import JANUARY_TO_DECEMBER, Basis

_YEAR = r"(?:19|20|21)\d\d"
# A day is when something was written, not what it is about; up to the last day of a year is that year.
_TO_YEARS_END = re.compile(rf"(?:截[至止]到?)?(?P<year>{_YEAR}年)12月31日")
_DAY = re.compile(rf"{_YEAR}(?:年\d{{1,2}}月\d{{1,2}}日?|([-/.])\d{{1,2}}\1\d{{1,2}}(?!\d))")
# So is when a table was filled in.
_FILING = r"(?:填报|填表|制表|报送|上报|报出|打印|编制|编印|印发|发布|导出|更新|录入|审核|签发)"
_FILING_AHEAD = re.compile(rf"(?:{_FILING}(?:时间|日期|年月)?|日期)\s*:?$")
_FILED = re.compile(
    rf"(?:{_FILING}(?:时间|日期|年月)?|日期)\s*:?\s*{_YEAR}[年./-]\s*\d{{1,2}}(?!\d)(?:月(?:\s*\d{{1,2}}日)?|[./-]\d{{1,2}})?"
    rf"|{_YEAR}年\s*\d{{1,2}}月(?:\s*\d{{1,2}}日)?\s*(?:{_FILING}|制)"
)
_RANGE = re.compile(rf"(?P<first>{_YEAR})年?\s*[-—–~至到]+\s*(?P<last>{_YEAR})年?")
# The whole year is a year; any other stretch of it is no period that a figure could be placed in.
_WHOLE_YEAR = re.compile(rf"(?P<year>{_YEAR}年)[(]?(?:{JANUARY_TO_DECEMBER}|全年)[)]?")
_STRETCH = re.compile(rf"{_YEAR}年(?:\d{{1,2}}[-—–~至到]\d{{1,2}}月|[上下]半年|前.{{1,2}}季度|.[-—–~至到].季度)")
_PART = re.compile(
    r"半年|[前第]?[1-4一二三四两][个]?季|[本当首]季|季[度末报]|(?<!\d)(?:0?[1-9]|1[01])月|(?<!十)[一二三四五六七八九十]月|十一月"
    r"|[本当]月|月[度报]"
)
_YEAR_NAMED = re.compile(rf"(?:年份|年度|报告期|时期|期间):({_YEAR})(?![\d年])")
_PERIOD = re.compile(
    rf"{_YEAR}(?:年第?[1-4一二三四]季度|年(?:0?[1-9]|1[0-2])月|年|-Q[1-4](?!\d)|[-./](?:0[1-9]|1[0-2])(?![\d./-]))"
)
_ANNUAL = re.compile(rf"当年|本年|全年|新增(?!长)|{_YEAR}年[(]?{JANUARY_TO_DECEMBER}")
_SINCE = re.compile(r"以来|累计至")


def without_dates_of_filing(titles: list[str]) -> list[str]:
    """The titles without what says when the table was made: 填报时间：2025年3月, also where the date has its own cell."""
    told = []
    before = ""
    for text in titles:
        plain = unicodedata.normalize("NFKC", text).strip()
        told.append("" if _FILING_AHEAD.search(before) else _FILED.sub("|", plain))
        before = plain or before
    return told


def periods_in(text: str) -> set[Period]:
    """The periods that a title speaks of; of a range of years both ends, of a part of a year that has no name none."""
    if whole := parse_period(text):
        return {whole}
    return {period for found in _PERIOD.findall(_dated(text)) if (period := parse_period(found))}


def names_part_of_year(text: str) -> bool:
    """Whether a title speaks of a part of a year that no period has the name of (上半年, 1-6月), or of one not at its end."""
    if whole := parse_period(text):
        return whole.span is not Span.YEAR and not whole.closes_year
    rest = _PERIOD.sub(lambda found: "年" if parse_period(found[0]) else found[0], _dated(text, stretch=r"\g<0>"))
    within = any(one.span is not Span.YEAR and not one.closes_year for one in periods_in(text))
    return within or _PART.search(rest) is not None


def basis_in(titles: list[str]) -> Basis | None:
    """On what basis titles say that running totals are: 当年, 1-12月 and 新增 are each year's own."""
    plain = ("".join(text.split()) for text in titles)
    return Basis.ANNUAL if any(_ANNUAL.search(text) for text in plain) else None


def speaks_of_a_start(titles: list[str]) -> bool:
    """Whether titles say that totals run from somewhere: 十四五以来 is not the plan's beginning."""
    return any(_SINCE.search(text) for text in titles)


def _dated(text: str, stretch: str = "|") -> str:
    """A title with its years as 2024年, without days, and with each stretch of a year replaced."""
    plain = squeezed(text)
    plain = year_in_digits(plain).replace("年度", "年").replace("月份", "月")
    plain = _YEAR_NAMED.sub(r"\1年|", plain)
    plain = _DAY.sub("|", _TO_YEARS_END.sub(r"\g<year>|", plain))
    plain = _STRETCH.sub(stretch, _WHOLE_YEAR.sub(r"\g<year>|", plain))
    return _RANGE.sub(r"\g<first>年|\g<last>年", plain)
