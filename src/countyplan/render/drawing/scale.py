"""From values to places in a drawing, and which round numbers stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from countyplan.dataclass import dataclass

_ABOUT = 4
# From which part of a step on the next rounder one is taken: the middle between two of them in proportion.
_ROUNDER = ((Decimal(50).sqrt(), 10), (Decimal(10).sqrt(), 5), (Decimal(2).sqrt(), 2))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` spread evenly from the place `start` to the place `end`, which may lie before it."""

    low: Decimal
    high: Decimal
    start: int
    end: int

    @classmethod
    def over(cls, values: Iterable[Decimal], start: int, end: int, *, from_zero: bool) -> Scale:
        """What holds all of `values`, and zero where they are told from there."""
        held = [*values, *([Decimal(0)] if from_zero else [])]
        return cls(min(held), max(held), start, end)

    def __call__(self, value: Decimal) -> str:
        """The place of a value; where there is but one value it is the middle."""
        part = (value - self.low) / (self.high - self.low) if self.high > self.low else Decimal("0.5")
        return place(float(self.start + (self.end - self.start) * part))

    def round_numbers(self) -> tuple[Decimal, ...]:
        """A few round numbers within, evenly apart: 1, 2 or 5 times a power of ten."""
        if self.high == self.low:
            return (self.low,)
        step = self._step()
        first = int((self.low / step).to_integral_value(ROUND_CEILING))
        last = int((self.high / step).to_integral_value(ROUND_FLOOR))
        return tuple(at * step for at in range(first, last + 1))

    def rounded(self) -> tuple[Decimal, Decimal, Decimal] | None:
        """An axis that holds all of it: round numbers at its ends, and the step between those along it; None of one value."""
        if self.high == self.low:
            return None
        step = self._step()
        first = (self.low / step).to_integral_value(ROUND_FLOOR)
        last = (self.high / step).to_integral_value(ROUND_CEILING)
        return first * step, last * step, step

    def _step(self) -> Decimal:
        rough = (self.high - self.low) / _ABOUT
        power = rough.adjusted()
        times = next((one for least, one in _ROUNDER if rough.scaleb(-power) >= least), 1)
        return Decimal(times).scaleb(power)


def place(at: float) -> str:
    """A place in a drawing, to a hundredth of its unit."""
    return f"{at:.2f}".rstrip("0").rstrip(".")
