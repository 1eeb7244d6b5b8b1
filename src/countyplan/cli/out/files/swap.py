"""New files put in the place of old ones: all of them or none, whatever ends the run, and whenever.

Each folder that files go into gets a stage, a hidden folder of its own, where the new files are written and the old ones kept
until all are in place. A run that was killed leaves it behind; the next one that writes there puts back what was half done.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, field
from pathlib import Path
from typing import IO

from countyplan.cli.out.signals import pause_signals
from countyplan.dataclass import dataclass

PREFIX = ".countyplan-"
_HELD, _NOTED = "in-use", "swap.json"
# Ours: a stage that nobody holds is left alone for so long, in seconds; another run may be about to take hold of it.
_FRESH = 60


class NotPlacedError(Exception):
    """A file could not be written: `path` is the one that was meant, `reason` why."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


@dataclass(slots=True)
class _Stage:
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
            noted.append(asdict(_Noted(path.name, had, about.st_ino, about.st_mtime_ns)))
        (self.folder / _NOTED).write_text(json.dumps(noted), encoding="ascii")

    def swap(self, at: int) -> None:
        """Put one new file in its place."""
        self._new(at).replace(self.paths[at])

    def done(self) -> None:
        """From here on nothing is undone."""
        (self.folder / _NOTED).unlink(missing_ok=True)

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


def place_files(files: Mapping[Path, bytes]) -> list[Path]:
    """Each file whole, and all of them or none. Returns the folders in which an earlier run had left something half done.

    Raises `NotPlacedError` with the file that could not be written, after all are again as they were. A signal that would
    end the run waits until they are.
    """
    stages: dict[Path, _Stage] = {}
    mended: list[Path] = []
    with pause_signals() as heed:
        try:
            for path, data in files.items():
                with _blaming(path):
                    if path.parent not in stages:
                        mended += [path.parent] if _mend(path.parent) else []
                        stages[path.parent] = _stage_in(path.parent)
                    stages[path.parent].add(path, data)
                heed()
            _swap_all(stages.values(), heed, alone=len(files) == 1)
        except BaseException:
            for stage in stages.values():
                _undo(stage.folder)
                stage.clear()
                stage.forget_folders()
            raise
        for stage in stages.values():
            stage.clear()
    return mended


def _swap_all(stages: Collection[_Stage], heed: Callable[[], None], *, alone: bool) -> None:
    """One file alone needs no notes: it is replaced in one step."""
    for stage in () if alone else stages:
        with _blaming(stage.paths[0]):
            stage.note()
    for stage in stages:
        for at, path in enumerate(stage.paths):
            with _blaming(path):
                stage.swap(at)
            heed()
    for stage in stages:
        stage.done()


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotPlacedError(path, error) from error


def _stage_in(parent: Path) -> _Stage:
    made = []
    for folder in (parent, *parent.parents):
        if folder.exists():
            break
        made.append(folder)
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    held = (folder / _HELD).open("wb")
    _hold(held)
    return _Stage(folder, held, made)


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


def _undo(stage: Path) -> None:
    """Put back what the stage's notes say was there, wherever the new file still stands in its place."""
    for at, noted in enumerate(_notes(stage)):
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


@dataclass(frozen=True, slots=True)
class _Noted:
    """A file as it was to be replaced: by the file with this number and time; `had` says whether there was one before."""

    name: str
    had: bool
    inode: int
    time: int


def _notes(stage: Path) -> list[_Noted]:
    """What the stage says of its files; nothing where it says it in no way of ours, or of files that are elsewhere."""
    file = stage / _NOTED
    try:
        told = json.loads(file.read_bytes()) if file.is_file() else []
        noted = [_Noted(str(one["name"]), bool(one["had"]), int(one["inode"]), int(one["time"])) for one in told]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
    return [] if any(Path(one.name).name != one.name for one in noted) else noted


def _mend(folder: Path) -> bool:
    """Undo what runs that were killed have left half done in a folder, and take their stages away."""
    found = False
    for stage in [*folder.glob(f"{PREFIX}*")]:
        if stage.is_symlink() or not stage.is_dir():
            continue
        held = _taken(stage)
        if held is None:
            continue
        with held:
            _undo(stage)
        shutil.rmtree(stage, ignore_errors=True)
        found = True
    return found


def _taken(stage: Path) -> IO[bytes] | None:
    """A hold on a stage that nobody has any more; None where somebody has, or may be about to."""
    file = stage / _HELD
    try:
        if not file.is_file():
            stale = time.time() - stage.lstat().st_mtime > _FRESH
            return tempfile.TemporaryFile() if stale else None
        held = file.open("r+b")
    except OSError:
        return None
    if _hold(held):
        return held
    held.close()
    return None


if sys.platform == "win32":

    def _hold(file: IO[bytes]) -> bool:
        """Whether the file is ours alone, until it is closed."""
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _hold(file: IO[bytes]) -> bool:
        """Whether the file is ours alone, until it is closed."""
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
