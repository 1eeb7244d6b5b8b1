"""What a plan adds of its own: units of measure, words of comparison, headers of its tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from countyplan.model import field
from countyplan.plan.comparator import Comparator
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Name, Number, Said
from countyplan.quantity.unit import Sort


class OwnUnit(Frozen):
    """A unit of measure that the plan adds: `factor` of its dimension's base unit are one of it.

    `sort` is needed where the dimension is the plan's own.
    """

    name: Said
    name_en: str = ""
    dimension: Name
    factor: Annotated[Number, field(gt=0)] = Decimal(1)
    sort: Sort | None = None
    aliases: tuple[Name, ...] = ()


class OwnWords(Frozen):
    """How the plan's language words comparisons and writes numbers, where the program does not know it or not all of it."""

    at_least: tuple[Name, ...] = ()
    more_than: tuple[Name, ...] = ()
    at_most: tuple[Name, ...] = ()
    less_than: tuple[Name, ...] = ()
    between: tuple[Name, ...] = ()
    about: tuple[Name, ...] = ()
    thousands: Literal[",", ".", " ", "'"] | None = None
    decimal: Literal[",", "."] | None = None

    def of(self, comparator: Comparator) -> tuple[str, ...]:
        """The words for one comparison, which stand under its name."""
        words: tuple[str, ...] = getattr(self, comparator.value)
        return words


class OwnVocabulary(Frozen):
    """What the headers of the plan's tables are called, beside the words that every plan's are."""

    area: tuple[Name, ...] = ()
    period: tuple[Name, ...] = ()
    indicator: tuple[Name, ...] = ()
    value: tuple[Name, ...] = ()
    unit: tuple[Name, ...] = ()
    basis: tuple[Name, ...] = ()
    source: tuple[Name, ...] = ()
    note: tuple[Name, ...] = ()
    submitted: tuple[Name, ...] = ()
