"""What titles, notes and a sheet's name say for a whole table: an area, an indicator, a period, units."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from operator import itemgetter
from typing import TypeVar

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import Period, Unit
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell, Entry, fault, who_reports
from countyplan.submission.words.basis import Basis
from countyplan.submission.words.fields import Field
from countyplan.submission.words.nature import Prices, Stage, prices_in, says_forecast, stage_in, title_says_instead
from countyplan.submission.words.note.remark import is_year_before
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.title.periods import (
    basis_in,
    names_part_of_year,
    periods_in,
    speaks_of_a_start,
    without_dates_of_filing,
)
from countyplan.submission.words.title.scope import is_of_another_scope, scope_in_heading, scope_in_title
from countyplan.submission.words.title.words import (
    areas_in,
    brackets_in,
    indicator_in,
    names_another_area,
    names_part_of_area,
    topics_in,
    units_behind,
    units_in,
)
from countyplan.submission.words.vocabulary import first_word

_Named = TypeVar("_Named")
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
            found.append(fault(value, Code.LABELS_CONTRADICT))
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
        """What this says, but for what headings say in its stead: `area`, `indicator` or `period`."""
        return replace(
            self,
            area=None if "area" in kinds else self.area,
            indicator=None if "indicator" in kinds else self.indicator,
            period=None if "period" in kinds else self.period,
            basis=None if "basis" in kinds else self.basis,
        )


def context_of(
    name: Cell, above: Iterable[Cell], beside: Iterable[Cell], headings: Iterable[Cell], plan: Plan
) -> Context:
    """What a sheet's name, the cells above its header, notes of units anywhere `beside` it, and units in `headings` say."""
    above = list(above)
    titles = without_dates_of_filing([cell.text or "" for cell in (name, *above)])
    areas = {area for text in titles for area in areas_in(text, plan)}
    periods = {period for text in titles for period in periods_in(text)}
    indicators = {indicator for text in titles if (indicator := indicator_in(text, plan)) is not None}
    unclear = {}
    # A bracket says of a table what a note says of a figure: （仅城区）, （上年同期）; （城镇） may be of a name.
    named = "|".join(squeezed(one.name) for one in plan.measured.values())
    told = [one for text in titles for one in brackets_in(text) if not units_in(one)]
    brackets = [one for one in told if squeezed(one) not in named and not scope_in_title(f"({one})")]
    area = next(iter(areas)) if len(areas) == 1 else None
    parted = [text for text in titles if names_part_of_area(text, plan)]
    if parted or any(noted_part(one, area, None, plan) for one in brackets if area is not None):
        unclear["area"] = "part"
    if any(map(names_part_of_year, titles)) or any(map(is_year_before, brackets)):
        unclear["period"] = "part"
    if any(names_another_area(text, plan) for text in titles):
        unclear["area"] = "several"
    unclear |= {kind: "several" for kind, found in (("area", areas), ("period", periods)) if len(found) > 1}
    stated = [(cell, units_in(cell.text or "")) for cell in beside]
    units = dict.fromkeys(unit for _, found in stated for unit in found if unit is not None)
    behind = [(cell, units_behind(cell.text or "")) for cell in (*above, *headings)]
    # 单位：亿元 is a note, and no title that ends with a unit.
    behind = [(cell, found) for cell, found in behind if not units_in(cell.text or "")]
    units |= dict.fromkeys(unit for _, found in behind for unit in found if unit is not None)
    # A sheet that is called 目标 holds goals; a cell that says no more may be a column's header.
    sheet = Cell(f"{first_word('table')}|{name.text}", name.place)
    return Context(
        area=areas.pop() if areas and "area" not in unclear else None,
        indicator=indicators.pop() if len(indicators) == 1 else None,
        period=_period_of(periods, unclear.get("period")),
        basis=basis_in(titles),
        units=tuple(units),
        unread=tuple(dict.fromkeys(cell for cell, found in (*stated, *behind) if None in found)),
        otherwise=next((cell for cell in (sheet, *above) if title_says_instead(cell.text or "")), None),
        unclear=unclear,
        topics=() if indicators else tuple(dict.fromkeys(topic for text in titles for topic in topics_in(text, plan))),
        basis_open=speaks_of_a_start(titles),
        prices=_agreed([prices_in(text) for text in titles]),
        stage=_agreed([stage_in(text) for text in titles]),
        forecast=any(map(says_forecast, titles)),
        brackets=tuple(one for one in brackets if plan.area_names.find(one) is None),
        parts_of=frozenset(area for text in parted for area in areas_in(text, plan)),
        scope=next((scope for text in titles if (scope := _scope_of(text))), ""),
    )


def _scope_of(title: str) -> str:
    """What a title, or a sheet that is called 人均, says that figures are of alone."""
    return scope_in_title(title) or scope_in_title(f"({scope_in_heading(title)})")


def _agreed(told: Iterable[_Named | None]) -> _Named | None:
    """The one thing that titles say of prices, or of how final figures are; None where they say several."""
    said = {one for one in told if one is not None}
    return said.pop() if len(said) == 1 else None


def _period_of(periods: set[Period], unclear: str | None) -> Period | None:
    """The one period that titles name; where they speak of a part of a year, it is no year."""
    if len(periods) != 1:
        return None
    [period] = periods
    return None if unclear is not None and period.is_year else period
