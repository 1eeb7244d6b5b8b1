"""Where the figure and the goal are told within a chart of a target's way: where they lie on nothing that is drawn there.

A label whose text finds no such place is left out, since what it says stands beside the chart in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import assert_never

from countyplan.dataclass import dataclass
from countyplan.render.drawing.charts import Way, ends, upper_end, years_to_go
from countyplan.render.drawing.label import BELOW_THE_LINE, Label, Line

# What is left around the field: further left or lower stand the numbers of the axes.
_RIGHT_OF_IT, _ABOVE_IT, _WITHIN = 16.0, 17.0, 1.0
_UNIT_AT = (-48.0, -8.0)
_MARK = 4.5
_STEP = 8
# How far from its mark the line that a text stands on lies: above it, below it, beside it.
_OVER, _UNDER, _BESIDE = -7.5, 15.5, 4.0
_ASIDE, _FURTHEST = 8, 40


class Side(StrEnum):
    """On which side of a point a label stands, as charts of office documents have it."""

    OVER = "t"
    UNDER = "b"
    BEFORE = "l"
    AFTER = "r"


@dataclass(frozen=True, slots=True)
class Beside:
    """A text on one side of a point of a line."""

    point: int
    side: Side
    label: Label


def labels(way: Way) -> tuple[Label | None, Label | None]:
    """How the last figure and the goal are labelled; None where there is no room for one."""
    drawn = tuple(_drawn(way))
    figure = next((one for one in _by_the_figure(way) if _free(one, way, drawn)), None)
    drawn += figure.box().lines() if figure else ()
    return figure, next((one for one in _along_the_goal(way) if _free(one, way, drawn)), None)


def labels_of_points(way: Way) -> tuple[Beside | None, Beside | None]:
    """The same for whatever sets a label beside a point only: one of the figures, one of `years_to_go` on the goal's line."""
    drawn = tuple(_drawn(way))
    figure = next((one for one in _beside_the_figure(way) if _free(one.label, way, drawn)), None)
    drawn += figure.label.box().lines() if figure else ()
    return figure, next((one for one in _beside_the_goal(way) if _free(one.label, way, drawn)), None)


def _free(label: Label, way: Way, drawn: tuple[Line, ...]) -> bool:
    box = label.box()
    in_width = box.left >= _WITHIN and box.right <= way.x.end + _RIGHT_OF_IT
    inside = in_width and box.top >= -_ABOVE_IT and box.bottom <= way.y.start - _WITHIN
    return inside and not any(box.crossed_by(line) for line in drawn)


def _beside_the_figure(way: Way) -> Iterator[Beside]:
    chart = way.chart
    last = len(chart.reported) - 1
    sides = (Side.UNDER, Side.OVER) if _under_first(way) else (Side.OVER, Side.UNDER)
    for side in (*sides, Side.AFTER, Side.BEFORE):
        yield Beside(
            last, side, _on(side, chart.figure_text, _across(way, chart.figure.at), _down(way, chart.figure.value))
        )


def _beside_the_goal(way: Way) -> Iterator[Beside]:
    chart = way.chart
    y = _down(way, upper_end(chart))
    for at, year in reversed(list(enumerate(years_to_go(chart)))):
        for side in (Side.OVER, Side.UNDER):
            yield Beside(at, side, _on(side, chart.goal_text, _across(way, year), y))


def _on(side: Side, text: str, x: float, y: float) -> Label:
    match side:
        case Side.OVER:
            return Label(text, (x, y + _OVER), "middle")
        case Side.UNDER:
            return Label(text, (x, y + _UNDER), "middle")
        case Side.AFTER:
            return Label(text, (x + _ASIDE, y + _BESIDE), "start")
        case Side.BEFORE:
            return Label(text, (x - _ASIDE, y + _BESIDE), "end")
        case _:
            assert_never(side)


def _under_first(way: Way) -> bool:
    """The side first that leads away from what was due by now."""
    chart = way.chart
    return chart.expected is not None and chart.expected.value > chart.figure.value


def _by_the_figure(way: Way) -> Iterator[Label]:
    """Over it and under it, and beside it."""
    chart, text = way.chart, way.chart.figure_text
    x, y = _across(way, chart.figure.at), _down(way, chart.figure.value)
    over, under = y + _OVER, min(y + _UNDER, way.y.start - _WITHIN - BELOW_THE_LINE)
    for down in (under, over) if _under_first(way) else (over, under):
        yield Label(text, (x, down), "middle")
        for across in range(-_ASIDE // 2, _FURTHEST, _STEP):
            yield Label(text, (x + across, down), "start")
            yield Label(text, (x - across, down), "end")
    yield from (_on(side, text, x, y) for side in (Side.AFTER, Side.BEFORE))


def _along_the_goal(way: Way) -> Iterator[Label]:
    """From its end at the right to the left, over its line and else under it; of a range over its upper end first."""
    due = _across(way, way.chart.due)
    for end in reversed(ends(way.chart)):
        for down in (_OVER, _UNDER):
            for at in range(int(due), 0, -_STEP):
                yield Label(way.chart.goal_text, (float(at), _down(way, end) + down), "end")


def _drawn(way: Way) -> Iterator[Line]:
    """Every line and mark of the chart, and the name of its unit above it."""
    chart, due = way.chart, _across(way, way.chart.due)
    for points in (chart.reported, chart.line, chart.projection, chart.step):
        yield from pairwise((_across(way, point.at), _down(way, point.value)) for point in points)
    for end in ends(chart):
        yield (0.0, _down(way, end)), (due, _down(way, end))
    for point in (*chart.reported, *([chart.expected] if chart.expected else [])):
        yield from _mark(_across(way, point.at), _down(way, point.value))
    yield from _mark(due, _down(way, chart.goal))
    yield from Label(chart.unit, _UNIT_AT, "start").box().lines()


def _mark(x: float, y: float) -> tuple[Line, Line]:
    return ((x - _MARK, y), (x + _MARK, y)), ((x, y - _MARK), (x, y + _MARK))


def _across(way: Way, at: Decimal) -> float:
    return float(way.x(at))


def _down(way: Way, value: Decimal) -> float:
    return float(way.y(value))
