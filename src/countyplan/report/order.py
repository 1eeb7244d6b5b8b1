"""The one order in which rows are told, and which of them need attention first."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from countyplan.assess import Assessment, Status
from countyplan.plan import Firmness

MOST_URGENT = 5
_URGENT = (Status.MISSED, Status.REVERSING, Status.FAR_BEHIND, Status.BEHIND)


def most_urgent(assessments: Iterable[Assessment]) -> list[Assessment]:
    """The rows that need attention first: firm before aspirational, then by verdict, then by the slowest pace."""
    urgent = [one for one in assessments if one.status in _URGENT]
    return sorted(urgent, key=_urgency)[:MOST_URGENT]


def _urgency(one: Assessment) -> tuple[bool, int, Decimal]:
    pace = one.pace.value.value if one.pace is not None and one.pace.value is not None else Decimal("-Infinity")
    return (one.target.indicator.firmness is not Firmness.FIRM, _URGENT.index(one.status), pace)
