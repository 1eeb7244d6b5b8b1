"""The header of a list of projects: which column holds what, by one row or by two of which the lower names years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from countyplan.dataclass import dataclass
from countyplan.quantity import Unit
from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.ledger.words import WORDS, speaks_of, without_unit
from countyplan.submission.words.listed import UNREAD

# Titles, and who filled it in, stand above a header; below so many rows nothing is one.
_DEEPEST = 30
_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?!\d)")
_BARE_YEAR = re.compile(r"(?:19|20|21)\d\d年?度?")


class Spent(StrEnum):
    """What a column of amounts by year holds; `BARE` says of a year no more than that."""

    DONE = "done"
    BARE = "bare"
    PLANNED = "planned"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: a field, or amounts of a year; no year is that of the list. `unit` is that of its amounts."""

    name: str = ""
    spent: Spent | None = None
    year: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header, the first and the last, what the columns hold, and those that nobody knows."""

    first: int
    last: int
    columns: dict[int, Column]
    unknown: tuple[int, ...]

    def column(self, name: str) -> int | None:
        """The first column of a field."""
        return next((at for at, one in self.columns.items() if one.name == name), None)

    def head(self, grid: Grid, column: int) -> Cell:
        """The cell of a column's header, or the first of that row where none stands there."""
        return grid.cell(self.last, column) or grid.rows[self.last][0]

    @property
    def spent(self) -> Iterator[tuple[int, Column]]:
        """The columns of amounts by year."""
        return ((at, one) for at, one in self.columns.items() if one.spent is not None)


def find_header(grid: Grid) -> Header | None:
    """The header of a list of projects; None where the sheet holds no such list."""
    for row in range(min(len(grid.rows), _DEEPEST)):
        header = _by(row, row, [grid.text(row, at) for at in range(grid.width)])
        if header is not None:
            return _with_years_below(grid, header)
    return None


def _by(first: int, last: int, texts: list[str]) -> Header | None:
    columns = {at: column for at, text in enumerate(texts) if text and (column := column_of(text)) is not None}
    if not WORDS.needed <= {one.name for one in columns.values()}:
        return None
    unknown = tuple(at for at, text in enumerate(texts) if text and at not in columns)
    return Header(first, last, columns, unknown)


def _with_years_below(grid: Grid, header: Header) -> Header:
    """The header with the row below it, if that names the years of a heading that spans them."""
    row = header.last + 1
    if row >= len(grid.rows):
        return header
    below = [grid.text(row, at) for at in range(grid.width)]
    above = _carried(grid, header.last, below)
    project = header.column("project")
    own = "" if project is None or below[project] == above[project] else below[project]
    years = [text for text, over in zip(below, above, strict=True) if text != over and _YEAR.search(squeezed(text))]
    if own or not years or not all(_names_amounts(text) for text in years):
        return header
    texts = [over if text in {"", over} else _together(over, text) for text, over in zip(below, above, strict=True)]
    both = _by(header.first, row, texts)
    return header if both is None else replace(both, first=header.first)


def _together(over: str, text: str) -> str:
    """A heading with the one below it, and the unit of either behind both."""
    bare, unit = without_unit(over)
    own = without_unit(text)[1]
    return f"{bare} {text}" if unit is None or own is not None else f"{bare} {text}({unit.name})"


def _names_amounts(text: str) -> bool:
    plain = without_unit(text)[0]
    return bool(_BARE_YEAR.fullmatch(squeezed(plain))) or any(
        speaks_of(plain, group) for group in ("done", "planned", "money")
    )


def _carried(grid: Grid, row: int, below: list[str]) -> list[str]:
    """The texts of a row, each also over the blank cells to its right that have a text below."""
    texts: list[str] = []
    for at in range(grid.width):
        own = grid.text(row, at)
        texts.append(own if own or not below[at] or not texts else texts[-1])
    return texts


def column_of(text: str) -> Column | None:
    """What a column's heading says that it holds; None for one that nobody knows."""
    bare, unit = without_unit(text)
    name = WORDS.find_field(bare) or WORDS.fields.find(text)
    return _amounts(text, bare, unit) if name is None else Column(name, unit=unit)


def _amounts(text: str, bare: str, unit: Unit | None) -> Column | None:
    """A column of amounts: of a year that it names, of this year, or running totals."""
    found = _YEAR.findall(squeezed(text))
    year = int(found[-1]) if found else None
    dated = year is not None or speaks_of(text, "this_year")
    spent = _spent(text)
    if spent is Spent.CUMULATIVE and (speaks_of(text, "money") or unit is not None or dated):
        return Column(spent=spent, year=year, unit=unit)
    if not dated or len(set(found)) > 1:
        return Column(UNREAD) if spent is Spent.PLANNED else None
    of_money = speaks_of(text, "money") or spent is Spent.DONE or unit is not None
    if of_money or _BARE_YEAR.fullmatch(squeezed(bare)) is not None:
        return Column(spent=spent, year=year, unit=unit)
    return Column(UNREAD) if spent is Spent.PLANNED else None


def _spent(text: str) -> Spent:
    if speaks_of(text, "planned") and not speaks_of(text, "done"):
        return Spent.PLANNED
    if speaks_of(text, "cumulative"):
        return Spent.CUMULATIVE
    # 计划完成 is a plan.
    if speaks_of(text, "planned"):
        return Spent.PLANNED
    return Spent.DONE if speaks_of(text, "done") else Spent.BARE
