"""What headers and the names of rows are taken for."""

from __future__ import annotations

import pytest

from countyplan.quantity import parse_period
from countyplan.submission.words.basis import Basis
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label, names_an_area, read_label
from countyplan.submission.words.nature import Prices, Stage
from countyplan.submission.words.numbering import is_numbering, numbers_columns
from countyplan.submission.words.period import read_period
from countyplan.submission.words.qualifier import Qualifier
from tests.submission.reading import PLAN


def said(label: Label) -> str:
    """All that was understood of it."""
    told = (label.indicator, label.area, label.period, label.field, label.basis, label.prices, label.stage)
    unit = "" if label.unit is None else f"in {label.unit.name or 'parts'}"
    return " ".join([*(str(one) for one in told if one is not None), *([unit] if unit else [])])


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("地区生产总值", "gdp"),
        ("1.地区生产总值：", "gdp"),
        ("（一）GDP*", "gdp"),
        ("地区生产总值（GDP）", "gdp"),
        ("地区生产总值 GDP", "gdp"),
        # [1] is a mark of a footnote and no unit of a quotient.
        ("地区生产总值[1]", "gdp"),
        ("收入倍差[1]", "income_ratio"),
        ("地区生产总值（亿元）[1]", "gdp in 亿元"),
        ("城乡居民收入倍差（倍）", "income_ratio in parts"),
        ("2024年地区生产总值（亿元）", "gdp 2024 in 亿元"),
        ("地区生产总值2024年末", "gdp 2024"),
        ("2024年桐庐县地区生产总值", "gdp tonglu 2024"),
        ("桐庐县地区生产总值", "gdp tonglu"),
        ("重点项目累计完成投资（当年，亿元）", f"key_project_investment {Basis.ANNUAL} in 亿元"),
        ("地区生产总值（可比价、万元）", f"gdp {Prices.CONSTANT} in 万元"),
        ("地区生产总值（亿元）（可比价）", f"gdp {Prices.CONSTANT} in 亿元"),
        ("现价地区生产总值", f"gdp {Prices.CURRENT}"),
        ("地区生产总值初步核算数", f"gdp {Stage.PRELIMINARY}"),
        ("桐庐县2024年", "tonglu 2024"),
        ("330122", "tonglu"),
        ("2024年（最终核实数）", f"2024 {Stage.FINAL}"),
        ("全年", f"{Basis.ANNUAL}"),
        ("2024", "2024"),
        ("2024-06", "2024-06"),
        ("2024年县（市）", f"2024 {Field.AREA}"),
        ("2024年 Year 2024", "2024"),
        ("地区生产总值 Value", "gdp"),
        # A name that is the plan's own and begins with its county.
        ("桐庐经济技术开发区总产值", "zone_output tonglu"),
        # A unit, prices or a stage for all that stands below.
        ("%", "in %"),
        ("（万元）", "in 万元"),
        ("单位：万元", "in 万元"),
        ("位", "in 位"),
        ("可比价", f"{Prices.CONSTANT}"),
        ("可比价（万元）", f"{Prices.CONSTANT} in 万元"),
        ("最终核实数", f"{Stage.FINAL}"),
        # One name in brackets behind another, or words that nobody knows beside known ones.
        *(
            (text, "")
            for text in ("地区生产总值（城镇化率）", "城镇化率 GDP", "地区生产总值（当年，某某）", "1", "桐庐县某某")
        ),
        ("数值（万元）", f"{Field.VALUE} in 万元"),
        ("单位", f"{Field.UNIT}"),
        *(
            (text, "")
            for text in ("12", "甲", "地区生产总值（某某）", "2024年 Plan", "2024年1-6月", "2023年2024年地区生产总值")
        ),
        *((text, "") for text in ("目标值", "增速", "位次", "地区生产总值" * 40, "人均地区生产总值")),
    ],
)
def test_a_label(text: str, understood: str) -> None:
    label = read_label(text, PLAN)
    assert said(label) == understood
    assert (label.text, label.understood) == (text, bool(understood))


@pytest.mark.parametrize(
    ("text", "outcomes", "otherwise"),
    [
        ("2024年实际完成", True, False), ("实际值", True, False), ("完成情况", True, False),
        ("数值", False, False), ("2024年", False, False), ("地区生产总值", False, False),
        ("目标值", False, True), ("增速", False, True), ("位次", False, True),
        ("2024年完成增速", False, True), ("地区生产总值 Growth rate", False, True), ("完成", True, False),
    ],
)  # fmt: skip
def test_outcomes_and_what_is_something_else(text: str, *, outcomes: bool, otherwise: bool) -> None:
    label = read_label(text, PLAN)
    assert (label.names_outcomes, label.says_otherwise) == (outcomes, otherwise)


@pytest.mark.parametrize(
    ("text", "period", "qualifiers"),
    [
        ("2024", "2024", ()), ("2024.0", "2024", ()), ("2024年1-12月累计", "2024", ()), ("2024年12月31日", "2024", ()),
        ("2024-12-31", "2024", ()), ("截至2024年6月末", "2024-06", ()), ("基期（2022年）", "2022", ()),
        ("2022年（基数）", "2022", ()), ("2024年实际完成", "2024", ()), ("2024年*", "2024", ()),
        ("2024（预计）", "2024", (Qualifier.FORECAST,)), ("2024E", "2024", (Qualifier.FORECAST,)),
        ("2024年预计完成", "2024", (Qualifier.FORECAST,)), ("2024年快报数", "2024", (Qualifier.PRELIMINARY,)),
        ("2024-11-30", None, ()), ("2024年1-9月", None, ()), ("去年（预计）", None, ()), ("", None, ()),
    ],
)  # fmt: skip
def test_a_period_with_what_is_said_of_its_figures(
    text: str, period: str | None, qualifiers: tuple[Qualifier, ...]
) -> None:
    assert read_period(text) == (parse_period(period) if period else None, qualifiers)


@pytest.mark.parametrize(
    ("texts", "numbered"),
    [
        (["甲", "乙", "1", "2"], True),
        (["栏次", "", "1", "2", "3"], True),
        # All of a row, from its first cell on, numbers nothing that has a name.
        (["1", "2", "3"], False),
        (["甲", "1"], False),
        (["甲", "2", "3"], False),
        (["甲", "1", "3"], False),
        (["甲", "2", "1"], False),
        (["城镇化率", "1", "2"], False),
        ([], False),
    ],
)
def test_a_row_that_numbers_columns(texts: list[str], *, numbered: bool) -> None:
    assert numbers_columns(texts) is numbered


@pytest.mark.parametrize(
    ("text", "numbering"),
    [("1", True), ("（一）", True), ("二、", True), ("12.", True), ("GDP", False), ("1234", False)],
)
def test_what_only_numbers_a_row(text: str, *, numbering: bool) -> None:
    assert is_numbering(text) is numbering


@pytest.mark.parametrize(
    ("text", "area"), [("某某市", True), ("某某县", True), ("某某区", True), ("城镇化率", False), ("市场", False)]
)
def test_a_name_that_ends_as_those_of_areas_do(text: str, *, area: bool) -> None:
    assert names_an_area(text) is area
