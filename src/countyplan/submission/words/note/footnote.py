"""What a footnote says of figures: those of a year, of an indicator, of what bears its mark, or all of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from countyplan.plan import TOTAL, Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.words.basis import TO
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.nature import prices_in, stage_in
from countyplan.submission.words.near import names_a_place
from countyplan.submission.words.note.note import BEGINS, FORECAST, NOTE_HEAD, PLANNED, Footnote, statement_in
from countyplan.submission.words.note.remark import noted_since, says_until
from countyplan.submission.words.note.scope import adds_area_elsewhere, says_what_lacks
from countyplan.submission.words.numbering import A_MARK, without_numbering
from countyplan.submission.words.title.periods import names_part_of_year
from countyplan.submission.words.title.plain_time import plain_time
from countyplan.submission.words.vocabulary import form, one_of

_OPENING, _CLOSING = tuple("（([【"), "）)]】 "
_BEGINS_ANEW = form(rf"^\s*{NOTE_HEAD}(?<=[:：])")
# *注：预计数, *：预计数: the note begins behind its mark.
_MARK = form(rf"(?s)^\s*(?P<mark>{A_MARK})\s*(?:{one_of('note_begins')}\d?(?=\s*[:：.、]))?\s*[:：.、]?(?P<text>.*)$")
_SENTENCES = re.compile(rf"[。;；\n]|(?={A_MARK})")
_JOINED = form(one_of("joins_units"))
_CLAUSES = re.compile(r"[,，]")
_YEAR = rf"(?:19|20|21)\d\d(?:{one_of('year')}{one_of('behind_a_year')}?)?"
_YEARS = rf"^{one_of('all_of_it')}*(?P<years>{_YEAR}(?:(?:{one_of('joins_units')}|{TO}){_YEAR})*)"
_OF_YEARS = form(rf"{_YEARS}(?P<onwards>{one_of('from_then_on')})?(?P<of>.{{0,12}}?){one_of('are')}(?P<said>.+)$")
_UNTIL = rf"{one_of('until')}(?:(?:19|20|21)\d\d|\d{{1,2}}{one_of('month')})"
_SCOPE = one_of("less_a_part", "includes")
# 以 of 以上数据 and of 以来 is none of the words for at what prices.
_PRICED = rf"(?!{one_of('since')}){one_of('at_prices')}"
# 2024年预计数, and no 2024年预计增长.
_FORESEEN = rf"[(]?{one_of('forecast', 'planned')}{one_of('expected_done')}?{one_of('figures_said', 'value_of')}?[)]?$"
# Within a note a year may say at once what its figures are.
_OF_YEARS_IN_A_NOTE = form(
    rf"{_YEARS}(?P<onwards>{one_of('from_then_on')})?(?P<of>.{{0,12}}?)"
    rf"(?:{one_of('are')}|(?={_PRICED}|{_UNTIL}|{_SCOPE}|{one_of('note_ahead')}|{_FORESEEN}))(?P<said>.+)$"
)
_OF_YEARS_LACKING = form(rf"{_YEARS}(?P<said>.+)$")
# 1.2024年 and ①2024年: a number of the note itself.
_NUMBERED = form(rf"^\d{{1,2}}[.、．](?={_YEAR})")
# 24年为计划数: a note is about years of this century.
_SHORT_YEAR = form(rf"(?P<ahead>^{one_of('all_of_it')}*|{one_of('joins_units')})(?=[12]\d{one_of('year')})")
_OF_A_NAME = form(
    rf"^(?P<of>{one_of('all_of_it')}*.{{0,24}}?)(?:{one_of('are')}|(?={_PRICED}|{_UNTIL}|{_SCOPE}|{_FORESEEN}))(?P<said>.+)$"
)
_FROM_UNTIL = form(rf"^{_UNTIL}")
_LESS = form(rf"^{one_of('less_a_part')}")
_MORE = form(rf"^{one_of('includes')}")
_ANOTHER_SCOPE = form(one_of("another_scope"))
_A_YEAR = re.compile(r"(?:19|20|21)\d\d")
# No table looks further ahead.
_AHEAD = 100
_BETWEEN = form(rf"^(?P<first>{_YEAR}){TO}(?P<last>{_YEAR})$")
_ALL = form(rf"^{one_of('all_of_it')}*$")


def footnotes_in(text: str, plan: Plan) -> Iterator[Footnote]:
    """What the text of a note says, sentence by sentence; a mark holds for all clauses of its sentence.

    A text that does not begin as a note does is one where it says of years what their figures are (2025年为计划数).
    """
    begins = BEGINS.match(text.strip())
    if begins is None:
        plain = _plain(text, "()。;")
        yield from (
            [_footnote(text.strip(), plain, "", plan)] if _OF_YEARS.match(plain) or _prices_of_one(plain, plan) else []
        )
        return
    told = text.strip()[begins.end() :]
    for sentence in _SENTENCES.split(told.rstrip(_CLOSING) if begins[0][:1] in _OPENING else told):
        marked = _MARK.match(sentence := _BEGINS_ANEW.sub("", sentence))
        mark, rest = (marked["mark"], marked["text"]) if marked else ("", sentence)
        for clause in _CLAUSES.split(rest):
            plain = _plain(clause, "()")
            if plain:
                yield (None if mark else statement_in(plain)) or _footnote(text.strip(), plain, mark, plan)


def _plain(text: str, around: str) -> str:
    """A note's words without its number, with 24年 as 2024年."""
    return _SHORT_YEAR.sub(r"\g<ahead>20", _NUMBERED.sub("", squeezed(without_numbering(text)))).strip(around)


