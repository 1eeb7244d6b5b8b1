"""Tables of projects: the largest, those that stand still, and what lists come to by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.ledger.lists import ProjectList
from countyplan.report.projects.by_year import goal_of_the_list, years_of
from countyplan.report.projects.progress import without_progress
from countyplan.report.projects.said import Said
from countyplan.report.words import numbers
from countyplan.report.words.names import day_told, period_told
from countyplan.submission.ledger import Project
from countyplan.submission.ledger.project import Step

LARGEST = 10


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """A table of projects or of years, under its heading; `lines` tell each row where there is no room for columns."""

    heading: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]


def years(said: Said, lists: Sequence[ProjectList]) -> ProjectTable:
    """What each list comes to by year, beside what is due by then and the goal."""
    rows = []
    for of in lists:
        target = goal_of_the_list(said.plan, of.area)
        for year in years_of(said.plan, of):
            share = "" if target is None else numbers.percent(year.so_far / target.goal, said.texts)
            goal = "" if target is None else said.money(target.goal)
            so_far = said.at_least(year.so_far, year.open_)
            when = said.texts.say("period.year", year=year.year)
            rows.append((said.area(of.area), when, said.money(year.spent), so_far, said.due(year), goal, share))
    return _table(said, "years", ("area", "year", "spent", "so_far", "due", "goal", "share"), rows)


def largest(said: Said, lists: Iterable[ProjectList]) -> ProjectTable:
    """The projects with the largest totals."""
    known = [one for of in lists for one in of.projects if one.total is not None]
    ranked = sorted(known, key=lambda one: -one.total.value if one.total else 0)[:LARGEST]
    rows = [(*_named(said, one), _step(said, one.started), _spent(said, one), one.responsible) for one in ranked]
    return _table(said, "largest", ("project", "area", "total", "started", "spent_so_far", "in_charge"), rows)


def standing_still(said: Said, lists: Iterable[ProjectList]) -> ProjectTable:
    """The projects that made no progress in the year of their list, and why they count as such."""
    rows = [
        (*_named(said, one), said.texts.say(f"projects.still.{why}", year=of.period.year), one.responsible)
        for of in lists
        for one, why in without_progress(of)
    ]
    return _table(said, "still", ("project", "area", "total", "why", "in_charge"), rows)


def _table(said: Said, name: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> ProjectTable:
    headers = tuple(said.texts.say(f"projects.column.{column}") for column in columns)
    separator = said.texts.say("projects.cells")
    lines = tuple(separator.join(_labelled(said, headers, cells)) for cells in rows)
    return ProjectTable(said.texts.say(f"projects.{name}", count=len(rows)), headers, tuple(rows), lines)


def _labelled(said: Said, headers: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """The cells of a row that hold anything, but for the two that say of what the row is with what each is."""
    yield from cells[:2]
    for header, cell in zip(headers[2:], cells[2:], strict=True):
        if cell:
            yield said.texts.say("projects.cell", header=header, cell=cell)


def _named(said: Said, one: Project) -> tuple[str, str, str]:
    return one.name, said.area(one.area), "" if one.total is None else said.money(one.total.value)


def _step(said: Said, step: Step) -> str:
    """When a step was taken, or that it was not."""
    day = period_told(day_told(step.day, said.texts), said.texts)
    if step.taken is None:
        return day
    if not step.taken:
        return said.texts.say("projects.planned", day=day) if day else said.texts.say("projects.not_yet")
    return day or said.texts.say("answer.yes")


def _spent(said: Said, one: Project) -> str:
    """What was spent on a project so far, as far as its list tells."""
    if one.to_date is not None:
        return said.money(one.to_date.value)
    return said.money(sum((amount.value for amount in one.spent.values()), Decimal(0))) if one.spent else ""
