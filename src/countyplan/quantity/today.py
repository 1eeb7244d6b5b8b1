"""The present day, which a build that has to be repeatable can set."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime

from countyplan.quantity.period import Period, Span

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """The time in UTC, or that of `SOURCE_DATE_EPOCH` where a build has to be repeatable.

    ValueError if that is no whole number of seconds since 1970, or lies too far ahead to be a date.
    """
    epoch = os.environ.get(EPOCH_VARIABLE)
    if not epoch:
        return datetime.now(UTC)
    if epoch.isascii() and epoch.isdigit():
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(int(epoch), UTC)
    raise ValueError(f"{EPOCH_VARIABLE}={epoch!r}: no date in seconds since 1970")


def today() -> Period:
    """The month we live in."""
    day = now()
    return Period(day.year * 12 + day.month, Span.MONTH)