def _prices_of_one(plain: str, plan: Plan) -> bool:
    """Whether a text says of one indicator or area at what prices it is: GDP按可比价格计算."""
    found = _OF_A_NAME.match(plain)
    label = None if found is None else read_label(found["of"], plan)
    return label is not None and label.places_a_figure and prices_in(plain) is not None


def _footnote(text: str, clause: str, mark: str, plan: Plan) -> Footnote:
    years: frozenset[int] = frozenset()
    of, said = "", clause
    if found := _OF_YEARS_IN_A_NOTE.match(clause):
        years, of, said = _years(found["years"], onwards=bool(found["onwards"])), found["of"], found["said"].strip("()")
    elif (found := _OF_YEARS_LACKING.match(clause)) and says_what_lacks(found["said"], ""):
        years, said = _years(found["years"], onwards=False), found["said"]
    elif found := _OF_A_NAME.match(clause):
        of, said = found["of"], found["said"]
    label = read_label(of, plan)
    areas = frozenset([label.area]) if label.area is not None else _areas(of, plan)
    # 增速按可比价计算 speaks of growth.
    prices = prices_in(clause)
    return Footnote(
        text=text,
        said=said,
        mark=mark,
        years=years,
        indicator=label.indicator,
        areas=areas,
        refers=bool(of or years or mark or _FROM_UNTIL.match(said)) or said != clause or _says_when(said),
        named="" if label.indicator or areas or _ALL.match(of) else of,
        planned=PLANNED.match(said) is not None,
        forecast=FORECAST.match(said) is not None,
        stage=stage_in(said),
        prices=prices,
        elsewhere=says_what_lacks(said, "")
        or adds_area_elsewhere(said, plan)
        or (bool(of or mark or names_a_place(said)) and _of_another_scope(said, label, plan)),
    )


def _says_when(said: str) -> bool:
    """Whether words are of a part of a year, or of when totals begin, and so of all figures where they name none."""
    return names_part_of_year(plain_time(said)) or noted_since(said) is not None or says_until(said)


def _of_another_scope(said: str, label: Label, plan: Plan) -> bool:
    """Whether figures leave a part out, are of other people or places than their name says, or add up more areas."""
    if _LESS.match(said) or (label.area == TOTAL and _MORE.match(said)):
        return True
    if label.indicator is None:
        return False
    name = plan.measured[label.indicator].name
    return any(word not in name for word in _ANOTHER_SCOPE.findall(said))


def _areas(text: str, plan: Plan) -> frozenset[str]:
    """The areas that a text names one after the other; none where it names anything besides."""
    found = [plan.area_names.find(name) for name in _JOINED.split(text)]
    return frozenset(one for one in found if one is not None) if None not in found else frozenset()


def _years(text: str, *, onwards: bool) -> frozenset[int]:
    years = [int(year) for year in _A_YEAR.findall(text)]
    if onwards:
        return frozenset(range(years[0], years[0] + _AHEAD))
    between = _BETWEEN.match(text) is not None
    return frozenset(range(years[0], years[-1] + 1) if between else years)
