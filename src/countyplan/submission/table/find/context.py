"""What is said for all of a table, by its titles, by notes, or by its sheet's name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from operator import itemgetter
from typing import Any

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import Period, Unit
from countyplan.submission.cell import Cell, Entry, fault, subject_of, who_reports
from countyplan.submission.words.basis import Basis
from countyplan.submission.words.fields import Field
from countyplan.submission.words.nature import Prices, Stage
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.title.scope import is_of_another_scope

# From which row on which units hold; None stands for those of the whole table.
UnitsBelow = tuple[tuple[int, tuple[Unit, ...] | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is said for the whole table; empty where nothing is said, or two things.

    `units` are those a note states, `units_below` those that hold from a row on (None: `units` again), `unread` the notes
    whose unit nobody knows, `otherwise` the title by which the table
    holds growth rates or goals and no outcomes. `unclear` says of an area or a period why there is none: the titles name
    `several`, or a `part` of one. `topics` are what titles are about where that is
    no indicator's whole name. `basis_open` says that running totals may start elsewhere than the plan,
    `prices` at what prices amounts are, `stage` how final figures are, `forecast` that they are foreseen, and `scope` what
    they are of alone (规模以上主要指标). `brackets` are what titles say in brackets of all figures (不含开发区), and
    `parts_of` the areas of which they name a part (甲市某某镇).
    """

    area: str | None = None
    indicator: str | None = None
    period: Period | None = None
    basis: Basis | None = None
    units: tuple[Unit, ...] = ()
    units_below: UnitsBelow = ()
    unread: tuple[Cell, ...] = ()
    otherwise: Cell | None = None
    unclear: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    basis_open: bool = False
    prices: Prices | None = None
    stage: Stage | None = None
    forecast: bool = False
    scope: str = ""
    brackets: tuple[str, ...] = ()
    parts_of: frozenset[str] = frozenset()

    def units_at(self, row: int) -> tuple[Unit, ...]:
        """The units that are stated for the figures of a row, or for what follows the table."""
        above = bisect_right(self.units_below, row, key=itemgetter(0))
        stated = self.units_below[above - 1][1] if above else None
        return self.units if stated is None else stated

    def or_else(self, other: Context) -> Context:
        """What this says, with what it does not say taken from `other`; an indicator is the table's own."""
        units, unread = (self.units, self.unread) if self.units or self.unread else (other.units, ())
        dated = self if self.period is not None or "period" in self.unclear else other
        placed = self if self.area is not None or "area" in self.unclear else other
        return replace(
            self,
            area=placed.area,
            period=dated.period,
            basis=self.basis or dated.basis,
            basis_open=self.basis_open or dated.basis_open,
            prices=self.prices or other.prices,
            stage=self.stage or other.stage,
            forecast=self.forecast or other.forecast,
            scope=self.scope or other.scope,
            brackets=(*self.brackets, *other.brackets),
            parts_of=self.parts_of | other.parts_of,
            units=units,
            unread=unread,
            unclear={**other.unclear, **self.unclear},
        )

    def applied(self, entries: list[Entry], plan: Plan, found: list[Diagnostic]) -> list[Entry]:
        """The entries of the table with how final its titles say that they are, where their rows and columns do not.

        Those of what the titles are not of (地区生产总值 below 规模以上主要指标) are told and left out.
        """
        if not (self.stage or self.forecast or self.scope or self.brackets or self.parts_of):
            return entries
        return [self._applied(entry, plan, found) for entry in entries]

    def _applied(self, entry: Entry, plan: Plan, found: list[Diagnostic]) -> Entry:
        value = entry.cells.get(Field.VALUE)
        if value is not None and self._is_of_another(entry, plan):
            found.append(fault(value, Code.LABELS_CONTRADICT, subject_of(entry, plan)))
            return who_reports(entry)
        period, told = entry.meant.period, entry.qualifiers
        is_earlier = period is not None and self.period is not None and period.end < self.period.end
        bare = (entry.titled or entry.year is not None) and entry.stage is None and Qualifier.FORECAST not in told
        forecast = (Qualifier.FORECAST,) if self.forecast and bare and not is_earlier else ()
        return replace(entry, stage=entry.stage or self.stage, qualifiers=(*told, *forecast))

    def _is_of_another(self, entry: Entry, plan: Plan) -> bool:
        """Whether titles say of a figure that it is of a part of what its row and its column name."""
        area = entry.meant.area or plan.area_names.find(entry.text(Field.AREA))
        indicator = entry.meant.indicator or plan.indicator_names.find(entry.text(Field.INDICATOR))
        if area in self.parts_of or (self.scope and is_of_another_scope(self.scope, indicator, plan)):
            return True
        return any(noted_part(one, area, indicator, plan) for one in self.brackets)

    def without(self, kinds: Collection[str]) -> Context:
        """What this says, but for what headings say in its stead: `area`, `indicator`, `period` or `basis`."""
        nothing: dict[str, Any] = dict.fromkeys(kinds)
        return replace(self, **nothing)
