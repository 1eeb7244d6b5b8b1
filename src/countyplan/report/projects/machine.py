"""The lists for machines: numbers as decimal strings, projects by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from countyplan.ledger.derive import Derived
from countyplan.ledger.differences import Difference
from countyplan.ledger.ledger import Ledger
from countyplan.ledger.lists import Change, ProjectList
from countyplan.plan import Plan
from countyplan.quantity import plain_digits
from countyplan.report.projects.by_year import years_of
from countyplan.report.projects.progress import turns, without_progress
from countyplan.submission.ledger import Amount, Project


def machine_ledger(plan: Plan, ledger: Ledger, lists: Sequence[ProjectList]) -> Mapping[str, object]:
    """What a program is told of the last lists, what follows from them, and what became of the lists before."""
    return {
        "unit": plan.ledger.unit,
        "lists": [_list(plan, one) for one in lists],
        "derived": [_derived(one) for one in ledger.derived if one.of in lists],
        "differences": [_difference(one) for one in ledger.differences if one.derived.of in lists],
        "changes": [_change(one) for one in ledger.changes if one.now in lists],
    }


def _list(plan: Plan, of: ProjectList) -> dict[str, object]:
    return {
        "area": of.area,
        "period": str(of.period),
        "projects": [_project(one) for one in of.projects],
        "by_year": [
            {
                "year": one.year,
                "spent": _number(one.spent),
                "cumulative": _number(one.so_far),
                "not_told": one.open_,
                "due": None if one.due is None else _number(one.due),
            }
            for one in years_of(plan, of)
        ],
        "without_progress": [{"project": one.name, "why": why.value} for one, why in without_progress(of)],
    }


def _project(one: Project) -> dict[str, object]:
    steps = {"approved": one.approved, "started": one.started, "finished": one.finished}
    return {
        "name": one.name,
        "code": one.code or None,
        "category": one.category or None,
        "total": _amount(one.total),
        **{name: step.day or None for name, step in steps.items()},
        "spent": {str(year): _amount(one.spent[year]) for year in sorted(one.spent)},
        "to_date": _amount(one.to_date),
        "responsible": one.responsible or None,
        "transferred": one.transferred,
        "source": {"file": one.place.file, "line": one.place.line, "cell": one.place.cell},
    }


def _derived(one: Derived) -> dict[str, object]:
    return {
        "indicator": one.rule.indicator,
        "area": one.of.area,
        "period": str(one.of.period),
        "value": _number(one.value),
        "complete": not one.unknown,
        "projects": [project.name for project, _ in one.parts],
        "not_told": [project.name for project in one.unknown],
        "at_limit": [project.name for project in one.at_limit],
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        "indicator": one.derived.rule.indicator,
        "area": one.derived.of.area,
        "period": str(one.derived.of.period),
        "reported": _number(one.reported),
        "listed": _number(one.derived.value),
        "exact": one.exact,
        "projects": [project.name for project, _ in one.projects],
    }


def _change(one: Change) -> dict[str, object]:
    return {
        "area": one.now.area,
        "since": str(one.then.period),
        "period": str(one.now.period),
        "joined": [project.name for project in one.joined],
        "left": [project.name for project in one.left],
        "dropped": [project.name for project in one.dropped],
        "changed": [{"project": now.name, "was": then.name, "what": what.value} for then, now, what in turns(one)],
    }


def _amount(one: Amount | None) -> str | None:
    return None if one is None else _number(one.value)


def _number(value: Decimal) -> str:
    return plain_digits(value.normalize())
