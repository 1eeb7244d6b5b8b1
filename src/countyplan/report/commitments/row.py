"""A commitment with how it stands, ready to be set."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.commitments import CommitmentStanding, Standing
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place
from countyplan.language import Language, Texts
from countyplan.plan import Plan
from countyplan.plan.files.values import ClauseId
from countyplan.report.words.names import bound_area_name, clause_heading, day_told, period_name, responsible_for
from countyplan.submission.record.commitment import ReportedCommitment, State
from countyplan.submission.record.proof import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineCommitment:
    """What a row says in ids, the same in every language. `state` is how the commitment stands, `reported` what was said."""

    commitment: str
    name: str
    clause: ClauseId
    area: str
    wording: str
    firmness: str
    due: int
    responsible: tuple[str, ...]
    evidence: str
    readings: tuple[str, ...]
    state: str = ""
    reported: ReportedCommitment | None = None
    proofs: tuple[Proof, ...] = ()
    earlier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """A commitment in words. `told` says what its standing rests on, empty where nothing was reported.

    `in_short` is the standing with what was reported and its note alone.
    To one of its units `part` says whether it leads or supports, and `lead` who does; both are empty where nobody is said to.
    """

    machine: MachineCommitment
    clause: str
    name: str
    area: str
    firmness: str
    due: str
    wording: str
    standing: str
    told: str
    in_short: str
    evidence: str
    responsible: tuple[str, ...]
    source: Place | None
    part: str = ""
    lead: str = ""


def build_commitment(plan: Plan, one: CommitmentStanding, texts: Texts) -> CommitmentRow:
    """The row of one commitment where it binds."""
    commitment, area = one.bound.commitment, one.bound.area
    evidence = plan.evidence(commitment.evidence)
    standing = texts.say(f"standing.{one.standing}")
    return CommitmentRow(
        machine=machine_commitment(plan, one),
        clause=clause_heading(plan, commitment.clause, texts),
        name=texts.choose(commitment.name, commitment.name_en),
        area=bound_area_name(plan, area, texts),
        firmness=texts.say(f"commitment.firmness.{commitment.firmness}"),
        due=texts.say("due", year=commitment.due),
        wording=commitment.wording,
        standing=standing,
        told=texts.say("clause.separator").join(_told(one, texts)),
        in_short=standing_told(standing, texts.say("clause.separator").join(_in_short(one, texts)), texts),
        evidence=texts.choose(evidence.text, evidence.text_en),
        responsible=responsible_for(plan, one.bound, texts),
        source=None if one.reported is None else one.reported.place,
    )


def machine_commitment(plan: Plan, one: CommitmentStanding) -> MachineCommitment:
    """What a program is told of a commitment where it binds."""
    commitment = one.bound.commitment
    return MachineCommitment(
        commitment=commitment.id,
        name=commitment.name,
        clause=commitment.clause,
        area=one.bound.area,
        wording=commitment.wording,
        firmness=commitment.firmness.value,
        due=commitment.due,
        responsible=responsible_for(plan, one.bound, Texts(Language.ZH)),
        evidence=plan.evidence(commitment.evidence).text,
        readings=commitment.readings,
        state=one.standing.value,
        reported=one.reported,
        proofs=one.proofs,
        earlier=None if one.earlier is None else one.earlier.value,
    )


def standing_told(standing: str, told: str, texts: Texts) -> str:
    """A standing with what is `told` of it, if anything is."""
    return texts.say("commitment.standing", standing=standing, told=told) if told else standing


def _in_short(one: CommitmentStanding, texts: Texts) -> Iterator[str]:
    """What was said, and the note."""
    if one.reported is not None:
        yield _reported(one, one.reported, texts)
        if one.reported.note:
            yield texts.say("commitment.note", note=one.reported.note)


def _reported(one: CommitmentStanding, last: ReportedCommitment, texts: Texts) -> str:
    """What was said, of when; every standing but one says of itself which state was reported."""
    state = texts.say(f"commitment.state.{last.state}") if one.standing is Standing.OVERDUE else ""
    key = "commitment.reported_as" if state else "commitment.reported"
    told = texts.say(key, period=period_name(last.period, texts), state=state)
    return texts.say("commitment.dated", told=told, date=day_told(last.date, texts)) if last.date else told


def _told(one: CommitmentStanding, texts: Texts) -> Iterator[str]:
    """Who says what, of when, and what shows it."""
    last = one.reported
    if last is None:
        return
    yield _reported(one, last, texts)
    if last.by:
        yield texts.say("commitment.by", by=last.by)
    if one.proofs:
        yield texts.say("commitment.proofs", proofs=texts.join([_proof(proof, texts) for proof in one.proofs]))
    if one.was_done is not None:
        yield texts.say("commitment.was_done", period=period_name(one.was_done.period, texts))
    if last.note:
        yield texts.say("commitment.note", note=last.note)
    if one.steps and last.state is not State.DONE:
        yield texts.say("commitment.step", year=one.steps[-1].year, text=one.steps[-1].text)


def _proof(proof: Proof, texts: Texts) -> str:
    if proof.sha256:
        return texts.say("commitment.proof_file", name=proof.text)
    return proof.text
