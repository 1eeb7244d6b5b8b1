"""What a pace is measured on, what comes of it, and what a figure would have to be for another one."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from countyplan.assess.rule.comparator import ONE, ZERO
from countyplan.assess.status import Status
from countyplan.dataclass import dataclass
from countyplan.plan import Target
from countyplan.quantity import Ratio, raised

_YEAR = 12


class Rule(StrEnum):
    """How the pace was measured."""

    COMPOUND = "compound"
    LINE = "line"
    SHARE_OF_GOAL = "share_of_goal"
    MILESTONE = "milestone"
    AVERAGE = "average"
    KEPT = "kept"


class NoPace(StrEnum):
    """Why a figure short of its goal has no pace."""

    COUNT = "count"
    RANK = "rank"
    NO_BASELINE = "no_baseline"
    BASELINE_AT_GOAL = "baseline_at_goal"
    NO_COMPOUND_RATE = "no_compound_rate"
    PAST_THE_RANGE = "past_the_range"
    PART_OF_A_YEAR = "part_of_a_year"
    TOO_COARSE = "too_coarse"
    RELATIVE = "relative"
    OTHER_LACKING = "other_lacking"


@dataclass(frozen=True, slots=True)
class Course:
    """What a pace is measured on.

    `value` at `now` and `baseline` at `start` are in the plan's unit; `start`, `now` and `due` count months. A cumulative
    target starts from zero. `milestone` is the goal that is set for `now` itself, if there is one. `half_digit` is half of
    the coarser last digit of the two values. `kept` is whether no year before was outside a band.
    """

    value: Decimal
    baseline: Decimal
    start: int
    now: int
    due: int
    milestone: Decimal | None = None
    half_digit: Decimal = ZERO
    kept: bool = True

    @property
    def time(self) -> Ratio:
        """Time progress: how much of the time from start to due date has gone."""
        return Ratio(Decimal(self.now - self.start), Decimal(self.due - self.start))

    def begun_at(self, baseline: Decimal) -> Course:
        """The same way from another baseline, with nothing made of it and every digit known."""
        return Course(
            value=baseline, baseline=baseline, start=self.start, now=self.now, due=self.due, milestone=self.milestone
        )


@dataclass(frozen=True, slots=True)
class Pace:
    """A verdict on the pace.

    `value` is the pace p: 1 on the line, 0 at the baseline; None where the figure fell back behind a baseline that had
    met the goal, so that there is no distance to measure it by. `straight` is p on a straight line, for a level.
    `progress` is the part of the whole way that has been made, `expected` what was due by now.
    """

    status: Status
    rule: Rule
    time: Ratio
    value: Ratio | None = None
    straight: Ratio | None = None
    progress: Ratio | None = None
    expected: Decimal | None = None


def value_at_pace(target: Target, pace: Pace, baseline: Decimal, limit: Decimal) -> Decimal | None:
    """The value whose pace is exactly `limit`, or None where the pace is not measured by a distance."""
    if pace.value is None or pace.expected is None:
        return None
    if target.indicator.kind.manner.compounds:
        # The pace, against a milestone too, is a quotient of yearly rates, whose lower part is what is required.
        growth = ONE + limit * pace.value.over
        if growth <= 0:
            return None
        return (baseline + target.lift) * raised(growth, int(pace.time.part), _YEAR) - target.lift
    return baseline + limit * (pace.expected - baseline)
