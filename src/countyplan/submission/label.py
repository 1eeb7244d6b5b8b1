"""What a header or a row's label says: an indicator, an area, a period, a field, and in what unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from countyplan.plan import Plan
from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.submission.fields import Field, find_field

# 1. 1、 (1) （一） 一、 ① • and the like: how a row is numbered says nothing of what it is about.
_NUMBERING = re.compile(
    r"^\s*(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．)）](?!\d)"
    r"|[①-⑳]|[•·●■◆*※-]|其中\s*[:：])\s*"
)
_FOOTNOTE = re.compile(r"[*＊※]+$")
_BRACKET = re.compile(
    r"^(?P<name>.+?)[（(\[【]\s*(?:单位\s*[:：])?\s*(?P<unit>[^（）()【】\[\]]+?)\s*[)）\]】]$", re.DOTALL
)
_DATED = re.compile(r"^(?P<period>(?:19|20|21)\d\d年(?:度|末|底)?)(?P<name>.+)$", re.DOTALL)
_UNIT_NOTE = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<units>[^）)】\]]+)")
_PERIOD_IN_TEXT = re.compile(
    r"(?:19|20|21)\d\d(?:年第?[1-4一二三四]季度|年(?:0?[1-9]|1[0-2])月|年|-Q[1-4](?!\d)|-(?:0[1-9]|1[0-2])(?!\d))"
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

    @property
    def places_a_figure(self) -> bool:
        """Whether it says anything of which figure stands beside or below it."""
        return self.indicator is not None or self.area is not None or self.period is not None


def read_label(text: str, plan: Plan) -> Label:
    """What `text` names, tried as it stands first, then without numbering, footnote mark, unit and year."""
    label = _read(text, plan)
    if label.places_a_figure or label.field is not None:
        return label
    bare = _FOOTNOTE.sub("", _NUMBERING.sub("", _NUMBERING.sub("", text)).strip())
    if bare and bare != text:
        label = _read(bare, plan)
    return replace(label, text=text)


def _read(text: str, plan: Plan) -> Label:
    named = _named(text, plan)
    if named.places_a_figure or named.field is not None:
        return named
    if (bracket := _BRACKET.match(text.strip())) and (unit := find_unit(bracket["unit"])):
        inner = _read(bracket["name"], plan)
        return replace(inner, text=text, unit=unit)
    if dated := _DATED.match("".join(text.split())):
        inner = _read(dated["name"], plan)
        period = parse_period(dated["period"].rstrip("末底"))
        if inner.indicator is not None or inner.area is not None:
            return replace(inner, text=text, period=period)
    return named


def _named(text: str, plan: Plan) -> Label:
    return Label(
        text,
        indicator=plan.indicator_names.find(text),
        area=plan.area_names.find(text),
        period=_period(text),
        field=find_field(text),
    )


def _period(text: str) -> Period | None:
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    return parse_period(re.sub(r"(?<=年)(?:末|底|实绩|实际|数)$", "", squeezed).removesuffix(".0"))


def areas_in(text: str, plan: Plan) -> set[str]:
    """The counties that a title speaks of."""
    return {area.id for area in plan.areas if any(name in text for name in (area.name, *area.aliases))}


def periods_in(text: str) -> set[Period]:
    """The periods that a title speaks of."""
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    return {period for found in _PERIOD_IN_TEXT.findall(squeezed) if (period := parse_period(found))}


def units_in(text: str) -> list[Unit]:
    """The units that a note such as 单位：亿元、% states for a whole sheet."""
    note = _UNIT_NOTE.search(unicodedata.normalize("NFKC", text))
    if note is None:
        return []
    return [unit for part in re.split(r"[、,，/;；\s]+", note["units"]) if part and (unit := find_unit(part))]
