"""The reasoning behind something as data, and what its parts are told from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Generic, TypeVar

from countyplan.assess import Assessment
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.row.row_model import Part, Row
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers

LedTo = TypeVar("LedTo")


@dataclass(frozen=True, slots=True)
class Explanation(Generic[LedTo]):
    """The whole reasoning, and the row that it leads to: that of a target or of a commitment."""

    title: str
    parts: tuple[Part, ...]
    row: LedTo


def filled(parts: Mapping[str, Iterable[str]], texts: Texts) -> tuple[Part, ...]:
    """The parts by their names, without those that have nothing to say."""
    told = ((name, tuple(lines)) for name, lines in parts.items())
    return tuple(Part(texts.say(f"explain.{name}"), lines) for name, lines in told if lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What every part of the reasoning is told from."""

    plan: Plan
    texts: Texts
    assessment: Assessment
    as_of: Period
    said: VerdictWords
    row: Row


def short(value: Decimal) -> str:
    """A computed number without zeros at its end."""
    return numbers.digits(value.normalize())
