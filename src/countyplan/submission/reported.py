"""A figure as it was reported, and where it stands."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Final, Protocol

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place, Subject
from countyplan.quantity import Period
from countyplan.submission.words.basis import Basis


class Origin(StrEnum):
    """How a value came about."""

    REPORTED = "reported"
    YEARS_ADDED = "years_added"
    QUOTIENT = "quotient"
    PARTS_ADDED = "parts_added"
    AVERAGED = "averaged"
    BASE_YEAR = "base_year"
    CHANGE = "change"


class Lines(Protocol):
    """The lines of a file, or what else of it holds one figure each, from top to bottom."""

    @property
    def file(self) -> str:
        """What the file is called."""

    def place(self, number: int) -> Place:
        """Where the figure of the line with that number stands."""

    def line_of(self, number: int) -> int:
        """In which line of the file, from 1, that is."""


@dataclass(slots=True, unsafe_hash=True)
class ReportedFigure:  # noqa: PLW1641 -- the decorator makes the hash, of all but its place
    """A figure in the plan's unit at the end of a period. `half_digit` is half of its last reported digit.

    It is judged as it stands where nothing else reports the same and nothing follows from it.
    `written` is the value as typed, with the unit that was stated for it.
    `partial` marks what has accrued in a part of a year and cannot be set against a year's goal, `estimate` what is said to
    be foreseen (预计). `at` is where it stands, or the lines of which it stands in `line`.
    """

    area: Final[str]
    indicator: Final[str]
    period: Final[Period]
    value: Final[Decimal]
    half_digit: Final[Decimal]
    basis: Final[Basis | None]
    written: Final[str]
    at: Final[Place | Lines] = field(compare=False, repr=False)
    document: Final[str]
    submitted: Final[str | None] = None
    source: Final[str] = ""
    note: Final[str] = ""
    partial: Final[bool] = False
    estimate: Final[bool] = False
    line: Final[int] = field(default=0, compare=False, repr=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReportedFigure):
            return NotImplemented
        # Of a table in which all is said again most are told apart by their lines, without asking where in these they stand.
        there = self.line == other.line if self.at is other.at else self.place == other.place
        return there and _SAID(self) == _SAID(other)

    @property
    def place(self) -> Place:
        """Where it stands."""
        at = self.at
        return at if isinstance(at, Place) else at.place(self.line)

    @property
    def file(self) -> str:
        """Which file it stands in."""
        return self.at.file

    @property
    def in_line(self) -> tuple[str, int]:
        """The file and the line that it stands in, 0 where it is of no line."""
        at = self.at
        return at.in_line if isinstance(at, Place) else (at.file, at.line_of(self.line))

    def sort_key(self) -> tuple[str, int, int, str, int, str]:
        """By where it stands, as places are ordered."""
        at = self.at
        return at.sort_key() if isinstance(at, Place) else (at.file, self.line, 0, "", 0, "")

    @property
    def subject(self) -> Subject:
        """Whose figure it is."""
        return Subject(self.area, self.indicator, self.period.end)

    @property
    def origin(self) -> Origin:
        """How its value came about."""
        return Origin.REPORTED

    @property
    def sources(self) -> tuple[ReportedFigure, ...]:
        """The reports that it comes of."""
        return (self,)

    @property
    def report(self) -> ReportedFigure:
        """The report that its period brought."""
        return self

    @property
    def of_its_period(self) -> ReportedFigure:
        """What was reported for its period."""
        return self


_SAID = attrgetter(
    *("area", "indicator", "period", "value", "half_digit", "basis", "written", "document"),
    *("submitted", "source", "note", "partial", "estimate"),
)
