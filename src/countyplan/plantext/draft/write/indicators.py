"""The targets of a draft as indicators, of which one may have goals for several areas and years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from countyplan.language import Texts
from countyplan.plan import Comparator, Kind
from countyplan.plan.kind import Manner, Told
from countyplan.plan.lint.todo import TODO
from countyplan.plantext.draft.draft_model import DraftedPlan, DraftedTarget
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity import Unit
from countyplan.quantity.unit import shipped_units
from countyplan.quantity.width import single_width

# What a goal may say in place of its indicator.
_OWN = ("due", "comparator", "kind", "firmness")
_GROWTH_RATE = "growth_rate"


def indicators_of(drafted: DraftedPlan, words: Vocabulary, texts: Texts) -> list[dict[str, Any]]:
    """The targets, those of one name, clause and unit under one indicator."""
    grouped: dict[tuple[object, ...], list[DraftedTarget]] = {}
    for one in drafted.targets:
        target = _fitting(_of_one_growth(one, drafted, words))
        key = (target.name, target.clause, target.unit, _told(target))
        taken = {(area, one.due) for one in grouped.get(key, ()) for area in one.areas}
        apart = (target.at, target.start) if taken & {(area, target.due) for area in target.areas} else ()
        grouped.setdefault((*key, *apart), []).append(target)
    return [_indicator(at, targets, texts) for at, targets in enumerate(grouped.values(), 1)]


def _of_one_growth(target: DraftedTarget, drafted: DraftedPlan, words: Vocabulary) -> DraftedTarget:
    """The target, its kind left open where growth may be that of a year or that of the whole period: 增长40%."""
    of_one_year = drafted.first is not None and drafted.first == drafted.last
    if target.kind != _GROWTH_RATE or of_one_year or words.pattern("yearly").search(single_width(target.wording)):
        return target
    return replace(target, kind=None, doubts=(*target.doubts, "growth_of_what"))


def _fitting(target: DraftedTarget) -> DraftedTarget:
    """The target with a kind that its unit and its comparator allow, and the doubt that it brings.

    Only a share is held, and a running total, which cannot fall, is not kept between two numbers: either is then read as
    what there is at the end.
    """
    if target.kind is None or target.comparator is None:
        return target
    manner, unit = Kind(target.kind).manner, shipped_units().find(target.unit or "")
    held = manner.held and unit is not None and not manner.measured_in(unit)
    if not held and not (manner.adds_up and Comparator(target.comparator).sense.is_range):
        return target
    return replace(target, kind=_at_the_end(unit), doubts=(*target.doubts, "kind_at_the_end"))


def _at_the_end(unit: Unit | None) -> str | None:
    """The kind of what there is of a unit at a date: of what is counted its number."""
    kinds = [kind for kind in Kind if _is_a_state(kind.manner) and (unit is None or kind.manner.measured_in(unit))]
    return max(kinds, key=lambda kind: unit is not None and kind.manner.whole).value if kinds else None


def _is_a_state(manner: Manner) -> bool:
    return manner.told is Told.STATE and not (manner.held or manner.every_year or manner.ranks)


def _told(target: DraftedTarget) -> object:
    """What figures of a target tell, which is the same throughout an indicator; nothing while its kind is open."""
    return None if target.kind is None else Kind(target.kind).manner.told


def _indicator(at: int, targets: list[DraftedTarget], texts: Texts) -> dict[str, Any]:
    """An indicator as its last goal has it; what an earlier one has otherwise stands there."""
    last = max(targets, key=lambda one: str(one.due or ""))
    reasons = dict.fromkeys(doubt for target in targets for doubt in target.doubts)
    said = _said(last)
    return {
        "id": f"t{at}",
        "name": last.name or TODO,
        "clause": last.clause,
        "unit": TODO if last.unit is None else last.unit,
        **said,
        "goals": [_goal(target, said) for target in targets],
        "draft": {
            "confidence": min(target.confidence for target in targets),
            "reasons": [texts.say(f"draft.doubt.{doubt}") for doubt in reasons],
        },
    }


def _said(target: DraftedTarget) -> dict[str, Any]:
    said = {name: getattr(target, name) or TODO for name in _OWN}
    about = target.comparator is not None and Comparator(target.comparator).sense.tolerant
    return {**said, **({"tolerance": TODO} if about else {})}


def _goal(target: DraftedTarget, said: Mapping[str, Any]) -> dict[str, Any]:
    goal = list(target.goal) if isinstance(target.goal, tuple) else TODO if target.goal is None else target.goal
    own = {name: value for name, value in _said(target).items() if said.get(name) != value}
    return {"areas": list(target.areas), "goal": goal, "wording": target.wording, **own}
