"""What a stage notes of the files that are to be replaced."""

from __future__ import annotations

import json
from pathlib import Path

from countyplan.dataclass import dataclass

PREFIX = ".countyplan-"
HELD, NOTED = "in-use", "swap.json"


@dataclass(frozen=True, slots=True)
class Noted:
    """A file as it was to be replaced: by the file with this number and time; `had` says whether there was one before."""

    name: str
    had: bool
    inode: int
    time: int


def notes_of(stage: Path) -> list[Noted]:
    """What the stage says of its files; nothing where it says it in no way of ours, or of files that are elsewhere."""
    file = stage / NOTED
    try:
        told = json.loads(file.read_bytes()) if file.is_file() else []
        noted = [Noted(str(one["name"]), bool(one["had"]), int(one["inode"]), int(one["time"])) for one in told]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
    return [] if any(Path(one.name).name != one.name for one in noted) else noted
