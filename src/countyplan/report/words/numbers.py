"""Numbers as they are shown: each is rounded here, once, and nothing that is compared comes from here."""

from __future__ import annotations

from decimal import Decimal

from countyplan.assess.rule.pace import verdict
from countyplan.language import Texts
from countyplan.plan.files.identity import Cutoffs
from countyplan.quantity import Ratio, Unit, plain_digits, round_half_even
from countyplan.quantity.exact import decimal_places
from countyplan.quantity.told import amount_text

_PLACES = 4
_MOST_PLACES = 20
_MACHINE_DIGITS = 28
_WHOLE = Decimal(100)


def digits(value: Decimal, apart_from: Decimal | None = None, places: int = _PLACES) -> str:
    """A reported value as typed; a computed one to `places` decimals, or to as many as keep it apart from a limit."""
    if decimal_places(value) <= places:
        return plain_digits(value)
    return rounded(value, places, apart_from)


def machine(value: Decimal) -> str:
    """A value for machines: exact as reported; what no decimal can hold to 28 digits."""
    plain = plain_digits(value)
    if len(plain) <= _MACHINE_DIGITS or len(value.as_tuple().digits) <= _MACHINE_DIGITS:
        return plain
    return plain_digits(round_half_even(value, max(0, _MACHINE_DIGITS - 1 - value.adjusted())))


def quantity(number: str, unit: Unit, texts: Texts) -> str:
    """A number with its unit, as the language writes it."""
    return amount_text(number, unit, texts)


def difference(value: Decimal, unit: Unit, texts: Texts, apart_from: Decimal | None = None) -> str:
    """A difference with its unit: between two shares it is in percentage points."""
    number = digits(value, apart_from)
    return texts.say("quantity.points", number=number) if unit.name == "%" else quantity(number, unit, texts)


def rounded(value: Decimal, places: int, apart_from: Decimal | None = None) -> str:
    """A computed number to so many decimals, or to as many as keep it apart from a limit it is not."""
    while value != apart_from == round_half_even(value, places) and places < _MOST_PLACES:
        places += 1
    return plain_digits(round_half_even(value, places))


def computed(value: Decimal, goal: Decimal) -> str:
    """A value on the way to a goal: to two decimals more than the goal has, or more to keep it apart from the goal."""
    return digits(value.normalize(), goal, decimal_places(goal) + 2)


def rate(value: Decimal, texts: Texts, apart_from: Decimal | None = None) -> str:
    """A rate of growth as a percentage to two decimals, negative where it shrinks."""
    limit = None if apart_from is None else apart_from * 100
    return texts.say("percent", number=rounded(value * 100, 2, limit))


def percent(part: Decimal, texts: Texts) -> str:
    """A part of one as a percentage to one decimal, or to as many as keep it apart from the whole that it is not."""
    return texts.say("percent", number=rounded(part * 100, 1, _WHOLE))


def pace(value: Ratio, cutoffs: Cutoffs) -> str:
    """A pace to two decimals, or two digits where it is small; to more where two would show it beyond a cut-off."""
    exact = value.value
    places = 2 if exact == 0 else max(2, 1 - exact.adjusted())
    status = verdict(value, cutoffs)
    while verdict(Ratio(round_half_even(exact, places), Decimal(1)), cutoffs) is not status and places < _MOST_PLACES:
        places += 1
    return plain_digits(round_half_even(exact, places))


def unit_text(unit: Unit, texts: Texts) -> str:
    """A unit in the report's language, empty for a quotient."""
    return texts.choose(unit.name, unit.name_en)
