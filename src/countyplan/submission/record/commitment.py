"""What a record says of a commitment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Named, Place, Terms
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission.cell import fault, unknown
from countyplan.submission.record.day import parse_day
from countyplan.submission.record.proof import Proof, read_proofs
from countyplan.submission.record.vocabulary import WORDS, Record
from countyplan.submission.words.fields import Field
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.period import read_period


class State(StrEnum):
    """How far a commitment is reported to be."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ReportedCommitment:
    """The state of a commitment in one area at the end of a period.

    `date` is the day (or month) that is given for it, `by` who says so, `submitted` the day on which it was reported.
    """

    commitment: str
    area: str
    period: Period
    state: State
    place: Place
    date: str = ""
    proofs: tuple[Proof, ...] = ()
    by: str = ""
    note: str = ""
    submitted: str = ""


@dataclass(frozen=True, slots=True)
class UnderstoodCommitment:
    """What a record came to: the commitment's state, unless none was reported or something was wrong with it."""

    area: str | None
    reported: ReportedCommitment | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def understand_commitment(record: Record, plan: Plan) -> UnderstoodCommitment:
    """The state that a record reports, with everything that is wrong with any of its cells; with an error it is not used."""
    area = plan.area_names.find(record.text(Field.AREA)) if record.text(Field.AREA) else None
    understood = UnderstoodCommitment(area)
    found = understood.diagnostics
    said = record.text("state")
    if is_not_reported(said):
        return understood
    cell = record.cells["commitment" if "commitment" in record.cells else "state"]
    commitment = plan.commitment_names.find(record.text("commitment"))
    if commitment is None:
        found.append(unknown(cell, Code.UNKNOWN_COMMITMENT, plan.commitment_names))
    state = WORDS.names("states").find(said)
    if state is None:
        found.append(unknown(record.cells["state"], Code.STATE_UNKNOWN, WORDS.names("states")))
    period = _placed(record, plan, found)
    date = _day(record, found)
    if found or commitment is None or state is None or area is None or period is None:
        return understood
    if not any((one.commitment.id, one.area) == (commitment, area) for one in plan.commitments):
        words = {"area": Named(plan.called(area).name, plan.called(area).name_en)}
        found.append(fault(cell, Code.COMMITMENT_ELSEWHERE, None, **words))
        return understood
    proofs = read_proofs(record.cells.get("evidence"), cell.place.file, found)
    told = {name: "" if is_not_reported(record.text(name)) else record.text(name) for name in ("by", "note")}
    reported = ReportedCommitment(
        commitment=commitment,
        area=area,
        period=period,
        state=State(state),
        place=record.cells["state"].place,
        date=date,
        proofs=proofs,
        **told,
        submitted=parse_day(record.text("submitted")) or "",
    )
    return UnderstoodCommitment(area, reported, found)


def _placed(record: Record, plan: Plan, found: list[Diagnostic]) -> Period | None:
    """The period that a record is of; what it lacks, or what nobody knows, is told."""
    lacking = [name for name in (Field.AREA, Field.PERIOD) if not record.text(name)]
    if lacking:
        words = {"lacking": Terms.of(f"field.{name}" for name in lacking)}
        found.append(fault(record.cells["state"], Code.FIGURE_UNPLACED, None, **words))
    if record.text(Field.AREA) and plan.area_names.find(record.text(Field.AREA)) is None:
        found.append(unknown(record.cells[Field.AREA], Code.UNKNOWN_AREA, plan.area_names))
    if not record.text(Field.PERIOD):
        return None
    period = read_period(record.text(Field.PERIOD))[0]
    if period is None:
        found.append(fault(record.cells[Field.PERIOD], Code.BAD_PERIOD))
    return period


def _day(record: Record, found: list[Diagnostic]) -> str:
    """The day that a record gives, empty where it gives none."""
    text = record.text("date")
    if is_not_reported(text):
        return ""
    day = parse_day(text)
    if day is None:
        found.append(fault(record.cells["date"], Code.BAD_DATE))
    return day or ""


def without_conflicts(reported: Iterable[ReportedCommitment]) -> tuple[list[ReportedCommitment], list[Diagnostic]]:
    """The reports, with those of one commitment and period left out that contradict each other, and are told.

    Of two with days of submission the later counts.
    """
    same: dict[tuple[str, str, int], list[ReportedCommitment]] = defaultdict(list)
    for one in reported:
        same[one.commitment, one.area, one.period.end].append(one)
    kept, found = [], []
    for several in same.values():
        last = max(one.submitted for one in several)
        latest = [one for one in several if one.submitted == last or not one.submitted]
        if len({one.state for one in latest}) == 1:
            kept += latest
            continue
        first = latest[0]
        for one in latest[1:]:
            words = {"first": str(first.place)}
            found.append(Diagnostic(Code.COMMITMENTS_CONFLICT, one.place, words))
    return kept, found
