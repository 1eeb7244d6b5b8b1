"""What became of a target since an earlier judgement."""

from __future__ import annotations

from enum import StrEnum

from countyplan.assess.assessment import Assessment
from countyplan.assess.status import Status, improvement
from countyplan.quantity import Period


class Change(StrEnum):
    """How two verdicts on one target stand to each other, in the order in which changes are told."""

    WORSE = "worse"
    BETTER = "better"
    NEW = "new"
    NOT_COMPARABLE = "not_comparable"
    SAME = "same"


def change(then: Assessment, now: Assessment, start: Period) -> Change:
    """The change from `then` to `now`: better or worse where the two verdicts have an order.

    New is a target whose first figure from after `start` came in between, and that had no verdict to go by before: what had
    met its goal already has one.
    """
    step = improvement(then.status, now.status)
    if step:
        return Change.BETTER if step > 0 else Change.WORSE
    if then.status is not Status.MET and _has_begun(now, start) and not _has_begun(then, start):
        return Change.NEW
    return Change.NOT_COMPARABLE if step is None else Change.SAME


def _has_begun(one: Assessment, start: Period) -> bool:
    return one.figure is not None and one.figure.period.end > start.end
