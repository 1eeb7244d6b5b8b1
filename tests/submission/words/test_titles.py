"""What is read of titles, one word of them at a time."""

from __future__ import annotations

import pytest

from countyplan.quantity import Period, find_unit, parse_period
from countyplan.submission.words.title.periods import (
    is_range_of_years,
    names_part_of_year,
    periods_in,
    without_dates_of_filing,
)
from countyplan.submission.words.title.words import (
    indicator_in,
    names_part_of_area,
    topics_in,
    unit_behind,
    units_behind,
    units_in,
)
from tests.submission.reading import PLAN


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["2024年主要指标", "填报时间：2025年3月"], ["2024年主要指标", "|"]),
        # The date has a cell of its own, also behind a blank one.
        (["填报时间：", "", "2025年3月", "2024年"], ["填报时间:", "", "", "2024年"]),
        (["2025年3月20日编制"], ["|"]),
        # What runs to a day is no day of filing.
        (["截至2024年9月30日发布"], ["截至2024年9月30日发布"]),
    ],
)
def test_dates_of_filing_are_no_periods(titles: list[str], told: list[str]) -> None:
    assert without_dates_of_filing(titles) == told


def _periods(*names: str) -> set[Period]:
    return {found for name in names if (found := parse_period(name)) is not None}


@pytest.mark.parametrize(
    ("title", "periods", "part"),
    [
        ("2024", ["2024"], False),
        ("2024年主要指标", ["2024"], False),
        ("2024-Q2", ["2024-Q2"], True),
        ("2024-12", ["2024-12"], False),
        ("2024年三季度主要指标", ["2024-Q3"], True),
        ("2024年四季度主要指标", ["2024-Q4"], False),
        ("2022-2024年主要指标", ["2022", "2024"], False),
        ("2022、2023和2024年主要指标", ["2022", "2023", "2024"], False),
        ("2024年1-9月主要指标", [], True),
        ("2024年分季度主要指标", ["2024"], False),
        ("2024年H1主要指标", [], True),
    ],
)
def test_the_periods_of_a_title(title: str, periods: list[str], *, part: bool) -> None:
    assert (periods_in(title), names_part_of_year(title)) == (_periods(*periods), part)


@pytest.mark.parametrize(
    ("text", "is_range"), [("2001-2024", True), ("2021—2024年", True), ("2024年", False), ("2021-2024年GDP", False)]
)
def test_a_range_of_years_and_nothing_else(text: str, *, is_range: bool) -> None:
    assert is_range_of_years(text) is is_range


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("分水镇", True), ("分水镇2024年主要指标", True), ("桐庐县分水镇主要指标", True), ("桐庐县城区主要指标", True),
        ("桐庐县（不含开发区）主要指标", True),
        ("桐庐县", False), ("桐庐县主要指标", False), ("新型城镇", False),
        ("桐庐县城镇居民收入", False), ("桐庐县新型城镇化", False),
        ("桐庐县乡村振兴", False), ("主要指标（不含开发区）", False),
    ],
)  # fmt: skip
def test_a_title_of_a_part_of_an_area(title: str, *, part: bool) -> None:
    assert names_part_of_area(title, PLAN) is part


@pytest.mark.parametrize(
    ("title", "indicator"),
    [
        ("2024年各县地区生产总值", "gdp"),
        ("地区生产总值（第五次全国经济普查修订）", "gdp"),
        ("地区生产总值（当年价）", "gdp"),
        ("桐庐县地区生产总值", "gdp"),
        ("地区生产总值及增速", "gdp"),
        ("地区生产总值（第一产业）", None),
        ("主要指标", None),
    ],
)
def test_the_indicator_of_a_title(title: str, indicator: str | None) -> None:
    assert indicator_in(title, PLAN) == indicator


