"""What a note says of whom or what its figure is: of less than its row says (不含开发区, 城区口径), or of another area."""

from __future__ import annotations

import re
from functools import lru_cache, reduce

from countyplan.pattern import pattern
from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.words.near import names_a_part, names_a_place
from countyplan.submission.words.title.periods import names_part_of_year
from countyplan.submission.words.title.scope import FOR_EACH
from countyplan.submission.words.title.words import areas_in
from countyplan.submission.words.vocabulary import form, one_of

# 某某市（区、旗）: the brackets hold other names of the same kind of place.
_KINDS = form(rf"[(]{one_of('an_area')}(?:、?{one_of('an_area')})*[)]")
_CLAUSES = pattern("[,;。()]")
_QUOTED = pattern('[“「《"][^”」》"]*[”」》"]')
_AHEAD = form(rf"^(?:{one_of('all_of_it', 'figures_said', 'note_ahead', 'ahead_of_scope')})*")
_BEHIND = form(rf"{one_of('figures_said', 'behind_a_scope')}*$")
_LESS = form(rf"{one_of('less_a_part')}(?P<part>.*)$")
_ONLY_OF = form(rf"{one_of('only_a_part')}(?P<part>.*)$")
_ONLY = form(rf"^{one_of('only')}(?!{one_of('only_for')})(?P<part>.+)$")
# 开发区除外, 外资企业未纳入.
_LEFT_OUT = form(rf"^(?P<part>.+?){one_of('left_out')}$")
_LACKS = form(rf"^{one_of('lacks')}(?P<part>.+)$")
_A_MONTH = form(rf"\d{one_of('month')}")
_TOGETHER = form(one_of("together"))
_ONLY_BEHIND = form(rf"^(?P<part>.+){one_of('only_behind')}$")
_NOT_WHOLE = form(
    rf"(?:{one_of('all_of_it', 'figures_said', 'note_ahead')})*?{one_of('not_whole')}{one_of('may_be_left_out')}*"
    rf"{one_of('figures_said', 'behind_a_scope')}*"
)
# 2个乡镇未报, 漏统计3家企业.
_MAY_LACK, _NOT_COUNTED = one_of("may_be_left_out"), one_of("left_out", "lacks")
_SOME_LACK = form(rf"^(?!{one_of('none_of_it')})(?:.*{_MAY_LACK}.*{one_of('left_out')}|.*{_NOT_COUNTED}.*{_MAY_LACK})")
_ALSO = form(rf"^{one_of('includes')}(?P<name>.+)$")
_ABOUT_ANOTHER_TIME = form(rf"^{one_of('year_before')}")
# 除城镇化率外 is what follows it not said of.
_EXCEPT = form(one_of("except_for"))
_NOTHING = form(one_of("no_part"))
_FILLED_IN = form(rf"^{one_of('filled_in')}")
_NAMED = form(one_of("joins_units"))
_SOME = form(one_of("some_of_it"))
_A_PART = form(one_of("part_alone", "part_of_a_place", "another_scope", "zone"))
_PEOPLE_OR_FIRMS = form(one_of("people_or_firms"))
_PARTS_ALONE = form(rf"{one_of('part_alone', 'part_of_a_place', 'another_scope', 'zone')}+{one_of('people_or_firms')}*")
# 分水镇 and 三墩镇 are towns, and 全镇 and 各中心镇 are not one.
_A_TOWN = form(rf"(?!.*(?:{one_of('every_town')}|\d)){one_of('town_named')}")
_AN_AREA_NAMED = form(rf"(?!{one_of('all_or_each')}){one_of('an_area_named')}")
# Alone, 乙区 and 全市 are other places; 示范区 and 城区 are not the names of any.
_A_CITY_NAMED = form(rf"(?!{one_of('all_or_each')}(?!.$)){one_of('a_city_named')}")
_A_PLACE_ALONE = form(one_of("part_of_a_place", "zone"))
_ELSEWHERE = form(rf"(?!.*{one_of('all_or_each')}).{{2}}{one_of('an_area_elsewhere')}|{one_of('place_above_all')}")


