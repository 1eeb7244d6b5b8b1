"""Numbers as people type them, read exactly where the meaning is certain and refused where it is not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from countyplan.diagnostics import Code
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.exact import decimal_places
from countyplan.quantity.unit import unit_names

# An empty cell and these marks say that nothing was reported. None of them is a zero.
_NOT_REPORTED = frozenset({"", "-", "--", "—", "——", "–", "―", "/", "…", "……", "...", "......"})
_GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+"
_NUMBER = re.compile(rf"(?P<sign>[-+]?)(?P<whole>{_GROUPED}|\d*)(?P<decimals>\.\d+)? *(?P<unit>[^\d.,\s].*)?")
_UNITS = frozenset(unit_names())
_MAX_WHOLE = 18
_MAX_DECIMALS = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as typed, the unit typed behind it if there was one, and half of its last digit (how far it was rounded)."""

    value: Decimal
    half_digit: Decimal
    unit: Unit | None


def is_not_reported(text: str | None) -> bool:
    """Whether a cell says that nothing was reported."""
    return text is None or unicodedata.normalize("NFKC", text).strip() in _NOT_REPORTED or text.strip() in _NOT_REPORTED


def parse_amount(text: str) -> Amount | Code:
    """The number in `text` (`470.2`, `１，２３４.５`, `72.1%`, `1,234.5万元`), or the code of why it has none.

    Groups of digits have to be whole (`1,23` is refused), and there is no exponent: a spreadsheet that shows 4.7E+05 has
    already dropped digits.
    """
    found = _NUMBER.fullmatch(_plain(text))
    if found is None or not (found["whole"] or found["decimals"]):
        return Code.NOT_A_NUMBER
    unit_text = (found["unit"] or "").strip()
    if unit_text and unit_text not in _UNITS:
        return Code.NOT_A_NUMBER
    whole, decimals = re.sub("[, ]", "", found["whole"]), found["decimals"] or ""
    if len(whole) > _MAX_WHOLE or len(decimals) > _MAX_DECIMALS + 1:
        return Code.NUMBER_TOO_LONG
    value = Decimal(f"{found['sign']}{whole or '0'}{decimals}")
    return Amount(value, half_of_last_digit(value), find_unit(unit_text) if unit_text else None)


def half_of_last_digit(value: Decimal) -> Decimal:
    """How far a value may lie from what was rounded to it."""
    return Decimal(5).scaleb(-decimal_places(value) - 1)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
