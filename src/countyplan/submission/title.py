"""What titles, notes and a sheet's name say for a whole table: a county, a period, units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from countyplan.plan import Plan
from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.quantity.period import year_in_digits
from countyplan.submission.basis import Basis
from countyplan.submission.cell import Cell
from countyplan.submission.label import basis_in_period, read_label

_YEAR = r"(?:19|20|21)\d\d"
# A day is when something was written, not what it is about.
_DAY = re.compile(rf"{_YEAR}(?:年\d{{1,2}}月\d{{1,2}}日?|([-/.])\d{{1,2}}\1\d{{1,2}}(?!\d))")
# So is when a table was filled in.
_FILING = r"(?:填报|填表|制表|报送|上报|报出|打印|编制|编印|印发|发布|导出|更新|录入|审核|签发)"
_FILING_AHEAD = re.compile(rf"(?:{_FILING}(?:时间|日期|年月)?|日期)\s*:?$")
_FILED = re.compile(
    rf"(?:{_FILING}(?:时间|日期|年月)?|日期)\s*:?\s*{_YEAR}[年./-]\s*\d{{1,2}}(?!\d)月?"
    rf"|{_YEAR}年\s*\d{{1,2}}月(?:\s*\d{{1,2}}日)?\s*(?:{_FILING}|制)"
)
_RANGE = re.compile(rf"(?P<first>{_YEAR})年?\s*[-—–~至到]+\s*(?P<last>{_YEAR})年?")
# The whole year is a year; any other stretch of it is no period that a figure could be placed in.
_WHOLE_YEAR = re.compile(rf"(?P<year>{_YEAR}年)(?:0?1[-—–~至到]12月|全年)")
_STRETCH = re.compile(rf"{_YEAR}年(?:\d{{1,2}}[-—–~至到]\d{{1,2}}月|[上下]半年|前.{{1,2}}季度|.[-—–~至到].季度)")
_YEAR_NAMED = re.compile(rf"(?:年份|年度|报告期|时期|期间):({_YEAR})(?![\d年])")
_PERIOD = re.compile(
    rf"{_YEAR}(?:年第?[1-4一二三四]季度|年(?:0?[1-9]|1[0-2])月|年|-Q[1-4](?!\d)|[-./](?:0[1-9]|1[0-2])(?![\d./-]))"
)
_UNIT_NOTE = re.compile(
    r"(?:(?:^|[\s(\[【|,;、:])(?:(?:计量|金额|数据)?单位\s*(?::|(?=\())|金额\s*:|(?:本表)?以(?=[^|]+计))|单位\s*均?为)"
    r"(?P<units>[^|]+?)(?:计(?=[)\]。]?$))?$"
)
# A unit in brackets at the end of a title or heading, or alone in a corner.
_UNIT_BEHIND = re.compile(r"(?:^|[(\[【])\s*(?P<units>[^()\[\]【】:]+?)\s*[)\]】]?$")
_GROWTH = re.compile(r"(?<=..)(?<![及和与、,])(?:增速|增长率|增幅|增长速度|同比增长)(?:情况|统计)?表?(?:$|[(|])")
_GOALS = re.compile(
    r"(?<=..)(?:目标|目标值|计划|计划数|计划指标|预期目标|预期指标|任务数|目标任务|目标任务书|任务书)(?:分解)?表?(?:$|[(|])"
)
# 2024年各县（市）地区生产总值情况表 is a table of that indicator, and 地区生产总值增速表 is not.
_EVERY_COUNTY = re.compile(r"(?:(?<=年)|(?<=年度)|^)(?:各|三个?|3个?)(?:县\(市、?区?\)|县市|区县|县)")
_TABLE_OF = re.compile(r"(?:完成|进展|统计)?(?:情况)?(?:统计|一览|汇总|明细)?表?$")
# 单位：桐庐县统计局 says who reports, and not in what.
_AN_OFFICE = re.compile(r"(?:局|委|办|府|县|市|处|科|室|院|中心|公司|委员会|办公室)$")


@dataclass(frozen=True, slots=True)
class Context:
    """What is said for the whole table; empty where nothing is said, or two things.

    `units` are those a note states, `unread` the notes whose unit nobody knows, `otherwise` the title by which the table
    holds growth rates or goals and no outcomes, and `several` tells of which kinds the titles name more than one.
    """

    area: str | None = None
    indicator: str | None = None
    period: Period | None = None
    basis: Basis | None = None
    units: tuple[Unit, ...] = ()
    unread: tuple[Cell, ...] = ()
    otherwise: Cell | None = None
    several: frozenset[str] = frozenset()

    def or_else(self, other: Context) -> Context:
        """What this says, with what it does not say taken from `other`."""
        units, unread = (self.units, self.unread) if self.units or self.unread else (other.units, ())
        dated = self if self.period is not None else other
        return Context(
            self.area or other.area,
            self.indicator,
            dated.period,
            dated.basis,
            units,
            unread,
            self.otherwise,
            self.several,
        )

    def without(self, kinds: Collection[str]) -> Context:
        """What this says, but for what headings say in its stead: `area`, `indicator` or `period`."""
        return replace(
            self,
            area=None if "area" in kinds else self.area,
            indicator=None if "indicator" in kinds else self.indicator,
            period=None if "period" in kinds else self.period,
        )


def context_of(
    name: Cell, above: Iterable[Cell], beside: Iterable[Cell], headings: Iterable[Cell], plan: Plan
) -> Context:
    """What a sheet's name, the cells above its header, notes of units anywhere `beside` it, and units in `headings` say."""
    above = list(above)
    # A sheet that is called 目标 holds goals; a cell that says no more may be a column's header.
    sheet = Cell(f"工作表{name.text}", name.place)
    areas: set[str] = set()
    periods: set[Period] = set()
    titles = _without_dates_of_filing([cell.text or "" for cell in (name, *above)])
    for text in titles:
        areas |= areas_in(text, plan)
        periods |= periods_in(text)
    named = (read_label(_TABLE_OF.sub("", _EVERY_COUNTY.sub("", text)), plan).indicator for text in titles)
    indicators = {indicator for indicator in named if indicator is not None}
    units: dict[Unit, None] = {}
    unread = []
    for cell in beside:
        stated = units_in(cell.text or "")
        units.update(dict.fromkeys(unit for unit in stated if unit is not None))
        unread += [cell] if None in stated else []
    units.update(dict.fromkeys(unit for cell in (*above, *headings) if (unit := unit_behind(cell.text or ""))))
    several = frozenset(kind for kind, found in (("area", areas), ("period", periods)) if len(found) > 1)
    return Context(
        area=areas.pop() if len(areas) == 1 else None,
        indicator=indicators.pop() if len(indicators) == 1 else None,
        period=periods.pop() if len(periods) == 1 else None,
        basis=next((basis for text in titles if (basis := basis_in_period(text)) is not None), None),
        units=tuple(units),
        unread=tuple(unread),
        several=several,
        otherwise=next((cell for cell in (sheet, *above) if titles_no_outcomes(cell.text or "")), None),
    )


