"""Commitments as a table lists them: one row for each, below a band that tells its clause and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from countyplan.commitments import CommitmentStanding, Standing
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import BoundCommitment, Plan
from countyplan.report.commitments.row import CommitmentRow, standing_told
from countyplan.report.words.names import units_told

COLUMNS = ("commitment", "wording", "due", "standing", "evidence_wanted")


@dataclass(frozen=True, slots=True)
class Stated:
    """How a commitment stands in some areas alike; `told` says what that rests on, empty where nothing was reported.

    `responsible` names those who answer there, to one of them also who leads.
    """

    areas: str
    standing: str
    told: str
    responsible: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCommitment:
    """A commitment once for all areas that it binds; `cells` holds the lines of each of the table's columns."""

    clause: str
    name: str
    wording: str
    firmness: str
    due: str
    evidence: str
    stated: tuple[Stated, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CommitmentBand:
    """Commitments of one clause for which the same units answer, and what stands above them."""

    heading: str
    lines: tuple[ListedCommitment, ...]


def alike(rows: Iterable[CommitmentRow]) -> list[list[CommitmentRow]]:
    """The rows of one commitment of which the same is to be said, together."""
    same: dict[tuple[str, str, str], list[CommitmentRow]] = {}
    for row in rows:
        same.setdefault((row.machine.commitment, row.machine.state, row.told), []).append(row)
    return list(same.values())


def areas_of(several: Sequence[CommitmentRow], texts: Texts) -> str:
    """Where the same is to be said."""
    return texts.join([row.area for row in several])


def listed(
    plan: Plan, told: Sequence[tuple[CommitmentStanding, CommitmentRow]], texts: Texts
) -> Iterator[CommitmentBand]:
    """All of them: clauses in their order, in each the commitments by who answers for them.

    Where they are those of one area, neither it nor its government is told as one of several.
    """
    lone = len({row.machine.area for _, row in told}) == 1
    for clause, of_clause in groupby(told, key=lambda one: one[1].clause):
        by_units: dict[str, list[CommitmentRow]] = {}
        for standing, row in of_clause:
            by_units.setdefault(_units(plan, standing.bound, row, texts, lone=lone), []).append(row)
        for units, rows in by_units.items():
            lines = tuple(_line(list(same), texts, lone=lone) for same in _by_commitment(rows))
            yield CommitmentBand(texts.say("commitments.band", clause=clause, units=units), lines)


def _by_commitment(rows: Iterable[CommitmentRow]) -> Iterable[list[CommitmentRow]]:
    of_each: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        of_each.setdefault(row.machine.commitment, []).append(row)
    return of_each.values()


def _units(plan: Plan, bound: BoundCommitment, row: CommitmentRow, texts: Texts, *, lone: bool) -> str:
    """Who answers for a commitment, as the plan puts it or, of one area alone, by name."""
    generic = [texts.choose(unit.name, unit.name_en) for unit in plan.responsible_for(bound)]
    said = units_told(row.responsible if lone else generic, (), texts)
    return texts.say("clause.separator").join([row.lead, said]) if row.lead else said


def _line(rows: Sequence[CommitmentRow], texts: Texts, *, lone: bool) -> ListedCommitment:
    row = rows[0]
    # What nobody reported comes last: it says the least.
    several = sorted(alike(rows), key=lambda same: same[0].machine.state == Standing.NOT_REPORTED.value)
    stated = tuple(_stated(same, texts) for same in several)
    due = texts.say("clause.separator").join([row.due, row.firmness])
    standing = tuple(_standing(one, texts, lone=lone) for one in stated)
    return ListedCommitment(
        clause=row.clause,
        name=row.name,
        wording=row.wording,
        firmness=row.firmness,
        due=row.due,
        evidence=row.evidence,
        stated=stated,
        cells=((row.name,), (row.wording,), (due,), standing, (row.evidence,)),
    )


def _stated(several: Sequence[CommitmentRow], texts: Texts) -> Stated:
    row = several[0]
    units = texts.join(dict.fromkeys(unit for one in several for unit in one.responsible)) or texts.say("units.none")
    return Stated(
        areas=areas_of(several, texts),
        standing=row.standing,
        told=row.told,
        responsible=texts.say("clause.separator").join(part for part in (row.lead, units) if part),
        sources=tuple(str(one.source) for one in several if one.source is not None),
    )


def _standing(one: Stated, texts: Texts, *, lone: bool) -> str:
    if lone:
        return standing_told(one.standing, one.told, texts)
    told = texts.say("clause.separator").join([part for part in (one.standing, one.told) if part])
    return texts.say("commitment.stated", areas=one.areas, told=told)
