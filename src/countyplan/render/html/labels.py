"""Where the figure and the goal are told within a chart of a target's way: where they lie on nothing that is drawn there.

A label whose text finds no such place is left out, since what it says stands beside the chart in any case. How wide a text
is can only be estimated, the font being the reader's; the estimate is generous.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from countyplan.dataclass import dataclass
from countyplan.diagnostics import visible
from countyplan.render.html.charts import Way, ends
from countyplan.render.html.scale import place

Spot = tuple[float, float]
Line = tuple[Spot, Spot]

_SIZE = 11
_WIDE, _NARROW = 1.0, 0.6
_ABOVE_THE_LINE, _BELOW_THE_LINE = 9.5, 2.5
# The field that the template leaves: what stands further left or lower are the numbers of the axes.
_LEFT, _RIGHT, _TOP, _BOTTOM = 1.0, 320.0, -17.0, 127.0
_UNIT_AT = (-48.0, -8.0)
_MARK = 4.5
_STEP = 8
# How far from its mark the line that a text stands on lies: above it, below it, beside it.
_OVER, _UNDER, _BESIDE = -7.5, 15.5, 4.0
_ASIDE, _FURTHEST = 8, 40


@dataclass(frozen=True, slots=True)
class Box:
    """What a text takes up, in the units of the drawing; downwards is more."""

    left: float
    top: float
    right: float
    bottom: float

    def edges(self) -> tuple[Line, Line]:
        """Its upper and its lower edge; another box of one line's height cannot lie on it without crossing one."""
        return ((self.left, self.top), (self.right, self.top)), ((self.left, self.bottom), (self.right, self.bottom))

    def crossed_by(self, line: Line) -> bool:
        """Whether a part of the line lies within."""
        (from_x, from_y), (to_x, to_y) = line
        first, last = 0.0, 1.0
        for low, high, start, end in ((self.left, self.right, from_x, to_x), (self.top, self.bottom, from_y, to_y)):
            if start == end:
                if not low < start < high:
                    return False
                continue
            enters, leaves = sorted(((low - start) / (end - start), (high - start) / (end - start)))
            first, last = max(first, enters), min(last, leaves)
        return first < last

    @property
    def inside(self) -> bool:
        """Whether all of it lies in the field."""
        return self.left >= _LEFT and self.right <= _RIGHT and self.top >= _TOP and self.bottom <= _BOTTOM


@dataclass(frozen=True, slots=True)
class Label:
    """A text, the point of the line it stands on, and which part of it lies there, as `text-anchor` has it."""

    text: str
    at: Spot
    anchor: str

    @property
    def x(self) -> str:
        """Where it stands from left to right."""
        return place(self.at[0])

    @property
    def y(self) -> str:
        """Where it stands from top to bottom."""
        return place(self.at[1])

    def box(self) -> Box:
        """What it takes up."""
        across, down = self.at
        wide = (
            sum(_WIDE if unicodedata.east_asian_width(one) in "WF" else _NARROW for one in visible(self.text)) * _SIZE
        )
        left = across - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(left, down - _ABOVE_THE_LINE, left + wide, down + _BELOW_THE_LINE)


def labels(way: Way) -> tuple[Label | None, Label | None]:
    """How the last figure and the goal are labelled; None where there is no room for one."""
    drawn = tuple(_drawn(way))
    figure = _first_free(_by_the_figure(way), drawn)
    goal = _first_free(_along_the_goal(way), (*drawn, *(figure.box().edges() if figure else ())))
    return figure, goal


def _first_free(labels: Iterable[Label], drawn: tuple[Line, ...]) -> Label | None:
    for label in labels:
        box = label.box()
        if box.inside and not any(box.crossed_by(line) for line in drawn):
            return label
    return None


def _by_the_figure(way: Way) -> Iterator[Label]:
    """Over it and under it, on the side first that leads away from what was due by now."""
    chart, text = way.chart, way.chart.figure_text
    x, y = _across(way, chart.figure.at), _down(way, chart.figure.value)
    under_first = chart.expected is not None and _down(way, chart.expected.value) < y
    over, under = y + _OVER, min(y + _UNDER, _BOTTOM - _BELOW_THE_LINE)
    for down in (under, over) if under_first else (over, under):
        yield Label(text, (x, down), "middle")
        for across in range(-_ASIDE // 2, _FURTHEST, _STEP):
            yield Label(text, (x + across, down), "start")
            yield Label(text, (x - across, down), "end")
    yield Label(text, (x + _ASIDE, y + _BESIDE), "start")
    yield Label(text, (x - _ASIDE, y + _BESIDE), "end")


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
    yield from Label(chart.unit, _UNIT_AT, "start").box().edges()


def _mark(x: float, y: float) -> tuple[Line, Line]:
    return ((x - _MARK, y), (x + _MARK, y)), ((x, y - _MARK), (x, y + _MARK))


def _across(way: Way, at: Decimal) -> float:
    return float(way.x(at))


def _down(way: Way, value: Decimal) -> float:
    return float(way.y(value))
