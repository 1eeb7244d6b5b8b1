"""What titles and headings say that figures are of alone: 规模以上主要指标, 人均."""

from __future__ import annotations

from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.words.vocabulary import form, one_of

_SCOPES = form(one_of("scope_titled"))
_SCOPED, _FIGURES = one_of("scope_titled", "for_each"), one_of("figures_titled")
_TITLED = form(rf"({_SCOPED}+){_FIGURES}|[(]({_SCOPED}+)[)]|{_FIGURES}.*?({_SCOPED}+)$")
_HEADED = form(rf"{one_of('for_each', 'another_scope')}{_FIGURES}?:?")
FOR_EACH = form(one_of("for_each"))
_INDUSTRY = form(one_of("industry"))


def scope_in_title(text: str) -> str:
    """What a title says that its figures are of alone: 规模以上 of 规模以上主要指标, 人均 of （人均）; or nothing."""
    found = _TITLED.search(squeezed(text))
    return "" if found is None else next(one for one in found.groups() if one)


def scope_in_heading(text: str) -> str:
    """What a heading within a table says, if it says nothing else, that the figures below it are of alone: 人均, 规模以上."""
    plain = squeezed(text).strip("()")
    return plain if _HEADED.fullmatch(plain) else ""


def is_of_another_scope(scope: str, indicator: str | None, plan: Plan) -> bool:
    """Whether an indicator is none of what a title is of alone: no word of it stands in any name of the indicator."""
    names = "|".join(map(squeezed, plan.indicator_names.of(indicator))).casefold() if indicator is not None else ""
    for kind in (FOR_EACH, _INDUSTRY):
        if kind.search(scope):
            return bool(names) and kind.search(names) is None
    return bool(names) and not any(word.casefold() in names for word in _SCOPES.findall(scope) or [scope])
