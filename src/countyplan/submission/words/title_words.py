"""What titles say besides time: a county, an indicator, units, and that a table holds no outcomes."""

from __future__ import annotations

import re
import unicodedata

from countyplan.plan import Plan
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.width import squeezed
from countyplan.submission.words.label import read_label

_UNIT_NOTE = re.compile(
    r"(?:(?:^|[\s(\[【|,;、:])(?:(?:计量|金额|数据)?单位\s*(?::|(?=\())|金额\s*:|(?:本表)?以(?=[^|]+计))|单位\s*均?为)"
    r"(?P<units>[^|]+?)(?:计(?=[)\]。]?$))?$"
)
# A unit in brackets at the end of a title or heading, or alone in a corner.
_UNIT_BEHIND = re.compile(r"(?:^|[(\[【])\s*(?P<units>[^()\[\]【】:]+?)\s*[)\]】]?$")
_CHANGE = (
    r"(?:增速|增长率?|增幅|增长速度|增加额|增长额|增量|增减|(?:同比|环比|[比较]上年)(?:增长|增减|增加额?|增幅|增速)?"
    r"|[^及和与、,]{0,4}贡献率|占?[^及和与、,]{0,6}比重|占比|完成进度|完成率|位次|排名|排位|得分|评分|权重|预测值?|任务分解|规划期末值?)"
)
_CHANGES = re.compile(
    rf"(?<=..)(?<![及和与、,]){_CHANGE}(?:情况|统计|分析|数据|指标)?表?(?:$|[(|])|[(](?:[^()]*[^及和与、,()])?{_CHANGE}%?[)]"
)
_GOALS = re.compile(
    r"(?<=..)(?:目标|目标值|计划|计划数|计划指标|预期目标|预期指标|任务数|目标任务|目标任务书|任务书)(?:分解)?表?(?:$|[(|])"
)
_NUMBERED = re.compile(r"^[(]?(?:[一二三四五六七八九十]+|\d{1,2})[)、.]")
# 2024年各县（市）地区生产总值情况表 is a table of that indicator, and 地区生产总值增速表 is not.
_EVERY_COUNTY = re.compile(r"(?:(?<=年)|(?<=年度)|^)(?:各|三个?|3个?)(?:县[（(]市、?区?[）)]|县市|区县|县)")
_TABLE_OF = re.compile(r"(?:完成|进展|统计)?(?:情况)?(?:统计|一览|汇总|明细)?表?$")
_INDICATOR_NAMED = re.compile(r"^\s*指标(?:名称)?\s*[:：]\s*")
# 桐庐县分水镇 and 桐庐县城 are parts of the county; 桐庐县城镇居民 and 桐庐县新型城镇化 are not.
_A_PART = re.compile(
    r"^(?:(?!新型城镇|城镇|乡[村镇]|农村|未来|美丽|城乡)[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|村)(?![化居])"
    r"|城(?!镇|乡|市)|[\u4e00-\u9fff]{0,6}(?:开发区|产业园|园区|新区|集聚区))"
)
_LESS_A_PART = re.compile(r"不含|不包括|除[^|]{1,12}外")
# 单位：桐庐县统计局 says who reports, and not in what.
_AN_OFFICE = re.compile(r"(?:局|委|办|府|县|市|处|科|室|院|中心|公司|委员会|办公室)$")


def titles_no_outcomes(text: str) -> bool:
    """Whether a title says that its table holds growth, shares, ranks or goals only.

    增速 after 及 or 和 names a second column, and 目标完成情况 is about outcomes.
    """
    plain = _NUMBERED.sub("表中", squeezed(text))
    return bool(_CHANGES.search(plain) or _GOALS.search(plain))


def areas_in(text: str, plan: Plan) -> set[str]:
    """The counties that a title speaks of."""
    return {area.id for area in plan.areas if any(name in text for name in (area.name, *area.aliases))}


def names_part_of_county(text: str, plan: Plan) -> bool:
    """Whether a title speaks of a town or a zone in a county, or of a county less a part of it."""
    plain = squeezed(text)
    names = sorted((name for area in plan.areas for name in (area.name, *area.aliases)), key=len, reverse=True)
    first = next((name for name in names if name in plain), None)
    if first is None:
        return False
    return bool(_A_PART.search(plain.split(first, 1)[1]) or _LESS_A_PART.search(plain))


def indicator_in(text: str, plan: Plan) -> str | None:
    """The indicator that a title is the name of, with a year, every county or a unit around it; None if it says more."""
    bare = _TABLE_OF.sub("", _EVERY_COUNTY.sub("", _INDICATOR_NAMED.sub("", text)))
    return read_label(bare, plan).indicator


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
