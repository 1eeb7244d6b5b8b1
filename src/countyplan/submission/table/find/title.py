"""What titles, notes and a sheet's name say for a whole table, and units that change within it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from countyplan.plan import Plan
from countyplan.quantity import Period, Unit
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell
from countyplan.submission.table.find.context import Context, UnitsBelow
from countyplan.submission.table.find.row_kinds import RowKinds
from countyplan.submission.words.nature import prices_in, says_forecast, stage_in, title_says_instead
from countyplan.submission.words.note.remark import is_year_before
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.title.periods import (
    basis_in,
    names_part_of_year,
    periods_in,
    speaks_of_a_start,
    without_dates_of_filing,
)
from countyplan.submission.words.title.scope import scope_in_heading, scope_in_title
from countyplan.submission.words.title.words import (
    areas_in,
    brackets_in,
    indicator_in,
    names_another_area,
    names_part_of_area,
    topics_in,
    unit_behind,
    units_behind,
    units_in,
)
from countyplan.submission.words.vocabulary import first_word

_Named = TypeVar("_Named")


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
        prices=agreed([prices_in(text) for text in titles]),
        stage=agreed([stage_in(text) for text in titles]),
        forecast=any(map(says_forecast, titles)),
        brackets=tuple(one for one in brackets if plan.area_names.find(one) is None),
        parts_of=frozenset(area for text in parted for area in areas_in(text, plan)),
        scope=next((scope for text in titles if (scope := _scope_of(text))), ""),
    )


def _scope_of(title: str) -> str:
    """What a title, or a sheet that is called 人均, says that figures are of alone."""
    return scope_in_title(title) or scope_in_title(f"({scope_in_heading(title)})")


def agreed(told: Iterable[_Named | None]) -> _Named | None:
    """The one thing that is said of several; None where they contradict each other."""
    said = {one for one in told if one is not None}
    return said.pop() if len(said) == 1 else None


def _period_of(periods: set[Period], unclear: str | None) -> Period | None:
    """The one period that titles name; where they speak of a part of a year, it is no year."""
    if len(periods) != 1:
        return None
    [period] = periods
    return None if unclear is not None and period.is_year else period


def units_below(rows: RowKinds, data: range) -> UnitsBelow:
    """From which of the rows of data on which units hold, where notes or headings among them say so; None: those of before.

    A note holds until the next one; what a heading says in brackets ends with the next heading. What stands below the last
    figure is about the whole table and not told here.
    """
    last = next((row for row in reversed(data) if rows.has_named_figures(row)), data.start)
    found: list[tuple[int, tuple[Unit, ...] | None]] = []
    noted: tuple[Unit, ...] | None = None
    headed = False
    for row in range(data.start, last):
        texts = [rows.grid.text(row, column) for column in rows.grid.filled(row)]
        if not texts or rows.has_named_figures(row):
            continue
        stated = tuple(unit for text in texts for unit in units_in(text) if unit is not None)
        behind = tuple(unit for cell in rows.heading(row) if (unit := unit_behind(cell.text or "")) is not None)
        if stated:
            noted, headed = stated, False
            found.append((row, stated))
        elif behind:
            headed = True
            found.append((row, behind))
        elif headed and len(texts) == 1:
            headed = False
            found.append((row, noted))
    return tuple(found)
