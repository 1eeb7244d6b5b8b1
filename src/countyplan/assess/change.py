"""What became of a target since an earlier judgement."""

from __future__ import annotations

from enum import StrEnum

from countyplan.assess.assessment import Assessment
from countyplan.assess.status import improvement
from countyplan.quantity import Period


class Change(StrEnum):
    """How two verdicts on one target stand to each other, in the order in which changes are told."""

    WORSE = "worse"
    BETTER = "better"
    NEW = "new"
    NOT_COMPARABLE = "not_comparable"
    SAME = "same"


def change(then: Assessment, now: Assessment, start: Period) -> Change:
    """The change from `then` to `now`; new is a target whose first figure from after `start` came in between."""
    if _has_begun(now, start) and not _has_begun(then, start):
        return Change.NEW
    match improvement(then.status, now.status):
        case None:
            return Change.NOT_COMPARABLE
        case 0:
            return Change.SAME
        case step:
            return Change.BETTER if step > 0 else Change.WORSE


def _has_begun(one: Assessment, start: Period) -> bool:
    return one.figure is not None and one.figure.period.end > start.end
