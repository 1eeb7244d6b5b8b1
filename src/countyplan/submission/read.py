"""From paths to figures: which files there are, who reads each, and everything that is wrong with any of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code
from countyplan.plan import Plan
from countyplan.submission.gathered import Gathered, InputFile, Submissions
from countyplan.submission.many.file_reader import FileReader, Input
from countyplan.submission.many.shares import shares_of
from countyplan.submission.open.files import find_files, nothing_in
from countyplan.submission.readers import READERS

__all__ = ["Along", "Counted", "Input", "InputFile", "Submissions", "read_submissions"]


@dataclass(frozen=True, slots=True)
class Counted:
    """How much there is of what was read so far."""

    figures: int
    findings: int


class Along(Protocol):
    """Goes through files and gives back each, so that who reads them can be seen to get on."""

    def __call__(self, files: Sequence[Path], counted: Callable[[], Counted], /) -> Iterable[Path]:
        """The files as they are; `counted` tells how far reading has come."""


def _unseen(files: Sequence[Path], _counted: Callable[[], Counted]) -> Iterable[Path]:
    return files


def read_submissions(
    paths: Iterable[Path],
    plan: Plan,
    how: Input | None = None,
    along: Along = _unseen,
    *,
    apart: Collection[Path] = (),
) -> Submissions:
    """Every figure in `paths` (files, or folders with files of a known kind), however many of them cannot be used.

    `along` goes through the files. `apart` are files that are no submissions although they may lie among them. A report of
    this program that lies in a folder is none either. Raises `ProcessDiedError` where several processes read and one ends.
    """
    named = list(paths)
    files = find_files(named, READERS, apart)
    reading = Gathered(found=files.diagnostics)
    seen = along(files.paths, lambda: Counted(len(reading.figures), len(reading.found)))
    _read(FileReader(plan, how or Input(), frozenset(named)), files.paths, seen, reading)
    if not reading.files and any(one.code is Code.OWN_REPORT for one in reading.found):
        reading.found += [nothing_in(path, READERS) for path in named if path.is_dir()]
    evidence = reading.evidence()
    reading.leave_out(evidence, named={path.as_posix() for path in named})
    reading.found += files.not_read(evidence)
    return reading.submissions()


def _read(reader: FileReader, paths: Sequence[Path], seen: Iterable[Path], reading: Gathered) -> None:
    """Read the files in this process, or share them out among several where that pays."""
    shares = shares_of(paths, reader.how.processes)
    if len(shares) == 1:
        with reader.opened() as read:
            for path in seen:
                read(path, reading)
        return
    from countyplan.submission.many.side_by_side import side_by_side

    one_by_one: Iterator[Path] = iter(seen)
    for share, part in zip(shares, side_by_side(reader, shares, reader.how.processes), strict=True):
        reading.add(part)
        for _ in share:
            next(one_by_one)
    next(one_by_one, None)