# A note is often the same in row after row.
@lru_cache(maxsize=20_000)
def noted_part(note: str, area: str | None, indicator: str | None, plan: Plan) -> bool:
    """Whether a note says that its figure leaves something out, is of a part alone, or of another area than `area`."""
    plain = _QUOTED.sub("", _KINDS.sub("", squeezed(note)))
    told = [clause for clause in _CLAUSES.split(plain) if clause and not _ABOUT_ANOTHER_TIME.match(clause)]
    # 中 of 中心城区 is no word ahead of it.
    clauses = [one for clause in told for one in (_AHEAD.sub("", clause), clause)]
    named = "" if indicator is None else plan.measured[indicator].name
    # 户籍人口城镇化率 is the indicator of a part of the people.
    own = () if indicator is None else sorted(plan.indicator_names.of(indicator), key=len, reverse=True)
    clauses = [reduce(str.removesuffix, map(squeezed, own), clause) for clause in clauses]
    whole = _whole_of(area, plan)
    if _A_CITY_NAMED.fullmatch(plain) and not whole.fullmatch(plain) and plan.area_names.find(plain) is None:
        return True
    bare = [_BEHIND.sub("", _AHEAD.sub("", clause)) for clause in told if _AHEAD.sub("", clause) != clause]
    if any(not whole.fullmatch(one) and _is_elsewhere(one, area, plan) for one in bare):
        return True
    return any(
        says_what_lacks(clause, named) or _adds_others(clause, area, plan) or _limits(clause, area, named, whole, plan)
        for clause in clauses
        if not (_LEFT_OUT.match(clause) and _NOTHING.search(clause))
    )


def names_place_alone(text: str, indicator: str | None, plan: Plan) -> bool:
    """Whether a cell is nothing but the name of a town, or of a part of a place that its indicator's own name is not of."""
    bare = squeezed(text)
    named = "" if indicator is None else plan.measured[indicator].name
    if plan.area_names.find(bare) is not None:
        return False
    return _A_TOWN.fullmatch(bare) is not None or (_A_PLACE_ALONE.fullmatch(bare) is not None and bare not in named)


def says_what_lacks(clause: str, named: str) -> bool:
    """Whether a clause says that figures of what is `named` are not all of it: 部分数据, 开发区除外, 缺12月, 2个乡镇未报."""
    if _NOT_WHOLE.fullmatch(clause) is not None:
        return True
    if _NOTHING.search(clause):
        return False
    found = _LEFT_OUT.match(clause) or _LACKS.match(clause)
    if found is None or _SOME_LACK.match(clause) is not None:
        return _SOME_LACK.match(clause) is not None
    part = _BEHIND.sub("", found["part"])
    of_time = names_part_of_year(part) or _A_MONTH.search(part) is not None
    of_place = part not in named and (names_a_place(part) or _is_a_place_of(part, named))
    return of_time or of_place or _PEOPLE_OR_FIRMS.search(part) is not None


def _adds_others(clause: str, area: str | None, plan: Plan) -> bool:
    """Whether a clause adds other areas to this one: 与乙市合计."""
    return bool(_TOGETHER.search(clause) and area in plan.tree.leaves and areas_in(clause, plan) - {area})


def adds_area_elsewhere(clause: str, plan: Plan) -> bool:
    """Whether a clause says that figures include those of an area that the plan does not know (含乙区)."""
    also = _ALSO.match(clause)
    name = "" if also is None else _BEHIND.sub("", also["name"])
    return _AN_AREA_NAMED.fullmatch(name) is not None and plan.area_names.find(name) is None


def says_part(line: str) -> bool:
    """Whether a line says outright that figures are of a part: by 仅, 不含 or 部分, and not by a name alone."""
    plain = _QUOTED.sub("", _KINDS.sub("", squeezed(line)))
    return any(
        says_what_lacks(clause, "") or _leaves_out(clause)
        for clause in (_AHEAD.sub("", one) for one in _CLAUSES.split(plain) if one)
    )


def _leaves_out(clause: str) -> bool:
    """Whether a clause is nothing but what is left out, or what alone is counted."""
    if _LESS.match(clause) is not None:
        return _NOTHING.search(clause) is None and _EXCEPT.fullmatch(clause) is None
    only = _ONLY.match(clause) or _ONLY_BEHIND.match(clause)
    return only is not None and _is_a_part(only["part"], "")


