"""A totals row against the counties above it; every number is invented."""

from __future__ import annotations

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import TOTAL
from tests.figures.reported import collected, reported


def found(total: str, *parts: str, indicator: str = "gdp", when: str = "2024") -> list[dict[str, str]]:
    areas = ("tonglu", "chunan", "jiande")
    figures = [
        reported(value, "2024", indicator=indicator, area=area, line=at)
        for at, (area, value) in enumerate(zip(areas, parts, strict=False))
    ]
    all_of_them = collected(*figures, reported(total, when, indicator=indicator, area=TOTAL, line=9))
    return [dict(one.words) for one in all_of_them.diagnostics if one.code is Code.SUM_DIFFERS]


@pytest.mark.parametrize(
    ("total", "odd"),
    [
        ("1230", 0),
        # 480.0 + 280.0 + 470.0 = 1230.0: half of a last digit each, and of the total's ones, are 0.05 x 3 + 0.5 = 0.65.
        ("1230.65", 0),
        ("1231", 1),
        ("1229", 1),
        ("1300", 1),
    ],
)
def test_a_total_is_the_sum_of_its_counties_within_rounding(total: str, odd: int) -> None:
    half = {"1230.65": ("480.2", "280.2", "470.2")}.get(total, ("480.0", "280.0", "470.0"))
    assert len(found(total, *half)) == odd


@pytest.mark.parametrize(("total", "odd"), [("1231.1", 0), ("1231.2", 1), ("1228.9", 0), ("1228.8", 1)])
def test_as_far_apart_as_rounding_allows_is_no_difference(total: str, odd: int) -> None:
    # 480.0 + 280 + 470 = 1230.0; half of the last digits is 0.05 + 0.5 + 0.5, and of the total's 0.05: together 1.1.
    assert len(found(total, "480.0", "280", "470")) == odd


def test_every_indicator_is_added_up_whatever_the_one_before_it_is() -> None:
    # Between product and investment the plan has shares, which are not added up: 100 + 90 + 80 = 270 is far from 300.
    assert len(found("300", "100", "90", "80", indicator="key_project_investment")) == 1


def test_the_difference_is_told_with_what_rounding_allows() -> None:
    assert found("1300", "480.0", "280.0", "470.0") == [
        {"sum": "1230.0", "total": "1300", "difference": "70.0", "allowed": "0.65"}
    ]


def test_a_total_that_lacks_a_county_or_is_of_another_year_is_not_checked() -> None:
    assert found("1300", "480.0", "280.0") == []
    assert found("1300", "480.0", "280.0", "470.0", when="2023") == []


def test_shares_and_totals_that_bind_are_not_checked_here() -> None:
    assert found("70", "72", "50", "55", indicator="urbanisation_rate") == []
    assert found("27", "8.1", "6.0", "13.9", indicator="cooperation_funds") == []
