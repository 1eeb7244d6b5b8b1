"""What was left half done, undone."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import IO

from countyplan.cli.out.files.stage import HELD, PREFIX, hold, notes_of

# Ours: a stage that nobody holds is left alone for so long, in seconds; another run may be about to take hold of it.
_FRESH = 60


def undo(stage: Path) -> None:
    """Put back what the stage's notes say was there, wherever the new file still stands in its place."""
    for at, noted in enumerate(notes_of(stage)):
        path = stage.parent / noted.name
        try:
            about = path.lstat()
            if (about.st_ino, about.st_mtime_ns) != (noted.inode, noted.time):
                continue
            if noted.had:
                (stage / f"old-{at}").replace(path)
            else:
                path.unlink()
        except OSError:
            continue


def mend(folder: Path) -> bool:
    """Undo what runs that were killed have left half done in a folder, and take their stages away."""
    found = False
    for stage in [*folder.glob(f"{PREFIX}*")]:
        if stage.is_symlink() or not stage.is_dir():
            continue
        held = _taken(stage)
        if held is None:
            continue
        with held:
            undo(stage)
        shutil.rmtree(stage, ignore_errors=True)
        found = True
    return found


def _taken(stage: Path) -> IO[bytes] | None:
    """A hold on a stage that nobody has any more; None where somebody has, or may be about to."""
    file = stage / HELD
    try:
        if not file.is_file():
            stale = time.time() - stage.lstat().st_mtime > _FRESH
            from tempfile import TemporaryFile

            return TemporaryFile() if stale else None
        held = file.open("r+b")
    except OSError:
        return None
    if hold(held):
        return held
    held.close()
    return None
