"""Projects without progress, and what changed of those that stand in two lists."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from countyplan.ledger.derive import has_money
from countyplan.ledger.lists import Change, ProjectList
from countyplan.submission.ledger import Project


class Standstill(StrEnum):
    """Why a project counts as one without progress."""

    NOT_BEGUN = "not_begun"
    NOTHING_SPENT = "nothing_spent"
    NOTHING_TOLD = "nothing_told"


class Turn(StrEnum):
    """What changed of a project from one list to the next."""

    BEGUN = "begun"
    FINISHED = "finished"
    TOTAL = "total"
    NAME = "name"


def standstill(one: Project) -> Standstill | None:
    """Why a project has made no progress in the year of its list; None where it has, or is finished."""
    if one.finished.taken:
        return None
    if one.started.taken is False or (one.started.taken is None and not has_money(one)):
        return Standstill.NOT_BEGUN
    spent = one.spent.get(one.period.year)
    if spent is not None:
        return Standstill.NOTHING_SPENT if not spent.value else None
    return Standstill.NOTHING_TOLD if one.to_date is None else None


def without_progress(of: ProjectList) -> Iterator[tuple[Project, Standstill]]:
    """The projects of a list that have made none, those that were begun first."""
    found = [(one, why) for one in of.projects if (why := standstill(one)) is not None]
    order = (Standstill.NOTHING_SPENT, Standstill.NOTHING_TOLD, Standstill.NOT_BEGUN)
    yield from sorted(found, key=lambda pair: order.index(pair[1]))


def turns(change: Change) -> Iterator[tuple[Project, Project, Turn]]:
    """What changed of the projects that stand in both lists."""
    for then, now in change.kept:
        if now.started.taken and then.started.taken is False:
            yield then, now, Turn.BEGUN
        if now.finished.taken and not then.finished.taken:
            yield then, now, Turn.FINISHED
        if then.total is not None and now.total is not None and then.total.value != now.total.value:
            yield then, now, Turn.TOTAL
        if then.name != now.name:
            yield then, now, Turn.NAME
