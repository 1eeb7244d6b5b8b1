"""What titles say besides time: an area, an indicator, units."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from countyplan.pattern import pattern
from countyplan.plan import Plan
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import TO
from countyplan.submission.words.label import read_label
from countyplan.submission.words.nature import prices_in, stage_in
from countyplan.submission.words.vocabulary import form, one_of

_STATED = one_of("unit_stated")
_UNIT_NOTE = form(
    rf"(?:(?:^|[\s(\[【|,;、:])(?:{_STATED}\s*(?::|(?=\())|{one_of('sum_stated')}\s*:|{one_of('counted_in')})|{one_of('unit_all')})"
    rf"(?P<units>[^|]+?)(?:{one_of('counts')}[)\]。]?)?$"
)
# 单位 万元 and （单位万元） say so without a colon, where what follows is nothing but units.
_UNIT_BARE = form(rf"(?:^|[\s(\[【|,;、]){_STATED}\s*(?P<units>[^|:()]+?)[)\]】。]?$")
# 注：1.单位：万元；2.数据来源：统计局 says several things, each behind a number or with a colon of its own.
_NUMBER = r"[(]?\d{1,2}[.、)](?!\d)"
_NEXT_NOTE = pattern(rf"[;。]\s*(?={_NUMBER}|[^;。:]+:)")
_NOTE_NUMBERED = form(rf"^\s*(?:{one_of('note_begins')}\s*:?)?\s*(?:{_NUMBER}\s*)?(?={_STATED})")
# CNY 10,000 and 10k yuan are no unit that is known, and none of yuan.
_SO_MANY = pattern(r"^\d[\d,]*[A-Za-z]*\s+[A-Za-z]|[A-Za-z]\s*\d[\d,]*$")
# 另有注明除外: the units of a sheet hold but for where another one stands.
_BUT_FOR = form(one_of("unit_except"))
# 除城镇化率外，单位均为万元: for what is left out it says nothing, and of which rows those are nobody is sure.
_FOR_OTHERS = form(one_of("unit_but_for"))
# 注：协作资金单位为万元 says so of one row.
_OF_ONE = form(
    rf"(?:^|[:,;。|(])(?!{one_of('note_begins')})(?!{one_of('all_of_it')}+{one_of('unit_all')})[^:,;。|()]+{one_of('unit_all')}"
)
# A unit in brackets at the end of a title or heading, or alone in a corner.
_UNIT_BEHIND = pattern(r"(?:^|[(\[【])\s*(?P<units>[^()\[\]【】:]+?)\s*[)\]】]?$")
# A title may go on behind its unit, （万元）（2024年）, and a sentence speaks of many things.
_BRACKETS = pattern(r"[(\[【]([^()\[\]【】]+)[)\]】]")
_A_SENTENCE = pattern(r"[:;。]")
_MONEY = form(one_of("money_like"))
# 10亿元 is an amount, and of million yuan the unit is not yuan.
_LAST_WORDS = form(
    rf"(?:{one_of('counted_in_words')}(?P<said>\S.*)|\s(?P<word>[^\s\da-z]*[\u4e00-\u9fff]\S*)"
    rf"|\s(?P<run>(?:[\d,.]+\s+|{one_of('money_like')}\s+)*{one_of('money_like')}))$"
)
_AROUND_A_UNIT = form(rf"^{one_of('before_a_unit')}+|{one_of('behind_a_unit')}+$")
# The comma of 10,000 yuan joins nothing.
_OF_THOUSANDS = pattern(r"(?<=\d),(?=\d{3}(?!\d))")
_PARTS = form(rf"{one_of('joins_units')}+")
# 2024年各市地区生产总值情况表 is a table of that indicator, and 地区生产总值增速表 is not.
_YEARS = rf"(?:19|20|21)\d\d{one_of('year')}?{one_of('year_long')}?"
_EVERY_AREA = form(rf"^(?P<when>{_YEARS})?{one_of('every_area')}")
# 2-3, 表1 and 附表一： number a table.
_NUMBER_OF_TABLE = form(
    rf"^(?:{one_of('table', 'chart', 'attached')}(?:\d{{1,2}}|{one_of('numerals')}{{1,3}})|\d{{1,2}}-\d{{1,2}})"
    rf"(?:-\d{{1,2}})*(?!\d|{one_of('year', 'month')})[:.、]?"
)
# 2023-2024年, 2022、2023和2024年, alone or （in brackets）.
_SEVERAL_YEARS = form(rf"(?P<open>[(])?{_YEARS}(?:(?:{TO}|{one_of('joins_units', 'and')})+{_YEARS})+(?(open)[)])")
# （第五次全国经济普查修订） tells how final the figures are, and not of what.
_BRACKET_BEHIND = pattern(r"[(][^()]+[)]$")
_TABLE_OF = form(rf"(?:{one_of('table_of')})?$")
_BESIDE = form(rf"{one_of('and')}+(?:{one_of('growth', 'share', 'rank', 'index')})$")
_INDICATOR_NAMED = form(rf"^\s*{one_of('indicator_named')}\s*[:：]\s*")
_CHINESE = r"[\u4e00-\u9fff]"
# 甲市某某镇 and 甲市城区 are parts of the area; 甲市城镇居民 and 甲市新型城镇化 are not.
_A_PART = pattern(
    rf"^(?:(?!{one_of('no_part_of_an_area')}){_CHINESE}{{1,4}}{one_of('town')}(?!{one_of('behind_no_town')})"
    rf"|{one_of('seat')}|{_CHINESE}{{0,6}}{one_of('zone')})"
)
# A sheet that is called 某某镇, or a title that begins so.
_A_TOWN = form(rf"^{_CHINESE}{{1,5}}{one_of('a_town')}(?:$|(?=(?:19|20|21)\d\d))")
_NO_TOWN = form(rf"^.*{one_of('no_part_of_an_area')}$")
_LESS_A_PART = pattern(one_of("less_a_part"))
# 甲市与乙区合计 is of more than the area of the plan, whether the plan knows the other or not.
_AREA_BEHIND = form(rf"^{one_of('an_area')}?{one_of('joins_areas')}{one_of('an_area_named')}")
_AREA_AHEAD = form(rf"{one_of('an_area_named')}{one_of('joins_areas')}$")
# English names a part by words that blanks part: Urban area of a town.
_PART_IN_WORDS = form(one_of("part_of_an_area_in_a_title"))
# 单位：甲市统计局 says who reports, and not in what.
_AN_OFFICE = form(rf"{one_of('office')}$")
_JOINTS = form(rf"(?:\s|{one_of('joins_units')})+")


def areas_in(text: str, plan: Plan) -> set[str]:
    """The areas that a title speaks of, also where it is set wide (甲 乙 市)."""
    plain = squeezed(text)
    return {area.id for area in plan.areas if any(name in plain for name in (area.name, area.name_en, *area.aliases))}


def names_part_of_area(text: str, plan: Plan) -> bool:
    """Whether a title speaks of a town or a zone in an area, or of an area less a part of it."""
    plain = squeezed(text)
    if _A_TOWN.match(plain) and not _NO_TOWN.match(plain) and plan.area_names.find(plain) is None:
        return True
    if _PART_IN_WORDS.search(unicodedata.normalize("NFKC", text)) and indicator_in(text, plan) is None:
        return True
    names = sorted((name for area in plan.areas for name in (area.name, *area.aliases)), key=len, reverse=True)
    first = next((name for name in names if name in plain), None)
    if first is None:
        return False
    return bool(_A_PART.search(plain.split(first, 1)[1]) or _LESS_A_PART.search(plain))


def names_another_area(text: str, plan: Plan) -> bool:
    """Whether a title joins an area of the plan with another, of this plan or none: 甲市与乙区合计."""
    plain = squeezed(text)
    names = [name for area in plan.areas for name in (area.name, area.name_en, *area.aliases) if name and name in plain]
    around = (plain.split(name, 1) for name in sorted(names, key=len, reverse=True)[:1])
    return any(_AREA_AHEAD.search(ahead) or _AREA_BEHIND.match(behind) for ahead, behind in around)


def indicator_in(text: str, plan: Plan) -> str | None:
    """The indicator that a title is the name of, with a year, every area or a unit around it; None if it says more."""
    named = (read_label(topic, plan).indicator for topic in topics_in(text, plan))
    return next((one for one in named if one is not None), None)


def topics_in(text: str, plan: Plan) -> list[str]:
    """What a title is about but for years, areas, and that it is a table: all of it, and what stands behind an area."""
    plain = squeezed(_UNIT_NOTE.sub("", unicodedata.normalize("NFKC", text).strip()))
    plain = _SEVERAL_YEARS.sub("", _NUMBER_OF_TABLE.sub("", _INDICATOR_NAMED.sub("", plain)))
    plain = _BRACKET_BEHIND.sub(lambda found: "" if _says_how(found[0]) else found[0], plain)
    every = _TABLE_OF.sub("", _EVERY_AREA.sub(lambda found: found["when"] or "", plain))
    behind = (every.split(name, 1)[1] for area in plan.areas for name in (area.name, *area.aliases) if name in every)
    return [_BESIDE.sub("", bare) for bare in (every, *behind) if bare]


def _says_how(bracket: str) -> bool:
    """Whether a bracket says in what unit or at what prices figures are, or how final, and not of what."""
    return bool(stage_in(bracket) or prices_in(bracket) or units_behind(bracket))


def units_in(text: str) -> list[Unit | None]:
    """The units that a note such as 单位：亿元、% states for a whole sheet; None for one that nobody knows."""
    notes = _NEXT_NOTE.split(unicodedata.normalize("NFKC", text).strip())
    return [unit for note in notes for unit in _units_of_note(_NOTE_NUMBERED.sub("", note))]


def _units_of_note(plain: str) -> list[Unit | None]:
    note = _UNIT_NOTE.search(_BUT_FOR.sub("", plain))
    if note is None:
        bare = _UNIT_BARE.search(plain)
        named = [find_unit(part) for part in _JOINTS.split(bare["units"])] if bare else []
        return [] if None in named else list(named)
    if _FOR_OTHERS.search(squeezed(plain)) or _OF_ONE.search(squeezed(plain)):
        return [None]
    units = re.sub(r"(?<!^)[(\[【].*?[)\]】]", "", _OF_THOUSANDS.sub("", note["units"])).strip(" ([【)]】。.")
    pieces = [part.strip() for part in _PARTS.split(units)]
    parts = [part for one in pieces for part in ([one] if find_unit(one) else one.split()) if part]
    # 处 is an office, and a unit of what is counted.
    if _AN_OFFICE.search(units) and find_unit(parts[-1]) is None:
        return []
    if _is_quotient(units) or any(_SO_MANY.search(one) and find_unit(one) is None for one in pieces):
        return [None]
    return [find_unit(part) for part in parts if find_unit(part) or not _AN_OFFICE.search(part)]


def _is_quotient(units: str) -> bool:
    """Whether a unit is one of so much for each (元/人), which no share is (亿元/%)."""
    ends = ((_JOINTS.split(over)[-1], _JOINTS.split(under)[0]) for over, under in pairwise(units.split("/")))
    known = ([find_unit(name) for name in pair] for pair in ends)
    return any(all(unit is not None and unit.sort.adds_up for unit in pair) for pair in known)


def brackets_in(text: str) -> list[str]:
    """What a title says in brackets, of single width."""
    return _BRACKETS.findall(unicodedata.normalize("NFKC", text))


def units_behind(text: str) -> list[Unit | None]:
    """The units that a title or a heading says in brackets or in its last words; None for money in a unit nobody knows."""
    plain = unicodedata.normalize("NFKC", text).strip()
    bare = _BRACKETS.sub("", plain)
    told = [] if _A_SENTENCE.search(bare) else _BRACKETS.findall(plain)
    last = _LAST_WORDS.search(bare)
    said = [one for one in (last.groups() if last else ()) if one is not None and _MONEY.search(one)]
    # Projects over 100 million yuan are told by their amount.
    an_amount = bool(said and last is not None and last["run"] and last["run"][0].isdigit())
    told += [] if an_amount else said
    found = dict.fromkeys([*(unit for one in told for unit in _units_of_bracket(one)), *([None] if an_amount else [])])
    return list(found) or [unit for unit in [unit_behind(text)] if unit is not None]


def _units_of_bracket(text: str) -> list[Unit | None]:
    if _is_quotient(text):
        return [None]
    parts = [
        (part.strip(), find_unit(_AROUND_A_UNIT.sub("", part.strip())))
        for part in _PARTS.split(_OF_THOUSANDS.sub("", text))
    ]
    known = [unit for _, unit in parts if unit is not None and unit.name]
    strange = any(unit is None and _MONEY.search(part) for part, unit in parts)
    return [*known, *([None] if strange else [])]


def unit_behind(text: str) -> Unit | None:
    """The unit in brackets at the end of a title, a heading or a corner, or alone in one: 主要指标（万元）."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = None if plain.isdigit() else _UNIT_BEHIND.search(plain)
    unit = find_unit(found["units"]) if found else None
    return unit if unit is not None and unit.name else None
