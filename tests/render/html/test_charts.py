"""What a target's charts are drawn from, and that the page draws just that."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.render.drawing.charts import bullet, way
from countyplan.render.drawing.scale import Scale
from countyplan.render.html import report_html
from countyplan.report.report_model import Report
from countyplan.report.row.chart_model import Chart, Point
from tests.render.dated import ILLUSTRATIVE, made
from tests.render.markup import read

NUMBERS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)


@cache
def report() -> Report:
    return made(ILLUSTRATIVE)


def chart(target: str, area: str) -> Chart:
    [found] = [one for one in report().rows if (one.machine.target, one.machine.area) == (target, area)]
    assert found.chart is not None
    return found.chart


def test_values_are_spread_evenly() -> None:
    # 484.4 lies 64.4 of 180 behind 420: 64.4 / 180 * 272 = 97.32.
    x = bullet(chart("gdp", "tonglu")).x
    assert (x(Decimal(420)), x(Decimal("484.4")), x(Decimal(600))) == ("0", "97.32", "272")


def test_upwards_is_more_and_years_run_to_the_right() -> None:
    drawn = way(chart("gdp", "tonglu"))
    # 2024 is the second of five years: 2 / 5 * 304 = 121.6; 484.4 is 128 - 64.4 / 180 * 128 = 82.2 from the top.
    assert drawn.through([Point(Decimal(2024), Decimal("484.4"))]) == "121.6,82.2"
    assert [text for _, text in drawn.years] == ["2022", "2023", "2024", "2025", "2026", "2027"]


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        ("420", "600", "450 500 550 600"),
        ("265", "360", "280 300 320 340 360"),
        ("1.55", "1.70", "1.55 1.60 1.65 1.70"),
        ("0", "363", "0 100 200 300"),
        ("-3", "7", "-2 0 2 4 6"),
        ("5", "5", "5"),
        ("0", "80000", "0 20,000 40,000 60,000 80,000"),
    ],
)
def test_round_numbers_stand_beside_a_scale(low: str, high: str, told: str) -> None:
    numbers = Scale(Decimal(low), Decimal(high), 0, 100).round_numbers()
    assert " ".join(f"{one:,f}" for one in numbers) == told


@given(NUMBERS, NUMBERS)
def test_round_numbers_lie_within_few_and_evenly_apart(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    numbers = Scale(low, high, 0, 100).round_numbers()
    assert 1 <= len(numbers) <= 8
    assert all(low <= number <= high for number in numbers)
    assert len({after - before for before, after in pairwise(numbers)}) <= 1


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.booleans())
def test_whatever_is_held_has_a_place_in_the_field(values: list[Decimal], from_zero: bool) -> None:
    scale = Scale.over(values, 0, 272, from_zero=from_zero)
    assert all(0 <= float(scale(value)) <= 272 for value in values)
    assert scale.low <= 0 <= scale.high or not from_zero


def test_of_what_is_counted_only_its_own_numbers_are_told() -> None:
    drawn = bullet(counted())
    assert [text for _, text in drawn.ticks] == ["0", "2", "3"]


def test_thousands_are_parted_as_in_the_language_of_the_page() -> None:
    whole = replace(counted(), high=Decimal(3000))
    assert whole.thousands == ""
    assert [text for _, text in bullet(whole).ticks] == ["0", "2", "3", "3000"]
    assert [text for _, text in bullet(replace(whole, thousands=",")).ticks] == ["0", "2", "3", "3,000"]


def counted() -> Chart:
    """Made up: from 2 of 2 to 3."""
    one = chart("gdp", "tonglu")
    whole = replace(one, whole=True, from_zero=True, begun=Point(Decimal(2022), Decimal("2.0")), goal=Decimal(2))
    return replace(whole, high=Decimal(3), figure=Point(Decimal(2024), Decimal(3)), expected=None)


def test_of_many_years_every_other_is_told_and_the_last_of_all() -> None:
    drawn = way(replace(chart("gdp", "tonglu"), years=tuple(range(2010, 2028))))
    assert [text for _, text in drawn.years] == ["2012", "2015", "2018", "2021", "2024", "2027"]


def test_what_the_page_draws_stands_where_the_numbers_say() -> None:
    page = read(report_html(report()))
    assert sum(row.chart is not None for row in report().rows) > 40
    for row in report().rows:
        if row.chart is None:
            continue
        article = page.one("article", id=f"t-{row.machine.target}-{row.machine.area}")
        x, drawn = bullet(row.chart).x, way(row.chart)
        [now] = article.one("div", class_="bullet").all("circle")
        assert now.attributes["cx"] == x(row.chart.figure.value)
        goals = article.one("div", class_="bullet").all("line", stroke="var(--goal)")
        assert [one.attributes["x1"] for one in goals] == [
            x(end) for end in (row.chart.goal, row.chart.high) if end is not None
        ]
        path = article.one("div", class_="path")
        lines = [(name, getattr(row.chart, name)) for name in ("line", "projection", "step")]
        for name, points in [*lines, ("value", row.chart.reported)]:
            told = [one.attributes["points"] for one in path.all("polyline", stroke=f"var(--{name})")]
            assert told == ([drawn.through(points)] if points else [])
        assert len(list(path.all("circle"))) == len(row.chart.reported)


def test_what_is_drawn_says_nothing_beside_its_words() -> None:
    for svg in read(report_html(report())).all("svg"):
        assert svg.attributes["aria-hidden"] == "true"
        assert not any("role" in one.attributes for one in svg.all())
