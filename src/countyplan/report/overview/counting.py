"""How many rows have which status: as numbers, in a sentence, and for each area in a table without what no target has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from countyplan.assess import GOOD, LAGGING, Assessment, Missing, Remark, Status
from countyplan.language import Texts
from countyplan.report.overview.overview_model import AreaStanding, Count, CountRow, CountTable

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
    told_of = of_all and ("_one" if len(those) == 1 else of_all)
    notes = [texts.say(f"count.{name}{told_of}", count=count) for name, count in noted.items()]
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
        labels = [count_told(one, texts) for one in of_group]
        if len(labels) > 1:
            total = sum(one.number for one in of_group)
            labels = [texts.say(f"brief.{group}", count=total, labels=texts.join(labels))]
        parts += labels
    return texts.say("clause.separator").join(parts)


def count_told(count: Count, texts: Texts) -> str:
    """How many have a status, as a sentence tells it: where the label alone would be no phrase, the catalogue has one."""
    own = f"brief.count.{count.status}"
    return texts.say(own if texts.knows(own) else "brief.count", label=count.label, count=count.number) + count.note


def count_table(areas: Sequence[AreaStanding], total: int, counts: Sequence[Count], texts: Texts) -> CountTable:
    """The table of `areas`; `total` and `counts` are those of all of them together."""
    shown = [count for count in counts if count.number]
    statuses = tuple(count.status for count in shown)
    labels = tuple(count.label for count in shown)
    return CountTable(
        title=texts.say("brief.counts_title"),
        headers=(texts.say("column.area"), texts.say("column.count"), *labels),
        statuses=statuses,
        labels=labels,
        parts=tuple(
            (level, tuple(_row(area.area, area.total, area.counts, statuses, texts) for area in of_level))
            for level, of_level in groupby(areas, key=lambda area: area.level)
        ),
        whole=_row(texts.say("book.all"), total, counts, statuses, texts),
        notes=(*noted([(area.area, area.counts) for area in areas], texts), *_early(counts, texts)),
    )


def _row(name: str, total: int, counts: Sequence[Count], statuses: Sequence[str], texts: Texts) -> CountRow:
    of_status = {count.status: count for count in counts}
    told = [of_status[status] for status in statuses]
    mark = texts.say("mark.noted")
    return CountRow(name, total, tuple(one.number for one in told), tuple(mark if one.note else "" for one in told))


def noted(named: Iterable[tuple[str, Iterable[Count]]], texts: Texts) -> Iterator[str]:
    """What the marks at counts mean, of all names on one line."""
    told = [
        texts.say("brief.count_noted", area=name, label=count.label, count=count.number, note=count.note)
        for name, counts in named
        for count in counts
        if count.note
    ]
    if told:
        yield texts.say("brief.counts_noted", told=texts.say("clause.separator").join(told))


def _early(counts: Iterable[Count], texts: Texts) -> Iterator[str]:
    """What the tables call those that were reached before they were due."""
    for count in counts:
        if count.early:
            early = texts.say("status.met_early")
            yield texts.say("brief.count_early", label=count.label, count=count.early, early=early)
