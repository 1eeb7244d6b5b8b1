"""Who answers for a target, in full and in the few words that a table has room for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.report.words.names import responsible, unit_names, units_line, units_told

_MOST_UNITS, _MOST_NAMED = 4, 3


class Part(StrEnum):
    """In what part a unit answers for a target: in the order in which its sheet tells of them."""

    LEADS = "leads"
    ALONE = "alone"
    WHOLE = "whole"
    TOGETHER = "together"
    SUPPORTS = "supports"


def answering(plan: Plan, target: Target, texts: Texts) -> tuple[str, ...]:
    """Who answers for a target; where its clause names nobody, who answers for the whole."""
    return responsible(plan, target.indicator.clause, target.area, texts) or _for_the_whole(plan, target, texts)


def answering_short(plan: Plan, target: Target, texts: Texts) -> str:
    """The same for a table, which says so where it is the whole that is answered for."""
    units, *of_the_whole = answering_lines(plan, target, texts)
    return texts.say("units.for_the_whole", units=units) if of_the_whole else units


def answering_lines(plan: Plan, target: Target, texts: Texts) -> tuple[str, ...]:
    """The same in lines of a narrow column."""
    named = responsible(plan, target.indicator.clause, target.area, texts)
    whole = () if named else _for_the_whole(plan, target, texts)
    return (in_short(whole, texts), texts.say("units.whole_mark")) if whole else (in_short(named, texts),)


def in_short(units: Sequence[str], texts: Texts) -> str:
    """The first few units and how many there are, where that is not all of them."""
    if not units:
        return texts.say("units.none")
    if len(units) <= _MOST_UNITS:
        return texts.join(list(units))
    return texts.say("meeting.who_several", named=texts.join(list(units[:_MOST_NAMED])), count=len(units))


def units_of(plan: Plan, target: Target, texts: Texts) -> str:
    """The same in a sentence, with all of their names."""
    named = responsible(plan, target.indicator.clause, target.area, texts)
    return units_told(named, _for_the_whole(plan, target, texts), texts)


def part_in(plan: Plan, target: Target, own: frozenset[str]) -> Part:
    """In what part the unit with the ids `own` answers for a target; nobody leads unless the plan's data says so."""
    lead, named = plan.lead_of_indicator(target.indicator), plan.responsible(target.indicator.clause)
    if lead is not None:
        return Part.LEADS if lead.unit in own else Part.SUPPORTS
    if not named:
        return Part.WHOLE
    alone = len(named) == 1 and (not named[0].each_area or len(plan.governed(target.area)) == 1)
    return Part.ALONE if alone else Part.TOGETHER


def units_told_to(plan: Plan, target: Target, own: frozenset[str], texts: Texts) -> tuple[str, str]:
    """The same as `units_of` for one of the units, whose ids are `own`, with its part in it; and that part in a word.

    The word is empty where nobody is said to lead.
    """
    part, units = part_in(plan, target, own), responsible(plan, target.indicator.clause, target.area, texts)
    lead = plan.lead_of_indicator(target.indicator)
    if lead is None:
        if part is not Part.TOGETHER:
            return units_of(plan, target, texts), ""
        return texts.say("sheet.units.together", units=texts.join(units)), ""
    [leading] = [texts.choose(one.name, one.name_en) for one in plan.units if one.id == lead.unit]
    said = texts.say(f"sheet.units.{part}", lead=leading, reading="" if lead.stated else texts.say("sheet.reading"))
    named = texts.say("sheet.units", units=texts.join(units))
    return texts.say("clause.separator").join([said, named]), texts.say(f"sheet.part.{part}")


def clause_units_told_to(plan: Plan, targets: Sequence[Target], own: frozenset[str], texts: Texts) -> str:
    """Who answers for some targets of one clause, as one of the units is told."""
    clause = targets[0].indicator.clause
    if not (units := texts.join(unit_names(plan, clause, texts))):
        return units_line(plan, clause, texts)
    together = Part.TOGETHER in {part_in(plan, one, own) for one in targets}
    return texts.say("sheet.units.together" if together else "sheet.units", units=units)


def _for_the_whole(plan: Plan, target: Target, texts: Texts) -> tuple[str, ...]:
    if plan.answering_for_the_whole(target.indicator.clause) is None:
        return ()
    return tuple(texts.choose(area.government, area.government_en) for area in plan.governed(target.area))
