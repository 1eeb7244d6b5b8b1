"""What is asked of a run, and how whoever waits for it sees it get on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from countyplan.assess import FailOn, Status
from countyplan.dataclass import dataclass
from countyplan.plan import Plan, Target
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.submission import Input
from countyplan.submission.read import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be judged under which plan, from which verdict on it fails, and rows with which status are to be shown.

    With `of_reporters` the selection names no areas: judged are those that the submissions speak of, and every total.
    `as_of` is by default the latest period that was reported. Without `waivers` those beside the submissions hold. `known`
    is the file of known findings. Files in `apart` are no submissions although they may lie among them. `against` is another
    version of the plan. With `only_findings` nobody asks for verdicts, but for what is found on the way to them.
    """

    plan: Plan
    paths: tuple[Path, ...] = ()
    selection: Selection = field(default_factory=Selection)
    of_reporters: bool = True
    as_of: Period | None = None
    carry_forward: bool = False
    how: Input | None = None
    waivers: Path | None = None
    known: Path | None = None
    apart: tuple[Path, ...] = ()
    fail_on: FailOn = FailOn.MISSED
    only: frozenset[Status] | None = None
    against: Plan | None = None
    only_findings: bool = False


Judging: TypeAlias = Callable[[Sequence[Target]], Iterable[Target]]


class Watch:
    """Goes through what a run goes through, and gives it back as it is; this one shows nothing of it."""

    def reading(self, files: Sequence[Path], _counted: Callable[[], Counted]) -> Iterable[Path]:
        """The files that are read; what is counted is that of those given back so far."""
        return files

    def judging(self, targets: Sequence[Target]) -> Iterable[Target]:
        """The targets that are judged."""
        return targets
