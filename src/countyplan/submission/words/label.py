"""What a header or a row's label says: an indicator, an area, a period, a field, and in what unit."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from countyplan.dataclass import dataclass
from countyplan.pattern import pattern
from countyplan.plan import Plan
from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import Basis, basis_of_header
from countyplan.submission.words.fields import LABELLED, Field, find_heading
from countyplan.submission.words.nature import (
    LONGEST,
    Prices,
    Stage,
    is_no_outcome,
    names_prices,
    names_stage,
    prices_in,
    says_otherwise,
    stage_form,
    stage_in,
)
from countyplan.submission.words.numbering import A_MARK, MARKS, without_numbering
from countyplan.submission.words.period import A_YEAR, basis_in_period, read_period
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.vocabulary import form, one_of

# Labels that are kept at hand: every distinct one of a file is understood once.
_KEPT = 20_000
_MARK_AHEAD = pattern(rf"{A_MARK}+(?=\s*[（(])")
_IN_UNITS = rf"(?:{one_of('unit_stated')}\s*[:：])?"
_BRACKET = form(rf"(?s)^(?P<name>.+?)[（(\[【]\s*{_IN_UNITS}\s*(?P<unit>[^（）()【】\[\]]+?)\s*[)\]）】]$")
_UNIT_ALONE = form(rf"(?s)^[（(\[【]?\s*{_IN_UNITS}\s*(?P<unit>[^（）()【】\[\]]+?)\s*[)\]）】]?$")
_PARTS = pattern(r"[,，、;；/\s]+")
_DATED = form(rf"^(?P<period>{A_YEAR}{one_of('behind_a_year')}?)(?P<name>.+)$")
_DATED_BEHIND = form(rf"^(?P<name>.+?)(?P<period>{A_YEAR}{one_of('behind_a_year')}?)$")
_YEAR_AHEAD = form(rf"^{A_YEAR}{one_of('behind_a_year')}?")
_PLAIN = form(one_of("plain"))
_OUTCOME = form(one_of("outcome"))
# 总量指标 Aggregate Data: the same in two languages.
_TWO_LANGUAGES = pattern(r"(?s)^(?P<name>[^A-Za-z]*[^A-Za-z\s\d(（])\s*(?P<other>[A-Za-z][ -~\s]*)$")
_SAID_OF_IT = rf"(?P<said>{one_of('constant_prices', 'current_prices')}|{stage_form()})"
_AN_AREA = form(rf"{one_of('an_area')}$")
_SAID_AHEAD = form(rf"^{_SAID_OF_IT}(?P<name>.+)$")
_SAID_BEHIND = form(rf"^(?P<name>.+?){_SAID_OF_IT}$")


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
    stage: Stage | None = None
    prices: Prices | None = None

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
        return holds_values and _OUTCOME.match(_YEAR_AHEAD.sub("", plain)) is not None

    @property
    def says_otherwise(self) -> bool:
        """Whether it says that what stands there is not the figure itself but its growth, its share or a goal."""
        return not self.understood and says_otherwise(self.text)


@lru_cache(maxsize=_KEPT)
def read_label(text: str, plan: Plan) -> Label:
    """What `text` names, tried as it stands first, then without numbering, footnote mark, unit and year."""
    if len(text) > LONGEST:
        return Label(text)
    if not any(char.isalpha() or char in "%％‰" for char in text):
        return Label(text, area=plan.area_names.find(text), period=read_period(text)[0])
    label = _read(text, plan)
    if label.understood:
        return label
    bare = _MARK_AHEAD.sub("", MARKS.sub("", without_numbering(text))).rstrip(":： ")
    if bare and bare != text:
        label = _read(bare, plan)
    return replace(label, text=text)


def _read(text: str, plan: Plan) -> Label:
    named = _named(text, plan)
    if named.understood:
        return replace(named, area=area_in_name(text, plan)) if named.indicator is not None else named
    readings = (_in_brackets, _dated, _of_an_area, _with_words_of_it, _in_two_languages)
    return next((label for read in readings if (label := read(text, plan)) is not None), named)


def _in_brackets(text: str, plan: Plan) -> Label | None:
    """A name with what is said of it in brackets: its unit, its basis, its prices, how final it is, or the name again."""
    bracket = _BRACKET.match(text.strip())
    # [1] is a footnote's mark, and no name of a quotient's unit.
    if bracket is None or MARKS.search(text.strip()):
        return None
    parts = [_said_in(part) for part in (bracket["unit"], *_PARTS.split(bracket["unit"].strip())) if part]
    said = parts[:1] if parts[0] is not None else parts[1:]
    if None not in said:
        inner = _read(bracket["name"], plan)
        for one in said:
            inner = inner if one is None else _with(inner, one)
        return replace(inner, text=text)
    inner, again = _named(bracket["name"], plan), _named(bracket["unit"], plan)
    return replace(inner, text=text) if inner.indicator is not None and inner.indicator == again.indicator else None


def _said_in(text: str) -> Label | None:
    """What a bracket says of the name before it; None where that is not known."""
    if (unit := find_unit(text)) is not None:
        return Label(text, unit=unit)
    if (basis := basis_of_header(text)) is not None:
        return Label(text, basis=basis)
    if names_prices(text):
        return Label(text, prices=prices_in(text))
    return Label(text, stage=stage_in(text)) if names_stage(text) else None


def _with(label: Label, said: Label) -> Label:
    """A label with what a bracket says of it."""
    return replace(
        label,
        unit=said.unit or label.unit,
        basis=said.basis or label.basis,
        prices=said.prices or label.prices,
        stage=said.stage or label.stage,
    )


def _in_two_languages(text: str, plan: Plan) -> Label | None:
    found = _TWO_LANGUAGES.match(text.strip())
    if found is None or says_otherwise(found["other"]):
        return None
    label, other = _read(found["name"], plan), _named(found["other"], plan)
    if other.places_a_figure and other.indicator != label.indicator:
        return None
    if label.period is not None and str(label.period.year) not in found["other"]:
        # 2024年 Plan: what is said of a year beside it may make something else of its figures.
        return None
    return replace(label, text=text) if label.understood else None


def _dated(text: str, plan: Plan) -> Label | None:
    """A name with its year ahead or behind."""
    unspaced = "".join(text.split())
    for dated in filter(None, (_DATED.match(unspaced), _DATED_BEHIND.match(unspaced))):
        inner = _read(dated["name"], plan)
        if (inner.places_a_figure or inner.field in LABELLED) and inner.period is None:
            return replace(inner, text=text, period=parse_period(dated["period"]))
    return None


def _of_an_area(text: str, plan: Plan) -> Label | None:
    unspaced = "".join(text.split())
    for name, area in plan.areas_at_start(unspaced):
        if indicator := plan.indicator_names.find(unspaced.removeprefix(name)):
            return Label(text, indicator=indicator, area=area)
    return None


def _with_words_of_it(text: str, plan: Plan) -> Label | None:
    """An indicator with its prices, or how final it is, ahead or behind: 现价地区生产总值, 地区生产总值初步核算数."""
    plain = squeezed(text)
    for found in filter(None, (_SAID_AHEAD.match(plain), _SAID_BEHIND.match(plain))):
        inner, said = _read(found["name"], plan), found["said"]
        if inner.places_a_figure:
            prices, stage = prices_in(said) or inner.prices, stage_in(said) or inner.stage
            return replace(inner, text=text, prices=prices, stage=stage)
    return None


def _named(text: str, plan: Plan) -> Label:
    unspaced = squeezed(text)
    alone = _UNIT_ALONE.match(text.strip())
    # 位次 is counted in places, and heads ranks all the same.
    is_unit = alone is not None and not text.strip().isdigit() and not is_no_outcome(text)
    unit = find_unit(alone["unit"]) if alone is not None and is_unit else None
    period, qualifiers = read_period(text)
    of_stage, of_prices = names_stage(unspaced), names_prices(unspaced)
    return Label(
        text,
        indicator=plan.indicator_names.find(text),
        area=plan.area_names.find(text),
        period=period,
        field=find_heading(text),
        unit=unit,
        plain=unit is not None or of_stage or of_prices or _PLAIN.fullmatch(unspaced) is not None,
        basis=basis_of_header(text) or basis_in_period(text),
        qualifiers=qualifiers,
        stage=stage_in(unspaced) if of_stage or period is not None else None,
        prices=prices_in(unspaced) if of_prices else None,
    )


def area_in_name(text: str, plan: Plan) -> str | None:
    """The area that an indicator's name begins with (某某经济技术开发区总产值), or None."""
    return next((area for _, area in plan.areas_at_start("".join(text.split()))), None)


def names_an_area(text: str) -> bool:
    """Whether an unknown name ends as those of areas do (某某市)."""
    return _AN_AREA.search(text) is not None
