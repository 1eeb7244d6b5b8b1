"""Why a commitment stands as it does, so that it can be read out."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.commitments import CommitmentStanding
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.commitments.row import CommitmentRow, build_commitment
from countyplan.report.explanation.telling import Explanation, filled
from countyplan.report.words.names import period_name, units_told


def explain_commitment(plan: Plan, one: CommitmentStanding, as_of: Period, texts: Texts) -> Explanation[CommitmentRow]:
    """The reasoning behind one standing as of the end of `as_of`."""
    texts = texts.of(plan)
    row = build_commitment(plan, one, texts)
    parts = {
        "demand": _demand(row, texts),
        "reported": _reported(one, row, texts),
        "verdict": _verdict(plan, one, row, as_of, texts),
        "readings": _readings(plan, one, texts),
    }
    title = texts.say("explain.title", area=row.area, indicator=row.name, status=row.standing)
    return Explanation(title, filled(parts, texts), row)


def _demand(row: CommitmentRow, texts: Texts) -> Iterator[str]:
    yield row.clause
    yield texts.say("explain.demand_wording", wording=row.wording)
    yield texts.say("clause.separator").join([row.firmness, row.due])
    yield texts.say("commitment.evidence", evidence=row.evidence)
    yield units_told(row.responsible, (), texts)


def _reported(one: CommitmentStanding, row: CommitmentRow, texts: Texts) -> Iterator[str]:
    if one.reported is None:
        yield texts.say("explain.reported_none")
        return
    yield row.told
    yield texts.say("commitment.place", place=one.reported.place)
    yield from (f"{proof.text} SHA-256 {proof.sha256}" for proof in one.proofs if proof.sha256)


def _verdict(plan: Plan, one: CommitmentStanding, row: CommitmentRow, as_of: Period, texts: Texts) -> Iterator[str]:
    gone, whole = as_of.end - plan.baseline.end, one.bound.due.end - plan.baseline.end
    yield texts.say("commitment.time", as_of=period_name(as_of, texts), gone=gone, whole=whole)
    yield texts.say("commitment.cutoff", part=plan.commitments_file.begun_by)
    yield row.standing
    yield texts.say(f"standing.means.{one.standing}")


def _readings(plan: Plan, one: CommitmentStanding, texts: Texts) -> Iterator[str]:
    for name in one.bound.commitment.readings:
        reading = plan.reading(name)
        text, because = texts.choose(reading.text, reading.text_en), texts.choose(reading.because, reading.because_en)
        yield texts.say("explain.reading", text=text, because=because)