def test_topics_of_a_title_are_what_is_left_of_it_and_what_stands_behind_an_area() -> None:
    assert topics_in("表1 桐庐县城镇居民情况表", PLAN)[:2] == ["桐庐县城镇居民", "城镇居民"]
    assert topics_in("2023-2024年", PLAN) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("单位：亿元、%", ["亿元", "%"]),
        ("单位：亿元/%", ["亿元", "%"]),
        ("单位：亿元（另有注明除外）", ["亿元"]),
        ("单位：甲市统计局", []),
        ("单位：甲市发展和改革局", []),
        ("单位：甲市统计局、亿元", ["亿元"]),
        ("单位：万元、处", ["万元", "处"]),
        ("单位：处、万元", ["处", "万元"]),
        ("单位 万元", ["万元"]),
        ("主要指标（单位万元、%）", ["万元", "%"]),
        ("主要指标（以万元为单位）", ["万元"]),
        ("注：本表金额以万元计", ["万元"]),
        ("本表按万元填报", ["万元"]),
        ("注：数据一律以万元上报", ["万元"]),
        ("按季度填报", []),
        ("按要求逐项填写，金额不含元以下", []),
        ("单位名称", []),
        ("单位：斤", [None]),
        ("单位：万元/人", [None]),
        ("除城镇化率外，单位均为万元", [None]),
        # Of several things in one note, each behind a number or with a colon of its own.
        ("注：1.单位：万元；2.数据来源：甲市统计局", ["万元"]),
        ("注：1.数据来源：甲市统计局；2.单位：万元", ["万元"]),
        ("说明：1、单位：万元、%。2、数据为快报数", ["万元", "%"]),
        ("注：单位：万元；数据来源：甲市统计局", ["万元"]),
        ("（1）单位：万元", ["万元"]),
        ("单位：亿元；亩；%", ["亿元", "亩", "%"]),
        ("单位：万元；其他单位：亩", ["万元"]),
        # In English; what is counted in so many yuan is not counted in yuan.
        ("Units: ha, %", ["公顷", "%"]),
        ("Note: 1. Unit: 10,000 yuan; 2. Source: the office", ["万元"]),
        ("Unit: 10,000 yuan, %", ["万元", "%"]),
        ("Unit: million yuan", ["百万元"]),
        ("Unit: CNY 10,000", [None]),
        ("Unit: 10k yuan", [None]),
        ("Reporting unit: the office", []),
        ("主要指标", []),
    ],
)
def test_the_units_that_a_note_states(text: str, names: list[str | None]) -> None:
    assert units_in(text) == [None if name is None else find_unit(name) for name in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("主要指标（万元）", "万元"),
        ("（万元）", "万元"),
        ("万元", "万元"),
        ("1", None),
        ("主要指标（倍）", None),
        ("主要指标", None),
    ],
)
def test_the_unit_behind_a_title(text: str, name: str | None) -> None:
    assert unit_behind(text) == (None if name is None else find_unit(name))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("主要指标（万元）", ["万元"]),
        ("主要指标（万元、%）", ["万元", "%"]),
        ("主要指标（万元，当年价）", ["万元"]),
        ("主要指标（当年价，万元）", ["万元"]),
        ("主要指标（万元）（2024年）", ["万元"]),
        ("甲县（万元）主要指标", ["万元"]),
        ("主要指标（按万元计）", ["万元"]),
        ("主要指标（人民币万元）", ["万元"]),
        ("主要指标 万元", ["万元"]),
        ("Indicators (million yuan) 2024", ["百万元"]),
        ("Indicators, in million yuan", ["百万元"]),
        ("Indicators, million yuan", ["百万元"]),
        ("Indicators (10,000 yuan, %)", ["万元", "%"]),
        ("Indicators (100 million yuan)", ["亿元"]),
        # Behind a bare word it may be what is counted by: it is told, and not guessed.
        ("Indicators 100 million yuan", [None]),
        ("Tonglu projects over 100 million yuan", [None]),
        ("Indicators, in 100 million yuan", ["亿元"]),
        # Money in a unit that nobody knows, and no unit at all.
        ("主要指标（元/人）", [None]),
        ("主要指标（百元）", [None]),
        ("主要指标（万日元）", [None]),
        ("主要指标（万元、百元）", ["万元", None]),
        ("Indicators (RMB 10,000)", [None]),
        ("Indicators, in 10,000 yuan", ["万元"]),
        ("各县（市、区）主要指标", []),
        ("投资（亿元以上项目）", []),
        ("投资额 10亿元", []),
        ("填报说明：（万元）不填", []),
        ("Indicators in 2024", []),
    ],
)
def test_the_units_behind_a_title(text: str, names: list[str | None]) -> None:
    assert units_behind(text) == [None if name is None else find_unit(name) for name in names]
