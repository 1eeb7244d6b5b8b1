"""What the plan promises without a number, without any submission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from countyplan.commitments import CommitmentStanding, Standing
from countyplan.language import Texts
from countyplan.plan import BoundCommitment, Plan
from countyplan.report.commitments.row import build_commitment, machine_commitment
from countyplan.report.listing import Listing
from countyplan.report.words.names import bound_area_name, clause_mark, responsible_for

_COLUMNS = ("clause", "commitment", "areas", "firmness", "due", "wording", "responsible", "evidence_wanted")
_STATE_COLUMNS = (
    *("clause", "commitment", "areas", "standing", "told"),
    *("firmness", "due", "wording", "responsible", "evidence_wanted"),
)
_ESSENTIAL = 5


def list_commitments(plan: Plan, bound: Sequence[BoundCommitment], texts: Texts) -> Listing:
    """What is promised: a row for each commitment, for machines one for each area that it binds."""
    texts = texts.of(plan)
    grouped = [list(several) for _, several in groupby(bound, key=lambda one: one.commitment.id)]
    headers = tuple(texts.say(f"column.{name}") for name in _COLUMNS)
    return Listing(
        title=_title(len(grouped), len(bound), texts),
        headers=headers,
        rows=tuple(_cells(plan, several, texts) for several in grouped),
        machine=[replace(machine_commitment(plan, _unjudged(one)), state="") for one in bound],
        essential=_ESSENTIAL,
        left_out=texts.say("listing.left_out", columns=texts.join(headers[_ESSENTIAL:])),
        nothing=texts.say("commitments.nothing"),
    )


def _unjudged(bound: BoundCommitment) -> CommitmentStanding:
    return CommitmentStanding(bound, Standing.NOT_REPORTED)


def list_standings(plan: Plan, standings: Sequence[CommitmentStanding], texts: Texts) -> Listing:
    """How each commitment stands where it binds."""
    texts = texts.of(plan)
    headers = tuple(texts.say(f"column.{name}") for name in _STATE_COLUMNS)
    rows = [build_commitment(plan, one, texts) for one in standings]
    return Listing(
        title=_title(len({row.machine.commitment for row in rows}), len(rows), texts),
        headers=headers,
        rows=tuple(
            (clause_mark(plan, one.bound.commitment.clause, texts),
             row.name, row.area, row.standing, row.told, row.firmness, row.due, row.wording,
             texts.join(row.responsible) or texts.say("units.none"), row.evidence)
            for row, one in zip(rows, standings, strict=True)
        ),
        machine=[row.machine for row in rows],
        essential=_ESSENTIAL,
        left_out=texts.say("listing.left_out", columns=texts.join(headers[_ESSENTIAL:])),
        nothing=texts.say("commitments.nothing"),
    )  # fmt: skip


def _title(count: int, rows: int, texts: Texts) -> str:
    return texts.say("commitments.title" if rows > count else "commitments.title_once", count=count, rows=rows)


def _cells(plan: Plan, several: Sequence[BoundCommitment], texts: Texts) -> tuple[str, ...]:
    one = several[0].commitment
    units = dict.fromkeys(unit for bound in several for unit in responsible_for(plan, bound, texts))
    evidence = plan.evidence(one.evidence)
    return (
        clause_mark(plan, one.clause, texts),
        texts.choose(one.name, one.name_en),
        texts.join([bound_area_name(plan, bound.area, texts) for bound in several]),
        texts.say(f"commitment.firmness.{one.firmness}"),
        str(one.due),
        one.wording,
        texts.join(list(units)) if units else texts.say("units.none"),
        texts.choose(evidence.text, evidence.text_en),
    )
