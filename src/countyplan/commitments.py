"""From what is reported of a commitment to how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from countyplan.dataclass import dataclass
from countyplan.plan import BoundCommitment, Plan
from countyplan.plan.files.milestones import WorkStep
from countyplan.quantity import Period
from countyplan.submission.record.commitment import ReportedCommitment, State
from countyplan.submission.record.proof import Proof


class Standing(StrEnum):
    """How a commitment stands, from what needs attention most to what needs none.

    `overdue`: its date has passed and nobody says that it is done. `not_begun_late`: not begun though its time has gone
    half by (the plan's `begun_by`). `done_without_evidence`: said to be done, and nothing shows it.
    """

    OVERDUE = "overdue"
    DROPPED = "dropped"
    NOT_BEGUN_LATE = "not_begun_late"
    DONE_WITHOUT_EVIDENCE = "done_without_evidence"
    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_REPORTED = "not_reported"


NEEDS_ATTENTION = (Standing.OVERDUE, Standing.DROPPED, Standing.NOT_BEGUN_LATE, Standing.DONE_WITHOUT_EVIDENCE)


@dataclass(frozen=True, slots=True)
class CommitmentStanding:
    """A commitment where it binds, how it stands, and what that rests on.

    `reported` is the latest report up to the time of judging, None where there is none. `proofs` are all that were named
    for its being done. `was_done` is an earlier report by which it had been done, where it no longer is.
    `steps` are those of yearly points that were due by then.
    `earlier` is how it stood at the end of the period before, None where there was none.
    """

    bound: BoundCommitment
    standing: Standing
    reported: ReportedCommitment | None = None
    proofs: tuple[Proof, ...] = ()
    was_done: ReportedCommitment | None = None
    earlier: Standing | None = None
    steps: tuple[WorkStep, ...] = ()


def latest_period(reported: Iterable[ReportedCommitment]) -> Period | None:
    """The latest period that commitments are reported for."""
    return max((one.period for one in reported), key=lambda period: period.end, default=None)


def stand(
    plan: Plan,
    reported: Iterable[ReportedCommitment],
    bound: Sequence[BoundCommitment],
    as_of: Period,
    before: Period | None = None,
) -> tuple[CommitmentStanding, ...]:
    """How each of `bound` stands at the end of `as_of`, and how it stood at the end of `before`."""
    of_each: dict[tuple[str, str], list[ReportedCommitment]] = defaultdict(list)
    for one in sorted(reported, key=lambda one: (one.period.end, one.submitted)):
        of_each[one.commitment, one.area].append(one)
    return tuple(_stand(plan, of_each, one, as_of, before) for one in bound)


def _stand(
    plan: Plan,
    of_each: Mapping[tuple[str, str], list[ReportedCommitment]],
    bound: BoundCommitment,
    as_of: Period,
    before: Period | None,
) -> CommitmentStanding:
    reports = of_each.get((bound.commitment.id, bound.area), [])
    known = [one for one in reports if one.period.end <= as_of.end]
    done = [one for one in known if one.state is State.DONE]
    proofs = tuple(dict.fromkeys(proof for one in done for proof in one.proofs))
    last = known[-1] if known else None
    was_done = done[-1] if last is not None and done and last.state is not State.DONE else None
    earlier = None if before is None else _stand(plan, of_each, bound, before, None).standing
    steps = plan.steps_by(bound, as_of)
    return CommitmentStanding(
        bound=bound,
        standing=_standing(plan, bound, last, proofs, as_of),
        reported=last,
        proofs=proofs,
        was_done=was_done,
        earlier=earlier,
        steps=steps,
    )


def _standing(
    plan: Plan, bound: BoundCommitment, last: ReportedCommitment | None, proofs: Sequence[Proof], as_of: Period
) -> Standing:
    if last is None:
        return Standing.NOT_REPORTED
    match last.state:
        case State.DROPPED:
            return Standing.DROPPED
        case State.DONE:
            return Standing.DONE if proofs else Standing.DONE_WITHOUT_EVIDENCE
        case State.UNDER_WAY:
            return Standing.OVERDUE if as_of.end >= bound.due.end else Standing.UNDER_WAY
        case State.NOT_BEGUN:
            if as_of.end >= bound.due.end:
                return Standing.OVERDUE
            return Standing.NOT_BEGUN_LATE if _is_late(plan, bound, as_of) else Standing.NOT_BEGUN
        case _:
            assert_never(last.state)


def _is_late(plan: Plan, bound: BoundCommitment, as_of: Period) -> bool:
    """Whether a commitment should have been begun: a step of it was due, or so much of its time has gone."""
    if plan.steps_by(bound, as_of):
        return True
    gone, whole = as_of.end - plan.baseline.end, bound.due.end - plan.baseline.end
    return Decimal(gone) >= plan.commitments_file.begun_by * Decimal(whole)
