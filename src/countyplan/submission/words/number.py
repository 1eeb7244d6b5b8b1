"""Numbers as people type them, read exactly where the meaning is certain and refused where it is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code
from countyplan.pattern import pattern
from countyplan.quantity import Unit, Units
from countyplan.quantity.exact import decimal_places
from countyplan.quantity.unit import units_in_use
from countyplan.submission.words.qualifier import Qualifier, contradict, qualifier_forms, split_qualifiers
from countyplan.submission.words.vocabulary import form, multipliers, no_figure, one_of, vocabularies

# An empty cell and these marks say that nothing was reported. None of them is a zero.
NOT_REPORTED = frozenset({"", "-", "--", "—", "——", "–", "―", "/", "…", "……", "...", "......", *no_figure()})
_GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+"
_DIGITS = rf"(?P<sign>[-+]?)(?P<whole>{_GROUPED}|[0-9]*)(?P<decimals>\.[0-9]+)?"
_TIMES = multipliers()
_NUMBER = pattern(rf"{_DIGITS} *(?P<times>(?:{'|'.join(_TIMES)})?)(?P<unit>[^0-9.,\s].*)?")
# What most figures are: read at once, to what the careful way would come to.
_BARE = pattern(r"[-+]?[0-9]{1,18}(?:\.[0-9]{1,20})?")
# Compatibility forms whose digits are no digits of the number: a raised 5 is a power or a footnote, a circled one a list.
_RAISED = ("<super>", "<sub>", "<circle>", "<fraction>")
_MINUS = "\u2212"
# 2.45:1, with the colon of a keyboard or that of a proportion: a quotient, told by what its divisor is set to.
_TO_ONE = r"[:\u2236]1(?:\.0+)?"
_TO_ONE_BEHIND = pattern(rf" *{_TO_ONE}$")
_QUOTIENT = "1"
# A cell is looked at several times, as a header, a figure and a remark.
_KEPT = 20_000
_MAX_WHOLE = 18
# A spreadsheet's quotient has fifteen digits, behind as many zeros as it is small.
_MAX_DECIMALS = 20


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as typed.

    `unit` is the unit typed behind it, `times` a bare 千, 万 or 亿 that is no unit by itself, `qualifiers` what is said of
    the number, and `half_digit` half of its last digit: how far it was rounded.
    """

    value: Decimal
    half_digit: Decimal
    unit: Unit | None
    times: Decimal | None = None
    qualifiers: tuple[Qualifier, ...] = ()


def is_not_reported(text: str | None) -> bool:
    """Whether a cell says that nothing was reported."""
    if text is None or text.strip() in NOT_REPORTED:
        return True
    return not text.isascii() and unicodedata.normalize("NFKC", text).strip() in NOT_REPORTED


def parse_amount(text: str) -> Amount | Code:
    """The number in `text`, or the code of why it has none.

    Read are `470.2`, `１，２３４.５`, `72.1%`, `1,234.5万元`, `约30`, and of a quotient `2.45:1`. Groups of digits have to be
    whole (`1,23` is refused), and there is no exponent: a spreadsheet that shows 4.7E+05 has already dropped digits.
    """
    return _parse(text, units_in_use())


@lru_cache(maxsize=_KEPT)
def _parse(text: str, units: Units) -> Amount | Code:
    if _BARE.fullmatch(text):
        value = Decimal(text)
        return Amount(value, half_of_last_digit(value), None)
    if any(unicodedata.decomposition(char).startswith(_RAISED) for char in text):
        return Code.NOT_A_NUMBER
    told, qualifiers = split_qualifiers(_plain(text))
    bare, to_one = _TO_ONE_BEHIND.subn("", told)
    found = _NUMBER.fullmatch(bare)
    if found is None or not (found["whole"] or found["decimals"]) or contradict(qualifiers):
        return Code.NOT_A_NUMBER
    times, unit_text = _unit_behind(found["times"], found["unit"] or "", units)
    unit = units.find(unit_text or _QUOTIENT) if unit_text or to_one else None
    if (unit_text and unit is None) or (to_one and (unit_text or times)):
        return Code.NOT_A_NUMBER
    whole, decimals = re.sub("[, ]", "", found["whole"]), found["decimals"] or ""
    if len(whole) > _MAX_WHOLE or len(decimals) > _MAX_DECIMALS + 1:
        return Code.NUMBER_TOO_LONG
    value = Decimal(f"{found['sign']}{whole or '0'}{decimals}")
    return Amount(value, half_of_last_digit(value), unit, _TIMES.get(times), qualifiers)


