"""What a report is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import PurePath
from typing import TYPE_CHECKING

from countyplan.assess import Assessment, FailOn, Status
from countyplan.commitments import CommitmentStanding
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.figures import Restatement
from countyplan.ledger.ledger import Ledger
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.overview.changes import Earlier
from countyplan.report.words.problem import Excuses
from countyplan.submission import InputFile
from countyplan.waivers.excuse import Excused

if TYPE_CHECKING:
    from countyplan.report.overview.against import Against


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a report is made from.

    Only rows with a status in `only` are shown, if it is given; what is counted and what fails does not depend on it.
    Paths are told as seen from `folder`. `told_to` are the ids of the unit that it is a sheet for, empty where it is none.
    `of_nothing` says that no file was read, or nothing in any could be used.
    """

    plan: Plan
    as_of: Period
    assessments: Sequence[Assessment]
    restatements: Sequence[Restatement]
    diagnostics: Sequence[Diagnostic]
    files: Sequence[InputFile]
    version: str
    made_on: str
    folder: PurePath
    earlier: Earlier | None = None
    excused: Excused = field(default_factory=Excused)
    known: frozenset[Diagnostic] = frozenset()
    fail_on: FailOn = FailOn.MISSED
    only: frozenset[Status] | None = None
    commitments: Sequence[CommitmentStanding] = ()
    ledger: Ledger = field(default_factory=Ledger)
    against: Against | None = None
    of_nothing: bool = False
    told_to: frozenset[str] = frozenset()

    @property
    def excuses(self) -> Excuses:
        """What a waiver excuses of the findings, and what is known of them."""
        return Excuses(self.excused.findings, self.known)
