"""Periods as cells name them, with what is said beside them of their figures."""

from __future__ import annotations

from functools import lru_cache

from countyplan.quantity import Period, parse_period
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import JANUARY_TO_DECEMBER, Basis
from countyplan.submission.words.nature import Stage, stage_form, stage_in
from countyplan.submission.words.numbering import MARKS
from countyplan.submission.words.qualifier import Qualifier, split_standing
from countyplan.submission.words.vocabulary import first_word, form, one_of

# Periods that are kept at hand: every distinct one of a file is understood once.
_KEPT = 20_000
_YEARS_DIGITS = len("2024")
A_YEAR = rf"(?:19|20|21)\d\d{one_of('year')}"
# The last day of a year stands for the year, and the end of a month for the month.
_YEARS_END = form(rf"^((?:19|20|21)\d\d)(?:{one_of('year')}12{one_of('month')}31{one_of('day')}|([-/.]?)12\2?31)$")
_MONTHS_END = form(rf"^{one_of('until')}?({A_YEAR}\d{{1,2}}{one_of('month')}){one_of('behind_a_month')}?$")
_EXPECTED = form(rf"^({A_YEAR}){one_of('forecast')}{one_of('expected_done')}?{one_of('value_of')}?$")
# 2024E, 2024F: how analysts mark what is not known yet.
_MARKED = form(rf"^((?:19|20|21)\d\d{one_of('year')}?){one_of('forecast_mark')}$")
_BASELINE_OF = form(rf"^{one_of('base')}[(]({A_YEAR}|(?:19|20|21)\d\d)[)]$")
# 2022年（基数）, 2024年实际完成, 2024年1-12月累计, 2022年（最终核实数）: the figure of that whole year, and nothing else.
_FIGURE = rf"(?:{one_of('figure_of')}|{stage_form()})"
_WHOLE_YEAR = rf"(?:{one_of('years_end')}|{JANUARY_TO_DECEMBER}{one_of('running')}?)"
_WITHIN_THE_YEAR = form(rf"{one_of('year')}[(]?{JANUARY_TO_DECEMBER}")
_FIGURE_OF = form(rf"(?<={first_word('year')})(?:{_WHOLE_YEAR}?{_FIGURE}|[(](?:{_WHOLE_YEAR}|{_FIGURE})[)])$")
_ACTUAL_OF = form(
    rf"^(?:{one_of('actual_of')}{one_of('of_the_year')}?[(]?)?((?:19|20|21)\d\d)[)]?(?:[(]?{one_of('actual_of')}[)]?)?$"
)


def basis_in_period(text: str) -> Basis | None:
    """What months say of the basis: 2024年1-12月 is what that year brought, also of a running total."""
    plain = squeezed(text)
    return Basis.ANNUAL if _WITHIN_THE_YEAR.search(plain) else None


@lru_cache(maxsize=_KEPT)
def read_period(text: str) -> tuple[Period | None, tuple[Qualifier, ...]]:
    """The period that a cell names, with what a bracket behind it says of its figures (`2024（预计）`).

    A footnote's mark changes nothing, nor do words for the figure of that period (2024年实际完成).
    """
    if len(text) == _YEARS_DIGITS and text.isdecimal():
        return parse_period(text), ()
    plain = squeezed(MARKS.sub("", text.strip()))
    plain = _MONTHS_END.sub(r"\1", _YEARS_END.sub(r"\1", plain))
    if (expected := _EXPECTED.match(plain) or _MARKED.match(plain)) is not None:
        return parse_period(expected[1]), (Qualifier.FORECAST,)
    bare, qualifiers = split_standing(_ACTUAL_OF.sub(r"\1", _BASELINE_OF.sub(r"\1", plain)))
    period = parse_period(_FIGURE_OF.sub("", bare).removesuffix(".0"))
    if period is not None and not qualifiers and stage_in(plain) is Stage.PRELIMINARY:
        qualifiers = (Qualifier.PRELIMINARY,)
    return period, () if period is None else qualifiers
