"""Decimal arithmetic that loses nothing before it is compared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import cache
from math import gcd
from sys import float_info

from countyplan.dataclass import dataclass

# A figure has at most 38 digits (see submission.number), so sums, differences and products of two are exact in 120.
_EXACT = Context(prec=120, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])

# For what is rounded to the digits of the one above.
_BEYOND = Context(prec=140, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])
# From the 15 digits of a float each step doubles them.
_STEPS = 4

# No number of digits holds a third or a root. Two numbers that lie closer together than this are one, come to in two ways:
# of figures with up to fifteen digits no two different paces and limits do.
_SAME = Decimal("1e-80")


@contextmanager
def exact_arithmetic() -> Iterator[None]:
    """The one context in which figures are reckoned with: entered where a run begins, and as a decorator by what is public.

    Operators on `Decimal` take the context that is in force, and Python's own has 28 digits.
    """
    with localcontext(_EXACT):
        yield


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient kept as its two parts, so that comparing it with a limit needs no division; `over` is not zero."""

    part: Decimal
    over: Decimal

    @classmethod
    def of_counts(cls, part: int, over: int) -> Ratio:
        """How many of how many; `over` is not zero."""
        return cls(Decimal(part), Decimal(over))

    def at_least(self, limit: Decimal) -> bool:
        """Whether the quotient is at or above `limit`."""
        beyond = self.part - limit * self.over
        slack = abs(self.over) * _SAME
        return beyond >= -slack if self.over > 0 else beyond <= slack

    def times(self, other: Ratio) -> Ratio:
        """The product of two quotients."""
        return Ratio(self.part * other.part, self.over * other.over)

    def divided_by(self, other: Ratio) -> Ratio:
        """The quotient of this over another, which is not zero."""
        return Ratio(self.part * other.over, self.over * other.part)

    @property
    def value(self) -> Decimal:
        """The quotient as a decimal, to 120 digits: to be shown, not compared."""
        return self.part / self.over


def raised(value: Decimal, part: int, over: int) -> Decimal:
    """`value` to the power of part / over, to 120 digits; `over` is above zero.

    A root is found by Newton's method: what Decimal does for every exponent that is not whole takes thirty times as long.
    """
    shared = gcd(part, over)
    part, over = part // shared, over // shared
    if over == 1:
        return _EXACT.power(value, part)
    # As a float a root begins with, neither the value nor the power may lie beyond what floats hold.
    beyond = (abs(value.adjusted()) + 1) * max(abs(part), over) > (float_info.max_10_exp - 1) * over
    if value <= 0 or beyond:
        return _EXACT.power(value, Decimal(part) / Decimal(over))
    whole = _BEYOND.power(value, part)
    root = Decimal(float(value) ** (part / over))
    for _ in range(_STEPS):
        left = _BEYOND.divide(whole, _BEYOND.power(root, over - 1))
        root = _BEYOND.divide(_BEYOND.add(_BEYOND.multiply(root, over - 1), left), over)
    return root.quantize(Decimal(1).scaleb(root.adjusted() + 1 - _EXACT.prec), context=_EXACT)


def round_half_even(value: Decimal, places: int) -> Decimal:
    """`value` to `places` decimals in one step, a half to the even digit, as the method has it."""
    digits = value.adjusted() + places + 2
    # A rate of growth from next to nothing within a month has more digits than figures have.
    wide = _EXACT if digits <= _EXACT.prec else Context(prec=digits, rounding=ROUND_HALF_EVEN)
    return value.quantize(_one(places), context=wide)


@cache
def _one(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def plain_digits(value: Decimal) -> str:
    """`value` in digits, without an exponent."""
    return format(value, "f")


def decimal_places(value: Decimal) -> int:
    """How many decimals `value` is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
