"""How many targets of each area have which status, as a table that leaves out what no target has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from countyplan.language import Texts
from countyplan.report.overview.overview_model import AreaStanding, Count, CountRow, CountTable


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
        notes=(*_notes(areas, texts), *_early(counts, texts)),
    )


def _row(name: str, total: int, counts: Sequence[Count], statuses: Sequence[str], texts: Texts) -> CountRow:
    of_status = {count.status: count for count in counts}
    told = [of_status[status] for status in statuses]
    mark = texts.say("mark.noted")
    return CountRow(name, total, tuple(one.number for one in told), tuple(mark if one.note else "" for one in told))


def _notes(areas: Sequence[AreaStanding], texts: Texts) -> Iterator[str]:
    for area in areas:
        yield from noted(area.area, area.counts, texts)


def noted(name: str, counts: Iterable[Count], texts: Texts) -> Iterator[str]:
    """What the marks at counts mean, a line for each."""
    for count in counts:
        if count.note:
            yield texts.say("brief.count_noted", area=name, label=count.label, count=count.number, note=count.note)


def _early(counts: Iterable[Count], texts: Texts) -> Iterator[str]:
    """What the tables call those that were reached before they were due."""
    for count in counts:
        if count.early:
            early = texts.say("status.met_early")
            yield texts.say("brief.count_early", label=count.label, count=count.early, early=early)
