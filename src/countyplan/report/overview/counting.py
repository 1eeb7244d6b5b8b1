"""How many rows have which status, as numbers and in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from countyplan.assess import GOOD, LAGGING, Assessment, Status
from countyplan.language import Texts
from countyplan.report.model import Count

_GROUPS: Mapping[str, tuple[Status, ...]] = {
    "keeping": GOOD,
    "lagging": LAGGING,
    "open": (Status.NO_PACE, Status.UNDECIDED, Status.MISSING),
}


def counts_of(assessments: Iterable[Assessment], texts: Texts) -> tuple[Count, ...]:
    """How many have each status, those that none has as well."""
    statuses = [one.status for one in assessments]
    return tuple(Count(one.value, texts.say(f"status.{one}"), statuses.count(one)) for one in Status)


def counted(counts: Iterable[Count], texts: Texts) -> str:
    """The counts in a sentence: what keeps the pace, what falls short of it, and what cannot be told yet.

    Each is told as a whole with its parts, or by its one part alone.
    """
    parts: list[str] = []
    for group, statuses in _GROUPS.items():
        of_group = [one for one in counts if one.status in statuses and one.number]
        labels = [texts.say("brief.count", label=one.label, count=one.number) for one in of_group]
        if len(labels) > 1:
            total = sum(one.number for one in of_group)
            labels = [texts.say(f"brief.{group}", count=total, labels=texts.join(labels))]
        parts += labels
    return texts.say("clause.separator").join(parts)
