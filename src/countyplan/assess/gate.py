"""Which verdicts fail a run."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from countyplan.assess.assessment import Assessment
from countyplan.assess.status import Status
from countyplan.plan import Firmness


class FailOn(StrEnum):
    """From which verdict on a firm target fails: each word takes in those before it."""

    MISSED = "missed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    MISSING = "missing"
    NEVER = "never"


_MISSED = frozenset({Status.MISSED})
_FAR_BEHIND = _MISSED | {Status.REVERSING, Status.FAR_BEHIND}
_BEHIND = _FAR_BEHIND | {Status.BEHIND}
_FAILING: dict[FailOn, frozenset[Status]] = {
    FailOn.MISSED: _MISSED,
    FailOn.FAR_BEHIND: _FAR_BEHIND,
    FailOn.BEHIND: _BEHIND,
    FailOn.MISSING: _BEHIND | {Status.MISSING},
    FailOn.NEVER: frozenset(),
}


def fails(assessments: Iterable[Assessment], fail_on: FailOn) -> bool:
    """Whether a target among these is at or over `fail_on`."""
    return any(is_failing(one, fail_on) for one in assessments)


def is_failing(one: Assessment, fail_on: FailOn) -> bool:
    """Whether this target is firm and at or over `fail_on`; an aspirational one (力争) never fails."""
    return one.status in _FAILING[fail_on] and one.target.indicator.firmness is Firmness.FIRM
