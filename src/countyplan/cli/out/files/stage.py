"""Where the new files of one folder wait, and the old ones are kept, until all are in place, held by the run that writes."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Sequence
from dataclasses import asdict, field
from pathlib import Path
from typing import IO

from countyplan.dataclass import dataclass

PREFIX = ".countyplan-"
HELD, NOTED = "in-use", "swap.json"

if sys.platform == "win32":

    def hold(file: IO[bytes]) -> bool:
        """Whether the file is ours alone, until it is closed or the run ends, however that ends."""
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def hold(file: IO[bytes]) -> bool:
        """Whether the file is ours alone, until it is closed or the run ends, however that ends."""
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


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


@dataclass(slots=True)
class Stage:
    """Where the files of one folder wait; `made` are folders that were not there before."""

    folder: Path
    held: IO[bytes]
    made: Sequence[Path]
    paths: list[Path] = field(default_factory=list)

    def add(self, path: Path, data: bytes) -> None:
        """Write the new file, as readable as the one that it will replace."""
        new = self._new(len(self.paths))
        new.write_bytes(data)
        new.chmod(_mode(path))
        self.paths.append(path)

    def note(self) -> None:
        """Keep the old files, and write down which new ones are to replace them: whoever finds the stage can undo it."""
        noted = []
        for at, path in enumerate(self.paths):
            about = self._new(at).stat()
            had = path.exists()
            if had:
                _keep(path, self.folder / f"old-{at}")
            noted.append(asdict(Noted(path.name, had, about.st_ino, about.st_mtime_ns)))
        (self.folder / NOTED).write_text(json.dumps(noted), encoding="ascii")

    def swap(self, at: int) -> None:
        """Put one new file in its place."""
        self._new(at).replace(self.paths[at])

    def done(self) -> None:
        """From here on nothing is undone."""
        (self.folder / NOTED).unlink(missing_ok=True)

    def clear(self) -> None:
        """Take the stage away."""
        self.held.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def forget_folders(self) -> None:
        """Take away the folders that were made for files that are not there."""
        for made in self.made:
            try:
                made.rmdir()
            except OSError:
                return

    def _new(self, at: int) -> Path:
        return self.folder / f"new-{at}"


def stage_in(parent: Path) -> Stage:
    """A stage for the files of a folder, which is made if it is not there."""
    made = []
    for folder in (parent, *parent.parents):
        if folder.exists():
            break
        made.append(folder)
    parent.mkdir(parents=True, exist_ok=True)
    from tempfile import mkdtemp

    folder = Path(mkdtemp(prefix=PREFIX, dir=parent))
    held = (folder / HELD).open("wb")
    hold(held)
    return Stage(folder, held, made)


def _mode(path: Path) -> int:
    """Who may read and write the file: those who may now, or whoever may read and write any new file."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    masked = os.umask(0o077)
    os.umask(masked)
    return 0o666 & ~masked


def _keep(path: Path, old: Path) -> None:
    """The old file under a second name; a copy where the disk knows no second names."""
    try:
        os.link(path, old)
    except OSError:
        shutil.copy2(path, old)
