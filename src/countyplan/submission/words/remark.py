"""What a note says of its figure: another period, a unit, that it is a forecast or a goal."""

from __future__ import annotations

from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import TO
from countyplan.submission.words.nature import is_no_outcome
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.title.periods import names_part_of_year
from countyplan.submission.words.vocabulary import first_word, form, one_of

_LONGEST = 20
_YEAR = form(r"(?:19|20|21)\d\d")
_MONTHS = rf"\d{{1,2}}{TO}\d{{1,2}}{one_of('month')}|\d{{1,2}}{one_of('month')}"
_ONLY_A_PERIOD = form(
    rf"(?:(?P<until>{one_of('until')})|{one_of('note_ahead')})?(?P<period>(?:(?:19|20|21)\d\d{one_of('year')}?)?"
    rf"(?:{one_of('stretch_in_a_note')}|{_MONTHS})?)(?(until)(?:\d{{1,2}}{one_of('day')})?)"
    rf"{one_of('behind_a_period')}*{one_of('fast_figure', 'figures_said')}?"
)
_ONLY_A_FORECAST = form(
    rf"{one_of('note_ahead')}?{one_of('within_the_year')}?{one_of('forecast')}{one_of('expected_done')}?{one_of('figures_said')}?"
)
_YEAR_BEFORE = form(rf"{one_of('note_ahead')}?{one_of('year_before')}{one_of('figures_said')}?")
_SINCE = form(rf"(?P<year>(?:19|20|21)\d\d){one_of('year')}?{one_of('counted_since')}")
_A_YEARS_MARK = form(rf"^{one_of('year')}")
_PART_AT_THE_END = form(rf"(?:\d{{1,2}}{one_of('month')}|{one_of('nth_quarter')})$")
_UNIT_STATED = form(rf"^{one_of('unit_stated')}?:?")

_AHEAD_OF_IT = form(rf"^(?:{one_of('all_of_it', 'figures_said', 'note_ahead')})*")


def noted_no_outcome(note: str) -> bool:
    """Whether a note says nothing else than that its figure is a goal, a growth rate or the like (为计划数)."""
    return is_no_outcome(_AHEAD_OF_IT.sub("", _plain(note)))


def noted_otherwise(note: str, period: Period, *, of_all: bool = False) -> bool:
    """Whether a note says that its figure is of another year than `period`, a part of it, or to another month (1-9月数).

    Where it is said `of_all` figures of a table, those of years before the one that they run to are none of another year.
    """
    plain = _plain(note)
    if _YEAR_BEFORE.fullmatch(plain):
        return True
    found = _ONLY_A_PERIOD.fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None:
        return False
    year = _YEAR.match(found["period"])
    if of_all and found["until"] and year is not None and int(year[0]) > period.year:
        return False
    part = found["period"][year.end() if year else 0 :]
    if (year is not None and int(year[0]) != period.year) or (names_part_of_year(part) and period.is_year):
        return True
    ends = _PART_AT_THE_END.search(_A_YEARS_MARK.sub("", part))
    named = parse_period(f"{period.year}{first_word('year')}{ends[0]}") if ends else None
    return named is not None and named.end != period.end


def noted_since(note: str) -> int | None:
    """The year from which on a running total is counted by its note (2021年以来累计), or None."""
    found = _SINCE.search(_plain(note))
    return None if found is None else int(found["year"])


def noted_unit(note: str) -> Unit | None:
    """The unit that a note consists of, or None; a quotient has none."""
    unit = find_unit(_UNIT_STATED.sub("", _plain(note)))
    return unit if unit is not None and unit.name else None


def noted_qualifiers(note: str) -> tuple[Qualifier, ...]:
    """That a figure is a forecast, where its note says nothing else."""
    return (Qualifier.FORECAST,) if _ONLY_A_FORECAST.fullmatch(_plain(note)) else ()


def _plain(note: str) -> str:
    return squeezed(note).strip("()。;")