def _without_dates_of_filing(titles: list[str]) -> list[str]:
    """The titles without what says when the table was made: 填报时间：2025年3月, also where the date has its own cell."""
    told = []
    before = ""
    for text in titles:
        plain = unicodedata.normalize("NFKC", text).strip()
        told.append("" if _FILING_AHEAD.search(before) else _FILED.sub("|", plain))
        before = plain or before
    return told


def titles_no_outcomes(text: str) -> bool:
    """Whether a title says that its table holds growth rates or goals only.

    增速 after 及 or 和 names a second column, and 目标完成情况 is about outcomes.
    """
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    return bool(_GROWTH.search(squeezed) or _GOALS.search(squeezed))


def areas_in(text: str, plan: Plan) -> set[str]:
    """The counties that a title speaks of."""
    return {area.id for area in plan.areas if any(name in text for name in (area.name, *area.aliases))}


def periods_in(text: str) -> set[Period]:
    """The periods that a title speaks of; of a range of years both ends, of a part of a year that has no name none."""
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    if whole := parse_period(squeezed):
        return {whole}
    squeezed = year_in_digits(squeezed)
    squeezed = _YEAR_NAMED.sub(r"\1年|", squeezed)
    squeezed = _STRETCH.sub("|", _WHOLE_YEAR.sub(r"\g<year>|", _DAY.sub("|", squeezed)))
    squeezed = _RANGE.sub(r"\g<first>年|\g<last>年", squeezed)
    return {period for found in _PERIOD.findall(squeezed) if (period := parse_period(found))}


def units_in(text: str) -> list[Unit | None]:
    """The units that a note such as 单位：亿元、% states for a whole sheet; None for one that nobody knows."""
    note = _UNIT_NOTE.search(unicodedata.normalize("NFKC", text).strip())
    if note is None:
        return []
    units = re.sub(r"(?<!^)[(\[【].*?[)\]】]", "", note["units"]).strip(" ([【)]】。.")
    if _AN_OFFICE.search(units):
        return []
    parts = [part for part in re.split(r"[、,/;\s和及]+", units) if part]
    return [find_unit(part) for part in parts if find_unit(part) or not _AN_OFFICE.search(part)]


def unit_behind(text: str) -> Unit | None:
    """The unit in brackets at the end of a title, a heading or a corner, or alone in one: 主要指标（万元）."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = None if plain.isdigit() else _UNIT_BEHIND.search(plain)
    unit = find_unit(found["units"]) if found else None
    return unit if unit is not None and unit.name else None
