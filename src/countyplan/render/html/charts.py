"""A target's two charts as SVG for the page, drawn by Vega when the page is written, so that reading needs no library.

Colours are the page's own variables and the fonts its own, so that the charts follow it into the dark and onto paper.
Where letters stand is fixed here and not measured, so that the same report gives the same bytes on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from countyplan.report.row.row_model import Chart, Point

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Room:
    """The size of what is drawn, in pixels, and of the room for letters around it."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int


_BULLET = _Room(width=272, height=30, left=14, right=14, top=4, bottom=18)
_PATH = _Room(width=304, height=128, left=48, right=12, top=8, bottom=20)
_MOST_YEARS = 8
_DASHES = {"line": [6, 3], "projection": [1.5, 3], "step": [8, 3, 2, 3]}
_NOT_DRAWN = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events|opacity)="[^"]*"')
_EMPTY = re.compile(r'<path d="(?:M0,0h0v0h0Z)?"(?: display="none")?/>')


@lru_cache(maxsize=1024)
def bullet_svg(chart: Chart) -> Markup:
    """Baseline, due by now, figure and goal on one line."""
    return _drawn(_BULLET, list(_bullet_layers(chart)))


@lru_cache(maxsize=1024)
def path_svg(chart: Chart) -> Markup:
    """The figures over the years, the line to the goal, the step from here and where the pace so far leads."""
    return _drawn(_PATH, list(_path_layers(chart)))


def _bullet_layers(chart: Chart) -> Iterator[Spec]:
    axis = {**_ticks(chart), "title": None, "grid": False, "domain": False}
    x = {"field": "at", "type": "quantitative", "scale": {"zero": chart.from_zero, "nice": False}, "axis": axis}
    middle = {"value": _BULLET.height / 2}

    def spans(start: float, end: float, mark: Spec) -> Spec:
        encoding = {"x": x, "x2": {"field": "end"}, "y": middle}
        return _layer([{"at": start, "end": end}], {"type": "bar", **mark}, encoding)

    def stands(at: float, mark: Spec) -> Spec:
        return _layer([{"at": at}], mark, {"x": x, "y": middle})

    goal, figure = float(chart.goal), float(chart.figure.value)
    if chart.high is not None:
        yield spans(goal, float(chart.high), {"size": 26, "color": "var(--range)"})
    if chart.begun is not None:
        begun = float(chart.begun.value)
        yield spans(begun, goal, {"size": 14, "color": "var(--way)"})
        yield spans(begun, figure, {"size": 6, "color": "var(--value)"})
        yield stands(begun, {"type": "tick", "size": 18, "thickness": 1.5, "color": "var(--baseline)"})
    for end in _ends(chart):
        yield stands(end, {"type": "tick", "size": 26, "thickness": 3.5, "color": "var(--goal)"})
    yield stands(figure, _dot(70))
    if chart.expected is not None:
        yield stands(float(chart.expected.value), _diamond())


def _path_layers(chart: Chart) -> Iterator[Spec]:
    every = -(-len(chart.years) // _MOST_YEARS)
    years = {"title": None, "format": "d", "values": list(chart.years[::-every]), "grid": False}
    span = [chart.years[0], chart.years[-1]]
    x = {"field": "at", "type": "quantitative", "scale": {"domain": span, "nice": False}, "axis": years}
    values = {**_ticks(chart), "title": None, "domain": False}
    y = {"field": "value", "type": "quantitative", "scale": {"zero": chart.from_zero, "nice": False}, "axis": values}
    due = float(chart.due)

    def through(points: Sequence[Point], mark: Spec) -> Spec:
        return _layer([_numbers(point) for point in points], mark, {"x": x, "y": y})

    def level(value: float, mark: Spec, until: Spec) -> Spec:
        data = [{"at": span[0], "due": due, "value": value, **until}]
        return _layer(data, mark, {"x": x, "x2": {"field": "due"}, "y": y, **{key: {"field": key} for key in until}})

    if chart.high is not None:
        yield level(float(chart.goal), {"type": "rect", "color": "var(--range)"}, {"y2": float(chart.high)})
    for end in _ends(chart):
        yield level(end, {"type": "rule", "color": "var(--goal)", "strokeWidth": 1}, {})
    for name, points in (("line", chart.line), ("projection", chart.projection), ("step", chart.step)):
        if points:
            width = 2.5 if name == "projection" else 1.75
            stroke = {"color": f"var(--{name})", "strokeWidth": width, "strokeDash": _DASHES[name]}
            yield through(points, {"type": "line", **stroke})
    yield through(chart.reported, {"type": "line", "color": "var(--value)", "strokeWidth": 2})
    yield through(chart.reported, _dot(36))
    if chart.expected is not None:
        yield through([chart.expected], _diamond())
    square = {"type": "point", "shape": "square", "size": 60, "filled": True, "opacity": 1, "color": "var(--goal)"}
    yield through([Point(chart.due, chart.goal)], square)


def _ticks(chart: Chart) -> Spec:
    """Round numbers; of what is counted in whole numbers its own, since there are none between."""
    if not chart.whole:
        return {"tickCount": 4}
    begun = [] if chart.begun is None else [float(chart.begun.value)]
    return {"values": [0.0, *begun, float(chart.figure.value), *_ends(chart)], "format": "~f"}


def _ends(chart: Chart) -> list[float]:
    return [float(end) for end in (chart.goal, chart.high) if end is not None]


def _dot(size: int) -> Spec:
    return {"type": "point", "shape": "circle", "size": size, "filled": True, "opacity": 1, "color": "var(--value)"}


def _diamond() -> Spec:
    shape = {"shape": "diamond", "size": 64, "filled": True, "opacity": 1}
    return {"type": "point", **shape, "fill": "var(--page)", "stroke": "var(--line)", "strokeWidth": 1.75}


def _numbers(point: Point) -> dict[str, float]:
    return {"at": float(point.at), "value": float(point.value)}


def _layer(values: list[dict[str, float]], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _spec(room: _Room, layers: list[Spec]) -> Spec:
    ink = {"labelColor": "var(--soft)", "domainColor": "var(--soft)", "tickColor": "var(--soft)"}
    axis = {**ink, "gridColor": "var(--grid)", "labelFontSize": 11, "labelFlush": False, "labelOverlap": False}
    return {
        "width": room.width,
        "height": room.height,
        "padding": {"left": room.left, "right": room.right, "top": room.top, "bottom": room.bottom},
        "autosize": "none",
        "background": "transparent",
        "layer": layers,
        "config": {"aria": False, "font": "inherit", "view": {"stroke": None}, "axis": axis},
    }


def _drawn(room: _Room, layers: list[Spec]) -> Markup:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(_spec(room, layers), allowed_base_urls=[])
    # What it shows is said beside it in words, so that it has no roles of its own.
    inner = _EMPTY.sub("", _NOT_DRAWN.sub("", svg[svg.index(">") + 1 : svg.rindex("</svg>")]))
    width, height = room.left + room.width + room.right, room.top + room.height + room.bottom
    return Markup('<svg viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>').format(
        width, height, Markup(inner)
    )
