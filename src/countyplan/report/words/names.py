"""Names of the plan's things in the report's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import assert_never

from countyplan.language import Texts
from countyplan.language.texts import begun
from countyplan.plan import TOTAL, BoundCommitment, Component, Plan, ResponsibleUnit, Target
from countyplan.plan.files.area import Total
from countyplan.plan.files.values import ClauseId
from countyplan.plan.names import stands_apart
from countyplan.plan.tree import Level
from countyplan.quantity import Period, parse_period
from countyplan.quantity.period import Span

_A_RUN = 3


def area_name(plan: Plan, area: str, texts: Texts) -> str:
    """An area, or all of them together."""
    one = plan.called(area)
    return texts.choose(one.name, one.name_en)


def level_name(plan: Plan, level: Level, texts: Texts, *, of_one: bool = False) -> str:
    """Areas of a level, or one: by what the plan calls them, all together by their name, else by how far down they are."""
    if level.areas == (TOTAL,):
        return area_name(plan, TOTAL, texts)
    nouns = plan.nouns_of_level(texts.language, level.name) if level.name else None
    if nouns is None:
        return level.name or texts.say("levels.depth", depth=level.depth)
    return begun(nouns.one if of_one or len(level.areas) == 1 else nouns.several)


def level_heading(plan: Plan, level: Level, texts: Texts, *, of_one: bool = False) -> str:
    """What stands above the areas of a level, or before one; nothing where a single one is called the same."""
    name = level_name(plan, level, texts, of_one=of_one)
    return "" if [area_name(plan, area, texts) for area in level.areas] == [name] else name


def indicator_name(indicator: Component, texts: Texts) -> str:
    """An indicator."""
    return texts.choose(indicator.name, indicator.name_en)


def source_name(plan: Plan, source: str, texts: Texts) -> str:
    """The source of a figure: as whoever reported it says, or as the plan calls its own list of projects."""
    own = plan.ledger
    return texts.choose(source, own.source_en or source) if source == own.source else source


def target_name(target: Target, texts: Texts) -> str:
    """The indicator of a target, with its year where the plan may have goals for several."""
    name = indicator_name(target.indicator, texts)
    return texts.say("target.dated", indicator=name, due=target.indicator.due) if target.dated else name


def period_end(period: Period, texts: Texts) -> str:
    """The end of a period, as a sentence says it."""
    return texts.say(f"period.end.{period.span}", year=period.year, part=_part_of_year(period, texts))


def clause_heading(plan: Plan, number: ClauseId, texts: Texts) -> str:
    """A clause with its mark, once where the title is the mark."""
    clause = plan.clause(number)
    title = texts.choose(clause.title, clause.title_en)
    word = _clause_word(plan, number, texts)
    return title if word == title else clause_headed(word, title, texts)


def clause_headed(word: str, title: str, texts: Texts) -> str:
    """A clause's number or mark before its title."""
    key = "clause.heading.apart" if stands_apart(word) else "clause.heading"
    return texts.say(key, clause=begun(_clause_called(word, texts)), title=title)


def clause_mark(plan: Plan, number: ClauseId, texts: Texts) -> str:
    """A clause by its mark alone, as the language writes it."""
    return _clause_called(_clause_word(plan, number, texts), texts)


def clause_marks(plan: Plan, numbers: Sequence[ClauseId], texts: Texts) -> str:
    """Clauses by their marks, three and more in a row by the first and the last."""
    order = plan.clause_order
    told: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: order[pair[1]] - pair[0]):
        marks = [_clause_word(plan, number, texts) for _, number in run]
        several = len(marks) >= _A_RUN
        told += [texts.say("clause.range", first=marks[0], last=marks[-1])] if several else marks
    apart = any(stands_apart(_clause_word(plan, number, texts)) for number in numbers)
    return texts.say("clause.between.apart" if apart else "clause.between").join(told)


def _clause_called(word: str, texts: Texts) -> str:
    """A clause in a sentence: one that is numbered by what clauses are called, Annex B by itself."""
    kind = word.partition(" ")[0]
    return word if len(kind) > 1 and kind.isalpha() else texts.say("clause.mark", clause=word)


