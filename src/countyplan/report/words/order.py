"""The one order in which rows are told, and which of them need attention first."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from countyplan.assess import LAGGING, Assessment, Status
from countyplan.plan import Firmness

MOST_URGENT = 5


def most_urgent(assessments: Iterable[Assessment]) -> list[Assessment]:
    """The few rows that need attention first."""
    return by_urgency(assessments)[:MOST_URGENT]


def by_urgency(assessments: Iterable[Assessment]) -> list[Assessment]:
    """The rows that are behind: firm before aspirational, then by verdict, then by the slowest pace."""
    return sorted((one for one in assessments if one.status in LAGGING), key=_urgency)


def _urgency(one: Assessment) -> tuple[bool, int, Decimal]:
    pace = one.pace.value.value if one.pace is not None and one.pace.value is not None else Decimal("-Infinity")
    return (one.target.indicator.firmness is not Firmness.FIRM, LAGGING.index(one.status), pace)


def weight(rule: str) -> int:
    """Where a case of this rule stands among those of its severity: findings first, then verdicts from the worst on."""
    return LAGGING.index(Status(rule)) + 1 if rule in LAGGING else 0
