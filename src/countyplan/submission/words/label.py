"""What a header or a row's label says: an indicator, an area, a period, a field, and in what unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from countyplan.plan import Plan
from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import JANUARY_TO_DECEMBER, Basis, basis_of_header
from countyplan.submission.words.fields import LABELLED, OUTCOMES, Field, find_field
from countyplan.submission.words.qualifier import Qualifier, split_standing

# 1. 1、 (1) （一） 一、 ① • and the like: how a row is numbered says nothing of what it is about.
_NUMBERING = re.compile(
    r"^\s*(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[.．](?!\d)|[、)）])"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}(?=\s+\D)|[①-⑳]|[•·●■◆★☆▲△◎*※-]|其中\s*[:：])\s*"
)
_A_NUMBER_ONLY = re.compile(r"[（(]?(?:\d+|[一二三四五六七八九十]+)[)）.、]?")
_FOOTNOTE = re.compile(r"[*＊※①-⑳]+$")
_BRACKET = re.compile(
    r"^(?P<name>.+?)[（(\[【]\s*(?:单位\s*[:：])?\s*(?P<unit>[^（）()【】\[\]]+?)\s*[)）\]】]$", re.DOTALL
)
_UNIT_ALONE = re.compile(r"^[（(\[【]?\s*(?:单位\s*[:：])?\s*(?P<unit>[^（）()【】\[\]]+?)\s*[)）\]】]?$", re.DOTALL)
_DATED = re.compile(r"^(?P<period>(?:19|20|21)\d\d年(?:度|末|底)?)(?P<name>.+)$")
_DATED_BEHIND = re.compile(r"^(?P<name>.+?)(?P<period>(?:19|20|21)\d\d年(?:度|末|底)?)$")
_YEARS_END = re.compile(r"^((?:19|20|21)\d\d年)12月31日$")
_EXPECTED = re.compile(r"^((?:19|20|21)\d\d年)(?:预计|预测|预期)(?:完成|实现)?[数值]?$")
_BASELINE_OF = re.compile(r"^(?:基期[数值]?|基年|基数|现状[数值]?)[(]((?:19|20|21)\d\d年?)[)]$")
_YEAR_AHEAD = re.compile(r"^(?:19|20|21)\d\d年度?")
# No name is longer, and what is longer need not be taken apart.
_LONGEST = 200
# Words that say of a column or row only that it holds the figure itself.
_PLAIN = frozenset(
    {
        *("总量", "绝对值", "绝对数", "绝对量", "实绩", "实际", "实际值", "实际数", "完成值", "完成数", "数量", "总额"),
        *("数额", "金额", "数值", "指标值", "合计数", "本期", "本期数", "本期值"),
        *("完成", "完成情况", "实际完成", "本年实际"),
        *("其中", "其中：", "比率", "水平"),
    }
)
# 2022年（基数）, 2024年实际完成, 2024年1-12月累计: the figure of that whole year, and nothing else of it.
_FIGURE = r"(?:基数|基期[数值]?|实绩|(?:实际)?(?:完成)?[数值]?|决算数|统计数|初步核算数|现状[数值]?)"
_WHOLE_YEAR = rf"(?:末|底|全年|{JANUARY_TO_DECEMBER}(?:累计)?)"
_WITHIN_THE_YEAR = re.compile(rf"年[(]?{JANUARY_TO_DECEMBER}")
_FIGURE_OF = re.compile(rf"(?<=年)(?:{_WHOLE_YEAR}?{_FIGURE}|[(](?:{_WHOLE_YEAR}|{_FIGURE})[)])$")
# A cell that says nothing but that its row holds a goal, a growth rate, a share or a rank.
_NO_OUTCOME = re.compile(
    r"(?:本?年度?|全年|预期|(?:19|20|21)\d\d年?度?)?"
    r"(?:(?:总|五年|规划|考核|预期)?(?:目标|计划|预期|任务)(?:目标|任务)?|增速|增长率?|增幅|(?:同比|[比较]上年)(?:增长|增速|增幅|增减)?"
    r"|完成(?:率|进度|比例)|占比|比重|位次|排名|增减|(?:提高|提升|增减|变化)(?:个?百分点)?)[值数量]?±?[%％]?(?:[(].*[)])?"
)
_INDEX_WORDS = frozenset({"甲", "乙", "丙", "栏次", "序号"})
# Words that say that it holds something else about it: growth, share, rank, goal.
_OTHERWISE = re.compile(
    r"增速|增长|增幅|增减|同比|环比|比上年|比重|占比|位次|排名|排位|目标|计划|预期|任务|完成率|完成比例|进度|差额|差距|缺口"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a text names; several at once in `2024年地区生产总值（亿元）`, an indicator with its period and unit."""

    text: str
    indicator: str | None = None
    area: str | None = None
    period: Period | None = None
    field: Field | None = None
    unit: Unit | None = None
    plain: bool = False
    basis: Basis | None = None
    qualifiers: tuple[Qualifier, ...] = ()

    @property
    def places_a_figure(self) -> bool:
        """Whether it says anything of which figure stands beside or below it."""
        return self.indicator is not None or self.area is not None or self.period is not None

    @property
    def understood(self) -> bool:
        """Whether nothing in it is left that nobody knows."""
        return self.places_a_figure or self.field is not None or self.plain or self.basis is not None

    @property
    def names_outcomes(self) -> bool:
        """Whether it is a header of values that can only be outcomes, and no goals."""
        plain = squeezed(self.text)
        holds_values = self.field is Field.VALUE or self.plain or self.period is not None
        return holds_values and _YEAR_AHEAD.sub("", plain).startswith(OUTCOMES)

    @property
    def says_otherwise(self) -> bool:
        """Whether it says that what stands there is not the figure itself but its growth, its share or a goal."""
        return not self.understood and bool(_OTHERWISE.search(self.text))


