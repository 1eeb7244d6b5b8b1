from __future__ import annotations

import pytest

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures import Series
from countyplan.figures.doubt.plausibility import odd_periods, odd_values
from countyplan.plan import Component
from countyplan.submission import Basis
from tests.figures.reported import PLAN, collected, figure, reported, series

RATE, MONEY = PLAN.measured["urbanisation_rate"], PLAN.measured["gdp"]


def oddities(of: Series, measured: Component) -> list[Diagnostic]:
    return [*odd_values(of, measured, PLAN.unit_of_measure(measured.id))]


def codes(of: Series, *, money: bool = True) -> list[Code]:
    return [one.code for one in oddities(of, MONEY if money else RATE)]


@pytest.mark.parametrize(("value", "odd"), [("-0.1", True), ("0", False), ("100", False), ("100.1", True)])
def test_a_share_lies_between_its_bounds(value: str, odd: bool) -> None:
    found = oddities(series(("2024", value)), RATE)
    assert [one.code for one in found] == ([Code.OUT_OF_BOUNDS] if odd else [])
    assert all(one.words == {"value": value, "low": "0", "high": "100", "unit": "%"} for one in found)


def test_an_open_bound_is_not_broken() -> None:
    assert codes(series(("2024", "99999999"))) == []
    assert codes(series(("2024", "-1"))) == [Code.OUT_OF_BOUNDS]
    unbounded = MONEY.model_copy(update={"bounds": type(MONEY.bounds)()})
    assert oddities(series(("2024", "-1")), unbounded) == []
    capped = MONEY.model_copy(update={"bounds": type(MONEY.bounds)(high=MONEY.bounds.low)})
    assert [one.words["low"] for one in oddities(series(("2024", "5")), capped)] == ["-∞"]


@pytest.mark.parametrize(("value", "odd"), [("2", False), ("2.0", False), ("2.5", True)])
def test_what_is_counted_comes_in_whole_numbers(value: str, odd: bool) -> None:
    counted = PLAN.measured["ten_billion_chains"]
    assert Code.FRACTION_OF_A_COUNT not in codes(series(("2024", value)))
    found = [one.words for one in oddities(series(("2024", value)), counted)]
    assert found == ([{"value": value, "unit": "条"}] if odd else [])


def test_half_a_project_is_told_of_the_year_that_has_it() -> None:
    name = "medical_consortia"
    given = [
        reported(value, when, indicator=name, line=at, basis=Basis.ANNUAL)
        for at, (when, value) in enumerate((("2023", "3"), ("2024", "2.5"), ("2025", "1")), 1)
    ]
    found = [(one.code, one.place.line, one.words["value"]) for one in collected(*given).diagnostics]
    assert found == [(Code.FRACTION_OF_A_COUNT, 2, "2.5")]


def test_a_sum_of_years_below_zero_is_told_of_the_year_that_made_it() -> None:
    name = "key_project_investment"
    given = [reported(value, when, indicator=name, line=at, basis=Basis.ANNUAL)
             for at, (when, value) in enumerate((("2023", "3"), ("2024", "-5")), 1)]  # fmt: skip
    found = [(one.place.line, one.words["value"]) for one in collected(*given).diagnostics
             if one.code is Code.OUT_OF_BOUNDS]  # fmt: skip
    assert found == [(2, "-2")]  # 3 - 5


@pytest.mark.parametrize(
    ("values", "jumps"),
    [
        (["420", "452", "484"], 0),
        (["420", "452", "484", "516", "676"], 0),
        (["420", "452", "484", "516", "677"], 1),
        (["420", "452", "900"], 0),
        (["70", "71", "72", "66.9"], 1),
        (["70", "70", "70", "90"], 0),
        (["420", "4200"], 1),
        (["420", "4199"], 0),
        (["4200", "420"], 1),
        (["420", "4840000", "500"], 2),
        (["0", "500"], 0),
        (["-1", "500"], 0),
        (["500", "0"], 1),
        (["500", "-3"], 1),
        (["500", "50.1"], 0),
        (["0", "0"], 0),
        (["0.5", "5"], 1),
        # Five times the largest change before: 5 x 10 = 50.
        (["100", "110", "111", "161"], 0),
        (["100", "110", "111", "162"], 1),
        # Of small numbers too: 5 x 0.01 = 0.05.
        (["1.70", "1.69", "1.68", "1.63"], 0),
        (["1.70", "1.69", "1.68", "1.62"], 1),
    ],
)
def test_a_jump_is_far_outside_the_history_or_a_slip_of_the_unit(values: list[str], jumps: int) -> None:
    of = series(*((str(2020 + at), value) for at, value in enumerate(values)))
    found = [one for one in oddities(of, MONEY) if one.code is Code.JUMP]
    assert len(found) == jumps


def test_a_jump_is_told_with_both_values() -> None:
    [found] = oddities(series(("2023", "452.3"), ("2024", "4844000")), MONEY)
    assert found.words == {"old": "452.3", "old_period": "2023", "new": "4844000", "period": "2024"}
    assert found.place.line == 1


def test_changes_are_compared_by_the_year() -> None:
    steady = series(("2010", "100"), ("2020", "200"), ("2021", "210"), ("2031", "310"))
    assert codes(steady) == []
    assert codes(series(("2010", "100"), ("2020", "110"), ("2021", "111"), ("2022", "117"))) == [Code.JUMP]


def test_part_of_a_year_is_remarked_and_is_no_jump() -> None:
    of = Series.of([figure("420", "2023"), figure("30", "2024-Q1", partial=True), figure("450", "2024")])
    assert [(one.code, one.words) for one in oddities(of, MONEY)] == [(Code.PART_OF_A_YEAR, {"period": "2024-Q1"})]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021", [Code.BEFORE_THE_PLAN]),
        ("2022-Q3", [Code.BEFORE_THE_PLAN]),
        ("2022", []),
        ("2022-12", []),
        ("2023", []),
        ("2027", []),
        ("2028-01", [Code.AFTER_THE_PLAN]),
    ],
)
def test_early_and_late_periods(when: str, expected: list[Code]) -> None:
    assert [one.code for one in odd_periods([reported("5", when)], PLAN)] == expected


def test_a_period_after_the_plan_is_told_with_its_end() -> None:
    found = list(odd_periods([reported("5", "2028")], PLAN))
    assert [(one.code, one.words) for one in found] == [(Code.AFTER_THE_PLAN, {"period": "2028", "last": "2027"})]


def test_of_early_figures_only_the_last_of_each_is_remarked() -> None:
    figures = [
        reported("5", "2010"),
        reported("6", "2020"),
        reported("7", "2015"),
        reported("8", "2019", area="chunan"),
    ]
    found = [one for one in collected(*figures).diagnostics if one.code is Code.BEFORE_THE_PLAN]
    assert sorted((one.words["period"], one.words["baseline"]) for one in found) == [("2019", "2022"), ("2020", "2022")]


def test_amounts_of_years_before_the_plan_are_told_by_what_adds_them_up() -> None:
    early = reported("5", "2021", indicator="key_project_investment", basis=Basis.ANNUAL)
    assert list(odd_periods([early], PLAN)) == []
    assert [one.code for one in collected(early).diagnostics] == [Code.NOT_COUNTED]
