"""Units of measure and exact conversion between those of one dimension."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property

from countyplan.dataclass import dataclass
from countyplan.language.shipped import load_shipped
from countyplan.quantity.width import squeezed


class Sort(StrEnum):
    """What can be done with what a dimension measures.

    An `amount` can be added up, and so can what is `counted` one by one; a `ratio` (a share, a quotient, a concentration)
    cannot, `points` are differences of shares, and a `rank` is a place in an order.
    """

    AMOUNT = "amount"
    COUNTED = "counted"
    RATIO = "ratio"
    POINTS = "points"
    RANK = "rank"

    @property
    def adds_up(self) -> bool:
        """Whether the figures of parts add up to that of the whole."""
        return self in {Sort.AMOUNT, Sort.COUNTED}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `factor` of the dimension's base unit are one of it.

    `told_en` is how English writes an amount of that base unit ("CNY {number}"), empty where it writes it in this unit.
    """

    name: str
    name_en: str
    dimension: str
    factor: Decimal
    sort: Sort = Sort.AMOUNT
    told_en: str = ""

    @property
    def counted(self) -> bool:
        """Whether it is a unit of what is counted one by one, and so neither rounded nor split."""
        return self.sort is Sort.RANK or (self.sort is Sort.COUNTED and self.factor == 1)

    def convert(self, value: Decimal, to: Unit) -> Decimal:
        """`value` of this unit in `to`, a unit of the same dimension; its digits are kept."""
        if self.factor == to.factor:
            return value
        return value * self.factor / to.factor


class Units:
    """Units by the names that they may be called, full-width or not, spaced or not."""

    def __init__(self, known: Iterable[tuple[Unit, Iterable[str]]]) -> None:
        self._known: dict[str, Unit] = {}
        for unit, aliases in known:
            self._known.update({squeezed(name): unit for name in (unit.name, *aliases)})

    def find(self, text: str) -> Unit | None:
        """The unit that `text` names, or None."""
        return self._known.get(squeezed(text))

    def of(self, dimension: str) -> tuple[Unit, ...]:
        """The units of one dimension, in the order in which they were told."""
        return tuple(dict.fromkeys(unit for unit in self._known.values() if unit.dimension == dimension))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names by which units are known, without spaces and of single width, longest first."""
        return tuple(sorted(self._known, key=len, reverse=True))

    def names_in(self, dimension: str) -> tuple[str, ...]:
        """The names of the units of one dimension, longest first."""
        return tuple(name for name in self.names if self._known[name].dimension == dimension)

    @cached_property
    def sorts(self) -> Mapping[str, Sort]:
        """What each dimension measures."""
        return {unit.dimension: unit.sort for unit in self._known.values()}

    def with_more(self, more: Iterable[tuple[Unit, Iterable[str]]]) -> Units:
        """These units and `more`, of which a name takes the place of one that was known."""
        added = Units(())
        added._known = {**self._known, **Units(more)._known}
        return added


@cache
def shipped_units() -> Units:
    """The units that come with the program."""
    raw = load_shipped("countyplan.quantity", "units.yaml")
    sorts = {dimension: Sort(sort) for sort, dimensions in raw["dimensions"].items() for dimension in dimensions}
    units = (
        (
            Unit(
                name=one["name"],
                name_en=one["name_en"],
                dimension=one["dimension"],
                factor=Decimal(one["factor"]),
                sort=sorts[one["dimension"]],
                told_en=one.get("told_en", ""),
            ),
            _names(one["name_en"], one["aliases"]),
        )
        for one in raw["units"]
    )
    return Units(units)


def _names(name_en: str, aliases: list[str]) -> list[str]:
    """What a unit is called beside its name, with and without a comma (10,000 yuan); a number alone calls none."""
    english = [name_en, name_en.replace(",", "")] if re.search("[^0-9,]", name_en) else []
    return [*dict.fromkeys(english), *aliases]


_IN_USE: ContextVar[Units | None] = ContextVar("units_in_use", default=None)


@contextmanager
def reading_in(units: Units) -> Iterator[None]:
    """While a plan's submissions are read, its own units are known beside those that ship."""
    token = _IN_USE.set(units)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def units_in_use() -> Units:
    """The units of the plan whose submissions are being read; otherwise those that ship."""
    return _IN_USE.get() or shipped_units()


def find_unit(text: str) -> Unit | None:
    """The unit in use that `text` names, full-width or not, or None."""
    return units_in_use().find(text)
