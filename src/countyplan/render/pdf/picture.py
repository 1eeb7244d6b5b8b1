"""The picture of a target's way as the template draws it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from countyplan.diagnostics import visible
from countyplan.render.drawing.charts import ends, way
from countyplan.render.drawing.label import SIZE, Label
from countyplan.render.drawing.labels import labels
from countyplan.render.paged.page import PathPicture
from countyplan.report.row.chart_model import Point

# The field of a way, in units of which a text is `SIZE` high, and how high it is in points.
_FIELD, _TEXT = (276, 104), 7.0


def drawn_picture(one: PathPicture) -> dict[str, Any]:
    """Its lines as points in a field, in points of print, with the years below and the ticks at its left."""
    drawn = way(one.chart, *_FIELD)
    figure, goal = labels(drawn)

    def through(points: Sequence[Point]) -> list[list[float]]:
        return [[_printed(drawn.x(point.at)), _printed(drawn.y(point.value))] for point in points]

    ways = ((one.line, one.chart.line), (one.step, one.chart.step), (one.reported, one.chart.reported))
    names = ("line", "step", "reported")
    return {
        "title": visible(one.title),
        "field": [_printed(side) for side in _FIELD],
        "years": [[_printed(at), label] for at, label in drawn.years],
        "ticks": [[_printed(at), label] for at, label in drawn.ticks],
        "goal": visible(one.goal),
        "goals": [_printed(drawn.y(end)) for end in ends(one.chart)],
        "due": _printed(drawn.x(one.chart.due)),
        "labels": [_label(name, label) for name, label in (("reported", figure), ("goal", goal)) if label is not None],
        "ways": [
            {"name": name, "label": label, "points": through(points)}
            for name, (label, points) in zip(names, ways, strict=True)
        ],
    }


def _label(name: str, label: Label) -> dict[str, Any]:
    x, y = label.at
    return {"name": name, "text": visible(label.text), "x": _printed(x), "y": _printed(y), "anchor": label.anchor}


def _printed(units: str | float) -> float:
    return float(units) * _TEXT / SIZE
