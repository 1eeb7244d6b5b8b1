"""The present day, which a build that has to be repeatable can set."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from countyplan.quantity.period import Period, Span


def now() -> datetime:
    """The time in UTC, or that of `SOURCE_DATE_EPOCH` where a build has to be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)


def today() -> Period:
    """The month we live in."""
    day = now()
    return Period(day.year * 12 + day.month, Span.MONTH)
