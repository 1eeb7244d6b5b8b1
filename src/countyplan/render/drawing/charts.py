"""What a target's two charts are drawn from: where their scales run, and what stands beside them.

The template draws them. Colours are the page's own variables and the fonts its own, so that the charts follow it into the
dark and onto paper; what they show is said beside them in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.render.drawing.scale import Scale
from countyplan.report.row.chart_model import Chart, Point

_MOST_YEARS = 8
_BULLET_WIDTH = 272
# In units of which the text beside it is 11 high.
PATH_WIDTH, PATH_HEIGHT = 304, 128


@dataclass(frozen=True, slots=True)
class Bullet:
    """Baseline, due by now, figure and goal on one line, in a field of 272 by 30."""

    chart: Chart
    x: Scale
    ticks: tuple[tuple[str, str], ...]

    def span(self, start: Decimal, end: Decimal) -> tuple[str, str]:
        """Where a bar between two values begins, and how long it is."""
        low, high = sorted((float(self.x(start)), float(self.x(end))))
        return f"{low:g}", f"{high - low:g}"


@dataclass(frozen=True, slots=True)
class Way:
    """The figures over the years, the line to the goal, the step from here and where the pace so far leads.

    It is drawn in a field that its scales end at, with `years` below and `ticks` at its left.
    """

    chart: Chart
    x: Scale
    y: Scale
    years: tuple[tuple[str, str], ...]
    ticks: tuple[tuple[str, str], ...]

    def through(self, points: Sequence[Point]) -> str:
        """The line through points, as a polyline has it."""
        return " ".join(f"{self.x(point.at)},{self.y(point.value)}" for point in points)


def bullet(chart: Chart) -> Bullet:
    """What the bullet chart of a target is drawn from."""
    values = [point.value for point in (chart.begun, chart.figure, chart.expected) if point is not None]
    x = Scale.over([*values, *ends(chart)], 0, _BULLET_WIDTH, from_zero=chart.from_zero)
    return Bullet(chart, x, _ticks(chart, x))


def way(chart: Chart, wide: int = PATH_WIDTH, high: int = PATH_HEIGHT) -> Way:
    """What the chart of a target's way over the years is drawn from, in a field so `wide` and `high`."""
    first, last = Decimal(chart.years[0]), Decimal(chart.years[-1])
    x = Scale(first, last, 0, wide)
    points = [*chart.reported, *chart.line, *chart.projection, *chart.step]
    points += [] if chart.expected is None else [chart.expected]
    y = Scale.over([*(point.value for point in points), *ends(chart)], high, 0, from_zero=chart.from_zero)
    years = tuple((x(Decimal(year)), str(year)) for year in reversed(chart.years[:: -years_apart(chart)]))
    return Way(chart, x, y, years, _ticks(chart, y))


def years_apart(chart: Chart) -> int:
    """Of how many years one is told below a chart, so that they have room."""
    return -(-len(chart.years) // _MOST_YEARS)


def ends(chart: Chart) -> list[Decimal]:
    """The goal, and the upper end of one that is a range."""
    return [end for end in (chart.goal, chart.high) if end is not None]


def upper_end(chart: Chart) -> Decimal:
    """The goal, and of one that is a range the more."""
    return chart.goal if chart.high is None else chart.high


def years_to_go(chart: Chart) -> list[Decimal]:
    """The ends of years along the goal's line, the last of them when it is due."""
    return [*(Decimal(year) for year in chart.years if year < chart.due), chart.due]


def _ticks(chart: Chart, scale: Scale) -> tuple[tuple[str, str], ...]:
    """Round numbers; of what is counted in whole numbers its own, since there are none between."""
    begun = [] if chart.begun is None else [chart.begun.value]
    own = [Decimal(0), *begun, chart.figure.value, *ends(chart)]
    numbers = sorted({one.normalize() for one in own}) if chart.whole else scale.round_numbers()
    return tuple((scale(number), f"{number:,f}".replace(",", chart.thousands)) for number in numbers)
