"""Columns in a terminal, as wide as what stands in them; a cell is folded between words, and only where it must be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from countyplan.render.text.screen import Line, Screen
from countyplan.render.text.wrap import longest_piece, wrap

# Ours: a paragraph in a narrower column is one word below the other.
_READABLE = 12


def widths_of(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of the widest cell of each column; all rows have as many."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def least_of(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column has to be for no word or number of it to be broken, and for a paragraph of it to be read."""
    words = [max(map(longest_piece, column)) for column in zip(*rows, strict=True)]
    return [max(word, min(width, _READABLE)) for word, width in zip(words, widths_of(rows), strict=True)]


def narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The same with the widest cut down until together they take no more than `room` cells, and none is gone.

    Those that are wider than they have to be go first.
    """
    kept = list(widths)
    while sum(kept) > room and max(kept) > 1:
        spare = [width if width > needed else 0 for width, needed in zip(kept, least, strict=True)]
        from_these = spare if any(spare) else kept
        kept[from_these.index(max(from_these))] -= 1
    return kept


def print_columns(cells: Sequence[Line], widths: Sequence[int], console: Screen) -> None:
    """Cells beside each other in columns of these widths, one space apart."""
    folded = [wrap(cell.plain, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*folded, fillvalue=""):
        line = Line()
        for part, cell, width in zip(parts, cells, widths, strict=True):
            line.append(part, cell.style)
            line.append(" " * (width - cell_len(part) + 1))
        line.rstrip()
        console.print(line, soft_wrap=True)
