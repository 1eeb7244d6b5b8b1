"""Where something stands, as whoever reads a repository says it."""

from __future__ import annotations

from pathlib import PurePath

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A path from the current folder with forward slashes, and in a text the line and columns, in a workbook the cell.

    Lines and columns count from 1, and `end_column` is the one after the last that is meant.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.path}!{self.cell}"
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


def spot_of(place: Place, folder: PurePath) -> Spot:
    """`place` as seen from `folder`; a sheet's row and column are in the cell's name and no line of a text."""
    path = relative_path(place.file, folder)
    if place.cell is not None:
        return Spot(path, cell=place.cell)
    end = None if place.column is None else place.column + max(1, place.length)
    return Spot(path, place.line, place.column, end)


def relative_path(file: str, folder: PurePath) -> str:
    """`file` as seen from `folder`, with forward slashes on every system; absolute where it lies elsewhere."""
    path = type(folder)(file)
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
