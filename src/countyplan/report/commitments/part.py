"""All commitments of a report: how many stand how, what is said of them clause by clause, and what was not reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from countyplan.commitments import NEEDS_ATTENTION, CommitmentStanding, Standing
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.commitments.listed import COLUMNS, CommitmentBand, alike, areas_of, listed
from countyplan.report.commitments.parts import heading_of, in_order, parts_told, row_told_to
from countyplan.report.commitments.row import CommitmentRow
from countyplan.report.late import Late
from countyplan.report.words.answering import in_short

_Line: TypeAlias = Callable[[Sequence[CommitmentRow], Texts], str]
# Ours: a document that is not sent to one unit lists no more (about an area and all of them together), and none where all
# stand alike; it counts by clause.
_MOST_LISTED = 160
# Ours: so many names are read through; the table of all commitments tells how each stands.
_MOST_NAMED = 4
_SILENT = Standing.NOT_REPORTED.value


@dataclass(frozen=True, slots=True)
class StandingCount:
    """How many commitments stand so."""

    standing: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class CommitmentClause:
    """What is said of one clause's commitments, a line for each of which the same is to be said."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitments:
    """The part of a report on commitments. `rows` holds each where it binds; `listed` each once, for a table.

    `summary` counts them in a sentence and `note` says that figures are counted elsewhere. `attention` are those that need
    it, `reported` all of which anything was said, by clause. `unreported` names the others, in a sheet that is sent with
    what each asks for; `elsewhere` says how to see each of them. `changes` tells what became of them since the period before.
    `attention_cells` are the same as `attention` as a table, and `tally` counts them by clause, the whole last, unless all
    stand alike, for a document that has no room for all of them: then `tally_note` says where they are, and is empty else.
    """

    heading: str
    summary: str
    note: str
    counts: tuple[StandingCount, ...]
    rows: tuple[CommitmentRow, ...]
    attention_heading: str
    attention: tuple[str, ...]
    attention_headers: tuple[str, ...]
    attention_cells: tuple[tuple[str, ...], ...]
    reported: tuple[CommitmentClause, ...]
    unreported_heading: str
    unreported: tuple[CommitmentClause, ...]
    elsewhere: str
    changes_heading: str
    changes: tuple[str, ...]
    headers: tuple[str, ...]
    listed: tuple[CommitmentBand, ...]
    tally_headers: tuple[str, ...]
    tally: tuple[tuple[str, ...], ...]
    tally_note: str


class _Commitments(Late, Commitments):
    """The part with its rows and what stands in them worked out when it is asked for: a terminal shows few of them."""

    __slots__ = ("_later",)


_ATTENTION = ("commitment", "areas", "standing", "responsible")


def build_commitments(
    plan: Plan,
    standings: Sequence[CommitmentStanding],
    texts: Texts,
    *,
    detailed: bool = False,
    own: frozenset[str] = frozenset(),
) -> Commitments | None:
    """The part on these commitments; None where there are none. `detailed` says of each unreported one what it asks for.

    `own` are the ids of the unit that is told of them, which hears in what it leads and what it supports.
    """
    if not standings:
        return None
    standings = in_order(plan, standings, own)
    counts = _counts(standings, texts)

    def rows_of(some: Iterable[CommitmentStanding]) -> tuple[CommitmentRow, ...]:
        return tuple(row_told_to(plan, one, own, texts) for one in some)

    urgent = rows_of(one for standing in NEEDS_ATTENTION for one in standings if one.standing is standing)
    changed = [one for one in standings if one.earlier is not None and one.earlier is not one.standing]
    changes = tuple(_changes(changed, rows_of(changed), texts))
    shown = [one for one in counts if one.number]
    silent = sum(one.standing is Standing.NOT_REPORTED for one in standings)
    told = {
        "heading": texts.say("commitments.heading"),
        "summary": texts.say("sentence.separator").join(
            part for part in (_summary(len(standings), counts, texts), parts_told(plan, standings, own, texts)) if part
        ),
        "note": texts.say("commitments.note"),
        "counts": counts,
        "attention_heading": texts.say("commitments.attention"),
        "attention": tuple(_reported_line(same, texts) for same in alike(urgent)),
        "attention_headers": tuple(texts.say(f"column.{name}") for name in _ATTENTION),
        "unreported_heading": texts.say("commitments.unreported", count=silent) if silent else "",
        "elsewhere": texts.say("commitments.elsewhere"),
        "changes_heading": texts.say("commitments.changes") if changes else "",
        "changes": changes,
        "headers": tuple(texts.say(f"column.{name}") for name in COLUMNS),
        "tally_headers": (texts.say("column.clause"), texts.say("commitments.number"), *(one.label for one in shown)),
        "tally_note": ""
        if detailed or (len(shown) > 1 and len(standings) <= _MOST_LISTED)
        else texts.say("commitments.tally_note"),
    }

    def later(promised: Commitments) -> Mapping[str, Callable[[], object]]:
        most = [one.standing for one in shown] if len(shown) > 1 else []
        return {
            "rows": lambda: rows_of(standings),
            "listed": lambda: tuple(listed(plan, list(zip(standings, promised.rows, strict=True)), texts)),
            **_later(promised, urgent, most, texts, detailed=detailed),
        }

    return _Commitments.told(told, later)


