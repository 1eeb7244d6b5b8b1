"""In what part a unit is asked: to lead, to support, or as one of several of which the plan does not say who leads."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.plan.files.responsibilities import Lead
from countyplan.report.words.answering import in_short
from countyplan.report.words.names import clause_heading


def part_of(plan: Plan, own: frozenset[str], lead: Lead | None, named: Sequence[str], texts: Texts) -> str:
    """The part of a unit, known by its `own` ids, in what the units of a clause answer for together.

    `named` are all of them in words. Nobody is told to lead what the plan's data does not lay on it.
    """
    if lead is not None:
        if lead.unit in own:
            return texts.say("notice.lead" if lead.stated else "notice.lead_reading")
        by = next(one for one in plan.units if one.id == lead.unit)
        return texts.say("notice.support", lead=texts.choose(by.name, by.name_en))
    if len(named) > 1:
        return texts.say("notice.together", units=in_short(named, texts))
    return texts.say("notice.alone")


def asked_of(own: frozenset[str], lead: Lead | None, wanted: str, texts: Texts) -> str:
    """What is asked of a unit in that part."""
    return wanted if lead is None or lead.unit in own else texts.say("notice.with_lead", wanted=wanted)


def shared(lead: Lead | None, named: Sequence[str]) -> bool:
    """Whether several answer for it and nobody is said to lead: of each only what is its own may be asked."""
    return lead is None and len(named) > 1


def part_in_the_whole(plan: Plan, texts: Texts) -> str:
    """The part of an area's government in what no unit is named for."""
    whole = plan.responsibilities.for_the_whole
    return "" if whole is None else texts.say("notice.whole", clause=clause_heading(plan, whole.clause, texts))
