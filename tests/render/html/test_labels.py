"""The figure and the goal are told within a chart of the way, on nothing that is drawn there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from countyplan.language import Language
from countyplan.render.drawing.charts import Way, ends, way
from countyplan.render.drawing.label import Label
from countyplan.render.drawing.labels import Side, labels, labels_of_points
from countyplan.render.html import report_html
from countyplan.report.report_model import Report
from countyplan.report.row.chart_model import Chart, Point
from tests.render.dated import ILLUSTRATIVE, made
from tests.render.markup import read

PARTS = 200


@pytest.fixture(scope="module", params=[Language.ZH, Language.EN])
def report(request: pytest.FixtureRequest) -> Report:
    return made(ILLUSTRATIVE, language=request.param)


def chart(report: Report, target: str, area: str) -> Chart:
    [found] = [one for one in report.rows if (one.machine.target, one.machine.area) == (target, area)]
    assert found.chart is not None
    return found.chart


def told(chart: Chart) -> tuple[Label, Label]:
    figure, goal = labels(way(chart))
    assert figure is not None
    assert goal is not None
    return figure, goal


def test_the_goal_stands_over_the_end_of_its_line_and_the_figure_away_from_what_was_due() -> None:
    chinese = made(ILLUSTRATIVE)
    figure, goal = told(chart(chinese, "gdp", "jiande"))
    assert (goal.text, goal.x, goal.y, goal.anchor) == ("目标：600亿元以上", "304", "-7.5", "end")
    # From 425 to 600: 470.2 is 128 - 45.2 / 175 * 128 = 94.94 from the top, and 2024 is 2 / 5 * 304 = 121.6 from the left.
    # What was due is more, so that the label stands under the point; between its two lines, a little to the right.
    assert (figure.text, figure.x, figure.y, figure.anchor) == ("470.2亿元", "117.6", "110.44", "start")


def test_what_is_told_is_told_as_beside_the_chart() -> None:
    figure, goal = told(chart(made(ILLUSTRATIVE, language=Language.EN), "gdp", "jiande"))
    assert (figure.text, goal.text) == ("CNY 47.02 billion", "goal: at least CNY 60 billion")
    assert told(chart(made(ILLUSTRATIVE), "pillar_industries", "chunan"))[1].text == "目标：2至3个"


def test_no_label_lies_on_a_line_or_on_the_other(report: Report) -> None:
    drawn = [way(row.chart) for row in report.rows if row.chart is not None]
    assert len(drawn) > 40
    for one in drawn:
        figure, goal = told(one.chart)
        boxes = figure.box(), goal.box()
        for x, y in along(one):
            assert not any(box.left < x < box.right and box.top < y < box.bottom for box in boxes), (one.chart, x, y)
        first, other = boxes
        apart = first.right <= other.left or other.right <= first.left
        assert apart or first.bottom <= other.top or other.bottom <= first.top


def test_a_figure_that_is_the_goal_is_told_apart_from_it() -> None:
    one = chart(made(ILLUSTRATIVE), "gdp", "jiande")
    at_the_goal = Point(one.due, one.goal)
    bare = replace(one, begun=None, expected=None, line=(), step=(), projection=())
    figure, goal = told(replace(bare, reported=(at_the_goal,), figure=at_the_goal))
    assert goal.box().right <= figure.box().left or figure.box().bottom <= goal.box().top


def test_beside_points_a_label_stands_over_or_under_a_year_that_the_goal_s_line_passes() -> None:
    figure, goal = labels_of_points(way(chart(made(ILLUSTRATIVE), "gdp", "jiande")))
    # 2027 would carry it beyond the right edge: 2026, the fifth of six years, is the last with room.
    assert goal is not None
    assert (goal.point, goal.side, goal.label.text) == (4, Side.OVER, "目标：600亿元以上")
    # In the middle under the point it would lie on the lines that lead there, and over it on the one that was due.
    assert figure is None
    figure, _ = labels_of_points(way(chart(made(ILLUSTRATIVE), "income_ratio", "chunan")))
    # What was due, 1.928, is less than 1.99: over the last of its figures, of 2022 and 2024.
    assert figure is not None
    assert (figure.point, figure.side, figure.label.text) == (1, Side.OVER, "1.99")


def test_beside_points_no_label_lies_on_a_line_either(report: Report) -> None:
    drawn = [way(row.chart) for row in report.rows if row.chart is not None]
    found = [(one, told) for one in drawn for told in labels_of_points(one) if told is not None]
    assert len(found) > len(drawn)
    for one, told in found:
        box = told.label.box()
        assert not any(box.left < x < box.right and box.top < y < box.bottom for x, y in along(one)), one.chart


def along(drawn: Way) -> Iterator[tuple[float, float]]:
    """Points close together on everything that is drawn."""
    chart = drawn.chart
    lines: list[Sequence[Point]] = [chart.reported, chart.line, chart.projection, chart.step]
    first = Decimal(chart.years[0])
    lines += [(Point(first, end), Point(chart.due, end)) for end in ends(chart)]
    for line in lines:
        for start, end in pairwise(line):
            for part in range(PARTS + 1):
                share = Decimal(part) / PARTS
                at, value = start.at + (end.at - start.at) * share, start.value + (end.value - start.value) * share
                yield float(drawn.x(at)), float(drawn.y(value))


def test_a_text_that_finds_no_room_is_left_out() -> None:
    one = replace(chart(made(ILLUSTRATIVE), "gdp", "jiande"), goal_text="超" * 40)
    figure, goal = labels(way(one))
    assert figure is not None
    assert goal is None


def test_the_page_writes_both_where_they_were_placed(report: Report) -> None:
    page = read(report_html(report))
    for row in report.rows:
        if row.chart is None:
            continue
        path = page.one("article", id=f"t-{row.machine.target}-{row.machine.area}").one("div", class_="path")
        written = [(one.text, one.attributes["x"], one.attributes["y"]) for one in path.all("text", class_="label")]
        assert written == [(one.text, one.x, one.y) for one in told(row.chart)]
