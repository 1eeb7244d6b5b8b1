"""Reads a submission that a test holds as text, and says what came of it."""

from __future__ import annotations

from pathlib import Path

from countyplan.diagnostics import Code
from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import Submissions, read_submissions

PLAN = load_plan(shipped_plan())[0]
Told = tuple[Code, int | None, int | None]


def read(folder: Path, name: str, content: str | bytes) -> Submissions:
    """What `content` comes to in a file of that name."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_submissions([path], PLAN)


def told(submissions: Submissions) -> list[Told]:
    """Every finding by code, line and column."""
    return [(one.code, one.place.line, one.place.column) for one in submissions.diagnostics]


def values(submissions: Submissions) -> dict[str, str]:
    """The figures' values by indicator."""
    return {one.indicator: str(one.value) for one in submissions.figures}
