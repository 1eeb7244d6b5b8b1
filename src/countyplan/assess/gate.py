"""Which verdicts fail a run."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.assess.assessment import Assessment
from countyplan.choice import FailOn, Status
from countyplan.plan import Firmness

__all__ = ["FailOn", "fails", "is_failing"]

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
