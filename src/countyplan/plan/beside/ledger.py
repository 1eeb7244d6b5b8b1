"""How figures follow from a list of key projects: `ledger.yaml`, which a plan may have."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from countyplan.diagnostics import Code, Diagnostic
from countyplan.model import refused
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.files.values import Id, Name, Number, Said, Year
from countyplan.plan.own_units import measures_of
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of


class Taken(StrEnum):
    """What is taken from the list: the money spent on its projects, or their number."""

    INVESTMENT = "investment"
    PROJECTS = "projects"


class LedgerColumn(StrEnum):
    """The columns that projects are chosen by."""

    CATEGORY = "category"
    TOTAL = "total"
    TRANSFERRED = "transferred"


class LedgerStep(StrEnum):
    """The steps of a project, by one of which it comes to count."""

    APPROVED = "approved"
    STARTED = "started"
    FINISHED = "finished"


class Where(Frozen):
    """Which projects count, by one column.

    `category` holds one of `any_of`, or else one of `none_of`; of what holds neither nobody knows. `total` is in the list's
    unit. `transferred` has to be answered with yes.
    """

    column: LedgerColumn
    any_of: tuple[Name, ...] = ()
    none_of: tuple[Name, ...] = ()
    at_least: Number | None = None
    more_than: Number | None = None

    def check(self) -> None:
        """What is asked fits the column."""
        words, limits = bool(self.any_of), (self.at_least is not None) + (self.more_than is not None)
        wanted = {
            LedgerColumn.CATEGORY: (True, 0),
            LedgerColumn.TOTAL: (False, 1),
            LedgerColumn.TRANSFERRED: (False, 0),
        }
        if (words, limits) != wanted[self.column]:
            raise refused(Code.PLAN_VALUE_INVALID, "{column}", {"column": self.column.value})


class LedgerRule(Frozen):
    """How the figure of one indicator follows from an area's list; our reading, with the reason.

    Money counts that was spent from the year `since` on, a project from the year on in which it took the step `counts_when`.
    """

    indicator: Id
    take: Taken
    since: Year
    counts_when: LedgerStep | None = None
    where: tuple[Where, ...] = ()
    text: Said
    because: Said
    text_en: str = ""
    because_en: str = ""

    def check(self) -> None:
        """Projects count from some step on, and money from none."""
        if (self.take is Taken.PROJECTS) != (self.counts_when is not None):
            raise refused(Code.PLAN_VALUE_INVALID, "{take}", {"take": self.take.value})


class LedgerFile(Frozen):
    """`ledger.yaml`. `unit` is that of the list's sums; a plan without such a list has none."""

    unit: str = ""
    source: str = ""
    source_en: str = ""
    rules: tuple[LedgerRule, ...] = ()


def lint_ledger(file: LedgerFile, targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Rules for what the plan has no indicator of, twice for one, or in another kind of unit."""
    measures = measures_of(targets)
    unit = measures.find(file.unit)
    if file.rules and unit is None:
        words = {"unit": file.unit, "kind": "ledger"}
        yield Diagnostic(Code.PLAN_UNIT_WRONG, place_of(tree, ("unit",)), words)
    known = {one.id: measures.find(one.unit) for one in targets.indicators}
    seen: set[str] = set()
    for at, rule in enumerate(file.rules):
        own = known.get(rule.indicator)
        of_money = own is not None and unit is not None and own.dimension == unit.dimension
        counts = own is not None and own.counted
        fits = of_money if rule.take is Taken.INVESTMENT else counts
        if not fits or rule.indicator in seen:
            yield invalid(tree, ("rules", at, "indicator"), rule.indicator)
        seen.add(rule.indicator)
