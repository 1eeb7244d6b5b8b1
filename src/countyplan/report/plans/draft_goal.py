"""What a target of a draft demands, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan.draft.targets import DraftGoal, DraftIndicator
from countyplan.quantity import plain_digits
from countyplan.quantity.told import goal_key, grouped, range_texts
from countyplan.quantity.unit import shipped_units
from countyplan.report.plans.draft_names import DraftNames
from countyplan.report.words import numbers
from countyplan.report.words.names import day_told


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A target of a draft as it binds one area."""

    indicator: DraftIndicator
    goal: DraftGoal
    area: str
    responsible: tuple[str, ...]


def goal_said(row: DraftRow, names: DraftNames) -> str:
    """The goal with comparator and unit, what it is counted from and of, and since when; or that it is open."""
    texts = names.texts
    return texts.say("clause.separator").join([_goal(row, names), *_more(row, names)])


def _goal(row: DraftRow, names: DraftNames) -> str:
    texts, goal, indicator = names.texts, row.goal.goal, row.indicator
    if goal is None or indicator.comparator is None:
        return texts.say("show.open")
    low, high = goal if isinstance(goal, tuple) else (goal, goal)
    if indicator.relative_to is None:
        return _compared(indicator.comparator, (low, high), indicator.unit or "", texts, most=indicator.bounds.high)
    key, other = f"goal.{indicator.comparator}", _other(row, names)
    return texts.say(key, goal=other, high=other) if texts.knows(key) else f"{indicator.comparator} {other}"


def _compared(
    comparator: str, goal: tuple[Decimal, Decimal], unit: str, texts: Texts, *, most: Decimal | None = None
) -> str:
    """A goal with its comparator; `most` is all that there can be."""
    known = shipped_units().find(unit)
    low, high = _amount(goal[0], unit, texts), _amount(goal[1], unit, texts)
    if goal[0] != goal[1]:
        first, last = (plain_digits(one) for one in goal)
        low = grouped(first, texts) if known is None else range_texts(first, last, known, texts)[0]
    key = f"goal.{comparator}" if known is None else goal_key(comparator, goal[0], most, known)
    return texts.say(key, goal=low, high=high) if texts.knows(key) else f"{comparator} {low}"


def _other(row: DraftRow, names: DraftNames) -> str:
    """What a goal is set against, and by how much it has to be more or less."""
    texts, goal, to = names.texts, row.goal.goal, row.indicator.relative_to
    other = "" if to is None else names.measured(to.indicator)
    if to is not None and to.area is not None and to.area != row.area:
        other = texts.say("goal.of_area", area=names.area(to.area), other=other)
    if isinstance(goal, tuple) or not goal:
        return other
    margin = _amount(abs(goal), row.indicator.unit or "", texts)
    return texts.say("goal.margin_up" if goal > 0 else "goal.margin_down", other=other, margin=margin)


def _more(row: DraftRow, names: DraftNames) -> Iterator[str]:
    texts, indicator, share = names.texts, row.indicator, row.indicator.share
    if indicator.base is not None:
        yield texts.say("show.base", base=indicator.base)
    if share is not None:
        settled = share.goal is not None and share.comparator is not None
        both = (share.goal or Decimal(0),) * 2
        reached = _compared(share.comparator or "", both, names.unit_of(share.of), texts) if settled else ""
        yield texts.say("show.share", of=names.measured(share.of), reached=reached)
    if row.goal.in_force is not None:
        yield texts.say(
            "show.in_force", day=day_told(row.goal.in_force, texts), document=row.goal.set_by or texts.say("show.open")
        )


def _amount(number: Decimal, written: str, texts: Texts) -> str:
    """A number with its unit, in the words of the plan where the unit is not one of those that ship."""
    digits, unit = plain_digits(number), shipped_units().find(written)
    if unit is not None:
        return numbers.quantity(digits, unit, texts)
    return texts.say("quantity", number=grouped(digits, texts), unit=written).strip()


def word(kind: str, value: str | None, texts: Texts) -> str:
    """The word for a kind or a firmness, or that it is open."""
    if value is None:
        return texts.say("show.open")
    key = f"{kind}.{value}"
    return texts.say(key) if texts.knows(key) else value