def amount_form(units: Iterable[str]) -> str:
    """A regular expression that whatever `parse_amount` reads as an amount in one of `units` fits, of single width.

    It is for programs that can look at a text but not read it; what is too long or in doubt may fit as well.
    """
    before, behind = qualifier_forms()
    known = tuple(units)
    to_one = [_TO_ONE] if _QUOTIENT in known else []
    measured = "|".join([*_TIMES, *(re.escape(unit) for unit in known if unit and not unit[0].isdigit()), *to_one])
    form = rf"(?:{before})*(?=[-+]?\.?[0-9]){_DIGITS} *(?:{measured})?(?:{behind})*"
    return form.replace("[-+]", f"[-+{_MINUS}]")


def is_amount(text: str | None) -> bool:
    """Whether a cell holds an amount that can be read."""
    return isinstance(parse_amount(text or ""), Amount)


def is_bare_number(text: str) -> bool:
    """Whether `text` is a number and nothing else: no unit, no 万, no word."""
    amount = parse_amount(text)
    return isinstance(amount, Amount) and amount.unit is None and amount.times is None and not amount.qualifiers


def _unit_behind(times: str, unit: str, units: Units) -> tuple[str, str]:
    """万 in 万元 belongs to the unit, in 1.2万 it stands alone."""
    whole = f"{times}{unit}".strip()
    return ("", whole) if units.find(whole) or not times or unit.strip() else (times, "")


def half_of_last_digit(value: Decimal) -> Decimal:
    """How far a value may lie from what was rounded to it."""
    return half_of_last_of(decimal_places(value))


@lru_cache(maxsize=_MAX_DECIMALS + 1)
def half_of_last_of(places: int) -> Decimal:
    """How far a value with so many decimals may lie from what was rounded to it."""
    return Decimal(5).scaleb(-places - 1)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(_MINUS, "-").strip()


_WHICH = rf"(?:[1-9][0-9]{{0,4}}|{one_of('place_numbers')})"
_BEHIND_A_PLACE = rf"(?:{one_of('place_behind')})?"
_PLACE = form(rf"(?:{one_of('place_before')})? ?(?P<place>{_WHICH}){_BEHIND_A_PLACE}")
_SEVERAL_PLACES = form(rf".*{one_of('places_before')} ?{_WHICH}{_BEHIND_A_PLACE}")


def parse_place(text: str) -> Decimal | None:
    """The place that a text names, and None where it names none or several (前三位)."""
    found = _PLACE.fullmatch(_lowered(text))
    if found is None:
        return None
    place = found["place"]
    return Decimal(place) if place.isascii() and place.isdigit() else Decimal(_places()[place])


def names_places(text: str) -> bool:
    """Whether a text names the first so many places and leaves open which of them."""
    return _SEVERAL_PLACES.fullmatch(_lowered(text)) is not None


def place_form() -> str:
    """A regular expression that every text which names a place fits, of single width."""
    return _PLACE.pattern.replace("?P<place>", "?:")


@cache
def _places() -> Mapping[str, int]:
    """What each language calls the first places, counted from one."""
    return {name: at for one in vocabularies() for at, name in enumerate(one.groups["place_numbers"], start=1)}


def _lowered(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()
