"""Figures that a slip of the pen made; every number is invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from countyplan.diagnostics import Code
from countyplan.figures import collect
from countyplan.plan import TOTAL, Comparator, Kind
from countyplan.submission import Basis, Submissions
from tests.assess.case_plan import Ask, judged, make_plan
from tests.assess.case_plan import reported as figure_for
from tests.figures.reported import PLAN, collected, period, reported

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
        # 20 亿元 for the three together: 1,000 times as much is 20,000; by 2024 20 x 0.4 = 8 were due, ten times that is 80.
        ("cooperation_funds", "tonglu", "30000", Code.UNIT_SLIP),
        ("cooperation_funds", "tonglu", "20000", Code.UNIT_SLIP),
        ("cooperation_funds", "tonglu", "19999", Code.OFF_SCALE),
        ("cooperation_funds", "tonglu", "80", Code.OFF_SCALE),
        ("cooperation_funds", "tonglu", "79.9", None),
        # Of the total a thousandth of 8 is too little to be true, of one county's part a ten-thousandth.
        ("cooperation_funds", "tonglu", "0.00081", None),
        ("cooperation_funds", "tonglu", "0.0008", Code.UNIT_SLIP),
        ("cooperation_funds", TOTAL, "0.0081", None),
        ("cooperation_funds", TOTAL, "0.008", Code.UNIT_SLIP),
        ("cooperation_funds", TOTAL, "0", None),
        ("cooperation_funds", TOTAL, "30000", Code.UNIT_SLIP),
        # 8,000 亩 and 150 projects for the three together, 3,200 and 60 by 2024: 3,200 公顷 for 亩 are 48,000.
        ("land_renewal", "chunan", "9000000", Code.OFF_SCALE),
        ("land_renewal", TOTAL, "48000", Code.OFF_SCALE),
        ("land_renewal", "chunan", "31999", None),
        ("land_renewal", TOTAL, "3.2", Code.OFF_SCALE),
        ("land_renewal", TOTAL, "3.3", None),
        ("land_renewal", TOTAL, "0", None),
        ("projects_over_100m", "jiande", "600", Code.OFF_SCALE),
        ("projects_over_100m", "jiande", "599", None),
        ("projects_over_100m", TOTAL, "1", None),
        ("projects_over_100m", TOTAL, "0.01", None),
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
        # What begins at nothing may well be a thousandth of 363 亿元; 145.2 were due, and 145.2万元 is 0.01452.
        ("key_project_investment", "tonglu", "0.3", None),
        ("key_project_investment", "tonglu", "0.1453", None),
        ("key_project_investment", "tonglu", "0.1452", Code.UNIT_SLIP),
    ],
)
def test_a_slip_is_told_by_how_far_it_lies_from_the_goal(
    name: str, area: str, value: str, expected: Code | None
) -> None:
    assert codes((name, area, "2024", value)) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("when", "value", "expected"),
    [
        # After a month 363 ÷ 60 = 6.05 were due; ten times that is no slip, the whole goal is.
        ("2023-01", "362.9", None),
        ("2023-01", "363", Code.OFF_SCALE),
        # After six months 36.3: ten times that is the goal. By the end of 2023 72.6, and by the end of 2025 217.8.
        ("2023-Q2", "363", Code.OFF_SCALE),
        ("2023", "725.9", None),
        ("2023", "726", Code.OFF_SCALE),
        ("2025", "2177.9", None),
        ("2025", "2178", Code.OFF_SCALE),
        ("2023-01", "0.0061", None),
        ("2023-01", "0.00605", Code.UNIT_SLIP),
        # After the plan's end no more than the goal is due.
        ("2028", "3630", Code.OFF_SCALE),
        ("2028", "3629.9", None),
    ],
)
def test_what_adds_up_is_seen_against_what_was_due_by_then(when: str, value: str, expected: Code | None) -> None:
    one = reported(value, when, indicator="key_project_investment")
    submissions = Submissions((one,), frozenset(), (), ())
    found = collect(submissions, PLAN, None, period("2030-01")).diagnostics
    assert [each.code for each in found if each.code in OURS] == ([] if expected is None else [expected])


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
    small = collected(reported("0.06"))
    assert [one.words for one in small.diagnostics] == [{"value": "0.06", "meant": "600"}]
    far = collected(reported("6000"))
    level = {"value": "6000", "what": "off_scale.goal", "goal": "600", "unit": "亿元"}
    assert [one.words for one in far.diagnostics] == [level]
    # 20 x 1/60 = 0.3333 are due after a month.
    [total] = collected(reported("20", "2023-01", indicator="cooperation_funds", area=TOTAL)).diagnostics
    assert total.words == {"value": "20", "what": "off_scale.due", "goal": "0.3333", "unit": "亿元"}
    assert total.message() == "20亿元与到这一期按序时应有的0.3333亿元相差十倍以上，单位或数值可能写错。"


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


def test_the_other_counties_figures_are_told() -> None:
    given = zip(("tonglu", "chunan", "jiande"), ("3", "0.0028", "2.8"), strict=True)
    parts = [reported(one, indicator="cooperation_funds", area=area, line=at) for at, (area, one) in enumerate(given)]
    (found,) = [one for one in collected(*parts).diagnostics if one.code is Code.APART_FROM_NEIGHBOURS]
    assert (found.place.line, found.words) == (1, {"value": "0.0028", "others": "2.8亿元; 3亿元", "unit": "亿元"})


def test_only_the_same_period_is_compared() -> None:
    assert codes(("land_renewal", "tonglu", "2023", "2"), ("land_renewal", "chunan", "2024", "3000")) == []


def test_shares_are_not_compared_with_each_other() -> None:
    assert (
        codes(("township_clinic_rate", "tonglu", "2024", "2000"), ("township_clinic_rate", "chunan", "2024", "2")) == []
    )


def level(goal: str, unit: str, area: str = "tonglu") -> Ask:
    return Ask(kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(goal), unit=unit, area=area)


def share(goal: str, unit: str) -> Ask:
    return Ask(kind=Kind.RATIO, comparator=Comparator.AT_MOST, goal=Decimal(goal), unit=unit)


@pytest.mark.parametrize(
    ("ask", "value", "expected"),
    [
        # At a goal of one what is under it is neither a fraction of a percentage nor the wrong way up.
        (share("1", "%"), "0.9", None),
        (share("1.1", "%"), "0.9", Code.FRACTION_FOR_PERCENT),
        (share("1", ""), "0.9", None),
        (share("1.1", ""), "0.9", Code.UPSIDE_DOWN),
        # Nothing is far from a goal of nothing.
        (share("0", "亿元"), "5", None),
        # Only money is told in tens of thousands; of what is counted a thousandth is far off.
        (level("6000", "亿元"), "6", Code.UNIT_SLIP),
        (level("6000", "个"), "6", Code.OFF_SCALE),
        # Ten times 5 亿元 is 50; of projects a hundred would be needed.
        (level("5", "亿元"), "50", Code.OFF_SCALE),
        (level("5", "个"), "99", None),
        (level("5", "个"), "100", Code.OFF_SCALE),
        # A number at a date may well begin at a tenth of what is asked for; only a level cannot.
        (Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(50), unit="个"), "5", None),
        # One county may well be a thousandth of what all bring.
        (level("6000", "亿元", TOTAL), "6", None),
    ],
)
def test_other_plans_goals_say_what_is_far(ask: Ask, value: str, expected: Code | None) -> None:
    found = judged(make_plan(ask), [figure_for("2024", value)]).diagnostics
    assert [one.code for one in found] == ([] if expected is None else [expected])


def annual(name: str, **amounts: str) -> list[tuple[Code, int | None, str]]:
    """What is told of amounts by year (`y2023="70"`), with the line and the value: that of 2023 stands on line 1."""
    given = [
        reported(value, year[1:], indicator=name, line=at, basis=Basis.ANNUAL)
        for at, (year, value) in enumerate(amounts.items(), 1)
    ]
    return [(one.code, one.place.line, one.words["value"]) for one in collected(*given).diagnostics if one.code in OURS]


def test_a_slip_in_one_years_amount_is_told_once_and_where_it_stands() -> None:
    # 363 亿元 of investment: 700000 is over 363 x 1000. The totals 700070 and 700145 are no slips of 2023 or 2025.
    name = "key_project_investment"
    assert annual(name, y2023="70", y2024="700000", y2025="75") == [(Code.UNIT_SLIP, 2, "700000")]
    assert annual(name, y2023="4000", y2024="75", y2025="75") == [(Code.OFF_SCALE, 1, "4000")]
    assert annual(name, y2023="4000", y2024="75", y2025="5000") == [
        (Code.OFF_SCALE, 1, "4000"),
        (Code.OFF_SCALE, 3, "5000"),
    ]


def test_amounts_that_only_together_are_far_off_are_told_where_they_become_it() -> None:
    # 24 consortia: by 2024 9.6 were due, and less than a hundred are no slip: 60 + 60 are.
    assert annual("medical_consortia", y2023="60", y2024="60", y2025="5") == [(Code.OFF_SCALE, 2, "120")]


def test_a_years_amount_is_seen_against_what_is_due_in_a_year() -> None:
    # 363 ÷ 5 = 72.6 a year, whatever the year: ten times that is 726, a thousandth 0.0726.
    name = "key_project_investment"
    assert annual(name, y2023="70", y2024="725.9", y2025="0.0727") == []
    assert annual(name, y2023="70", y2024="726", y2025="0.0726") == [
        (Code.OFF_SCALE, 2, "726"),
        (Code.UNIT_SLIP, 3, "0.0726"),
    ]


def test_a_total_that_goes_on_from_a_slip_is_not_told_again() -> None:
    name = "key_project_investment"
    running, next_year = reported("5000", "2024", indicator=name), reported("75", "2025", indicator=name, line=2)
    found = collected(running, replace(next_year, basis=Basis.ANNUAL)).diagnostics
    assert [(one.code, one.place.line) for one in found] == [(Code.OFF_SCALE, 1)]
