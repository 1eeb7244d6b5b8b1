"""A project of a list as one file reports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place
from countyplan.pattern import pattern
from countyplan.quantity import Period
from countyplan.quantity.width import squeezed
from countyplan.submission.ledger.words import is_word
from countyplan.submission.record.day import parse_day
from countyplan.submission.words.number import is_not_reported

_YEAR = pattern(r"(?:19|20|21)\d\d年?(?:底|末)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in the unit of the list (亿元), and half of its last digit as it was typed."""

    value: Decimal
    half_digit: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a project: whether it has been taken by the list's period, and when if that is told.

    `taken` is None where nothing is told. `day` is a year, month or day in ISO 8601, so that later ones sort later.
    """

    taken: bool | None = None
    day: str = ""

    @property
    def year(self) -> int | None:
        """The year of its day."""
        return int(self.day[:4]) if self.day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project in the list of an area as of the end of a period.

    `spent` holds what was invested in each year, `to_date` what was invested by the end of the period where the list tells
    that. An amount that is not there was not told. `unsure` says that something in its row could not be used.
    """

    name: str
    area: str
    period: Period
    place: Place
    document: str
    code: str = ""
    category: str = ""
    total: Amount | None = None
    approved: Step = Step()
    started: Step = Step()
    finished: Step = Step()
    spent: Mapping[int, Amount] = field(default_factory=dict)
    to_date: Amount | None = None
    responsible: str = ""
    transferred: bool | None = None
    note: str = ""
    unsure: bool = False


def read_step(text: str, period: Period) -> Step | None:
    """What a cell tells of a step as of the end of `period`; None where it is neither a day nor a word for it.

    A day after the period is when it is to be taken.
    """
    if is_not_reported(text):
        return Step()
    if is_word(text, "yes"):
        return Step(taken=True)
    if is_word(text, "no"):
        return Step(taken=False)
    day = parse_day(text) or _year(text)
    if day is None:
        return None
    if day == str(period.year) and not period.closes_year:
        # A year that is not over: the step may be ahead.
        return Step(day=day)
    return Step(taken=day <= f"{period.year:04}-{period.month:02}-31", day=day)


def _year(text: str) -> str | None:
    plain = squeezed(text).removesuffix(".0")
    return plain[:4] if _YEAR.fullmatch(plain) else None
