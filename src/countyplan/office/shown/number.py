"""A number as it would be typed: with the fifteen digits that a spreadsheet keeps, and what its format shows around it."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from countyplan.office.shown.number_format import NOTHING, Around

# A spreadsheet keeps and shows fifteen digits; what stands behind them is how binary fractions are written.
_KEPT = Context(prec=15)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
_LONGEST = 480
_LARGEST_EXPONENT = 30


def parse_number(text: str) -> Decimal | None:
    """The number that a file stores as `text`, or None."""
    text = text.strip()
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    return _KEPT.create_decimal(text)


def shown(number: Decimal, around: Around = NOTHING) -> str:
    """The number with what its format shows around it."""
    digits = f"{plain(number.scaleb(2, _KEPT))}%" if around.percent else plain(number)
    return f"{around.before}{digits}{around.behind}"


def plain(number: Decimal) -> str:
    """The number without an exponent, if it is of a size that anyone writes out."""
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return str(number.normalize(_KEPT))
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
