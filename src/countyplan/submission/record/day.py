"""Days as people write them."""

from __future__ import annotations

from datetime import date

from countyplan.pattern import pattern
from countyplan.quantity.width import squeezed

_DATE = pattern(r"((?:19|20|21)\d\d)[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?(?:00:00:00)?|月?)")


def parse_day(text: str) -> str | None:
    """The day (2024-06-30) or month (2024-06) that `text` names, so written that later ones sort later; None for neither."""
    found = _DATE.fullmatch(squeezed(text))
    if found is None:
        return None
    try:
        named = date(int(found[1]), int(found[2]), int(found[3] or 1)).isoformat()
    except ValueError:
        return None
    return named if found[3] else named[: len("2024-06")]
