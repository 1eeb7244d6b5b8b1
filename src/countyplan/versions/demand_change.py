"""What became of a target from one version of a plan to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from countyplan.plan import Plan, Target, squeeze
from countyplan.plan.selection import answering
from countyplan.versions.pairs import Pair
from countyplan.versions.values import values_of

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class DemandChange(StrEnum):
    """What became of a target, in the order in which it is told.

    Harder is what fewer values meet, easier what more do; `OTHER` is what meets neither fewer nor more, or is of another
    kind or set against something else. `UNIT` is another unit of measure, `DATE` another year that it is due, `IN_FORCE`
    another day from which it is in force or another document that says so.
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
    IN_FORCE = "in_force"
    RESPONSIBLE = "responsible"


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
    if (one.in_force, one.set_by) != (two.in_force, two.set_by):
        yield DemandChange.IN_FORCE
    if _answering(old, one) != _answering(new, two):
        yield DemandChange.RESPONSIBLE


def _words(target: Target) -> str:
    """The words of a target without its numbers: another number alone is told as what it does to the goal."""
    return _NUMBER.sub("", squeeze(target.wording))


def _of_the_goal(one: Target, two: Target) -> Iterator[DemandChange]:
    """Whether the goal itself has become harder or easier; of goals in units of different dimensions that cannot be told."""
    if _set_against(one) != _set_against(two):
        yield DemandChange.OTHER
        return
    if one.unit.dimension != two.unit.dimension:
        return
    before, after = values_of(one).in_unit_of(one, two), values_of(two)
    harder, easier = after.within(before), before.within(after)
    if harder and not easier:
        yield DemandChange.HARDER
    elif easier and not harder:
        yield DemandChange.EASIER
    elif not harder:
        yield DemandChange.OTHER


def _set_against(target: Target) -> tuple[object, ...]:
    """What the goal is a number of, and what it is set against: goals that differ in it are no harder and no easier."""
    indicator = target.indicator
    return indicator.kind, indicator.base, indicator.relative_to, indicator.share


def _answering(plan: Plan, target: Target) -> frozenset[str]:
    """Who answers for a target, by the names that they have in the plan."""
    names = {unit.id: unit.name for unit in plan.units}
    return frozenset(names.get(one, one) for one in answering(plan, target.indicator.clause, target.area))
