"""The commitments of a form as data: a line for each that binds the area."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import BoundCommitment, Plan
from countyplan.report.words.names import clause_heading
from countyplan.submission.record.commitment import State

COLUMNS = ("area", "period", "commitment", "state", "date", "evidence", "by", "note", "wording", "evidence_wanted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment whose state is asked for: its name, the plan's words, its due date and what would show it."""

    name: str
    clause: str
    wording: str
    due: str
    firmness: str
    evidence: str


def promises_of(plan: Plan, area: str, texts: Texts) -> tuple[Promise, ...]:
    """What is asked of an area, in the plan's order."""
    return tuple(promise_of(plan, one, texts) for one in plan.commitments if one.area == area)


def promise_of(plan: Plan, bound: BoundCommitment, texts: Texts) -> Promise:
    """A commitment as a form asks for it."""
    one, evidence = bound.commitment, plan.evidence(bound.commitment.evidence)
    return Promise(
        name=texts.choose(one.name, one.name_en),
        clause=clause_heading(plan, one.clause, texts),
        wording=one.wording,
        due=texts.say("template.due", due=one.due),
        firmness=texts.say(f"commitment.firmness.{one.firmness}"),
        evidence=texts.choose(evidence.text, evidence.text_en),
    )


def state_words(texts: Texts) -> tuple[str, ...]:
    """The states to choose from, as they are written."""
    return tuple(texts.say(f"commitment.state.{state}") for state in State)
