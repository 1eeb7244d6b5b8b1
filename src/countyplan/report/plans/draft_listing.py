"""What a draft demands, as far as it is settled; what is open is null for machines and says so for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import TOTAL
from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftGoal, DraftIndicator
from countyplan.plan.names import heading
from countyplan.report.listing import Listing


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A target of a draft as it binds one area."""

    indicator: DraftIndicator
    goal: DraftGoal
    area: str
    responsible: tuple[str, ...]


def draft_rows(draft: Draft) -> Iterator[DraftRow]:
    """Every target for every area that it binds."""
    for indicator in draft.targets.indicators:
        for goal in indicator.goals:
            for area in goal.areas:
                yield DraftRow(indicator.as_in(goal), goal, area, responsible_of(draft, indicator.clause, area))


def responsible_of(draft: Draft, clause: int | str | None, area: str) -> tuple[str, ...]:
    """Who answers for a clause in an area; the governments of all areas where one unit stands for each of them."""
    governments = {one.id: one.government or one.id for one in draft.targets.areas}
    names: list[str] = []
    for unit in draft.units_of(clause):
        if not unit.each_area:
            names.append(unit.name or unit.id)
        else:
            names += governments.values() if area == TOTAL else [governments.get(area, area)]
    return tuple(dict.fromkeys(names))


def list_draft(draft: Draft, texts: Texts, areas: list[str], units: list[str], clauses: list[str]) -> Listing:
    """The targets of a draft as a table; `areas`, `units` and `clauses` choose by the names that the draft uses."""
    rows = [
        row
        for row in draft_rows(draft)
        if (not areas or "all" in areas or row.area in areas)
        and (not units or set(units) & set(row.responsible))
        and (not clauses or str(row.indicator.clause) in clauses)
    ]
    columns = ("clause", "indicator", "area", "goal", "wording", "due", "kind", "firmness", "responsible")
    headers = tuple(texts.say(f"column.{name}") for name in columns)
    left_out = texts.say("listing.left_out", columns=texts.join(list(headers[5:])))
    title = texts.say("targets.title", count=len(rows))
    cells = tuple(_cells(row, draft, texts) for row in rows)
    return Listing(
        title=title,
        headers=headers,
        rows=cells,
        machine=[_machine(row) for row in rows],
        essential=5,
        left_out=left_out,
    )


def goal_said(row: DraftRow, texts: Texts) -> str:
    """The goal with comparator and unit, or that it is open."""
    goal, unit = row.goal.goal, row.indicator.unit or ""
    if goal is None or row.indicator.comparator is None:
        return texts.say("show.open")
    low, high = goal if isinstance(goal, tuple) else (goal, goal)
    said = {"goal": f"{low}{unit}", "high": f"{high}{unit}"}
    key = f"goal.{row.indicator.comparator}"
    return texts.say(key, **said) if texts.knows(key) else f"{row.indicator.comparator} {low}{unit}"


def word(kind: str, value: str | None, texts: Texts) -> str:
    """The word for a kind or a firmness, or that it is open."""
    if value is None:
        return texts.say("show.open")
    key = f"{kind}.{value}"
    return texts.say(key) if texts.knows(key) else value


def area_said(row: DraftRow, draft: Draft) -> str:
    """The area's name."""
    total = draft.targets.total.name or TOTAL
    names = {one.id: one.name or one.id for one in draft.targets.areas}
    return total if row.area == TOTAL else names.get(row.area, row.area)


def _cells(row: DraftRow, draft: Draft, texts: Texts) -> tuple[str, ...]:
    indicator, open_ = row.indicator, texts.say("show.open")
    marks = {one.number: one.mark for one in draft.targets.clauses}
    return (
        marks.get(indicator.clause) or str(indicator.clause or open_),
        indicator.name or open_,
        area_said(row, draft),
        goal_said(row, texts),
        row.goal.wording or open_,
        open_ if indicator.due is None else str(indicator.due),
        word("kind", indicator.kind, texts),
        word("firmness", indicator.firmness, texts),
        texts.join(list(row.responsible)) or texts.say("units.none"),
    )


def _machine(row: DraftRow) -> Mapping[str, object]:
    indicator, goal = row.indicator, row.goal.goal
    return {
        "target": indicator.id,
        "indicator": indicator.name,
        "area": row.area,
        "clause": indicator.clause,
        "comparator": indicator.comparator,
        "goal": [_text(one) for one in goal] if isinstance(goal, tuple) else None if goal is None else _text(goal),
        "unit": indicator.unit,
        "due": indicator.due,
        "kind": indicator.kind,
        "firmness": indicator.firmness,
        "wording": row.goal.wording,
        "responsible": list(row.responsible),
        "readings": list(indicator.readings),
        "confidence": None if indicator.draft is None else _text(indicator.draft.confidence),
        "doubts": [] if indicator.draft is None else list(indicator.draft.reasons),
    }


def _text(number: Decimal) -> str:
    return format(number, "f")


def list_draft_units(draft: Draft, texts: Texts) -> Listing:
    """Who answers for which clauses of a draft."""
    rows, machine = [], []
    marks = {one.number: heading(one.mark, one.title) for one in draft.targets.clauses}
    for unit in draft.responsibilities.units:
        clauses = [one.clause for one in draft.responsibilities.clauses if unit.id in one.units]
        own = [one for one in draft.targets.indicators if one.clause in clauses]
        names = list(dict.fromkeys(one.name or one.id for one in own))
        headings = [marks.get(number) or str(number) for number in clauses]
        rows.append((unit.name or unit.id, str(len(own)), texts.join(headings), texts.join(names)))
        machine.append({"unit": unit.name, "id": unit.id, "clauses": clauses, "targets": [one.id for one in own]})
    headers = tuple(texts.say(f"column.{name}") for name in ("unit", "count", "clauses", "indicators"))
    return Listing(
        title=texts.say("units.title", count=len(rows)),
        headers=headers,
        rows=tuple(rows),
        machine=machine,
        essential=len(headers),
        left_out="",
        nothing=texts.say("units.nothing"),
    )
