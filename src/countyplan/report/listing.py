"""What the plan demands and who answers for it, without any submission."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan, ResponsibleUnit, Target
from countyplan.plan.selection import Selection, answering
from countyplan.report.commitments.row import MachineCommitment
from countyplan.report.row.machine_row import machine_target
from countyplan.report.row.row_model import MachineRow
from countyplan.report.row.verdict_words import goal_of
from countyplan.report.words.names import (
    area_name,
    clause_heading,
    clause_mark,
    clause_marks,
    indicator_name,
    responsible,
    target_name,
)

_NONE = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table in words, and the same for machines. Where there is little room the first `essential` columns suffice.

    `short` is the same for a screen, where one is made; `nothing` says what a table without rows means.
    """

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    machine: Sequence[MachineRow | MachineCommitment | Mapping[str, object]]
    essential: int
    left_out: str
    short: Listing | None = None
    nothing: str = ""


def list_targets(plan: Plan, targets: Sequence[Target], texts: Texts) -> Listing:
    """What the plan demands."""
    texts = texts.of(plan)
    columns = ("clause", "indicator", "area", "goal", "wording", "due", "kind", "firmness", "responsible")
    return Listing(
        title=texts.say("targets.title", count=len(targets)),
        headers=tuple(texts.say(f"column.{name}") for name in columns),
        rows=tuple(_target_cells(plan, target, texts) for target in targets),
        machine=[machine_target(plan, target) for target in targets],
        essential=5,
        left_out=texts.say(
            "listing.left_out", columns=texts.join([texts.say(f"column.{name}") for name in columns[5:]])
        ),
        nothing=texts.say("targets.nothing"),
    )


def _target_cells(plan: Plan, target: Target, texts: Texts) -> tuple[str, ...]:
    indicator = target.indicator
    units = responsible(plan, indicator.clause, target.area, texts)
    return (
        clause_mark(plan, indicator.clause, texts),
        target_name(target, texts),
        area_name(plan, target.area, texts),
        goal_of(plan, target, texts),
        target.wording,
        str(indicator.due),
        texts.say(f"kind.{indicator.kind}"),
        texts.say(f"firmness.{indicator.firmness}"),
        texts.join(units) if units else texts.say("units.none"),
    )


def list_units(plan: Plan, selection: Selection, texts: Texts) -> Listing:
    """Who answers for what: of each unit its clauses, also those that set no target, and the targets among them."""
    texts = texts.of(plan)
    targets = selection.targets(plan)
    rows: list[tuple[str, ...]] = []
    short: list[tuple[str, ...]] = []
    machine: list[Mapping[str, object]] = []
    for unit in plan.units:
        numbers = [
            one.clause
            for one in plan.responsibilities.clauses
            if unit.id in one.units and (selection.clauses is None or one.clause in selection.clauses)
        ]
        own = [target for target in targets if unit.id in answering(plan, target.indicator.clause, target.area)]
        if not numbers or not _asked_for(plan, unit, selection):
            continue
        indicators = list(dict.fromkeys(indicator_name(target.indicator, texts) for target in own))
        name = texts.choose(unit.name, unit.name_en)
        headings = [clause_heading(plan, number, texts) for number in numbers]
        rows.append((name, str(len(own)), texts.join(headings), texts.join(indicators)))
        short.append((name, str(len(own)), clause_marks(plan, numbers, texts)))
        machine.append(
            {
                "unit": unit.name,
                "id": unit.id,
                "governments": _governments(plan, targets) if unit.each_area else None,
                "clauses": numbers,
                "targets": [{"target": one.indicator.id, "area": one.area} for one in own],
            }
        )
    columns = ("unit", "count", "clauses", "indicators")
    headers = tuple(texts.say(f"column.{name}") for name in columns)
    title = texts.say("units.title", count=len(rows))
    return Listing(
        title=title,
        headers=headers,
        rows=tuple(rows),
        machine=machine,
        essential=len(columns),
        left_out="",
        nothing=texts.say("units.nothing"),
        short=_short_units(title, headers[:3], short, texts) if selection.units is None else None,
    )


def _short_units(title: str, headers: tuple[str, ...], rows: Sequence[tuple[str, ...]], texts: Texts) -> Listing:
    """Units on a line each, those without a target together in the last."""
    silent = [name for name, count, _ in rows if count == _NONE]
    told = [
        *([texts.say("units.without", names=texts.join(silent))] if silent else []),
        texts.say("units.elsewhere"),
    ]
    kept = tuple(row for row in rows if row[1] != _NONE)
    left_out = texts.say("sentence.separator").join(told)
    return Listing(title=title, headers=headers, rows=kept, machine=(), essential=len(headers), left_out=left_out)


def _asked_for(plan: Plan, unit: ResponsibleUnit, selection: Selection) -> bool:
    known = {unit.id} | ({area.government for area in plan.areas} if unit.each_area else set())
    return selection.units is None or bool(selection.units & known)


def _governments(plan: Plan, targets: Sequence[Target]) -> dict[str, str]:
    areas = {target.area for target in targets}
    return {area.id: area.government for area in plan.areas if area.id in areas}
