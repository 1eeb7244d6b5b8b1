"""Days as people write them."""

from __future__ import annotations

from datetime import date

from countyplan.pattern import pattern
from countyplan.quantity.width import squeezed

_DAY = pattern(r"((?:19|20|21)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00:00)?")
_MONTH = pattern(r"((?:19|20|21)\d\d)[-/.年](\d{1,2})月?")


def parse_day(text: str) -> str | None:
    """The day (2024-06-30) or month (2024-06) that `text` names, so written that later ones sort later; None for neither."""
    plain = squeezed(text)
    if found := _DAY.fullmatch(plain):
        year, month, day = map(int, found.groups())
        return _day(year, month, day)
    if found := _MONTH.fullmatch(plain):
        year, month = map(int, found.groups())
        first = _day(year, month, 1)
        return None if first is None else first[: len("2024-06")]
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
