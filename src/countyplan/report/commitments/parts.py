"""Commitments as one of their units is told of them: what it leads in apart from what it supports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from countyplan.commitments import CommitmentStanding
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.commitments.row import CommitmentRow, build_commitment
from countyplan.report.words.answering import Part

Told = tuple[CommitmentStanding, CommitmentRow]


def rows_told_to(
    plan: Plan, standings: Iterable[CommitmentStanding], own: frozenset[str], texts: Texts
) -> tuple[Told, ...]:
    """The rows with their standings, in each clause first what the unit with ids `own` leads in, and last what it supports.

    Without ids, or where the plan's data says of none who leads, the order stays.
    """
    told = [_told_to(plan, one, own, texts) for one in standings]
    order = [texts.say(f"sheet.part.{Part.LEADS}"), "", texts.say(f"sheet.part.{Part.SUPPORTS}")]
    clauses = {clause: at for at, clause in reversed(list(enumerate(row.clause for _, row in told)))}
    return tuple(sorted(told, key=lambda pair: (clauses[pair[1].clause], order.index(pair[1].part))))


def heading_of(row: CommitmentRow, texts: Texts) -> str:
    """What stands above a row: its clause, with the unit's part where that is said."""
    return texts.say("sheet.part.heading", clause=row.clause, part=row.part) if row.part else row.clause


def parts_told(rows: Sequence[CommitmentRow], texts: Texts) -> str:
    """In how many the unit leads and how many it supports, in a sentence; empty where that is said of none."""
    parts = [row.part for row in rows if row.part]
    if not parts:
        return ""
    leads = sum(part == texts.say(f"sheet.part.{Part.LEADS}") for part in parts)
    return texts.say("sheet.commitments.parts", leads=leads, supports=len(parts) - leads)


def _told_to(plan: Plan, one: CommitmentStanding, own: frozenset[str], texts: Texts) -> Told:
    row, lead = build_commitment(plan, one, texts), plan.lead_of_commitment(one.bound.commitment)
    if not own or lead is None:
        return one, row
    part = Part.LEADS if lead.unit in own else Part.SUPPORTS
    [leading] = [texts.choose(unit.name, unit.name_en) for unit in plan.units if unit.id == lead.unit]
    reading = "" if lead.stated else texts.say("sheet.reading")
    said = texts.say(f"sheet.units.{part}", lead=leading, reading=reading)
    return one, replace(row, part=texts.say(f"sheet.part.{part}"), lead=said)
