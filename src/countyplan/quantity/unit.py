"""Units of measure and exact conversion between those of one dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from countyplan.language.shipped import load_shipped
from countyplan.quantity.width import squeezed

_COUNTED = frozenset({"number", "persons", "households"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `factor` of the dimension's base unit are one of it."""

    name: str
    name_en: str
    dimension: str
    factor: Decimal

    @property
    def counted(self) -> bool:
        """Whether it is a unit of what is counted one by one, and so neither rounded nor split."""
        return self.dimension in _COUNTED and self.factor == 1

    def convert(self, value: Decimal, to: Unit) -> Decimal:
        """`value` of this unit in `to`, a unit of the same dimension; its digits are kept."""
        if self.factor == to.factor:
            return value
        return value * self.factor / to.factor


def find_unit(text: str) -> Unit | None:
    """The unit that `text` names, full-width or not, or None."""
    return _units().get(squeezed(text))


def units_of(dimension: str) -> tuple[Unit, ...]:
    """The units of one dimension, in the order of `units.yaml`."""
    return tuple(dict.fromkeys(unit for unit in _units().values() if unit.dimension == dimension))


def unit_names() -> tuple[str, ...]:
    """The names by which units are known, longest first."""
    return tuple(sorted(_units(), key=len, reverse=True))


def names_in(dimension: str) -> tuple[str, ...]:
    """The names of the units of one dimension, without spaces and of single width, longest first."""
    return tuple(name for name in unit_names() if _units()[name].dimension == dimension)


@cache
def _units() -> Mapping[str, Unit]:
    known: dict[str, Unit] = {}
    for raw in load_shipped("countyplan.quantity", "units.yaml"):
        unit = Unit(raw["name"], raw["name_en"], raw["dimension"], Decimal(raw["factor"]))
        known.update({squeezed(name): unit for name in (raw["name"], *raw["aliases"])})
    return known
