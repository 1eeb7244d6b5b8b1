"""How many rows have which status, as numbers and in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from countyplan.assess import GOOD, LAGGING, Assessment, Missing, Remark, Status
from countyplan.language import Texts
from countyplan.report.overview.overview_model import Count

_GROUPS: Mapping[str, tuple[Status, ...]] = {
    "keeping": GOOD,
    "lagging": LAGGING,
    "open": (Status.NO_PACE, Status.UNDECIDED, Status.MISSING),
}


def counts_of(assessments: Iterable[Assessment], texts: Texts) -> tuple[Count, ...]:
    """How many have each status, those that none has as well."""
    of_status: dict[Status, list[Assessment]] = {status: [] for status in Status}
    for one in assessments:
        of_status[one.status].append(one)
    return tuple(_count(status, those, texts) for status, those in of_status.items())


def _count(status: Status, those: Sequence[Assessment], texts: Texts) -> Count:
    doubtful = sum(bool(one.doubts) for one in those)
    not_used = sum(one.missing is Missing.NOT_USED for one in those)
    noted = {name: count for name, count in (("not_used", not_used), ("doubtful", doubtful)) if count}
    # Of what holds for every one of them no number is told.
    of_all = "_all" if all(count == len(those) for count in noted.values()) else ""
    notes = [texts.say(f"count.{name}{of_all}", count=count) for name, count in noted.items()]
    note = texts.say(f"count.note{of_all}", counts=texts.join(notes)) if notes else ""
    label = texts.say("count.missing_or_not_used" if not_used else f"status.{status}")
    early = sum(status is Status.MET and Remark.MET_EARLY in one.remarks for one in those)
    return Count(
        status=status.value,
        label=label,
        number=len(those),
        doubtful=doubtful,
        not_used=not_used,
        early=early,
        note=note,
    )


def counted(counts: Iterable[Count], texts: Texts) -> str:
    """The counts in a sentence: what keeps the pace, what falls short of it, and what cannot be told yet.

    Each is told as a whole with its parts, or by its one part alone.
    """
    parts: list[str] = []
    for group, statuses in _GROUPS.items():
        of_group = [one for one in counts if one.status in statuses and one.number]
        labels = [texts.say("brief.count", label=one.label, count=one.number) + one.note for one in of_group]
        if len(labels) > 1:
            total = sum(one.number for one in of_group)
            labels = [texts.say(f"brief.{group}", count=total, labels=texts.join(labels))]
        parts += labels
    return texts.say("clause.separator").join(parts)
