"""What is odd about lists of projects by themselves: one counted twice, more spent than planned, one that is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from countyplan.diagnostics import Code, Diagnostic, Named
from countyplan.ledger.derive import sum_of
from countyplan.ledger.lists import Change, ProjectList
from countyplan.ledger.names import alike, core_of, forms_of
from countyplan.plan import Plan
from countyplan.plan.names import squeeze
from countyplan.quantity.told import amount
from countyplan.submission.ledger import Amount, Project

# Of so many names that differ in one character each is compared with every other.
_MOST_COMPARED = 50


def odd_projects(plan: Plan, lists: Sequence[ProjectList]) -> Iterator[Diagnostic]:
    """What is odd about each list, and about the lists of several areas as of one period."""
    for one in lists:
        yield from _twice(one)
        yield from _alike(plan, one)
        for project in one.projects:
            yield from _amounts(project, plan)
    by_period: dict[int, list[ProjectList]] = defaultdict(list)
    for one in lists:
        by_period[one.period.end].append(one)
    for several in by_period.values():
        yield from _in_two_areas(plan, several)


def dropped(plan: Plan, changes: Iterable[Change]) -> Iterator[Diagnostic]:
    """Projects that left a list although they were not finished, told where the list had them last."""
    for change in changes:
        for one in change.dropped:
            words = {"project": one.name, "then": str(change.then.period), "now": str(change.now.period)}
            yield Diagnostic(Code.PROJECT_DROPPED, one.place, {**words, "area": _named(plan, one.area)})


def _named(plan: Plan, area: str) -> Named:
    called = plan.area(area)
    return Named(called.name, called.name_en)


def _twice(one: ProjectList) -> Iterator[Diagnostic]:
    """Projects that stand twice in a list, by code or by name."""
    first: dict[str, Project] = {}
    for project in one.projects:
        keys = [key for key in (project.code, squeeze(project.name)) if key]
        before = next((first[key] for key in keys if key in first), None)
        if before is not None:
            words = {"project": project.name, "first": str(before.place)}
            yield Diagnostic(Code.PROJECT_TWICE, project.place, words)
        for key in keys:
            first.setdefault(key, project)


def _alike(plan: Plan, one: ProjectList) -> Iterator[Diagnostic]:
    """Projects of a list whose names are nearly the same."""
    named = [(core_of(project.name, plan), project) for project in one.projects]
    for (core, first), (other, second) in _near(named):
        # Codes tell for themselves which project is which, and what has one name is told as standing there twice.
        settled = (first.code and second.code) or squeeze(first.name) == squeeze(second.name)
        if not settled and alike(core, other):
            words = {"project": second.name, "other": first.name, "first": str(first.place)}
            yield Diagnostic(Code.PROJECTS_ALIKE, second.place, words)


def _near(named: Sequence[tuple[str, Project]]) -> Iterator[tuple[tuple[str, Project], tuple[str, Project]]]:
    """The pairs that may be alike, each once; no more of one form than a person would look through."""
    by_form: dict[str, list[int]] = defaultdict(list)
    for at, (core, _) in enumerate(named):
        for form in forms_of(core):
            by_form[form].append(at)
    pairs = {pair for several in by_form.values() for pair in combinations(several[:_MOST_COMPARED], 2)}
    yield from ((named[first], named[second]) for first, second in sorted(pairs))


def _in_two_areas(plan: Plan, lists: Sequence[ProjectList]) -> Iterator[Diagnostic]:
    """Projects that two areas list, by code, or by name and total, told at the second."""
    first: dict[str, Project] = {}
    for one in lists:
        for project in one.projects:
            keys = [project.code] if project.code else []
            # What two areas call alike (a car park, say) is one project only where it costs the same.
            keys += [f"{core_of(project.name, plan)} {project.total.value}"] if project.total is not None else []
            before = next((first[key] for key in keys if key in first and first[key].area != project.area), None)
            if before is not None:
                words = {
                    "project": project.name,
                    "other": before.name,
                    "area": _named(plan, before.area),
                    "first": str(before.place),
                }
                yield Diagnostic(Code.PROJECT_IN_TWO_AREAS, project.place, words)
            for key in keys:
                first.setdefault(key, project)


def _amounts(one: Project, plan: Plan) -> Iterator[Diagnostic]:
    """More spent than the project is to cost in all, and a running total that its years do not come to."""
    added = sum_of(one.spent.values())
    spent = max([added, *([one.to_date] if one.to_date else [])], key=lambda amount: amount.value)
    if one.total is not None and spent.value - spent.half_digit > one.total.value + one.total.half_digit:
        words = {"project": one.name, "spent": _told(spent, plan), "total": _told(one.total, plan)}
        yield Diagnostic(Code.PROJECT_OVER_TOTAL, one.place, words)
    if one.to_date is None or not one.spent:
        return
    over = added.value - added.half_digit > one.to_date.value + one.to_date.half_digit
    # Years before those that the list has columns for may be in a running total.
    whole = one.started.year is not None and all(
        year in one.spent for year in range(one.started.year, one.period.year + 1)
    )
    under = added.value + added.half_digit < one.to_date.value - one.to_date.half_digit
    if over or (whole and under):
        words = {"project": one.name, "years": _told(added, plan), "to_date": _told(one.to_date, plan)}
        yield Diagnostic(Code.PROJECT_YEARS_DISAGREE, one.place, words)


def _told(sum_: Amount, plan: Plan) -> str:
    return amount(sum_.value, plan.ledger_unit)
