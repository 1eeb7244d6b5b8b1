"""What a target's charts are drawn from."""

from __future__ import annotations

from decimal import Decimal

from countyplan.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A value in the chart's unit at a moment in decimal years: 2024 is the end of 2024, 2023.5 the middle of that year."""

    at: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class YearLine:
    """What is known of one period in words: reported, asked for by the line, by the step, and where the pace leads."""

    period: str
    reported: str
    line: str
    step: str
    projection: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A target's way as numbers to be drawn, and as words for whoever does not see it drawn.

    `begun` is where the way began: the baseline, or zero where amounts add up. `expected` is what was due by now. The
    lines run in order of time and are empty where they cannot be told. `high` is the upper end of a goal that is a range;
    `whole` says that only whole numbers can be, `from_zero` that amounts are told from zero; `years` are the ends of years
    from the first point to the last. `unit` is what all of its values are told in, empty for a quotient,
    and `thousands` what the language sets between the thousands of a number. `figure_text` and
    `goal_text` are what the two marks are labelled with.
    """

    figure: Point
    goal: Decimal
    high: Decimal | None
    due: Decimal
    whole: bool
    from_zero: bool
    begun: Point | None
    expected: Point | None
    reported: tuple[Point, ...]
    line: tuple[Point, ...]
    projection: tuple[Point, ...]
    step: tuple[Point, ...]
    years: tuple[int, ...]
    unit: str
    thousands: str
    figure_text: str
    goal_text: str
    now_text: str
    way_text: str
    table: tuple[YearLine, ...]
