"""The lists of each area, one a period, and what became of their projects from one to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from countyplan.dataclass import dataclass
from countyplan.ledger.names import alike, core_of
from countyplan.plan import Plan
from countyplan.plan.names import squeeze
from countyplan.quantity import Period
from countyplan.submission.ledger import Project


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The projects of an area as of the end of a period, as its files list them."""

    area: str
    period: Period
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How a list went on: which projects joined it, left it, and stand in both, those then and now in pairs.

    `dropped` are those among `left` that were not finished. A project that only changed its name is among the pairs.
    """

    then: ProjectList
    now: ProjectList
    joined: tuple[Project, ...]
    left: tuple[Project, ...]
    kept: tuple[tuple[Project, Project], ...]

    @property
    def dropped(self) -> tuple[Project, ...]:
        """Those that left the list although they were not finished."""
        return tuple(one for one in self.left if not one.finished.taken)


def lists_of(plan: Plan, projects: Iterable[Project]) -> tuple[ProjectList, ...]:
    """The lists in the plan's order of areas, the earlier first."""
    found: dict[tuple[int, int], list[Project]] = defaultdict(list)
    order = {area: at for at, area in enumerate(plan.area_ids)}
    for one in projects:
        found[order.get(one.area, len(order)), one.period.end].append(one)
    return tuple(
        ProjectList(several[0].area, several[0].period, tuple(_marked(several))) for _, several in sorted(found.items())
    )


def _marked(several: Sequence[Project]) -> Iterator[Project]:
    """The projects of a list; where it marks those that are relocated, the others are not."""
    marks = any(one.transferred for one in several)
    for one in several:
        yield replace(one, transferred=False) if marks and one.transferred is None else one


def changes(plan: Plan, lists: Sequence[ProjectList]) -> tuple[Change, ...]:
    """What changed in each area from each list to the next."""
    return tuple(_change(plan, then, now) for then, now in pairwise(lists) if then.area == now.area)


def _change(plan: Plan, then: ProjectList, now: ProjectList) -> Change:
    """Projects are the same by code, by name, or by a name that is nearly alike."""
    left, joined = list(then.projects), list(now.projects)
    kept: list[tuple[Project, Project]] = []
    for same in (
        lambda one, other: bool(one.code) and one.code == other.code,
        lambda one, other: squeeze(one.name) == squeeze(other.name),
        lambda one, other: alike(core_of(one.name, plan), core_of(other.name, plan)),
    ):
        for before in list(left):
            after = next((one for one in joined if same(before, one)), None)
            if after is not None:
                left.remove(before)
                joined.remove(after)
                kept.append((before, after))
    return Change(then, now, tuple(joined), tuple(left), tuple(kept))
