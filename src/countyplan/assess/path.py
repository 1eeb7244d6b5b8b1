"""A target's way over the years: what was reported, what its line asks for, where the pace so far leads, and the step.

Nothing here takes part in a verdict; it spells out, year by year, what the verdict and the step were worked out from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from countyplan.assess.assessment import Assessment
from countyplan.assess.rule.comparator import ONE, ZERO, end_of_way, meets
from countyplan.assess.rule.course import Rule
from countyplan.assess.rule.step import Step, possible
from countyplan.dataclass import dataclass
from countyplan.figures import Figure
from countyplan.plan import Pacing, Target
from countyplan.quantity import Period, raised

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in the plan's unit at the end of a month, which is counted as in `Period.end`."""

    at: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Path:
    """The way of one target, in order of time; what cannot be told is empty.

    `reported` are the figures that compare with the goal. `line` is the way that the pace is measured on, from where it
    began (`begun`) to the goal. `projection` goes on from the figure as fast as so far, and `step` from it to the
    goal. Lines that bend, and straight ones alike, have a mark at the end of each year.
    """

    reported: tuple[Figure, ...]
    begun: Mark | None = None
    line: tuple[Mark, ...] = ()
    projection: tuple[Mark, ...] = ()
    step: tuple[Mark, ...] = ()


def path_of(assessment: Assessment, start: Period) -> Path | None:
    """The way of a target in a plan that runs from the end of `start`.

    None without a figure, and for one of a part of a year, which does not compare.
    """
    figure, target = assessment.figure, assessment.target
    if figure is None or figure.partial:
        return None
    known = {one.period.end: one for one in (*assessment.series, figure) if not one.partial}
    reported = sorted(known.values(), key=lambda one: one.period.end)
    begun = _begun(assessment, start)
    line = _line(assessment, begun) if begun is not None else ()
    here = Mark(figure.period.end, figure.value)
    step = assessment.step
    if step is None or target.indicator.kind.manner.pacing is Pacing.AVERAGE:
        return Path(tuple(reported), begun, line)
    ahead = _way(here, Mark(target.due.end, step.goal), target.lift if step.is_rate else None)
    return Path(tuple(reported), begun, line, _projection(target, here, step), ahead)


def _begun(assessment: Assessment, start: Period) -> Mark | None:
    """Where the way began: at the baseline, or from zero where amounts add up."""
    if assessment.target.indicator.adds_up:
        return Mark(start.end, ZERO)
    baseline = assessment.baseline
    return None if baseline is None else Mark(baseline.period.end, baseline.value)


def _line(assessment: Assessment, begun: Mark) -> tuple[Mark, ...]:
    target, pace, figure = assessment.target, assessment.pace, assessment.figure
    goal = Mark(target.due.end, end_of_way(target, begun.value))
    if (
        target.indicator.kind.manner.pacing in {Pacing.NONE, Pacing.KEPT}
        or meets(target, begun.value)
        or goal.at <= begun.at
    ):
        return ()
    if pace is not None and pace.rule is Rule.MILESTONE and pace.expected is not None and figure is not None:
        milestone = Mark(figure.period.end, pace.expected)
        return (*_way(begun, milestone), *_way(milestone, goal)[1:])
    compound = target.indicator.kind.manner.compounds
    if compound and min(begun.value, goal.value) + target.lift <= 0:
        return ()
    return _way(begun, goal, target.lift if compound else None)


def _projection(target: Target, here: Mark, step: Step) -> tuple[Mark, ...]:
    """On from the figure as fast as so far, within what is possible."""
    so_far = step.so_far
    if so_far is None or step.projection is None:
        return ()

    def value_at(months: int) -> Decimal:
        if step.is_rate:
            return (here.value + target.lift) * raised(ONE + so_far, months, _YEAR) - target.lift
        return here.value + so_far * (Decimal(months) / Decimal(_YEAR))

    marks = _marks(here, target.due.end, lambda months: possible(target, value_at(months)))
    return (*marks, Mark(target.due.end, step.projection))


def _way(begun: Mark, goal: Mark, lift: Decimal | None = None) -> tuple[Mark, ...]:
    """From one mark to another in equal steps; with a `lift`, at one rate of growth of the values lifted by it."""
    whole = goal.at - begun.at

    def value_at(months: int) -> Decimal:
        if lift is not None:
            grown = (goal.value + lift) / (begun.value + lift)
            return (begun.value + lift) * raised(grown, months, whole) - lift
        change = (goal.value - begun.value) * Decimal(months)
        return begun.value + change / whole

    return (*_marks(begun, goal.at, value_at), goal)


def _marks(begun: Mark, end: int, value_at: Callable[[int], Decimal]) -> Iterator[Mark]:
    """Where the way begins, and each end of a year on it before `end`; `value_at` counts months from where it begins."""
    yield begun
    first = begun.at + _YEAR - begun.at % _YEAR
    for at in range(first, end, _YEAR):
        yield Mark(at, value_at(at - begun.at))
