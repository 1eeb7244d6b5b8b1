"""Sheets and tables that are called after a year or an area which none of their figures is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from countyplan.diagnostics import Code, Diagnostic, Listed, Place
from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Entry
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.layout import LongLayout, WideLayout
from countyplan.submission.words.fields import Field
from countyplan.submission.words.title.periods import periods_in, without_dates_of_filing
from countyplan.submission.words.title.words import areas_in
from countyplan.submission.words.vocabulary import form, one_of

# The year of an edition is that in which it was printed, and one that figures are compared with none of theirs.
_NOT_THEIR_YEAR = form(one_of("edition", "base", "constant_prices", "since", "counted_since", "counted_from"))


def named_otherwise(
    called: str, texts: Iterable[str | None], entries: Iterable[Entry], plan: Plan
) -> Iterator[list[str]]:
    """The years, and the areas, of all figures where `called` names another one that no text speaks of."""
    years, named = {period.year for period in periods_in(called)}, areas_in(called, plan) if called else set()
    if len(years) != 1 and len(named) != 1:
        return
    meant = [entry.meant for entry in entries if Field.VALUE in entry.cells]
    said = squeezed("|".join(text or "" for text in texts))
    told = {one.period.year for one in meant if one.period is not None}
    if told and len(years) == 1 and not any(year in told or str(year) in said for year in years):
        yield [str(year) for year in sorted(told)]
    areas = {one.area for one in meant if one.area is not None}
    if areas and len(named) == 1 and not named & (areas | areas_in(said, plan)):
        yield [plan.called(area).name for area in sorted(areas)]


def titled_otherwise(
    grid: Grid, begin: int, layout: LongLayout | WideLayout, entries: list[Entry], plan: Plan
) -> Iterator[Diagnostic]:
    """That a title from row `begin` on names one year, or one area, and all figures of the table below are of another.

    A month above a table may tell when it was made.
    """
    header = layout.header if isinstance(layout, LongLayout) else layout.headers.start
    below = [cell.text for row in grid.rows[header : layout.end] for cell in row]
    above = [cell for row in grid.rows[begin:header] for cell in row if cell.text]
    for cell, title in zip(above, without_dates_of_filing([cell.text or "" for cell in above]), strict=True):
        dated = _NOT_THEIR_YEAR.search(squeezed(title)) or not all(one.is_year for one in periods_in(title))
        names = named_otherwise(title, below, entries, plan)
        found = [one for one in names if not (dated and one[0].isdigit())]
        yield from called_otherwise(cell.place, (cell.text or "").strip(), found)


def called_otherwise(place: Place, called: str, names: Iterable[list[str]]) -> Iterator[Diagnostic]:
    """That what is called so holds figures of these alone."""
    return (Diagnostic(Code.SHEET_NAMED_OTHERWISE, place, {"text": called, "found": Listed.of(one)}) for one in names)