def read_label(text: str, plan: Plan) -> Label:
    """What `text` names, tried as it stands first, then without numbering, footnote mark, unit and year."""
    if len(text) > _LONGEST:
        return Label(text)
    if not any(char.isalpha() or char in "%％‰" for char in text):
        return Label(text, area=plan.area_names.find(text), period=read_period(text)[0])
    label = _read(text, plan)
    if label.understood:
        return label
    bare = _FOOTNOTE.sub("", _NUMBERING.sub("", _NUMBERING.sub("", text)).strip())
    if bare and bare != text:
        label = _read(bare, plan)
    return replace(label, text=text)


def _read(text: str, plan: Plan) -> Label:
    named = _named(text, plan)
    if named.understood:
        return replace(named, area=area_in_name(text, plan)) if named.indicator is not None else named
    if (bracket := _BRACKET.match(text.strip())) and (unit := find_unit(bracket["unit"])):
        return replace(_read(bracket["name"], plan), text=text, unit=unit)
    if bracket and (basis := basis_of_header(bracket["unit"])) is not None:
        return replace(_read(bracket["name"], plan), text=text, basis=basis)
    unspaced = "".join(text.split())
    for dated in (_DATED.match(unspaced), _DATED_BEHIND.match(unspaced)):
        if not dated:
            continue
        inner = _read(dated["name"], plan)
        if (inner.places_a_figure or inner.field in LABELLED) and inner.period is None:
            return replace(inner, text=text, period=parse_period(dated["period"].rstrip("末底")))
    for area in plan.areas:
        for name in (area.name, *area.aliases):
            if unspaced.startswith(name) and (indicator := plan.indicator_names.find(unspaced.removeprefix(name))):
                return replace(named, indicator=indicator, area=area.id)
    return named


def _named(text: str, plan: Plan) -> Label:
    unspaced = "".join(text.split())
    alone = _UNIT_ALONE.match(text.strip())
    unit = find_unit(alone["unit"]) if alone and not text.strip().isdigit() else None
    period, qualifiers = read_period(text)
    return Label(
        text,
        indicator=plan.indicator_names.find(text),
        area=plan.area_names.find(text),
        period=period,
        field=find_field(text),
        unit=unit,
        plain=unit is not None or unspaced in _PLAIN,
        basis=basis_of_header(text) or basis_in_period(text),
        qualifiers=qualifiers,
    )


def area_in_name(text: str, plan: Plan) -> str | None:
    """The county that an indicator's name begins with (桐庐经济技术开发区总产值), or None."""
    unspaced = "".join(text.split())
    names = ((name, area.id) for area in plan.areas for name in (area.name, *area.aliases))
    return next((area for name, area in names if unspaced.startswith(name)), None)


def is_no_outcome(text: str) -> bool:
    """Whether a cell says that its row holds a goal or a growth rate (目标, 计划数, 增速)."""
    plain = squeezed(text)
    return len(text) <= _LONGEST and _NO_OUTCOME.fullmatch(plain) is not None


def is_numbering(text: str) -> bool:
    """Whether a text only numbers a row: 1, （一）, 二、."""
    return bool(_A_NUMBER_ONLY.fullmatch(text.strip()))


def numbers_columns(texts: list[str]) -> bool:
    """Whether a row numbers the columns (甲 1 2 3), as official tables do below their header."""
    told = [text for text in texts if text]
    numbers = [text for text in told if text not in _INDEX_WORDS]
    return len(numbers) > 1 and numbers == [str(at) for at in range(1, len(numbers) + 1)] and len(numbers) < len(told)


def basis_in_period(text: str) -> Basis | None:
    """What months say of the basis: 2024年1-12月 is what that year brought, also of a running total."""
    plain = squeezed(text)
    return Basis.ANNUAL if _WITHIN_THE_YEAR.search(plain) else None


def read_period(text: str) -> tuple[Period | None, tuple[Qualifier, ...]]:
    """The period that a cell names, with what a bracket behind it says of its figures (`2024（预计）`).

    A footnote's mark changes nothing, nor do words for the figure of that period (2024年实际完成).
    """
    plain = squeezed(_FOOTNOTE.sub("", text.strip()))
    plain = _YEARS_END.sub(r"\1", plain)
    plain = _EXPECTED.sub(r"\1(预计)", plain)
    bare, qualifiers = split_standing(_BASELINE_OF.sub(r"\1", plain))
    period = parse_period(_FIGURE_OF.sub("", bare).removesuffix(".0"))
    return period, () if period is None else qualifiers
