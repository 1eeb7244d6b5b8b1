"""The one order in which rows are told, and which of them need attention first (method, section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from countyplan.assess import LAGGING, Assessment, Status
from countyplan.plan import Firmness
from countyplan.report.words.schedule import shown_points

MOST_URGENT = 5
_WHOLE = Decimal(100)
_A_YEAR = 12
_NO_PACE = Decimal("Infinity")


def by_urgency(assessments: Iterable[Assessment]) -> list[Assessment]:
    """The rows that are behind, the most urgent first.

    Clear cases come before borderline ones, firm targets before aspirational ones, what was missed before what can still be
    reached; then whatever lies furthest behind its schedule, and of what lies equally far, as shown, what has to become
    faster by the most.
    """
    return sorted((one for one in assessments if one.status in LAGGING), key=_urgency)


def _urgency(one: Assessment) -> tuple[bool, bool, bool, Decimal, Decimal]:
    times = None if one.step is None else one.step.times
    return (
        bool(one.borderline),
        one.target.indicator.firmness is not Firmness.FIRM,
        one.status is not Status.MISSED,
        -_points_behind(one),
        -(_NO_PACE if times is None else times),
    )


def _points_behind(one: Assessment) -> Decimal:
    """How far behind its schedule a row lies, in percentage points of the whole way.

    A figure that lies behind its baseline after no more than a year counts as one that stood still: one dip tells no more
    than that. Where no way can be measured, as when the baseline had met the goal, the part of the goal that is lacking
    stands in for it.
    """
    points = shown_points(one)
    if points is None:
        goal = one.target.goal
        lacking = Decimal(0) if one.gap is None else one.gap
        return lacking / abs(goal) * _WHOLE if goal else lacking
    if one.pace is not None and one.status is Status.REVERSING and one.pace.time.part <= _A_YEAR:
        return min(-points, one.pace.time.value * _WHOLE)
    return -points
