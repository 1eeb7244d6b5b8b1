"""Two commands timed in turn, A B A B, so that a machine that slows down slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic


@dataclass(frozen=True, slots=True)
class Run:
    """What one whole process cost, its children's included: processor time in seconds, and its largest memory in MiB.

    `waited` are the seconds that went by on the clock.
    """

    seconds: float
    mebibytes: float
    waited: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two commands compared: the median of the ratios, and the first one's median seconds and memory in MiB."""

    ratio: float
    lowest: float
    highest: float
    seconds: float
    mebibytes: float


def run(command: Sequence[str], folder: Path, output: Path | None = None) -> Run:
    """Run a command to its end; what it prints goes to `output` or nowhere. An exit code above 2 is an error."""
    # As for anybody who has run it before, what has been compiled is kept.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with (output or Path(os.devnull)).open("wb") as out, Path(os.devnull).open("rb") as nothing:
        began = monotonic()
        started = subprocess.Popen(command, cwd=folder, env=kept, stdout=out, stderr=subprocess.DEVNULL, stdin=nothing)
        _, status, used = os.wait4(started.pid, 0)
        waited = monotonic() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if not 0 <= started.returncode <= 2:
        raise SystemExit(f"exit code {started.returncode}: {' '.join(command)}")
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / scale, waited)


def compare(
    command: Sequence[str], other: Sequence[str], folder: Path, times: int, *, by_the_clock: bool = False
) -> Pair:
    """`times` runs of each in turn, after one of each that does not count; by processor time, or by the clock."""
    run(command, folder), run(other, folder)
    runs = [(run(command, folder), run(other, folder)) for _ in range(times)]
    ratios = [one.waited / beside.waited if by_the_clock else one.seconds / beside.seconds for one, beside in runs]
    return Pair(
        statistics.median(ratios),
        min(ratios),
        max(ratios),
        statistics.median(one.waited if by_the_clock else one.seconds for one, _ in runs),
        statistics.median(one.mebibytes for one, _ in runs),
    )
