"""Which plan it is, its clauses, where its verdicts part, and what we read into it."""

from __future__ import annotations

from typing import Annotated, Literal

from countyplan.diagnostics import Code
from countyplan.model import field, refused
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import ClauseNumber, Id, Name, Number, Said, Year


class Identity(Frozen):
    """Which plan this is. The pace is measured from the end of `baseline` to the due dates.

    `language` is that of its text. `drafted` names the text that `plan draft` made it from.
    """

    id: Annotated[str, field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    version: Name
    language: Annotated[str, field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "zh"
    title: Said
    title_en: str = ""
    issuer: Said
    issuer_en: str = ""
    issued: Annotated[str, field(pattern=r"^\d{4}-\d\d-\d\d$")]
    stage: Literal["draft_for_comment", "in_force"]
    baseline: Year
    first: Year
    last: Year
    drafted: Name | None = None

    def check(self) -> None:
        """The years are in order."""
        if not self.baseline < self.first <= self.last:
            raise refused(Code.PLAN_VALUE_INVALID, "baseline < first <= last")


class Cutoffs(Frozen):
    """From which pace on a target counts as ahead, on track, behind or far behind; below the last it moves away.

    Without `ahead` nothing is told apart from on track.
    """

    ahead: Number | None = None
    on_track: Number
    behind: Number
    far_behind: Number
    source: Name
    source_en: str = ""

    def check(self) -> None:
        """The cutoffs fall."""
        if not self.on_track > self.behind > self.far_behind:
            raise refused(Code.PLAN_VALUE_INVALID, "on_track > behind > far_behind")
        if self.ahead is not None and not self.ahead > self.on_track:
            raise refused(Code.PLAN_VALUE_INVALID, "ahead > on_track")


class Clause(Frozen):
    """A clause of the plan."""

    number: ClauseNumber
    mark: Name
    chapter: Name
    title: Said
    title_en: str = ""


class Reading(Frozen):
    """Something that we read into the plan, and why. Never the plan's own words."""

    id: Id
    on: Literal["scope", "due", "comparator", "tolerance", "kind", "firmness"]
    text: Said
    because: Said
    text_en: str = ""
    because_en: str = ""


class NotATarget(Frozen):
    """Numbers of the text that demand nothing, and why."""

    clause: ClauseNumber
    words: Annotated[tuple[Name, ...], field(min_length=1)]
    why: Said
    why_en: str = ""
