"""Who answers for a target, in full and in the few words that a table has room for."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.report.words.names import responsible

_MOST_UNITS, _MOST_NAMED = 4, 3


def answering(plan: Plan, target: Target, texts: Texts) -> tuple[str, ...]:
    """Who answers for a target; where its clause names nobody, who answers for the whole."""
    return responsible(plan, target.indicator.clause, target.area, texts) or _for_the_whole(plan, target, texts)


def answering_short(plan: Plan, target: Target, texts: Texts) -> str:
    """The same for a table, which says so where it is the whole that is answered for."""
    named = responsible(plan, target.indicator.clause, target.area, texts)
    whole = () if named else _for_the_whole(plan, target, texts)
    return texts.say("units.for_the_whole", units=in_short(whole, texts)) if whole else in_short(named, texts)


def in_short(units: Sequence[str], texts: Texts) -> str:
    """The first few units and how many there are, where that is not all of them."""
    if not units:
        return texts.say("units.none")
    if len(units) <= _MOST_UNITS:
        return texts.join(list(units))
    return texts.say("meeting.who_several", named=texts.join(list(units[:_MOST_NAMED])), count=len(units))


def _for_the_whole(plan: Plan, target: Target, texts: Texts) -> tuple[str, ...]:
    if plan.answering_for_the_whole(target.indicator.clause) is None:
        return ()
    return tuple(texts.choose(area.government, area.government_en) for area in plan.governed(target.area))
