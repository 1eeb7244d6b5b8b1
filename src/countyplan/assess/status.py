"""What a verdict is called, and which of two is the better one."""

from __future__ import annotations

from countyplan.choice import Status

__all__ = ["GOOD", "LAGGING", "Status", "improvement"]

# Where nothing certain is known a verdict has no place in an order.
_WORST_FIRST = (
    Status.MISSED,
    Status.REVERSING,
    Status.FAR_BEHIND,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.AHEAD,
    Status.MET,
)
# A figure without a pace has not reached its goal and still can: it lies between the two ends, and nowhere nearer.
_WITHOUT_PACE = (Status.MISSED, Status.NO_PACE, Status.MET)

LAGGING = _WORST_FIRST[: _WORST_FIRST.index(Status.ON_TRACK)]
# On the good side of the line that a decision turns on.
GOOD = (Status.MET, Status.AHEAD, Status.ON_TRACK)


def improvement(then: Status, now: Status) -> int | None:
    """Above zero where `now` is better than `then`, below where it is worse; None where that cannot be told."""
    order = _WITHOUT_PACE if Status.NO_PACE in {then, now} else _WORST_FIRST
    if then is now:
        return 0
    if then not in order or now not in order:
        return None
    return order.index(now) - order.index(then)
