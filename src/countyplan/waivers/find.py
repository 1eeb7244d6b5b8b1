"""Where waivers lie: beside the submissions, under a name of their own."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import realpath
from pathlib import Path

from countyplan.submission.open.files import WAIVERS


def waiver_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Each `waivers.yaml` in the folders of `paths` and below them, and beside the files of `paths`.

    Also one that is no file and cannot be read, such as a pipe: it is told where it would be read. A link that leads
    nowhere is told where submissions are found.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _beside(path):
            found.setdefault(realpath(file), file)
    return tuple(found.values())


def _beside(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.rglob(WAIVERS) if _stands_there(file))
        beside = path.parent / WAIVERS
        return [beside] if path.exists() and _stands_there(beside) else []
    except OSError:
        # A path that cannot be looked at is told of where its submissions are read.
        return []


def _stands_there(file: Path) -> bool:
    return file.exists() and not file.is_dir()
