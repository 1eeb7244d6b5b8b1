"""Commitments as one of their units is told of them: what it leads in apart from what it supports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from countyplan.commitments import CommitmentStanding
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.commitments.row import CommitmentRow, build_commitment
from countyplan.report.words.answering import Part


def in_order(
    plan: Plan, standings: Sequence[CommitmentStanding], own: frozenset[str]
) -> tuple[CommitmentStanding, ...]:
    """In each clause first what the unit with ids `own` leads in, and last what it supports.

    Without ids, or where the plan's data says of none who leads, the order stays.
    """
    order = (Part.LEADS, None, Part.SUPPORTS)
    clauses = {one.bound.commitment.clause: at for at, one in reversed(list(enumerate(standings)))}
    return tuple(
        sorted(standings, key=lambda one: (clauses[one.bound.commitment.clause], order.index(_part_of(plan, one, own))))
    )


def heading_of(row: CommitmentRow, texts: Texts) -> str:
    """What stands above a row: its clause, with the unit's part where that is said."""
    return texts.say("sheet.part.heading", clause=row.clause, part=row.part) if row.part else row.clause


def parts_told(plan: Plan, standings: Iterable[CommitmentStanding], own: frozenset[str], texts: Texts) -> str:
    """In how many the unit leads and how many it supports, and how many fall to several units of which none is said to lead.

    In sentences; empty where there is none of these, or where no unit is told.
    """
    if not own:
        return ""
    told = [(one, _part_of(plan, one, own)) for one in standings]
    parts = [part for _, part in told if part is not None]
    leads = parts.count(Part.LEADS)
    together = sum(part is None and len(plan.responsible_for(one.bound)) > 1 for one, part in told)
    said = [texts.say("sheet.commitments.parts", leads=leads, supports=len(parts) - leads)] if parts else []
    if together:
        key = "all_together" if together == len(told) > 1 else "together"
        said.append(texts.say(f"sheet.commitments.{key}", count=together))
    return texts.say("sentence.separator").join(said)


def row_told_to(plan: Plan, one: CommitmentStanding, own: frozenset[str], texts: Texts) -> CommitmentRow:
    """The row of a commitment, which says to the unit with ids `own` what part it has and who leads."""
    row, part, lead = (
        build_commitment(plan, one, texts),
        _part_of(plan, one, own),
        plan.lead_of_commitment(one.bound.commitment),
    )
    if part is None or lead is None:
        return row
    [leading] = [texts.choose(unit.name, unit.name_en) for unit in plan.units if unit.id == lead.unit]
    reading = "" if lead.stated else texts.say("sheet.reading")
    said = texts.say(f"sheet.units.{part}", lead=leading, reading=reading)
    return replace(row, part=texts.say(f"sheet.part.{part}"), lead=said)


def _part_of(plan: Plan, one: CommitmentStanding, own: frozenset[str]) -> Part | None:
    """Whether the unit with ids `own` leads in a commitment or supports it; None where the plan does not say."""
    lead = plan.lead_of_commitment(one.bound.commitment) if own else None
    if lead is None:
        return None
    return Part.LEADS if lead.unit in own else Part.SUPPORTS
