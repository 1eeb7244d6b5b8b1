"""What the plan promises without a number, without any submission."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from countyplan.language import Language, Texts
from countyplan.plan import BoundCommitment, Plan
from countyplan.report.listing import Listing
from countyplan.report.words.names import bound_area_name, responsible_for

_COLUMNS = ("clause", "commitment", "areas", "firmness", "due", "wording", "responsible", "evidence_wanted")
_ESSENTIAL = 5


def list_commitments(plan: Plan, bound: Sequence[BoundCommitment], texts: Texts) -> Listing:
    """What is promised: a row for each commitment, for machines one for each area that it binds."""
    grouped = [list(several) for _, several in groupby(bound, key=lambda one: one.commitment.id)]
    headers = tuple(texts.say(f"column.{name}") for name in _COLUMNS)
    return Listing(
        title=texts.say("commitments.title", count=len(grouped), rows=len(bound)),
        headers=headers,
        rows=tuple(_cells(plan, several, texts) for several in grouped),
        machine=[machine_commitment(plan, one) for one in bound],
        essential=_ESSENTIAL,
        left_out=texts.say("listing.left_out", columns=texts.join(headers[_ESSENTIAL:])),
    )


def machine_commitment(plan: Plan, bound: BoundCommitment) -> dict[str, object]:
    """A commitment as it binds one area, by the names that users rely on."""
    one = bound.commitment
    return {
        "commitment": one.id,
        "name": one.name,
        "clause": one.clause,
        "area": bound.area,
        "wording": one.wording,
        "firmness": one.firmness.value,
        "due": one.due,
        "responsible": list(responsible_for(plan, bound, Texts(Language.ZH))),
        "evidence": plan.evidence(one.evidence).text,
        "readings": list(one.readings),
    }


def _cells(plan: Plan, several: Sequence[BoundCommitment], texts: Texts) -> tuple[str, ...]:
    one = several[0].commitment
    units = dict.fromkeys(unit for bound in several for unit in responsible_for(plan, bound, texts))
    evidence = plan.evidence(one.evidence)
    return (
        plan.clause(one.clause).mark,
        texts.choose(one.name, one.name_en),
        texts.join([bound_area_name(plan, bound.area, texts) for bound in several]),
        texts.say(f"commitment.firmness.{one.firmness}"),
        str(one.due),
        one.wording,
        texts.join(list(units)) if units else texts.say("units.none"),
        texts.choose(evidence.text, evidence.text_en),
    )
