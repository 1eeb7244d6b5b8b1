"""New files put in the place of old ones: all of them or none, whatever ends the run, and whenever.

Each folder that files go into gets a stage, a hidden folder of its own, where the new files are written and the old ones kept
until all are in place. A run that was killed leaves it behind; the next one that writes there puts back what was half done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from countyplan.cli.out.files.mend import mend, undo
from countyplan.cli.out.files.stage import Stage, stage_in
from countyplan.cli.out.signals import pause_signals


class NotPlacedError(Exception):
    """A file could not be written: `path` is the one that was meant, `reason` why."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


def place_files(files: Mapping[Path, bytes]) -> list[Path]:
    """Each file whole, and all of them or none. Returns the folders in which an earlier run had left something half done.

    Raises `NotPlacedError` with the file that could not be written, after all are again as they were. A signal that would
    end the run waits until they are.
    """
    stages: dict[Path, Stage] = {}
    mended: list[Path] = []
    with pause_signals() as heed:
        try:
            for path, data in files.items():
                with _blaming(path):
                    if path.parent not in stages:
                        mended += [path.parent] if mend(path.parent) else []
                        stages[path.parent] = stage_in(path.parent)
                    stages[path.parent].add(path, data)
                heed()
            _swap_all(stages.values(), heed, alone=len(files) == 1)
        except BaseException:
            for stage in stages.values():
                undo(stage.folder)
                stage.clear()
                stage.forget_folders()
            raise
        for stage in stages.values():
            stage.clear()
    return mended


def _swap_all(stages: Collection[Stage], heed: Callable[[], None], *, alone: bool) -> None:
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
