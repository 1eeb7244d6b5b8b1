"""Where waivers lie: beside the submissions, under a name of their own."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import realpath
from pathlib import Path

from countyplan.submission.read import WAIVERS


def waiver_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Each `waivers.yaml` in the folders of `paths` and below them, and beside the files of `paths`."""
    found: dict[str, Path] = {}
    for path in paths:
        for file in _beside(path):
            found.setdefault(realpath(file), file)
    return tuple(found.values())


def _beside(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.rglob(WAIVERS) if file.is_file())
        beside = path.parent / WAIVERS
        return [beside] if path.exists() and beside.is_file() else []
    except OSError:
        # A path that cannot be looked at is told of where its submissions are read.
        return []
