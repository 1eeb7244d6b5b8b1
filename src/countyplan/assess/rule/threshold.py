"""What a figure would have to be, in its own period, for another verdict."""

from __future__ import annotations

from decimal import Decimal

from countyplan.assess.rule.comparator import ONE
from countyplan.assess.rule.course import Pace
from countyplan.plan import Target
from countyplan.quantity import raised

_YEAR = 12


def value_at_pace(target: Target, pace: Pace, baseline: Decimal, limit: Decimal) -> Decimal | None:
    """The value whose pace is exactly `limit`, or None where the pace is not measured by a distance."""
    if pace.value is None or pace.expected is None:
        return None
    if target.indicator.kind.manner.compounds:
        # The pace, against a milestone too, is a quotient of yearly rates, whose lower part is what is required.
        growth = ONE + limit * pace.value.over
        if growth <= 0:
            return None
        return (baseline + target.lift) * raised(growth, int(pace.time.part), _YEAR) - target.lift
    return baseline + limit * (pace.expected - baseline)
