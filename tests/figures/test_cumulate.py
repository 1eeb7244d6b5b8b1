from __future__ import annotations

from dataclasses import replace

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures import Origin, Series
from countyplan.figures.derived.cumulate import cumulate
from countyplan.quantity import Period
from tests.figures.reported import PLAN, reported, told, values

START = Period.of_year(2022)
UNIT = PLAN.unit_of_measure("key_project_investment")


def cumulated(running: dict[str, str], annual: dict[str, str]) -> tuple[Series, list[Diagnostic]]:
    """The totals out of periods with their values; a running total stands in line 1, a year's amount in line 2."""
    sides = [
        {(one := reported(value, when, line=line)).period.end: (one,) for when, value in side.items()}
        for line, side in ((1, running), (2, annual))
    ]
    return cumulate(sides[0], sides[1], START, UNIT)


def test_running_totals_stand_as_they_are() -> None:
    series, found = cumulated({"2023": "70.1", "2024-Q2": "100", "2024": "145.2"}, {})
    assert values(series) == {"2023": "70.1", "2024-Q2": "100", "2024": "145.2"}
    assert {one.origin for one in series.figures} == {Origin.REPORTED}
    assert found == []


def test_years_are_added_from_zero_at_the_plans_start() -> None:
    series, found = cumulated({}, {"2023": "70.1", "2024": "75.12", "2025": "80"})
    assert values(series) == {"2023": "70.1", "2024": "145.22", "2025": "225.22"}
    assert {one.origin for one in series.figures} == {Origin.YEARS_ADDED}
    assert [str(one.half_digit) for one in series.figures] == ["0.05", "0.055", "0.555"]
    assert [len(one.sources) for one in series.figures] == [1, 2, 3]
    assert found == []


def test_a_year_is_added_to_the_running_total_before_it() -> None:
    series, found = cumulated({"2023": "70"}, {"2024": "75"})
    assert values(series) == {"2023": "70", "2024": "145"}
    assert found == []


def test_a_year_that_lacks_the_year_before_is_refused_and_so_is_what_builds_on_it() -> None:
    series, found = cumulated({}, {"2024": "75", "2025": "80"})
    assert values(series) == {}
    assert [(one.code, one.words["period"], one.words["year"]) for one in found] == [
        (Code.YEAR_LACKING, "2024", "2023"), (Code.YEAR_LACKING, "2025", "2024")]  # fmt: skip


def test_a_total_and_the_sum_of_years_agree_within_their_rounding() -> None:
    for total, agrees in (("145.2", True), ("145.35", False), ("145.3", True), ("145", True), ("150.2", False)):
        series, found = cumulated({"2024": total}, {"2023": "70.1", "2024": "75.1"})
        assert [one.code for one in found] == ([] if agrees else [Code.RUNNING_TOTAL_DISAGREES])
        assert values(series)["2024"] == total
    assert found[0].words == {"total": "150.2", "sum": "145.2", "period": "2024"}
    assert told(found) == [(Code.RUNNING_TOTAL_DISAGREES, "a.yaml:1")]


def test_what_lies_before_the_start_does_not_count() -> None:
    series, found = cumulated({"2021": "5", "2022": "9"}, {"2022": "4", "2023": "70"})
    assert values(series) == {"2023": "70"}
    assert [(one.code, one.words["period"]) for one in found] == [
        (Code.NOT_COUNTED, "2021"),
        (Code.NOT_COUNTED, "2022"),
    ]


def test_a_running_total_that_falls_is_told() -> None:
    series, found = cumulated({"2023": "8.1", "2024": "3.2", "2025": "3.2", "2026": "3.1"}, {})
    assert [(one.code, one.words["old"], one.words["new"]) for one in found] == [
        (Code.CUMULATIVE_FALLS, "8.1", "3.2"), (Code.CUMULATIVE_FALLS, "3.2", "3.1")]  # fmt: skip
    assert len(series.figures) == 4


def test_a_negative_year_makes_the_total_fall() -> None:
    _, found = cumulated({}, {"2023": "5", "2024": "-1"})
    assert [(one.words["old_period"], one.words["new"]) for one in found] == [("2023", "4")]


def test_nothing_comes_to_nothing() -> None:
    assert cumulated({}, {}) == (Series(), [])


def test_as_far_apart_as_rounding_allows_is_no_disagreement() -> None:
    # 70.1 + 75.5 = 145.6; half of the last digits is 0.05 + 0.05 and of the total's ones 0.5: together 0.6.
    for total, agrees in (("145", True), ("146.25", False), ("144", False)):
        _, found = cumulated({"2024": total}, {"2023": "70.1", "2024": "75.5"})
        assert (found == []) is agrees


def test_what_is_not_counted_is_told_with_the_first_year_that_is() -> None:
    _, found = cumulated({"2022": "9"}, {})
    assert [one.words for one in found] == [{"period": "2022", "start": "2023"}]


def test_of_reports_that_agree_the_first_is_taken() -> None:
    exact, rounded = reported("145.20", "2024"), reported("145.2", "2024", line=2)
    series, _ = cumulate({exact.period.end: (exact, rounded)}, {}, START, UNIT)
    assert [str(one.half_digit) for one in series.figures] == ["0.005"]
    first, again = reported("70.10", "2023"), reported("70.1", "2023", line=2)
    added, _ = cumulate({}, {first.period.end: (first, again)}, START, UNIT)
    assert [str(one.half_digit) for one in added.figures] == ["0.005"]


def test_a_sum_of_years_is_foreseen_where_any_of_them_is() -> None:
    def marks(*foreseen: str) -> list[bool]:
        years = [replace(reported("70", when), estimate=when in foreseen) for when in ("2024", "2025", "2026")]
        first = reported("60", "2023")
        series, _ = cumulate({}, {one.period.end: (one,) for one in (first, *years)}, START, UNIT)
        return [one.estimate for one in series.figures]

    assert marks() == [False, False, False, False]
    assert marks("2026") == [False, False, False, True]
    assert marks("2024") == [False, True, True, True]


def test_a_fall_is_told_where_the_year_stands_that_made_it() -> None:
    first, second = reported("70", "2023"), reported("-5", "2024", line=2)
    _, found = cumulate({}, {one.period.end: (one,) for one in (first, second)}, START, UNIT)
    assert told(found) == [(Code.CUMULATIVE_FALLS, "a.yaml:2")]
