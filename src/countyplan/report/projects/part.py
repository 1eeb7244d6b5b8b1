"""The part of a report on the lists of projects: what they come to, the largest, those that stand still, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.ledger.ledger import Ledger
from countyplan.ledger.lists import ProjectList
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.projects.machine import machine_ledger
from countyplan.report.projects.said import Said
from countyplan.report.projects.table import ProjectTable, largest, standing_still, years


@dataclass(frozen=True, slots=True, kw_only=True)
class Projects:
    """The lists in words: how each stands, what does not agree with what is reported, what changed, and tables."""

    heading: str
    summary: tuple[str, ...]
    differences_heading: str
    differences: tuple[str, ...]
    changes_heading: str
    changes: tuple[str, ...]
    tables: tuple[ProjectTable, ...]
    note: str
    machine: Mapping[str, object]

    @property
    def told(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What does not agree and what changed, each under its heading; nothing of what there is not."""
        parts = ((self.differences_heading, self.differences), (self.changes_heading, self.changes))
        return tuple((heading, lines) for heading, lines in parts if lines)


def build_projects(plan: Plan, ledger: Ledger, as_of: Period, texts: Texts) -> Projects | None:
    """The part on the last lists up to `as_of`; None where there are none."""
    lists = ledger.latest(as_of.end)
    if not lists:
        return None
    said = Said(plan, texts)
    rolled = [one for one in ledger.changes if one.now in lists]
    differences = tuple(said.difference(one) for one in ledger.differences if one.derived.of in lists)
    changed = tuple(line for one in rolled for line in said.change(one))
    return Projects(
        heading=texts.say("projects.heading"),
        summary=tuple(line for one in lists for line in _standing(said, ledger, one)),
        differences_heading=texts.say("projects.differences") if differences else "",
        differences=differences,
        changes_heading=texts.say("projects.changes") if changed else "",
        changes=changed,
        tables=tuple(table for made in (years, largest, standing_still) if (table := made(said, lists)).rows),
        note=texts.say("projects.note"),
        machine=machine_ledger(plan, ledger, lists),
    )


def projects_in(plan: Plan, ledger: Ledger, area: str, as_of: Period, texts: Texts) -> tuple[str, ...]:
    """How the list of one area stands and what changed, in a few lines."""
    said = Said(plan, texts)
    own = [one for one in ledger.latest(as_of.end) if one.area == area]
    lines = [line for one in own for line in _standing(said, ledger, one)]
    lines += [said.difference(one) for one in ledger.differences if one.derived.of in own]
    return (*lines, *(line for one in ledger.changes if one.now in own for line in said.change(one)))


def _standing(said: Said, ledger: Ledger, of: ProjectList) -> Iterator[str]:
    """How a list stands, and which of its projects count only because a limit is included."""
    yield said.standing(of)
    for one in ledger.derived:
        if one.of is of:
            yield from said.at_limit(one)
