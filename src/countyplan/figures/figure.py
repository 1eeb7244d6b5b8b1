"""A figure that can be judged, and the figures of one indicator in one area over time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter
from typing import Final, TypeAlias

from countyplan.dataclass import dataclass, replace
from countyplan.quantity import Period, Unit
from countyplan.quantity.told import amount
from countyplan.submission import ReportedFigure
from countyplan.submission.reported import Origin


@dataclass(slots=True, unsafe_hash=True)
class Derived:
    """A value in the plan's unit at the end of a period that comes of several reports, or of none.

    The true value lies within `half_digit` of `value`, as far as the reported digits say. `partial` marks what has accrued
    in a part of a year and cannot be set against a year's goal; `estimate` what was foreseen (预计) or is of a period that is
    not over.
    """

    value: Final[Decimal]
    half_digit: Final[Decimal]
    period: Final[Period]
    sources: Final[tuple[ReportedFigure, ...]]
    origin: Final[Origin] = Origin.REPORTED
    partial: Final[bool] = False
    estimate: Final[bool] = False

    @property
    def report(self) -> ReportedFigure:
        """The report that the period itself brought: of several years that of the last of them, else the first."""
        return self.sources[-1 if self.origin in {Origin.YEARS_ADDED, Origin.AVERAGED} else 0]

    @property
    def of_its_period(self) -> Derived:
        """What was reported for the period itself: where years are added the amount of the last of them alone."""
        if self.origin is not Origin.YEARS_ADDED:
            return self
        return replace(self, value=self.report.value, half_digit=self.report.half_digit, sources=(self.report,))


# What was reported once is judged as it stands: a country has a million of them.
Figure: TypeAlias = ReportedFigure | Derived


def agreed(same: tuple[ReportedFigure, ...]) -> Figure:
    """What reports that agree come to; the first one counts."""
    first = same[0]
    if len(same) == 1:
        return first
    return Derived(first.value, first.half_digit, first.period, same, partial=first.partial, estimate=first.estimate)


def step_words(earlier: Figure, later: Figure, unit: Unit) -> dict[str, str]:
    """What a finding says of the step from one figure to the next."""
    return {
        "old": amount(earlier.value, unit),
        "old_period": str(earlier.period),
        "new": amount(later.value, unit),
        "period": str(later.period),
    }


@dataclass(frozen=True, slots=True)
class Restatement:
    """A figure of an earlier period that a later submission changed."""

    old: ReportedFigure
    new: ReportedFigure


_end_of = attrgetter("period.end")


@dataclass(slots=True, unsafe_hash=True)
class Series:
    """The figures of one indicator in one area, by the end of their periods."""

    figures: Final[tuple[Figure, ...]] = ()

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Series:
        """The figures in order."""
        return cls(tuple(sorted(figures, key=_end_of)))

    def within(self, after: int, until: int) -> Series:
        """The figures of periods that end after one month and no later than another."""
        kept = self.figures[self._first_after(after) : self._first_after(until)]
        return self if len(kept) == len(self.figures) else Series(kept)

    @property
    def whole(self) -> tuple[Figure, ...]:
        """Those that compare with a year's goal."""
        return tuple([one for one in self.figures if not one.partial])

    def at(self, end: int) -> Figure | None:
        """The figure whose period ends there; of a whole year if there is one."""
        here = self.figures[self._first_after(end - 1) : self._first_after(end)]
        return next((figure for figure in here if not figure.partial), next(iter(here), None))

    def latest(self, end: int) -> Figure | None:
        """The last figure at or before `end`; what accrued in a part of a year only if there is nothing else."""
        past = self.figures[: self._first_after(end)]
        return next((figure for figure in reversed(past) if not figure.partial), past[-1] if past else None)

    def before(self, end: int) -> Figure | None:
        """The last comparable figure before `end`."""
        past = self.figures[: self._first_after(end - 1)]
        return next((figure for figure in reversed(past) if not figure.partial), None)

    def _first_after(self, end: int) -> int:
        """Which figure is the first of a period that ends later."""
        return bisect_right(self.figures, end, key=_end_of)
