"""What is asked of a run."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from countyplan.assess import FailOn, Status
from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.submission import Input


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be judged under which plan, from which verdict on it fails, and rows with which status are to be shown.

    With `of_reporters` the selection names no areas: judged are those that the submissions speak of, and every total.
    `as_of` is by default the latest period that was reported. Without `waivers` those beside the submissions hold. `known`
    is the file of known findings. Files in `apart` are no submissions although they may lie among them. `against` is another
    version of the plan.
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
