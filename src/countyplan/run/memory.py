"""What a run leaves behind, so that a later one can tell what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.run.judged import Judged


@dataclass(frozen=True, slots=True)
class Memory:
    """The bytes of a baseline, how many findings it knows, and the run to which they are known from now on."""

    data: bytes
    count: int
    judged: Judged


def remember(judged: Judged, folder: Path) -> Memory:
    """What was found, as a baseline in `folder` knows it."""
    from countyplan.known import memorable, record, write

    known = record(judged.about_submissions, folder)
    of_now_on = replace(judged, known=frozenset(memorable(judged.about_submissions)))
    return Memory(write(known), sum(one.count for one in known), of_now_on)