def _later(
    promised: Commitments, urgent: Sequence[CommitmentRow], shown: Sequence[str], texts: Texts, *, detailed: bool
) -> Mapping[str, Callable[[], object]]:
    """What is said of all rows; it is counted by clause in which of the ways `shown` they stand, unless there are none."""

    def reported() -> Iterator[CommitmentClause]:
        return _by_clause([row for row in promised.rows if row.machine.state != _SILENT], _reported_line, texts)

    def unreported() -> Iterator[CommitmentClause]:
        rows = [row for row in promised.rows if row.machine.state == _SILENT]
        return _by_clause(rows, _wanted_line, texts) if detailed else _named(rows, texts)

    return {
        "attention_cells": lambda: tuple(_urgent_cells(same, texts) for same in alike(urgent)),
        "reported": lambda: tuple(reported()),
        "unreported": lambda: tuple(unreported()),
        "tally": lambda: tuple(_tally(promised.rows, shown, texts)) if shown else (),
    }


def _counts(standings: Iterable[CommitmentStanding], texts: Texts) -> tuple[StandingCount, ...]:
    counted = Counter(one.standing for one in standings)
    return tuple(StandingCount(one.value, texts.say(f"standing.{one}"), counted[one]) for one in Standing)


def _summary(total: int, counts: Iterable[StandingCount], texts: Texts) -> str:
    shown = [one for one in counts if one.number]
    if len(shown) == 1 < total:
        key = "unreported" if shown[0].standing == Standing.NOT_REPORTED else "alike"
        return texts.say(f"commitments.summary_{key}", total=total, label=shown[0].label)
    told = [texts.say("commitment.count", label=one.label, number=one.number) for one in shown]
    return texts.say("commitments.summary", total=total, told=texts.join(told))


def _by_clause(rows: Iterable[CommitmentRow], line: _Line, texts: Texts) -> Iterator[CommitmentClause]:
    for heading, same in groupby(rows, key=lambda row: heading_of(row, texts)):
        yield CommitmentClause(heading, tuple(line(several, texts) for several in alike(same)))


def _named(rows: Iterable[CommitmentRow], texts: Texts) -> Iterator[CommitmentClause]:
    """The unreported ones of a clause on one line."""
    for heading, same in groupby(rows, key=lambda row: row.clause):
        names = [
            texts.say("commitment.name_areas", name=several[0].name, areas=areas_of(several, texts))
            for several in alike(same)
        ]
        yield CommitmentClause(heading, (texts.join(names),))


def _reported_line(several: Sequence[CommitmentRow], texts: Texts) -> str:
    row = several[0]
    words = {"name": row.name, "areas": areas_of(several, texts), "standing": row.standing}
    return texts.say("clause.separator").join(
        part for part in (texts.say("commitment.line", **words), row.told) if part
    )


def _wanted_line(several: Sequence[CommitmentRow], texts: Texts) -> str:
    row = several[0]
    words = {"name": row.name, "areas": areas_of(several, texts), "wording": row.wording, "due": row.due}
    return texts.say("commitment.wanted", firmness=row.firmness, evidence=row.evidence, **words)


def _urgent_cells(several: Sequence[CommitmentRow], texts: Texts) -> tuple[str, ...]:
    row = several[0]
    units = list(dict.fromkeys(unit for one in several for unit in one.responsible))
    return row.name, areas_of(several, texts), row.in_short, in_short(units, texts)


def _tally(rows: Sequence[CommitmentRow], shown: Sequence[str], texts: Texts) -> Iterator[tuple[str, ...]]:
    """How many commitments of each clause there are and stand in each of the ways `shown`, and of all clauses together."""
    by_clause = [(heading, list(same)) for heading, same in groupby(rows, key=lambda row: row.clause)]
    for heading, of_clause in (*by_clause, (texts.say("book.all"), list(rows))):
        counted = Counter(row.machine.state for row in of_clause)
        yield (heading, str(len(of_clause)), *(str(counted[standing]) for standing in shown))


def _changes(standings: Iterable[CommitmentStanding], rows: Iterable[CommitmentRow], texts: Texts) -> Iterator[str]:
    """What became of those that changed, a line for each way that they went, the most grave first.

    Those that are reported for the first time and need no attention are counted in the last line.
    """
    went: dict[tuple[Standing, Standing], list[CommitmentRow]] = {}
    for one, row in zip(standings, rows, strict=True):
        if one.earlier is not None:
            went.setdefault((one.standing, one.earlier), []).append(row)
    order = list(Standing)
    first = {}
    for now, then in sorted(went, key=lambda pair: (order.index(pair[0]), order.index(pair[1]))):
        same = went[now, then]
        if then is Standing.NOT_REPORTED and now not in NEEDS_ATTENTION:
            first[now] = len(same)
            continue
        names = [texts.say("commitment.name_areas", name=row.name, areas=row.area) for row in same[:_MOST_NAMED]]
        key = "commitment.change_among" if len(same) > _MOST_NAMED else "commitment.change"
        words = {"then": texts.say(f"standing.{then}"), "now": texts.say(f"standing.{now}")}
        yield texts.say(key, count=len(same), names=texts.join(names), **words)
    if first:
        told = [
            texts.say("commitment.count", label=texts.say(f"standing.{now}"), number=count)
            for now, count in first.items()
        ]
        yield texts.say("commitment.change_new", count=sum(first.values()), told=texts.join(told))
