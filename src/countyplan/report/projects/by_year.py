"""What a list comes to year by year, beside the goal that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.ledger.derive import is_idle
from countyplan.ledger.lists import ProjectList
from countyplan.plan import Plan, Target
from countyplan.plan.beside.ledger import LedgerRule, Taken
from countyplan.quantity import Period


@dataclass(frozen=True, slots=True)
class ListedYear:
    """What was spent in a year and since the first, both at least where `open_` projects did not tell; what is due by then.

    `due` is the year's own goal where the plan has one, else the way in a straight line to the goal.
    """

    year: int
    spent: Decimal
    so_far: Decimal
    open_: int
    due: Decimal | None


def rule_of_the_whole(plan: Plan) -> LedgerRule | None:
    """The rule by which all of a list's money comes to a figure."""
    return next((one for one in plan.ledger.rules if one.take is Taken.INVESTMENT and not one.where), None)


def goal_of_the_list(plan: Plan, area: str) -> Target | None:
    """What the plan demands of the money that an area's list comes to."""
    rule = rule_of_the_whole(plan)
    return None if rule is None else plan.target(rule.indicator, area)


def years_of(plan: Plan, of: ProjectList) -> Iterator[ListedYear]:
    """The years of a list from the first that counts."""
    rule = rule_of_the_whole(plan)
    if rule is None:
        return
    so_far, open_ = Decimal(0), 0
    for year in range(rule.since, of.period.year + 1):
        spent = sum((one.spent[year].value for one in of.projects if year in one.spent), Decimal(0))
        so_far += spent
        open_ += sum(year not in one.spent and not is_idle(one, year) for one in of.projects)
        end = min(Period.of_year(year).end, of.period.end)
        yield ListedYear(year, spent, so_far, open_, _due(plan, rule, of.area, Period.ending(end)))


def _due(plan: Plan, rule: LedgerRule, area: str, period: Period) -> Decimal | None:
    target = plan.target(rule.indicator, area)
    if target is None:
        return None
    own = plan.milestone(rule.indicator, area, period)
    if own is not None:
        return own.goal
    gone, whole = period.end - plan.baseline.end, target.due.end - plan.baseline.end
    return min(target.goal, target.goal * gone / whole)