def _limits(clause: str, area: str | None, named: str, whole: re.Pattern[str], plan: Plan) -> bool:
    if (less := _LESS.search(clause)) is not None:
        return _NOTHING.search(less[0]) is None and not _is_of_another(less["part"], area, plan)
    if (also := _ALSO.match(clause)) is not None:
        return _is_of_another(also["name"], area, plan) or adds_area_elsewhere(clause, plan)
    if (only := _ONLY_OF.search(clause)) is not None:
        part = _BEHIND.sub("", only["part"])
        rest = whole.sub("", part)
        return not _NOTHING.search(only[0]) and ((rest == part and part not in named) or _is_a_part(rest, named))
    if (only := _ONLY.match(clause) or _ONLY_BEHIND.match(clause)) is not None:
        part = _AHEAD.sub("", _FILLED_IN.sub("", only["part"]))
        return not _are_indicators(part, plan) and _is_a_part(whole.sub("", part), named)
    return _is_another_scope(clause, area, named, whole, plan)


def _is_a_part(text: str, named: str) -> bool:
    """Whether a text names a part of a place, of a year or of what is counted that is not in the indicator's own name."""
    bare = _BEHIND.sub("", text)
    if not bare or bare in named:
        return False
    return (
        names_a_part(bare) or names_part_of_year(bare) or _SOME.search(bare) is not None or _is_a_place_of(bare, named)
    )


def _is_another_scope(clause: str, area: str | None, named: str, whole: re.Pattern[str], plan: Plan) -> bool:
    """Whether a clause is nothing but the name of a part or of another place: 城区数据, 规上口径, 乙市."""
    bare = _BEHIND.sub("", clause)
    if not bare or whole.fullmatch(bare):
        return False
    if FOR_EACH.fullmatch(bare) and bare not in named:
        return True
    parts = any(_PARTS_ALONE.fullmatch(rest) for rest in _behind_its_own_name(bare, area, plan))
    if _is_of_another(bare, area, plan) or (parts and _is_a_place_of(bare, named)):
        return True
    alone = bool(_A_TOWN.fullmatch(bare) or (bare.isascii() and _ELSEWHERE.fullmatch(bare)))
    return (bare != clause or alone) and _is_elsewhere(bare, area, plan)


def _is_elsewhere(text: str, area: str | None, plan: Plan) -> bool:
    """Whether a text is the name of a town, or of another area that the plan does not know."""
    bare = _BEHIND.sub("", text)
    if plan.area_names.find(bare) is not None:
        return False
    rest = min(_behind_its_own_name(bare, area, plan), key=len)
    return bool(_A_TOWN.fullmatch(rest) or _ELSEWHERE.fullmatch(bare))


def _behind_its_own_name(text: str, area: str | None, plan: Plan) -> list[str]:
    """A text, and what stands in it behind the names of its area."""
    return [text, *(text.removeprefix(name) for name, of in plan.areas_at_start(text) if of == area)]


def _is_a_place_of(text: str, named: str) -> bool:
    return any(word not in named for word in _A_PART.findall(text))


def _is_of_another(text: str, area: str | None, plan: Plan) -> bool:
    """Whether a text is the name of another area of the plan than `area`."""
    found = plan.area_names.find(_BEHIND.sub("", text))
    return area is not None and found not in (None, area)


def _are_indicators(text: str, plan: Plan) -> bool:
    """Whether a text names indicators of the plan and nothing else, as an instruction how to fill in a form does."""
    names = [name for name in _NAMED.split(text) if name]
    return all(plan.indicator_names.find(name) is not None for name in names)


def _whole_of(area: str | None, plan: Plan) -> re.Pattern[str]:
    """What says that a figure is of all of its area and year: 全域, 本地, of a city also 全市, and the area's own names."""
    called = "" if area is None else plan.called(area).name
    own = [re.escape(name) for name, of in plan.areas_at_start(called) if of == area]
    of_its_kind = rf"{one_of('all_or_each')}{re.escape(called[-1:])}" if own else one_of("all_of_a_place")
    return form(rf"^(?:{'|'.join((one_of('all_of_a_place'), of_its_kind, *own))})")
