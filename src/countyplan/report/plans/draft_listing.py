"""What a draft demands, as far as it is settled; what is open is null for machines and says so for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from countyplan.language import Texts
from countyplan.plan.draft.draft import Draft
from countyplan.plan.names import heading
from countyplan.quantity import plain_digits
from countyplan.report.listing import Listing
from countyplan.report.plans.draft_goal import DraftRow, goal_said, word
from countyplan.report.plans.draft_names import DraftNames


def draft_rows(draft: Draft, names: DraftNames) -> Iterator[DraftRow]:
    """Every target for every area that it binds."""
    for indicator in draft.targets.indicators:
        for goal in indicator.goals:
            as_in = indicator.as_in(goal)
            for area in goal.areas:
                yield DraftRow(as_in, goal, area, names.responsible(indicator.clause, area))


def list_draft(draft: Draft, texts: Texts, areas: list[str], units: list[str], clauses: list[str]) -> Listing:
    """The targets of a draft as a table; `areas`, `units`, `clauses` choose by ids or by the draft's names."""
    names = DraftNames(draft, texts)
    wanted = [
        row
        for row in draft_rows(draft, names)
        if (not areas or "all" in areas or {row.area, names.area(row.area)} & set(areas))
        and (not units or set(units) & set(row.responsible))
        and (not clauses or str(row.indicator.clause) in clauses)
    ]
    columns = ("clause", "indicator", "area", "goal", "wording", "due", "kind", "firmness", "responsible")
    headers = tuple(texts.say(f"column.{name}") for name in columns)
    marks = {one.number: one.mark for one in draft.targets.clauses}
    return Listing(
        title=texts.say("targets.title", count=len(wanted)),
        headers=headers,
        rows=tuple(_cells(row, marks, names, texts) for row in wanted),
        machine=[target_of(row) for row in wanted],
        essential=5,
        left_out=texts.say("listing.left_out", columns=texts.join(list(headers[5:]))),
    )


def _cells(
    row: DraftRow, marks: Mapping[int | str | None, str | None], names: DraftNames, texts: Texts
) -> tuple[str, ...]:
    indicator, open_ = row.indicator, texts.say("show.open")
    responsible = names.responsible(indicator.clause, row.area, said=True)
    return (
        marks.get(indicator.clause) or str(indicator.clause or open_),
        names.said(indicator) or open_,
        names.area(row.area),
        goal_said(row, names),
        row.goal.wording or open_,
        open_ if indicator.due is None else str(indicator.due),
        word("kind", indicator.kind, texts),
        word("firmness", indicator.firmness, texts),
        texts.join(list(responsible)) or texts.say("units.none"),
    )


def target_of(row: DraftRow) -> Mapping[str, object]:
    """A target for machines."""
    indicator, goal, share = row.indicator, row.goal.goal, row.indicator.share
    return {
        "target": indicator.id,
        "indicator": indicator.name,
        "area": row.area,
        "clause": indicator.clause,
        "comparator": indicator.comparator,
        "goal": [plain_digits(one) for one in goal]
        if isinstance(goal, tuple)
        else None
        if goal is None
        else plain_digits(goal),
        "unit": indicator.unit,
        "due": indicator.due,
        "kind": indicator.kind,
        "firmness": indicator.firmness,
        "wording": row.goal.wording,
        "responsible": list(row.responsible),
        "base": indicator.base,
        "relative_to": None if indicator.relative_to is None else indicator.relative_to.model_dump(),
        "share": None if share is None else {**share.model_dump(), "goal": share.goal and plain_digits(share.goal)},
        "in_force": row.goal.in_force,
        "set_by": row.goal.set_by,
        "readings": list(indicator.readings),
        "confidence": None if indicator.draft is None else plain_digits(indicator.draft.confidence),
        "doubts": [] if indicator.draft is None else list(indicator.draft.reasons),
    }


def list_draft_units(draft: Draft, texts: Texts) -> Listing:
    """Who answers for which clauses of a draft."""
    rows, machine = [], []
    called = DraftNames(draft, texts)
    marks = {one.number: heading(one.mark, called.said(one)) for one in draft.targets.clauses}
    for unit in draft.responsibilities.units:
        clauses = [one.clause for one in draft.responsibilities.clauses if unit.id in one.units]
        own = [one for one in draft.targets.indicators if one.clause in clauses]
        names = list(dict.fromkeys(called.said(one) or one.id for one in own))
        headings = [marks.get(number) or str(number) for number in clauses]
        rows.append((called.unit(unit)[1], str(len(own)), texts.join(headings), texts.join(names)))
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
