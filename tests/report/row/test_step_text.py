"""What is to be done from here on: every number is invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from countyplan.assess import judge
from countyplan.language import Language, Texts
from countyplan.plan import Comparator, Kind
from countyplan.report.row.row import build_row
from tests.figures.reported import PLAN, collected, reported

ZH, EN = Texts(Language.ZH), Texts(Language.EN)


def steps(
    indicator: str, value: str, when: str = "2024", *, goal: str | None = None, comparator: Comparator | None = None
) -> tuple[str, str]:
    """The step of the indicator's first target in Chinese and English, its goal and comparator another if they are given."""
    first = next(one for one in PLAN.targets if one.indicator.id == indicator)
    high = first.high if goal is None else None
    target = replace(
        first,
        goal=Decimal(goal or first.goal),
        high=high,
        indicator=first.indicator.model_copy(update={"comparator": comparator or first.indicator.comparator}),
    )
    figures = collected(reported(value, when, indicator=indicator, area=target.area), as_of=when)
    [judged] = judge(PLAN, figures, [target]).assessments
    return build_row(PLAN, judged, ZH).step, build_row(PLAN, judged, EN).step


@pytest.mark.parametrize(
    ("value", "goal", "zh", "en"),
    [
        ("5", "24", "到2027年底再增19家", "another 19 by the end of 2027"),
        ("6", "24", "到2027年底再增18家（每年6家）", "another 18 by the end of 2027 (6 a year)"),
        ("21", "24", "到2027年底再增3家（每年1家）", "another 3 by the end of 2027 (1 a year)"),
        # Less than one a year is no order that a year can carry out.
        ("23", "24", "到2027年底再增1家", "another 1 by the end of 2027"),
        ("22", "24", "到2027年底再增2家", "another 2 by the end of 2027"),
    ],
)
def test_a_running_total_of_things_counted_is_asked_for_in_whole_numbers(
    value: str, goal: str, zh: str, en: str
) -> None:
    assert steps("medical_consortia", value, goal=goal) == (zh, en)


@pytest.mark.parametrize(
    ("value", "zh"),
    [
        ("130", "到2027年底再增21个（每年7个）"),
        ("149", "到2027年底再增2个"),
        ("150", "到2027年底再增1个"),
        ("151", ""),
    ],
)
def test_a_goal_that_has_to_be_passed_lacks_one_more_than_the_difference(value: str, zh: str) -> None:
    assert steps("projects_over_100m", value)[0] == zh


def test_what_a_goal_that_has_to_be_passed_lacks_is_no_step_when_the_time_is_over() -> None:
    assert steps("projects_over_100m", "150", "2027")[0] == ""


def test_a_count_has_a_yearly_number_only_if_it_is_whole() -> None:
    assert steps("education_communities", "2", goal="9")[0] == "到2027年底再增7个"
    assert steps("education_communities", "3", goal="9")[0] == "到2027年底再增6个（每年2个）"


def test_a_count_above_its_range_has_to_lose_some() -> None:
    assert steps("pillar_industries", "4") == ("到2027年底减少1个", "a reduction of 1 by the end of 2027")


def test_a_count_that_has_to_fall_below_its_goal_loses_one_more() -> None:
    assert steps("education_communities", "9", goal="9", comparator=Comparator.LESS_THAN)[0] == "到2027年底减少1个"
    assert steps("education_communities", "10", goal="9", comparator=Comparator.LESS_THAN)[0] == "到2027年底减少2个"


def test_the_last_year_has_no_number_of_its_own() -> None:
    assert steps("medical_consortia", "20", "2026", goal="24")[0] == "到2027年底再增4家"


def test_what_is_measured_is_asked_for_by_the_year() -> None:
    assert steps("urbanisation_rate", "72.0")[0].startswith("每年增")
    assert steps("key_project_investment", "145.2")[1].endswith(" a year")


def test_only_totals_and_counts_of_the_plan_are_counted_one_by_one() -> None:
    counted = {one.id for one in PLAN.indicators if one.unit in {"个", "家", "条"}}
    assert {one.kind for one in PLAN.indicators if one.id in counted} == {Kind.COUNT, Kind.CUMULATIVE}
