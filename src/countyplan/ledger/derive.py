"""The figures that follow from a list by the plan's rules, with the projects that they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import assert_never

from countyplan.dataclass import dataclass
from countyplan.ledger.lists import ProjectList
from countyplan.plan import Plan
from countyplan.plan.beside.ledger import LedgerColumn, LedgerRule, LedgerStep, Taken, Where
from countyplan.submission.ledger import Amount, Project
from countyplan.submission.ledger.project import Step

_NOTHING = Amount(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A figure as it follows from a list, in the indicator's unit.

    `parts` are the projects that it is made of, each with its share, `unknown` those of which the list does not tell enough:
    with any of them the figure is only what it is at least. `at_limit` are those whose total is the limit itself.
    """

    rule: LedgerRule
    of: ProjectList
    value: Decimal
    half_digit: Decimal
    parts: tuple[tuple[Project, Decimal], ...]
    unknown: tuple[Project, ...]
    at_limit: tuple[Project, ...] = ()


def derive(plan: Plan, lists: Iterable[ProjectList]) -> tuple[Derived, ...]:
    """What follows from each list by each rule."""
    return tuple(_derive(plan, rule, one) for one in lists for rule in plan.ledger.rules if _speaks_of(rule, one))


def _speaks_of(rule: LedgerRule, of: ProjectList) -> bool:
    """Whether a list tells anything of what a rule asks for; one without a column for it was made for something else."""
    asked = all(any(_chooses(where, one) is not None for one in of.projects) for where in rule.where)
    told = rule.take is Taken.PROJECTS or any(one.spent or one.to_date for one in of.projects)
    return asked and told


def _derive(plan: Plan, rule: LedgerRule, of: ProjectList) -> Derived:
    parts: list[tuple[Project, Decimal]] = []
    unknown: list[Project] = []
    half_digit = known = Decimal(0)
    for one in of.projects:
        share = _share(rule, one)
        if share is None:
            unknown.append(one)
            known += _known_part(rule, one)
        elif share.value:
            parts.append((one, share.value))
            half_digit += share.half_digit
    value = sum((share for _, share in parts), known)
    times = _times(plan, rule)
    limits = [where.at_least for where in rule.where if where.at_least is not None]
    at_limit = tuple(one for one, _ in parts if one.total is not None and one.total.value in limits)
    scaled = tuple((one, share * times) for one, share in parts)
    return Derived(
        rule=rule,
        of=of,
        value=(value * times).normalize(),
        half_digit=half_digit * times,
        parts=scaled,
        unknown=tuple(unknown),
        at_limit=at_limit,
    )


def _times(plan: Plan, rule: LedgerRule) -> Decimal:
    """What an amount of the list is multiplied by to be one of the indicator's."""
    if rule.take is Taken.PROJECTS:
        return Decimal(1)
    return plan.ledger_unit.convert(Decimal(1), plan.unit_of_measure(rule.indicator))


def _share(rule: LedgerRule, one: Project) -> Amount | None:
    """What a project adds; None where the list does not tell."""
    chosen = [_chooses(where, one) for where in rule.where]
    if False in chosen:
        return _NOTHING
    match rule.take:
        case Taken.INVESTMENT:
            amount = spent_since(one, rule.since)
        case Taken.PROJECTS:
            counts = _counts(rule, one)
            amount = None if counts is None else Amount(Decimal(counts), Decimal(0))
        case _:
            assert_never(rule.take)
    # Of what adds nothing it makes no difference whether it is chosen.
    if amount is not None and not amount.value:
        return amount
    return None if None in chosen or one.unsure else amount


def _known_part(rule: LedgerRule, one: Project) -> Decimal:
    """What a project adds at least of which the list does not tell all."""
    if rule.take is Taken.PROJECTS or any(_chooses(where, one) is not True for where in rule.where):
        return Decimal(0)
    return sum((amount.value for year, amount in one.spent.items() if year >= rule.since), Decimal(0))


def _chooses(where: Where, one: Project) -> bool | None:
    """Whether a column's condition holds of a project; None where the list does not tell."""
    match where.column:
        case LedgerColumn.TRANSFERRED:
            return one.transferred
        case LedgerColumn.CATEGORY:
            if any(word in one.category for word in where.any_of):
                return True
            return False if any(word in one.category for word in where.none_of) else None
        case LedgerColumn.TOTAL:
            if one.total is None:
                return None
            if where.at_least is not None:
                return one.total.value >= where.at_least
            return where.more_than is not None and one.total.value > where.more_than
        case _:
            assert_never(where.column)


def _counts(rule: LedgerRule, one: Project) -> bool | None:
    """Whether a project took its step within the years that count; None where the list does not tell when."""
    step = _step(one, rule.counts_when)
    if step.taken is False:
        return False
    if step.taken is None:
        return None if step.day or has_money(one) else False
    return None if step.year is None else step.year >= rule.since


def _step(one: Project, step: LedgerStep | None) -> Step:
    match step:
        case LedgerStep.APPROVED:
            return one.approved
        case LedgerStep.STARTED:
            return one.started
        case LedgerStep.FINISHED:
            return one.finished
        case None:
            return Step()
        case _:
            assert_never(step)


def sum_of(amounts: Collection[Amount]) -> Amount:
    """Amounts together, with what their last digits leave open."""
    return Amount(sum((a.value for a in amounts), Decimal(0)), sum((a.half_digit for a in amounts), Decimal(0)))


def has_money(one: Project) -> bool:
    """Whether anything was spent on a project."""
    return any(amount.value for amount in one.spent.values()) or bool(one.to_date and one.to_date.value)


def spent_since(one: Project, since: int) -> Amount | None:
    """What was spent on a project from a year on to the end of its list's period; None where the list does not tell.

    Of a year without an amount it is known that nothing was spent where the project was not begun, or was finished before.
    """
    years = range(since, one.period.year + 1)
    lacking = [year for year in years if year not in one.spent and not is_idle(one, year)]
    if not lacking:
        return sum_of([one.spent[year] for year in years if year in one.spent])
    begun = one.started.year
    return one.to_date if one.to_date is not None and begun is not None and begun >= since else None


def is_idle(one: Project, year: int) -> bool:
    """Whether nothing can have been spent on a project in a year: it was not begun, or finished before."""
    begun, done = one.started, one.finished
    if begun.taken is False or (begun.taken is None and not has_money(one)):
        return True
    before = begun.year is not None and year < begun.year
    return before or bool(done.taken and done.year is not None and year > done.year)
