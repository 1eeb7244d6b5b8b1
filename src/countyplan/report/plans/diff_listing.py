"""What became of a plan's targets from one version to another, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.report.listing import Listing
from countyplan.report.row.verdict_words import goal_of
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, clause_mark, day_told, responsible, target_name
from countyplan.versions import DemandChange, Pair, changes, pairs

_OWN = frozenset({"change", "old", "new"})
_COLUMNS = ("change", "clause", "indicator", "area", "old", "new")
_AREA = _COLUMNS.index("area")


def list_changes(old: Plan, new: Plan, texts: Texts) -> Listing:
    """Each target that changed, with what it was and what it is; what stayed as it was is left out."""
    told = [(pair, found) for pair in pairs(old, new) if (found := changes(pair, old, new))]
    counts = Counter(change for _, found in told for change in found)
    counted = [
        texts.say("change.count", label=texts.say(f"demand.{one}"), number=counts[one])
        for one in DemandChange
        if counts[one]
    ]
    title = texts.say(
        "diff.title" if told else "diff.title_none",
        old=_version(old),
        new=_version(new),
        count=len(told),
        counts=texts.join(counted),
    )
    rows = _rows([_cells(pair, found, old, new, texts) for pair, found in told], texts)
    return Listing(
        title=title,
        headers=tuple(texts.say(f"diff.{name}" if name in _OWN else f"column.{name}") for name in _COLUMNS),
        rows=rows,
        machine=[_machine(pair, found, old, new) for pair, found in told],
        essential=len(_COLUMNS),
        left_out="",
        short=_short(title, rows, texts),
    )


def _short(title: str, rows: Iterable[tuple[str, ...]], texts: Texts) -> Listing:
    """The same for a screen, where six columns leave none of them room: what changed, and of which target, in a sentence."""
    return Listing(
        title=title,
        headers=(texts.say("diff.change"), texts.say("diff.target")),
        rows=tuple((change, _sentence(*cells, texts=texts)) for change, *cells in rows),
        machine=(),
        essential=2,
        left_out="",
    )


def _sentence(clause: str, indicator: str, area: str, old: str, new: str, *, texts: Texts) -> str:
    told = texts.say("diff.from_to", old=old, new=new) if old and new else old or new
    return texts.say("diff.told", clause=clause, indicator=indicator, area=area, told=told)


def _rows(cells: Iterable[tuple[str, ...]], texts: Texts) -> tuple[tuple[str, ...], ...]:
    """One row for areas of which the same is told of an indicator."""
    areas: dict[tuple[str, ...], list[str]] = {}
    for row in cells:
        areas.setdefault((*row[:_AREA], "", *row[_AREA + 1 :]), []).append(row[_AREA])
    return tuple((*row[:_AREA], texts.join(named), *row[_AREA + 1 :]) for row, named in areas.items())


def _version(plan: Plan) -> str:
    return f"{plan.identity.id} {plan.identity.version}"


def _cells(pair: Pair, found: tuple[DemandChange, ...], old: Plan, new: Plan, texts: Texts) -> tuple[str, ...]:
    plan, target = (new, pair.new) if pair.new is not None else (old, pair.old)
    if target is None:
        raise LookupError(found)
    return (
        texts.join([texts.say(f"demand.{one}") for one in found]),
        clause_mark(plan, target.indicator.clause, texts),
        target_name(target, texts),
        area_name(plan, target.area, texts),
        "" if pair.old is None else _told(pair.old, old, found, texts),
        "" if pair.new is None else _told(pair.new, new, found, texts),
    )


def _told(target: Target, plan: Plan, found: tuple[DemandChange, ...], texts: Texts) -> str:
    """The goal as one version has it, and whatever else of it changed."""
    told = [goal_of(plan, target, texts), texts.say("due", year=target.indicator.due)]
    if DemandChange.FIRMNESS in found:
        told.append(texts.say(f"firmness.{target.indicator.firmness}"))
    if DemandChange.OTHER in found:
        told += [texts.say(f"kind.{target.indicator.kind}"), *_set_against(target, plan, texts)]
    if DemandChange.WORDING in found:
        told.append(texts.say("diff.wording", wording=target.wording))
    if DemandChange.RESPONSIBLE in found:
        units = responsible(plan, target.indicator.clause, target.area, texts)
        told.append(texts.join(units) if units else texts.say("units.none"))
    if target.in_force is not None:
        told.append(texts.say("show.in_force", day=day_told(target.in_force, texts), document=target.set_by))
    return texts.say("clause.separator").join(told)


def _set_against(target: Target, plan: Plan, texts: Texts) -> Iterator[str]:
    """From which year a goal counts, and of which areas it is a share; what it is relative to stands in the goal."""
    if target.indicator.base is not None:
        yield texts.say("show.base", base=target.indicator.base)
    if (share := target.indicator.share) is not None:
        of, goal = plan.measured[share.of], numbers.digits(share.goal)
        amount = numbers.quantity(goal, plan.unit_of_measure(share.of), texts)
        reached = texts.say(f"goal.{share.comparator}", goal=amount)
        yield texts.say("show.share", of=texts.choose(of.name, of.name_en), reached=reached)


def _machine(pair: Pair, found: tuple[DemandChange, ...], old: Plan, new: Plan) -> Mapping[str, object]:
    target = pair.new or pair.old
    if target is None:
        raise LookupError(found)
    return {
        "target": target.indicator.id,
        "indicator": target.indicator.name,
        "area": target.area,
        "changes": [one.value for one in found],
        "old": None if pair.old is None else _demand(pair.old, old),
        "new": None if pair.new is None else _demand(pair.new, new),
    }


def _demand(target: Target, plan: Plan) -> Mapping[str, object]:
    goal = numbers.machine(target.goal)
    indicator = target.indicator
    relative, share = indicator.relative_to, indicator.share
    return {
        "clause": indicator.clause,
        "comparator": indicator.comparator.value,
        "goal": goal if target.high is None else [goal, numbers.machine(target.high)],
        "unit": indicator.unit,
        "due": indicator.due,
        "kind": indicator.kind.value,
        "firmness": indicator.firmness.value,
        "wording": target.wording,
        "responsible": [unit.name for unit in plan.responsible(indicator.clause)],
        "base": indicator.base,
        "relative_to": None if relative is None else {"indicator": relative.indicator, "area": relative.area},
        "share": None
        if share is None
        else {
            "of": share.of,
            "comparator": share.comparator.value,
            "goal": numbers.machine(share.goal),
            "level": share.level,
        },
        "in_force": target.in_force,
        "set_by": target.set_by,
    }
