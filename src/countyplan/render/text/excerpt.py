"""The line that a finding is about, with its place marked below it, measured in terminal cells."""

from __future__ import annotations

from rich.cells import cell_len

from countyplan.diagnostics import unobeyed, visible
from countyplan.report.words.problem import Problem

_MORE = "…"


def excerpt_lines(problem: Problem, width: int) -> list[str]:
    """The line and the mark below it, each at most `width` cells wide; nothing where the finding has no line to show.

    A line that is longer is cut around the place. What a terminal would obey or hide is written out, and the mark is as
    long as what it then takes. Without a column, as in a sheet's row, there is nothing to mark.
    """
    place = problem.place
    number = "" if place.line is None else str(place.line)
    gutter = f"  {number} | "
    parts = marked_excerpt(problem, max(1, width - len(gutter)))
    if parts is None:
        return []
    before, marked, after = parts
    if place.column is None:
        return [unobeyed(gutter + before)]
    blank = cell_len(unobeyed(gutter + before)) - len(gutter)
    mark = " " * blank + "^" * max(1, cell_len(marked))
    return [unobeyed(gutter + before + marked + after), f"  {' ' * len(number)} | {mark}"]


def marked_excerpt(problem: Problem, room: int) -> tuple[str, str, str] | None:
    """The line in at most `room` cells: what is shown before the place, at it and after it; None where there is no line."""
    line, column = problem.excerpt, problem.place.column
    if line is None or not line.strip():
        return None
    if column is None:
        return _beginning(visible(line[: room + 1]), room), "", ""
    return _around(line, column - 1, problem.length, room)


def _around(line: str, start: int, length: int, room: int) -> tuple[str, str, str]:
    """What is shown before the place, at it and after it; where both sides are too long each gets half of the rest."""
    end = start + length
    before, after = visible(line[max(0, start - room - 1) : start]), visible(line[end : end + room + 1])
    marked = _beginning(visible(line[start : min(end, start + room + 1)]), room)
    # A mark takes a cell also where what is marked takes none.
    left = room - max(1, cell_len(marked))
    before = _beginning(before[::-1], max(left // 2, left - cell_len(after)))[::-1]
    return before, marked, _beginning(after, left - cell_len(before))


def _beginning(text: str, room: int) -> str:
    """As much of `text` as fits into `room` cells."""
    if cell_len(text) <= room:
        return text
    kept, used = [], len(_MORE)
    for char in text:
        used += cell_len(char)
        if used > room:
            break
        kept.append(char)
    return "".join([*kept, _MORE]) if room >= len(_MORE) else ""
