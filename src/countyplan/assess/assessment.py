"""A verdict on one target and everything it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from countyplan.assess.rule.course import NoPace, Pace
from countyplan.assess.rule.step import Step
from countyplan.assess.status import Status
from countyplan.dataclass import dataclass, replace
from countyplan.diagnostics import Diagnostic
from countyplan.figures import Figure
from countyplan.plan import Target


class Missing(StrEnum):
    """Why a target has no figure to judge, the nearest reason first.

    `NOT_USED`: something was reported and could not be used, with the findings in `Assessment.refused`. `DUE_UNREPORTED`:
    the due date's own figure lacks, while there are others. `YEAR_LACKING`: it is about every year, and one lacks.
    `OTHER_LACKING`: the figure of the due date that the goal is relative to lacks.
    `ONLY_LATER`: all there is since the baseline is of a period after as-of, or an estimate that was not asked for.
    """

    NOT_USED = "not_used"
    DUE_UNREPORTED = "due_unreported"
    YEAR_LACKING = "year_lacking"
    OTHER_LACKING = "other_lacking"
    ONLY_LATER = "only_later"
    ONLY_BASELINE = "only_baseline"
    NOT_REPORTED = "not_reported"


class Remark(StrEnum):
    """What a reader has to know beside the verdict."""

    MET_EARLY = "met_early"
    ABOVE_TOLERANCE = "above_tolerance"
    SLIPPING = "slipping"
    HOLD_LOST = "hold_lost"
    BAND_LEFT = "band_left"
    BASELINE_LOST = "baseline_lost"
    BASELINE_EARLIER = "baseline_earlier"
    FIGURE_EARLIER = "figure_earlier"
    ESTIMATE = "estimate"
    ROUNDS_TO_GOAL = "rounds_to_goal"
    DUE_UNREPORTED = "due_unreported"
    YEAR_LACKING = "year_lacking"
    FIGURE_REFUSED = "figure_refused"
    FIGURE_ODD = "figure_odd"
    COUNT_FELL = "count_fell"
    OWN_TOTAL_USED = "own_total_used"
    CARRIED_FORWARD = "carried_forward"
    PART_EARLIER = "part_earlier"
    PARTS_MADE_CERTAIN = "parts_made_certain"


@dataclass(frozen=True, slots=True)
class Borderline:
    """Another way to read the same figure that puts it on the other side of the line between good and not good.

    `status` is what it would be there. `value` is the rounded figure, or the pace on the straight line; `chance` how likely
    the true figures lie there within their last digits, from 0 to 1.
    """

    why: str
    status: Status
    value: Decimal | None = None
    chance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a total is made of: the areas that reported, those that did not, and what is reported for all of them.

    `needed` is what the lacking areas have to bring together, where the total is undecided.
    """

    reported: tuple[tuple[str, Figure], ...]
    lacking: tuple[str, ...]
    own: Figure | None = None
    needed: Decimal | None = None


@dataclass(slots=True)
class Assessment:
    """A target, its status, and what led to it.

    `gap` is what is lacking, in the plan's unit, never negative; None where the figure does not compare with the goal.
    `no_pace` tells why there is no pace where there is none.
    `remarks` holds what each remark is filled with; those about parts of a total map the areas to their periods, and that
    on a band the periods to their values; those about findings are empty, `doubts` and `refused` hold them.
    `other` is the figure that the goal is relative to.
    `missing` is set where the status is missing. `refused` are the findings about figures of the target that were not used,
    `doubts` those that question the figures it was judged by.
    `series` are all figures of the target's indicator in its area, in order of time; of a total those of all its parts.
    """

    target: Final[Target]
    status: Final[Status]
    figure: Final[Figure | None] = None
    baseline: Final[Figure | None] = None
    gap: Final[Decimal | None] = None
    pace: Final[Pace | None] = None
    no_pace: Final[NoPace | None] = None
    step: Final[Step | None] = None
    borderline: Final[tuple[Borderline, ...]] = ()
    remarks: Final[Mapping[Remark, Mapping[str, str]]] = field(default_factory=dict)
    parts: Final[Parts | None] = None
    series: Final[tuple[Figure, ...]] = ()
    missing: Final[Missing | None] = None
    refused: Final[tuple[Diagnostic, ...]] = ()
    doubts: Final[tuple[Diagnostic, ...]] = ()
    other: Final[Figure | None] = None

    def in_short(self) -> Assessment:
        """Where it stands, without the way there: all that is told of an earlier verdict, which a country holds twice."""
        pace = self.pace
        early = Remark.MET_EARLY in self.remarks
        return replace(
            self,
            gap=None,
            pace=None if pace is None else Pace(pace.status, pace.rule, pace.time, pace.value),
            step=None,
            borderline=(),
            remarks=_EARLY if early else _NONE,
            parts=None,
            series=(),
        )


_NONE: Mapping[Remark, Mapping[str, str]] = {}
_EARLY: Mapping[Remark, Mapping[str, str]] = {Remark.MET_EARLY: {}}
