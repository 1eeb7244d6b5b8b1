"""Figures that a slip of the pen made; every number is invented."""

from __future__ import annotations

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import TOTAL
from tests.figures.reported import collected, reported

OURS = {
    Code.UNIT_SLIP,
    Code.OFF_SCALE,
    Code.FRACTION_FOR_PERCENT,
    Code.UPSIDE_DOWN,
    Code.APART_FROM_NEIGHBOURS,
}


def codes(*figures: tuple[str, str, str, str]) -> list[Code]:
    given = [reported(value, when, indicator=name, area=area, line=at)
             for at, (name, area, when, value) in enumerate(figures)]  # fmt: skip
    return [one.code for one in collected(*given).diagnostics if one.code in OURS]


@pytest.mark.parametrize(
    ("name", "area", "value", "expected"),
    [
        # 20 亿元 for the three together: 1,000 times as much is 20,000, ten times 200.
        ("cooperation_funds", "tonglu", "30000", Code.UNIT_SLIP),
        ("cooperation_funds", "tonglu", "20000", Code.UNIT_SLIP),
        ("cooperation_funds", "tonglu", "19999", Code.OFF_SCALE),
        ("cooperation_funds", "tonglu", "200", Code.OFF_SCALE),
        ("cooperation_funds", "tonglu", "199.9", None),
        ("cooperation_funds", "tonglu", "0.0003", None),
        ("cooperation_funds", TOTAL, "30000", Code.UNIT_SLIP),
        # 8,000 亩 and 150 projects for the three together.
        ("land_renewal", "chunan", "9000000", Code.OFF_SCALE),
        ("land_renewal", "chunan", "79999", None),
        ("projects_over_100m", "jiande", "3000", Code.OFF_SCALE),
        ("projects_over_100m", "jiande", "1499", None),
        # One education community is asked for: twenty are no slip, a hundred are.
        ("education_communities", "tonglu", "20", None),
        ("education_communities", "tonglu", "99", None),
        ("education_communities", "tonglu", "100", Code.OFF_SCALE),
        # 600 亿元 for 桐庐's product.
        ("gdp", "tonglu", "600000", Code.UNIT_SLIP),
        ("gdp", "tonglu", "6000", Code.OFF_SCALE),
        ("gdp", "tonglu", "5999", None),
        ("gdp", "tonglu", "60.1", None),
        ("gdp", "tonglu", "60", Code.OFF_SCALE),
        ("gdp", "tonglu", "0.6", Code.UNIT_SLIP),
        ("gdp", "tonglu", "0", None),
        ("urbanisation_rate", "tonglu", "0.721", Code.FRACTION_FOR_PERCENT),
        ("urbanisation_rate", "tonglu", "1", Code.FRACTION_FOR_PERCENT),
        ("urbanisation_rate", "tonglu", "1.1", None),
        ("income_ratio", "tonglu", "0.6", Code.UPSIDE_DOWN),
        ("income_ratio", "tonglu", "1", None),
    ],
)
def test_a_slip_is_told_by_how_far_it_lies_from_the_goal(
    name: str, area: str, value: str, expected: Code | None
) -> None:
    assert codes((name, area, "2024", value)) == ([] if expected is None else [expected])


def test_what_was_long_ago_may_have_been_a_tenth() -> None:
    assert codes(("gdp", "tonglu", "2000", "33.2")) == []
    assert codes(("gdp", "tonglu", "2022", "33.2")) == [Code.OFF_SCALE]


def test_a_part_of_a_year_is_no_slip_however_small() -> None:
    assert codes(("gdp", "tonglu", "2024-03", "41")) == []


def test_what_was_likely_meant_is_told() -> None:
    figures = collected(reported("4844000"), reported("0.72125", indicator="urbanisation_rate", line=2))
    assert [one.words.get("meant") for one in figures.diagnostics] == ["484.4", "72.125"]
    third = collected(reported("0.6", indicator="income_ratio"))
    assert [one.words for one in third.diagnostics] == [{"value": "0.6", "meant": "1.6667"}]
    far = collected(reported("6000"))
    assert [one.words for one in far.diagnostics] == [{"value": "6000", "goal": "600", "unit": "亿元"}]


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        (("3", "2.8", "0.0028"), 1),
        (("3", "2.8", "0.0029"), 0),
        (("2.8", "0.0028", None), 2),
        (("3", "0", "2.8"), 0),
        (("3", "-0.001", "2.8"), 0),
        (("3", None, None), 0),
    ],
)
def test_counties_are_compared_with_each_other(values: tuple[str | None, ...], odd: int) -> None:
    given = [
        ("cooperation_funds", area, "2024", value)
        for area, value in zip(("tonglu", "chunan", "jiande"), values, strict=True)
        if value is not None
    ]
    assert codes(*given) == [Code.APART_FROM_NEIGHBOURS] * odd


def test_only_the_same_period_is_compared() -> None:
    assert codes(("land_renewal", "tonglu", "2023", "2"), ("land_renewal", "chunan", "2024", "3000")) == []


def test_shares_are_not_compared_with_each_other() -> None:
    assert (
        codes(("township_clinic_rate", "tonglu", "2024", "2000"), ("township_clinic_rate", "chunan", "2024", "2")) == []
    )
