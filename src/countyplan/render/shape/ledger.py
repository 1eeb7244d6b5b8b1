"""The shape of lists of key projects in JSON, as `parts.py` has that of the rest."""

from __future__ import annotations

from countyplan.render.shape.parts import Digits, Shape
from countyplan.report.projects import progress


class ProjectPlace(Shape):
    """Where a project stands."""

    file: str
    line: int | None
    cell: str | None


class Project(Shape):
    """A project."""

    name: str
    code: str | None
    category: str | None
    total: Digits | None
    approved: str | None
    started: str | None
    finished: str | None
    spent: dict[str, Digits | None]
    to_date: Digits | None
    responsible: str | None
    transferred: bool | None
    source: ProjectPlace


class ByYear(Shape):
    """One year's spending."""

    year: int
    spent: Digits
    cumulative: Digits
    not_told: int
    due: Digits | None


class Still(Shape):
    """A project without progress."""

    project: str
    why: progress.Standstill


class ProjectList(Shape):
    """One list."""

    area: str
    period: str
    projects: list[Project]
    by_year: list[ByYear]
    without_progress: list[Still]


class Derived(Shape):
    """What follows from a list."""

    indicator: str
    area: str
    period: str
    value: Digits
    complete: bool
    projects: list[str]
    not_told: list[str]
    at_limit: list[str]


class Difference(Shape):
    """What differs from the list."""

    indicator: str
    area: str
    period: str
    reported: Digits
    listed: Digits
    exact: bool
    projects: list[str]


class Turn(Shape):
    """What became of a project."""

    project: str
    was: str
    what: progress.Turn


class ListChange(Shape):
    """Between two lists."""

    area: str
    since: str
    period: str
    joined: list[str]
    left: list[str]
    dropped: list[str]
    changed: list[Turn]


class Ledger(Shape):
    """Lists of key projects."""

    unit: str
    lists: list[ProjectList]
    derived: list[Derived]
    differences: list[Difference]
    changes: list[ListChange]
