"""What the cells of a table's row say: the figure, its unit, its comparator and its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from countyplan.plantext.number import numeral_value
from countyplan.plantext.structure import Figure
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width


def kind_of(name: str, unit: str, *, is_change: bool, falls: bool, words: Vocabulary) -> str:
    """What a row measures, by its name, its unit and whether only a change stands in it."""
    if falls or words.pattern("table.reduction").search(name):
        return "reduction"
    if (is_change and not words.pattern("table.cumulative").search(name)) or words.pattern("table.growth").search(name):
        return "growth_rate"
    if words.pattern("share_unit").fullmatch(unit):
        return "ratio"
    return "cumulative" if words.pattern("table.cumulative").search(name) else "level"


def goal_of(cell: str, figures: Sequence[Figure], words: Vocabulary) -> Decimal | tuple[Decimal, Decimal] | None:
    """The figure of a cell, or the two ends of a range."""
    low, high = figures[0], figures[-1]
    joined = len(figures) == 2 and words.pattern("joins").fullmatch(cell[low.end : high.start].strip())
    if joined and low.number.value is not None and high.number.value is not None:
        return low.number.value, high.number.value
    return high.number.value


def unit_of(name: str, cells: Sequence[str], column: int | None, own: str, words: Vocabulary) -> str:
    """The unit: of its own column, in brackets behind the name, or in the cell."""
    if column is not None and column < len(cells) and cells[column].strip(" -—"):
        return single_width(cells[column]).strip()
    if (found := words.pattern("table.unit_in_name").search(single_width(name))) is not None:
        return found["unit"].strip()
    return own


def comparator_of(cell: str, falls: bool, words: Vocabulary) -> str:
    """The comparator that a cell's signs and words say; without any, that of a figure that rises, or falls."""
    found = next((one["word"] for one in words.get("table.signs") or () if re.search(one["pattern"], cell)), None)
    return found or ("at_most" if falls else "at_least")


def value_of(cells: Sequence[str], at: int | None, words: Vocabulary) -> Decimal | None:
    """The figure of a cell, or None."""
    if at is None or at >= len(cells):
        return None
    found = re.search(r"[\d.,]+", single_width(cells[at]))
    return numeral_value(found[0].rstrip(".,"), words) if found else None
