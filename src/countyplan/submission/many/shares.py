"""How files are shared out among processes, and what ends a run of several."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


class ProcessDiedError(RuntimeError):
    """A process ended before it had done what it was given, as when the system takes its memory away."""


# Ours, measured (docs, how far one machine goes): less than this is read before other processes have begun.
# Where a process begins anew instead of as a copy, it takes about a second before it reads.
_WORTHWHILE = 400_000 if sys.platform == "linux" else 4_000_000
# Ours: as many shares for each process, so that none waits long for another at the end, and none larger than this.
_SHARES = 6
_LARGEST = 1_000_000


def shares_of(paths: Sequence[Path], processes: int) -> list[list[Path]]:
    """Files that follow each other, in shares of about as many bytes; one share of all where more would not pay."""
    sizes = [_size(path) for path in paths]
    if processes < 2 or sum(sizes) < _WORTHWHILE:
        return [list(paths)]
    enough = min(sum(sizes) // (processes * _SHARES), _LARGEST)
    shares: list[list[Path]] = [[]]
    held = 0
    for path, size in zip(paths, sizes, strict=True):
        if held >= enough:
            shares.append([])
            held = 0
        shares[-1].append(path)
        held += size
    return shares


def _size(path: Path) -> int:
    """What cannot be asked for its size is told once it is read."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
