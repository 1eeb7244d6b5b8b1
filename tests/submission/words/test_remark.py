"""What a note says of its figure besides what its row says."""

from __future__ import annotations

import pytest

from countyplan.quantity import parse_period
from countyplan.submission.words.nature import names_stage, prices_in
from countyplan.submission.words.note.remark import (
    noted_no_outcome,
    noted_other_money,
    noted_otherwise,
    noted_qualifiers,
    noted_since,
    noted_unit,
)
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.qualifier import Qualifier
from countyplan.submission.words.vocabulary import words
from tests.submission.reading import PLAN

NO_REMARK = ["", "统计公报", "快报数"]


@pytest.mark.parametrize("note", ["计划数", "为计划数", "（目标）", "全县增速", "为2027年目标", "增速。"])
def test_a_goal_or_a_growth_rate_is_no_outcome(note: str) -> None:
    assert noted_no_outcome(note) is (note != "全县增速")


@pytest.mark.parametrize(
    "note",
    ["作废", "已退回", "驳回", "数据有误，待更正", "请勿使用", "填报示例", "此为计划数", "占全市比重", "do not use"],
)
def test_so_is_one_that_does_not_count_or_is_something_else(note: str) -> None:
    assert noted_no_outcome(note)


@pytest.mark.parametrize(
    "note",
    [
        *NO_REMARK,
        "计划数已上报",
        "1-9月数",
        "已更正",
        "虚构示例",
        "原数有误，已改",
        "同比口径一致",
        "审核通过",
        "误差较大",
    ],
)
def test_what_says_more_than_that_is_left_to_its_reader(note: str) -> None:
    assert not noted_no_outcome(note)


@pytest.mark.parametrize(
    ("period", "note", "otherwise"),
    [
        *((period, note, False) for period in ("2024", "2024-Q2", "2024-06") for note in NO_REMARK),
        ("2024", "上年数", True),
        ("2024", "暂用上年数", True),
        ("2024", "同上年", True),
        ("2024", "用2023年数代替", True),
        ("2024", "以2024年数代替", False),
        ("2024", "2023年", True),
        ("2024", "为2023年快报数", True),
        ("2024", "截至2023年底", True),
        ("2024", "2024年", False),
        ("2024", "全年", False),
        ("2024", "1-12月", False),
        # A part of the year stands for no whole one, also its last quarter.
        ("2024", "1-9月数", True),
        ("2024", "2024年1-9月", True),
        ("2024", "上半年", True),
        ("2024", "前11个月", True),
        ("2024", "前三个月数", True),
        ("2024", "前12个月", False),
        ("2024", "年中数", True),
        ("2024", "2024年中", True),
        ("2024", "Q3", True),
        ("2024", "四季度", True),
        ("2024", "2024年四季度", True),
        ("2024", "2024年12月", False),
        ("2024", "2024年6月", True),
        ("2024-Q2", "2024年6月", False),
        ("2024-Q2", "6月", False),
        ("2024-Q2", "1-6月累计", False),
        ("2024-Q2", "上半年", False),
        ("2024-Q2", "二季度", False),
        ("2024-Q3", "前三季度", False),
        ("2024-06", "二季度", False),
        # It ends in another month.
        ("2024-Q2", "1-9月数", True),
        ("2024-Q2", "3月", True),
        ("2024-Q2", "三季度", True),
        ("2024-Q2", "前三季度", True),
        ("2024-06", "1-5月", True),
        ("2024-Q2", "2023年1-6月", True),
    ],
)
def test_another_time_than_the_row_s(period: str, note: str, *, otherwise: bool) -> None:
    when = parse_period(period)
    assert when is not None
    assert noted_otherwise(note, when) is otherwise


@pytest.mark.parametrize(
    ("note", "year"), [("2021年以来累计", 2021), ("自2023年起", 2023), *((one, None) for one in NO_REMARK)]
)
def test_from_when_on_a_total_is_counted(note: str, year: int | None) -> None:
    assert noted_since(note) == year


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("万元", "万元"), ("单位：亿元", "亿元"), ("（万元）", "万元"),
        # 1 and 倍 are names of a quotient, which has no unit.
        ("1", None), ("倍", None), ("亿", None), *((one, None) for one in NO_REMARK),
    ],
)  # fmt: skip
def test_a_note_that_is_a_unit(note: str, unit: str | None) -> None:
    found = noted_unit(note)
    assert (None if found is None else found.name) == unit


@pytest.mark.parametrize(
    ("note", "foreseen"), [("预计", True), ("预计数", True), ("预计2025年公布", False), ("", False)]
)
def test_a_forecast(note: str, *, foreseen: bool) -> None:
    assert noted_qualifiers(note) == ((Qualifier.FORECAST,) if foreseen else ())


def _no_more_is_said(note: str) -> bool:
    times = [noted_otherwise(note, period) for name in ("2024", "2024-Q2") if (period := parse_period(name))]
    said = (noted_no_outcome(note), noted_since(note), noted_unit(note), noted_other_money(note), prices_in(note))
    return not any((*times, *said, *noted_qualifiers(note), noted_part(note, "tonglu", "gdp", PLAN)))


STAGES = [word for group in ("preliminary", "verified", "final", "revised") for word in words(group) if word.isalpha()]


@pytest.mark.parametrize("note", [f"{word}{said}" for word in STAGES for said in ("", "数", "数据")])
def test_how_final_a_figure_is_says_nothing_else_of_it(note: str) -> None:
    assert names_stage(note)
    assert _no_more_is_said(note)
