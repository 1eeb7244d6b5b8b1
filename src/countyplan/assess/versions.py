"""How two versions of a plan stand to each other: which of their targets are the same, and what became of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from countyplan.assess.rule.comparator import lower_tolerance, upper_end
from countyplan.plan import Comparator, Plan, Target, squeeze
from countyplan.plan.selection import answering

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class DemandChange(StrEnum):
    """What became of a target, in the order in which it is told.

    Harder is what fewer values meet, easier what more do; `OTHER` is what meets neither fewer nor more, or is of another
    kind or set against something else. `UNIT` is another unit of measure, `DATE` another year that it is due.
    """

    ADDED = "added"
    DROPPED = "dropped"
    HARDER = "harder"
    EASIER = "easier"
    OTHER = "other"
    UNIT = "unit"
    DATE = "date"
    FIRMNESS = "firmness"
    WORDING = "wording"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True)
class Pair:
    """A target as the old version has it and as the new one has it; None where a version does not."""

    old: Target | None
    new: Target | None


@dataclass(frozen=True, slots=True)
class _Values:
    """The values that meet a goal, from one limit to another; None is no limit, `*_in` whether the limit itself meets it."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True

    def within(self, other: _Values) -> bool:
        """Whether every one of these values is one of the others."""
        own_high, their_high = _negated(self.high), _negated(other.high)
        begins = _above(self.low, other.low, inside=other.low_in or not self.low_in)
        return begins and _above(own_high, their_high, inside=other.high_in or not self.high_in)


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _above(low: Decimal | None, limit: Decimal | None, *, inside: bool) -> bool:
    """Whether what begins at `low` begins no lower than `limit`; `inside` is whether it may begin just there."""
    if limit is None:
        return True
    return low is not None and (low > limit or (low == limit and inside))


def pairs(old: Plan, new: Plan) -> tuple[Pair, ...]:
    """Every target of two versions, in the new one's order, then those that were dropped.

    A target is the same if indicator and area are, by their ids or else by their names, and the year; of those that are left
    of an indicator and area the first is taken for the first, as moved to another year.
    """
    indicators, areas = _same(old, new), _same_areas(old, new)
    left: dict[tuple[str, str], list[Target]] = {}
    for one in old.targets:
        left.setdefault((indicators.get(one.indicator.id, ""), areas.get(one.area, one.area)), []).append(one)
    found: dict[tuple[str, str, int], Target] = {}
    for target in new.targets:
        here = left.get(target.key[:2], [])
        same = next((one for one in here if one.indicator.due == target.indicator.due), None)
        if same is not None:
            here.remove(same)
            found[target.key] = same
    for target in new.targets:
        here = left.get(target.key[:2], [])
        if target.key not in found and here:
            found[target.key] = here.pop(0)
    dropped = [one for several in left.values() for one in several]
    order = {one: at for at, one in enumerate(old.targets)}
    return (
        *(Pair(found.get(target.key), target) for target in new.targets),
        *(Pair(one, None) for one in sorted(dropped, key=order.__getitem__)),
    )


def _same(old: Plan, new: Plan) -> dict[str, str]:
    """For each indicator of the old version the id that it has in the new one, by its id or else by its name."""
    ids = {one.id for one in new.indicators}
    names = {squeeze(one.name): one.id for one in new.indicators}
    taken = {one.id for one in old.indicators} & ids
    told = {one.id: one.id if one.id in ids else names.get(squeeze(one.name), "") for one in old.indicators}
    return {own: other if own == other or other not in taken else "" for own, other in told.items()}


def _same_areas(old: Plan, new: Plan) -> dict[str, str]:
    ids = set(new.area_ids)
    names = {squeeze(one.name): one.id for one in new.areas}
    return {one.id: one.id if one.id in ids else names.get(squeeze(one.name), one.id) for one in old.areas}


def changes(pair: Pair, old: Plan, new: Plan) -> tuple[DemandChange, ...]:
    """What became of a target; nothing where it stayed as it was."""
    if pair.old is None:
        return (DemandChange.ADDED,)
    if pair.new is None:
        return (DemandChange.DROPPED,)
    return tuple(_changes(pair.old, pair.new, old, new))


def _changes(one: Target, two: Target, old: Plan, new: Plan) -> Iterator[DemandChange]:
    yield from _of_the_goal(one, two)
    if one.unit.name != two.unit.name:
        yield DemandChange.UNIT
    if one.indicator.due != two.indicator.due:
        yield DemandChange.DATE
    if one.indicator.firmness is not two.indicator.firmness:
        yield DemandChange.FIRMNESS
    if _words(one) != _words(two):
        yield DemandChange.WORDING
    if _answering(old, one) != _answering(new, two):
        yield DemandChange.RESPONSIBLE


def _words(target: Target) -> str:
    """The words of a target without its numbers: another number alone is told as what it does to the goal."""
    return _NUMBER.sub("", squeeze(target.wording))


def _of_the_goal(one: Target, two: Target) -> Iterator[DemandChange]:
    """Whether the goal itself has become harder or easier; of goals in units of different dimensions that cannot be told."""
    alike = one.indicator.kind is two.indicator.kind and one.indicator.base == two.indicator.base
    if not alike or one.indicator.relative_to != two.indicator.relative_to:
        yield DemandChange.OTHER
        return
    if one.unit.dimension != two.unit.dimension:
        return
    before, after = _values(one), _values(two)
    before = _Values(_converted(before.low, one, two), _converted(before.high, one, two), before.low_in, before.high_in)
    harder, easier = after.within(before), before.within(after)
    if harder and not easier:
        yield DemandChange.HARDER
    elif easier and not harder:
        yield DemandChange.EASIER
    elif not harder:
        yield DemandChange.OTHER


def _converted(value: Decimal | None, one: Target, two: Target) -> Decimal | None:
    return None if value is None else one.unit.convert(value, two.unit)


def _values(target: Target) -> _Values:
    match target.indicator.comparator:
        case Comparator.AT_LEAST:
            values = _Values(target.goal, None)
        case Comparator.MORE_THAN:
            values = _Values(target.goal, None, low_in=False)
        case Comparator.AT_MOST:
            values = _Values(None, target.goal)
        case Comparator.LESS_THAN:
            values = _Values(None, target.goal, high_in=False)
        case Comparator.BETWEEN:
            values = _Values(target.goal, upper_end(target))
        case Comparator.ABOUT:
            values = _Values(lower_tolerance(target), None)
        case _:
            assert_never(target.indicator.comparator)
    return values


def _answering(plan: Plan, target: Target) -> frozenset[str]:
    """Who answers for a target, by the names that they have in the plan."""
    names = {unit.id: unit.name for unit in plan.units}
    return frozenset(names.get(one, one) for one in answering(plan, target.indicator.clause, target.area))
