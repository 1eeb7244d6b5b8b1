"""Years of two digits (24年), written out where years of four digits beside them make the century certain."""

from __future__ import annotations

import re
from dataclasses import replace

from countyplan.quantity.width import squeezed
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.words.vocabulary import form, one_of

_SHORT = form(rf"^(?P<digits>\d\d)(?={one_of('year')}(?!\d))")
_WHOLE = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
# Years of one table lie no further apart.
_APART = 15


def with_whole_years(grid: Grid) -> Grid:
    """The sheet with 24年 as 2024年 in rows that name another year in full, or under a title that does."""
    if not any(cell.text and _SHORT.match(cell.text.lstrip()) for row in grid.rows for cell in row):
        return grid
    titled = [int(year) for cells in grid.rows if _says_little(cells) for cell in cells for year in _years(cell)]
    return replace(grid, rows=[_written_out(cells, titled) for cells in grid.rows])


def _says_little(cells: list[Cell]) -> bool:
    return sum(bool(cell.said) for cell in cells) == 1


def _years(cell: Cell) -> list[str]:
    return _WHOLE.findall(squeezed(cell.text or ""))


def _written_out(cells: list[Cell], titled: list[int]) -> list[Cell]:
    beside = [int(year) for cell in cells for year in _years(cell)] or titled
    return [_whole(cell, beside) for cell in cells]


def _whole(cell: Cell, beside: list[int]) -> Cell:
    found = _SHORT.match(squeezed(cell.text or ""))
    if found is None:
        return cell
    meant = {year - year % 100 + int(found["digits"]) for year in beside}
    near = {year for year in meant if all(abs(year - other) <= _APART for other in beside)}
    return (
        Cell(squeezed(cell.text or "").replace(found["digits"], str(near.pop()), 1), cell.place)
        if len(near) == 1
        else cell
    )
