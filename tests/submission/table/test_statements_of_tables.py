"""Lines and columns that say until when, or of what, figures count; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of
from tests.submission.reading import read

GDP, SHARE = "tonglu gdp 2024 484.4", "tonglu urbanisation_rate 2024 72.1"
OTHERWISE = [
    "数据截止时间：2024年9月30日", "统计时间：1-9月", "统计时间：2024年1月至9月", "统计时点：2024年6月末",
    "统计时点：2024年6月30日",
    "截止日期：2024-09-30", "截止日期：2024/9/30", "统计口径：1-9月", "数据时间：2024年前三季度", "本表数据截至2024年9月30日",
    "（截至2024年9月30日）", "数据更新至2024年9月", "注：数据为前三季度", "说明：统计时间为1-9月", "数据截止2023年底",
    "As of 30 September 2024", "Data as of Sep 2024", "Period: Jan-Sep 2024", "Note: as of 30 September 2024",
    "Through September 2024", "统计范围：城区", "统计口径：不含开发区", "统计范围：萧山区", "注：部分数据",
    "Note: partial data",
    "Urban area only", "Note: excluding development zone",
]  # fmt: skip
NOTHING_LESS = [
    "统计时间：2024年", "数据截止时间：2024年12月31日", "统计时点：2024年末", "统计口径：全域", "统计范围：全县",
    "As of 31 December 2024",
    "统计时间：2024年1-12月", "截至2024年底", "打印日期：2025年1月15日", "印发时间：2024年9月", "填报日期：2024年9月30日",
]  # fmt: skip
SHAPES = {
    "below a wide table": "桐庐县,\n指标,2024年\nGDP（亿元）,484.4\n城镇化率（%）,72.1\n{line},\n",
    "below a long table": (
        "县（市）,指标,年份,数值,单位\n桐庐县,GDP,2024年,484.4,亿元\n桐庐县,城镇化率,2024年,72.1,%\n{line},,,,\n"
    ),
    "above a long table": (
        "{line},,,,\n县（市）,指标,年份,数值,单位\n桐庐县,GDP,2024年,484.4,亿元\n桐庐县,城镇化率,2024年,72.1,%\n"
    ),
}


@pytest.mark.parametrize("line", OTHERWISE)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_line_of_another_time_or_a_part_refuses_the_table(shape: str, line: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", SHAPES[shape].format(line=line))
    assert figures_of(submissions) == []
    assert {one.split()[0] for one in told_of(submissions)} <= {"CP121", "CP122"}
    assert len(told_of(submissions)) == 2


@pytest.mark.parametrize("line", NOTHING_LESS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_line_that_says_no_less_changes_nothing(shape: str, line: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", SHAPES[shape].format(line=line))
    assert (figures_of(submissions), told_of(submissions)) == ([GDP, SHARE], [])


@pytest.mark.parametrize("line", ["统计口径：初步核算数", "数据状态：初步", "Preliminary data", "统计口径：预计数"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_line_of_how_final_figures_are_is_told(shape: str, line: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", SHAPES[shape].format(line=line))
    assert figures_of(submissions) == [GDP, SHARE]
    assert [one.split()[0] for one in told_of(submissions)] == ["CP133", "CP133"]


def test_what_runs_to_a_month_leaves_the_years_before_it_alone(tmp_path: Path) -> None:
    text = "桐庐县,,\n指标,2023年,2024年\nGDP（亿元）,450.1,484.4\n数据截止时间：2024年9月30日,,\n"
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu gdp 2023 450.1"], ["CP122 3:15"])


def test_what_is_said_in_two_cells(tmp_path: Path) -> None:
    text = "桐庐县,\n指标,2024年\nGDP（亿元）,484.4\n统计时间：,1-9月\n"
    assert figures_of(read(tmp_path, "a.csv", text)) == []


def test_each_of_two_tables_has_its_own_line(tmp_path: Path) -> None:
    one = "统计时间：2024年{months},\n桐庐县,\n指标,2024年\n{name},{value}\n"
    text = one.format(months="1-9月", name="GDP（亿元）", value="484.4") + one.format(
        months="", name="城镇化率（%）", value="72.1"
    )
    assert GDP not in figures_of(read(tmp_path, "a.csv", text))


@pytest.mark.parametrize(
    ("header", "text", "used"),
    [
        ("截至", "9月", False),
        ("截止时间", "2024年9月30日", False),
        ("统计时点", "6月末", False),
        ("统计范围", "城区", False),
        ("统计范围", "全县", True),
        ("As of", "Sep 2024", False),
        ("填报月份", "3月", True),
        ("责任单位", "统计局", True),
        ("完成时限", "9月", True),
    ],
)
def test_a_column_says_it_of_its_row(header: str, text: str, *, used: bool, tmp_path: Path) -> None:
    long = (
        f"县（市）,指标,年份,数值,单位,{header}\n桐庐县,GDP,2024年,484.4,亿元,{text}\n桐庐县,城镇化率,2024年,72.1,%,\n"
    )
    wide = f"桐庐县,,\n指标,2024年,{header}\nGDP（亿元）,484.4,{text}\n城镇化率（%）,72.1,\n"
    for content in (long, wide):
        submissions = read(tmp_path, "a.csv", content)
        assert figures_of(submissions) == ([GDP, SHARE] if used else [SHARE])
        assert ("CP122" in {one.split()[0] for one in told_of(submissions)}) is not used


@pytest.mark.parametrize(("header", "text"), [("月份", "9"), ("季度", "3"), ("Month", "9")])
def test_a_month_beside_a_year_is_no_whole_year(header: str, text: str, tmp_path: Path) -> None:
    wide = f"桐庐县,,\n指标,2024年,{header}\nGDP（亿元）,484.4,{text}\n城镇化率（%）,72.1,\n"
    assert figures_of(read(tmp_path, "a.csv", wide)) == [SHARE]
    long = f"县（市）,指标,年份,数值,单位,{header}\n桐庐县,GDP,2024年,484.4,亿元,{text}\n"
    assert GDP not in figures_of(read(tmp_path, "a.csv", long))


@pytest.mark.parametrize(
    ("note", "used"),
    [
        *((one, False) for one in (
            "部分数据", "误填建德的数", "萧山区数据", "urban area only", "only urban area", "excluding development zone",
            "partial data", "Jan-Sep", "January to September", "as of 30 September 2024", "first three quarters", "H1 2024",
            "Jiande data", "2023 data", "last year", "数据不全", "缺12月", "个别乡镇未统计", "有3个乡镇未报", "抄自淳安",
            "数据截止时间：2024年9月30日", "统计时点：6月末", "截至9月底，由统计局提供",
        )),
        *((one, True) for one in (
            "统计公报", "full year", "whole county", "Jan-Dec", "as of 31 December 2024", "including development zone",
            "本县数据", "statistics bureau", "数据来自年鉴", "无漏报乡镇", "不含税",
            "without revision", "Market data", "final",
        )),
    ],
)  # fmt: skip
def test_a_remark_says_it_of_its_figure_in_any_form(note: str, *, used: bool, tmp_path: Path) -> None:
    yaml = f'area: 桐庐县\nperiod: 2024\nfigures:\n  GDP: {{value: 484.4, unit: 亿元, note: "{note}"}}\n'
    table = f'县（市）,指标,年份,数值,单位,备注\n桐庐县,GDP,2024年,484.4,亿元,"{note}"\n'
    for name, content in (("a.yaml", yaml), ("a.csv", table)):
        submissions = read(tmp_path, name, content)
        assert figures_of(submissions) == ([GDP] if used else [])
        assert [one.split()[0] for one in told_of(submissions)] == ([] if used else ["CP122"])
