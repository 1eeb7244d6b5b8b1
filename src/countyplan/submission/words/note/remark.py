"""What a note says of its figure: another period, a unit, that it is a forecast or a goal."""

from __future__ import annotations

import re

from countyplan.pattern import pattern
from countyplan.quantity import Period, Unit, find_unit, parse_period
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import TO
from countyplan.submission.words.nature import is_no_outcome, is_withdrawn, names_money
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.title.periods import names_part_of_year
from countyplan.submission.words.title.plain_time import plain_time
from countyplan.submission.words.vocabulary import first_word, form, one_of

_LONGEST = 40
_CLAUSES = pattern("[,;。()]")
_YEAR = form(r"(?:19|20|21)\d\d")
_MONTHS = rf"\d{{1,2}}{TO}\d{{1,2}}{one_of('month')}|\d{{1,2}}{one_of('month')}"
_ONLY_A_PERIOD = form(
    rf"(?P<ahead>(?:{one_of('states_for_all')}(?::|{one_of('are')})|(?P<until>{one_of('until')})"
    rf"|{one_of('note_ahead', 'all_of_it')}|{one_of('figures_said')}:?)*?)(?P<period>(?:(?:19|20|21)\d\d{one_of('year')}?)?"
    rf"(?:{one_of('stretch_in_a_note')}|{_MONTHS})?)"
    rf"{one_of('behind_a_period')}*{one_of('fast_figure', 'figures_said')}?"
)
_ONLY_A_FORECAST = form(
    rf"{one_of('note_ahead')}?{one_of('within_the_year')}?{one_of('forecast')}{one_of('expected_done')}?{one_of('figures_said')}?"
)
_YEAR_BEFORE = form(rf"{one_of('note_ahead')}?{one_of('year_before')}{one_of('figures_said')}?")
_SINCE = form(rf"(?P<year>(?:19|20|21)\d\d){one_of('year')}?{one_of('counted_since')}")
_FROM = form(rf"^{one_of('counted_from')}(?P<year>(?:19|20|21)\d\d){one_of('year')}?$")
_A_YEARS_MARK = form(rf"^{one_of('year')}")
_FROM_TO = form(rf"\d{{1,2}}{TO}\d{{1,2}}{one_of('month')}")
_PART_AT_THE_END = form(rf"(?:\d{{1,2}}{one_of('month')}|{one_of('nth_quarter')})$")
_IN_A_UNIT = form(rf"{one_of('in_unit')}?(?P<unit>.+?){one_of('counted_so')}?")

_STATED_FOR_ALL = form(one_of("states_for_all"))
_PART_NAMED = form(rf"(?P<month>{one_of('month_named')})|{one_of('quarter_named')}")
_LIMITING = form(one_of("states_for_all", "until", "month_named", "quarter_named"))
_THE_QUARTER = first_word("quarter")
_AHEAD_OF_IT = form(rf"^(?:{one_of('all_of_it', 'figures_said', 'note_ahead')})*")


def noted_no_outcome(note: str) -> bool:
    """Whether a note says nothing else than that its figure is a goal, a growth rate or the like (为计划数), or void."""
    return is_no_outcome(_AHEAD_OF_IT.sub("", _plain(note))) or is_withdrawn(note)


def noted_otherwise(note: str, period: Period, *, of_all: bool = False) -> bool:
    """Whether a note says that its figure is of another year than `period`, a part of it, or to another month (1-9月数).

    Where it is said `of_all` figures of a table, those of years before the one that they run to are none of another year.
    """
    plain = _plain(note)
    if is_year_before(note) or _is_another_time(plain, period, of_all=of_all):
        return True
    clauses = [clause for clause in _CLAUSES.split(plain) if clause != plain]
    # One clause of several that is another year may speak of anything.
    return any(_is_another_time(one, period) for one in clauses if _year_in(one) in {None, period.year})


def is_year_before(text: str) -> bool:
    """Whether a text says that figures are those of the year before, and nothing else (上年同期)."""
    return _YEAR_BEFORE.fullmatch(_plain(text)) is not None


def _year_in(text: str) -> int | None:
    found = _time_in(text)
    year = None if found is None else _YEAR.match(found["period"])
    return None if year is None else int(year[0])


def _is_another_time(text: str, period: Period, *, of_all: bool = False) -> bool:
    """Whether a text is a time other than `period` and nothing else."""
    found = _time_in(text)
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


def stated_otherwise(line: str, period: Period) -> bool:
    """The same of a line that is said of a whole table; what runs to a later year's end holds for the years before it too."""
    found, year = _time_in(line), _year_in(line)
    if found is not None and year is not None and year > period.year:
        return _FROM_TO.search(found["period"]) is not None
    return noted_otherwise(line, period)


def says_until(text: str) -> bool:
    """Whether a text says until when figures count, and nothing else (截至2024年9月底); a bare date does not say so."""
    found = _time_in(text)
    return found is not None and bool(found["ahead"] and found["period"])


def _time_in(text: str) -> re.Match[str] | None:
    plain = plain_time(_plain(text)) if len(text) <= _LONGEST else ""
    return _ONLY_A_PERIOD.fullmatch(plain)


def is_limiting(header: str) -> bool:
    """Whether a column says until when or of what its rows' figures are: 截至, 统计范围, 月份."""
    return _LIMITING.fullmatch(_plain(header)) is not None


def limit(header: str, text: str) -> str:
    """What a cell says of its row's figure under a header such as 截至, 统计范围 or 月份; empty under any other."""
    plain, said = _plain(header), _plain(text)
    if not said or not is_limiting(header):
        return ""
    if said.isdigit() and (part := _PART_NAMED.fullmatch(plain)) is not None:
        return f"{int(said)}{first_word('month')}" if part["month"] else f"{int(said)}{_THE_QUARTER}"
    return f"{plain}:{said}" if _STATED_FOR_ALL.fullmatch(plain) else said


def noted_since(note: str) -> int | None:
    """The year from which on a running total is counted by its note (2021年以来累计), or None."""
    found = _SINCE.search(_plain(note)) or _FROM.match(_plain(note))
    return None if found is None else int(found["year"])


def noted_unit(note: str) -> Unit | None:
    """The unit that a note says its figure is in, where it says nothing else, or None; a quotient has none."""
    found = _IN_A_UNIT.fullmatch(_plain(note))
    unit = None if found is None else find_unit(_plain(note)) or find_unit(found["unit"])
    return unit if unit is not None and unit.name else None


def noted_other_money(note: str) -> bool:
    """Whether a note says nothing but in what money, or in thousands or millions of what, its figure is (US dollars)."""
    found = _IN_A_UNIT.fullmatch(_plain(note))
    return found is not None and names_money(found["unit"])


def noted_qualifiers(note: str) -> tuple[Qualifier, ...]:
    """That a figure is a forecast, where its note says nothing else."""
    return (Qualifier.FORECAST,) if _ONLY_A_FORECAST.fullmatch(_plain(note)) else ()


def _plain(note: str) -> str:
    return squeezed(note).strip("()。;")
