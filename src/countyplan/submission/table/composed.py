"""Names of indicators that stand in two places: 城镇居民 over, beside or in the title of 人均可支配收入."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.numbering import without_mark, without_numbering
from countyplan.submission.words.vocabulary import form, one_of

# Texts that are kept at hand.
_KEPT = 20_000
# What is said of an indicator by less may be another thing: 收入 below 城镇居民 is not only what one disposes of.
_SHORTEST = 4
# What stands before the name in a title, and has been read or says nothing.
_AHEAD = form(rf"^(?:(?:19|20|21)\d\d{one_of('year')}?{one_of('year_long')}?|{one_of('of_all_kinds')})+")
_UNIT_BEHIND = form(r"[（(][^（()）]*[)）]$")


def composed(text: str, others: Iterable[str], plan: Plan) -> Label | None:
    """What `text` names together with one of `others`, each of which nobody knows alone; None where that is nothing."""
    if not may_be_part(text, plan):
        return None
    for other in others:
        for ahead, behind in ((other, text), (text, other)):
            name, rest = _bare(ahead), _AHEAD.sub("", squeezed(without_numbering(behind)))
            shared = next((at for at in range(min(len(name), len(rest)), 1, -1) if name.endswith(rest[:at])), 0)
            found = read_label(name + rest[shared:], plan)
            if found.indicator is not None and len(_bare(rest)) >= _SHORTEST:
                return replace(found, text=text)
    return None


@lru_cache(maxsize=_KEPT)
def may_be_part(text: str, plan: Plan) -> bool:
    """Whether an indicator's name begins or ends with what a text says."""
    bare = _bare(text)
    return bare in _parts(plan) or _AHEAD.sub("", bare) in _parts(plan)


@lru_cache(maxsize=4)
def _parts(plan: Plan) -> frozenset[str]:
    """What names of indicators begin and end with."""
    names = [squeezed(name) for name in plan.indicator_names.written()]
    return frozenset(part for name in names for at in range(2, len(name)) for part in (name[:at], name[-at:]))


def _bare(text: str) -> str:
    """A name without numbering, marks, a unit and a colon around it."""
    return squeezed(_UNIT_BEHIND.sub("", without_mark(without_numbering(text))[0])).rstrip(":")