def _clause_word(plan: Plan, number: ClauseId, texts: Texts) -> str:
    """The plan's own mark, （十八）, or its number where a language has no such marks."""
    return texts.choose(plan.clause(number).mark, str(number))


def responsible(plan: Plan, clause: ClauseId, area: str, texts: Texts) -> tuple[str, ...]:
    """Who answers for a clause in an area; the governments of areas are named, of a total all of them."""
    return _named(plan, plan.responsible(clause), area, texts)


def bound_area_name(plan: Plan, area: str, texts: Texts) -> str:
    """Whom a commitment binds: an area, or all of them as one, which counts once."""
    one = plan.called(area)
    as_one = texts.choose(one.as_one, one.as_one_en) if isinstance(one, Total) else ""
    return as_one or area_name(plan, area, texts)


def responsible_for(plan: Plan, bound: BoundCommitment, texts: Texts) -> tuple[str, ...]:
    """Who answers for a commitment where it binds."""
    return _named(plan, plan.responsible_for(bound), bound.area, texts)


def _named(plan: Plan, units: tuple[ResponsibleUnit, ...], area: str, texts: Texts) -> tuple[str, ...]:
    names: list[str] = []
    for unit in units:
        if unit.each_area:
            names += [texts.choose(one.government, one.government_en) for one in plan.governed(area)]
        else:
            names.append(texts.choose(unit.name, unit.name_en))
    return tuple(names)


def units_line(plan: Plan, clause: ClauseId, texts: Texts) -> str:
    """Who answers for a clause, as the plan puts it."""
    whole = plan.answering_for_the_whole(clause)
    return units_told(unit_names(plan, clause, texts), _names([whole] if whole else [], texts), texts)


def units_told(named: Sequence[str], whole: Sequence[str], texts: Texts) -> str:
    """Who answers, in a sentence: the units that are `named`, and where none is who answers for the `whole`."""
    if not named and not whole:
        return texts.say("report.units_none")
    units = texts.join(named or whole)
    return texts.say("report.units", units=units if named else texts.say("units.for_the_whole", units=units))


def period_name(period: Period, texts: Texts) -> str:
    """A year, quarter or month, as a sentence says it."""
    return texts.say(f"period.{period.span}", year=period.year, part=_part_of_year(period, texts))


def period_told(period: str, texts: Texts) -> str:
    """The same of a period as machines write it, `2024-Q2`; anything else as it is."""
    found = parse_period(period)
    return period if found is None else period_name(found, texts)


def day_told(day: str | None, texts: Texts) -> str:
    """A day as a letter dates it, from ISO 8601; anything else as it is, and nothing of no day."""
    try:
        found = date.fromisoformat(day or "")
    except ValueError:
        return day or ""
    return texts.say("brief.made_on", year=found.year, month=texts.say(f"month.{found.month}"), day=found.day)


def _part_of_year(period: Period, texts: Texts) -> str:
    """What its quarter or month is called, empty of a year."""
    match period.span:
        case Span.YEAR:
            return ""
        case Span.QUARTER:
            return texts.say(f"quarter.{period.month // 3}")
        case Span.MONTH:
            return texts.say(f"month.{period.month}")
        case _:
            assert_never(period.span)


def unit_names(plan: Plan, clause: ClauseId, texts: Texts) -> tuple[str, ...]:
    """The units that the plan names for a clause."""
    return _names(plan.responsible(clause), texts)


def _names(units: Iterable[ResponsibleUnit], texts: Texts) -> tuple[str, ...]:
    return tuple(texts.choose(unit.name, unit.name_en) for unit in units)


def plan_title(plan: Plan, texts: Texts) -> str:
    """The plan's title, and that it is a draft for comment where it is one."""
    title = texts.choose(plan.identity.title, plan.identity.title_en)
    return texts.say("report.draft", plan=title) if plan.identity.stage == "draft_for_comment" else title
