"""Titles by which a table holds goals, growth, a part of a year or of an area, or what is foreseen; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of, workbook
from tests.submission.reading import read

FIGURE = ["tonglu gdp 2024 484.4"]


def _read(title: str, header: str, folder: Path) -> tuple[list[str], list[str]]:
    submissions = read(folder, "a.csv", f'"{title}",\n{header}\nGDP,484.4\n')
    return figures_of(submissions), told_of(submissions)


@pytest.mark.parametrize(
    "title",
    [
        "桐庐县主要指标目标值2024",
        "桐庐县主要指标目标值2024年",
        "桐庐县目标任务一览表",
        "桐庐县主要目标清单",
        "桐庐县目标任务分解下达表（2024年）",
        "目标任务：桐庐县主要指标",
        "桐庐县主要指标增速2024年",
        "桐庐县主要指标增长情况汇总表",
        "增速表：桐庐县主要指标",
        "桐庐县主要指标位次一览表",
        "桐庐县主要指标（计划）",
        "桐庐县（目标值）主要指标",
        "桐庐县主要指标预算",
        "桐庐县主要指标建议值",
        "桐庐县主要指标与目标差距",
        "桐庐县2024年主要指标（样表）",
        "桐庐县2024年主要指标填报示例",
        "桐庐县2024年主要指标（模拟数据）",
        "桐庐县2024年主要指标（作废）",
        "Main targets of Tonglu County for 2024",
        "Tonglu County targets 2024",
        "Targets, Tonglu County",
        "Planned figures of Tonglu County",
        "Growth rates of main indicators of Tonglu County 2024",
        "Tonglu County: GDP growth",
        "Ranking of Tonglu County",
        "Index of main indicators, Tonglu County",
        "Tonglu County (previous year = 100)",
    ],
)
def test_a_table_of_goals_or_growth_holds_no_outcomes(title: str, tmp_path: Path) -> None:
    assert _read(title, "指标,2024年", tmp_path) == ([], ["CP135 1:1"])


@pytest.mark.parametrize(
    "title",
    [
        "桐庐县目标任务完成情况一览表",
        "目标任务完成情况：桐庐县",
        "桐庐县主要指标一览表",
        "桐庐县主要指标清单2024年",
        "桐庐县总量及增速",
        "Progress towards the targets of Tonglu County",
        "Achievement of the targets, Tonglu County",
        "Tonglu County: GDP and its growth",
        "Economic growth of Tonglu County",
        "Tonglu County Planning Bureau",
    ],
)
def test_a_title_that_speaks_of_goals_or_growth_and_holds_outcomes(title: str, tmp_path: Path) -> None:
    assert _read(title, "指标,2024年完成", tmp_path) == (FIGURE, [])


@pytest.mark.parametrize(
    "title",
    [
        "Tonglu County, first half of 2024",
        "Tonglu County January-June 2024",
        "Tonglu County Jan.-Sept. 2024",
        "Tonglu County, nine months of 2024",
        "Tonglu County as of 30 September 2024",
        "Tonglu County Q3 2024",
        "Tonglu County, third quarter of 2024",
        "Tonglu County 2024 half-year",
        "Tonglu County 2024 YTD",
        "Tonglu County mid-2024",
    ],
)
def test_a_title_of_a_part_of_a_year_in_english(title: str, tmp_path: Path) -> None:
    assert _read(title, "Indicator,2024", tmp_path) == ([], ["CP121 3:5"])


@pytest.mark.parametrize(
    "title",
    [
        "Tonglu County January-December 2024",
        "Tonglu County as of 31 December 2024",
        "Tonglu County, full year 2024",
        "Tonglu County by quarter",
        "Tonglu County, 5 March 2025",
        "Primary indicators of Tonglu County",
        "Tonglu County monthly",
    ],
)
def test_a_title_of_a_whole_year_or_of_a_day_of_writing_in_english(title: str, tmp_path: Path) -> None:
    assert _read(title, "Indicator,2024", tmp_path) == (FIGURE, [])


@pytest.mark.parametrize(
    ("title", "figures", "told"),
    [
        ("Fenshui Town of Tonglu County", [], ["CP121 3:5"]),
        ("Urban area of Tonglu County", [], ["CP121 3:5"]),
        ("Tonglu county seat", [], ["CP121 3:5"]),
        ("Development zone of Tonglu County", [], ["CP121 3:5"]),
        ("Tonglu County (excluding the development zone)", [], ["CP121 3:5"]),
        ("Tonglu County (excluding price changes)", FIGURE, []),
        ("Plan for the county towns: Tonglu County", FIGURE, []),
    ],
)
def test_a_title_of_a_part_of_an_area_in_english(
    title: str, figures: list[str], told: list[str], tmp_path: Path
) -> None:
    assert _read(title, "Indicator,2024", tmp_path) == (figures, told)


@pytest.mark.parametrize(
    ("title", "header", "told"),
    [
        # What titles say of how final figures are is told of each that says nothing of it itself.
        ("桐庐县主要指标（预计数）", "指标,2024年", ["CP133 3:5"]),
        ("桐庐县2024年主要指标预计完成情况", "指标,数值", ["CP133 3:5"]),
        ("桐庐县主要指标预计完成情况", "指标,2024年实绩", []),
        # A title of another year makes no estimate of them; that it is of another year is told.
        ("桐庐县2025年主要指标预计完成情况", "指标,2024年", ["CP152 1:1"]),
        ("桐庐县主要指标（快报数）", "指标,2024年", ["CP133 3:5"]),
        ("桐庐县主要指标（快报数）", "指标,2024年（最终核实数）", []),
        ("桐庐县主要指标（最终核实数）", "指标,2024年", []),
        ("Estimates for Tonglu County", "Indicator,2024", ["CP133 3:5"]),
        ("Provisional results of Tonglu County", "Indicator,2024", ["CP133 3:5"]),
    ],
)
def test_how_final_figures_are_by_a_title(title: str, header: str, told: list[str], tmp_path: Path) -> None:
    assert _read(title, header, tmp_path) == (FIGURE, told)


def test_how_final_the_figures_of_a_long_table_are_by_its_title(tmp_path: Path) -> None:
    text = "桐庐县预计完成情况,,\n报告期,指标,数值\n2024,GDP,484.4\n"
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (FIGURE, ["CP133 3:10"])


@pytest.mark.parametrize(
    ("title", "figures", "told"),
    [
        # What a bracket says of a table is what a note says of a figure.
        ("桐庐县主要指标（仅城区）", [], ["CP121 3:5"]),
        ("桐庐县主要指标（城区口径）", [], ["CP121 3:5"]),
        ("桐庐县主要指标（部分乡镇）", [], ["CP121 3:5"]),
        ("桐庐县主要指标（开发区除外）", [], ["CP121 3:5"]),
        ("桐庐县主要指标（上年同期）", [], ["CP121 3:5"]),
        ("桐庐县主要指标（月均）", [], ["CP121 3:5"]),
        ("桐庐县主要指标（全县）", FIGURE, []),
        ("桐庐县主要指标（征求意见稿）", FIGURE, []),
        ("桐庐县主要指标（现价）", FIGURE, []),
        ("桐庐县主要指标（全年）", FIGURE, []),
        ("桐庐县主要指标（附表1）", FIGURE, []),
    ],
)
def test_what_a_bracket_of_a_title_says(title: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    assert _read(title, "指标,2024年", tmp_path) == (figures, told)


def test_a_bracket_of_a_title_may_be_of_an_indicators_name(tmp_path: Path) -> None:
    text = "桐庐县人均可支配收入（城镇、农村）,\n指标,2024年\n城镇居民人均可支配收入（元）,65000\n"
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu urban_income 2024 65000"], [])
    submissions = read(tmp_path, "a.csv", text.replace("（城镇、农村）", "（城镇）"))
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu urban_income 2024 65000"], [])


@pytest.mark.parametrize(
    "title",
    [
        "桐庐县主要指标（人均）",
        "桐庐县人均主要指标",
        "桐庐县规模以上主要指标",
        "桐庐县规上工业企业主要指标",
        "桐庐县工业经济指标",
        "Tonglu County per capita indicators",
        "Main indicators of Tonglu County per capita",
        "Tonglu County (per capita)",
        "Industrial indicators of Tonglu County",
    ],
)
def test_a_title_of_a_scope_is_told_at_figures_whose_names_do_not_say_it(title: str, tmp_path: Path) -> None:
    content = f"{title},\nindicator,2024年\nGDP,484.4\n城镇居民人均可支配收入,65000\n"
    submissions = read(tmp_path, "a.csv", content)
    per_head = "人均" in title or "per capita" in title
    assert figures_of(submissions) == (["tonglu urban_income 2024 65000"] if per_head else [])
    assert [one.split()[0] for one in told_of(submissions)] == ["CP122"] * (1 if per_head else 2)


def test_a_sheet_of_a_scope_is_told_at_figures_whose_names_do_not_say_it(tmp_path: Path) -> None:
    rows = [["桐庐县"], ["指标", "2024年"], ["GDP", 105300], ["城镇居民收入", 65000]]
    submissions = read(tmp_path, "a.xlsx", workbook({"人均指标": {"rows": rows}}))
    assert figures_of(submissions) == ["tonglu urban_income 2024 65000"]
    assert told_of(submissions) == ["CP122 人均指标!B3"]


def test_projects_of_industry_stand_below_a_title_of_industry(tmp_path: Path) -> None:
    assert figures_of(read(tmp_path, "a.csv", "桐庐县工业经济指标,\n指标,2024年\n亿元以上产业项目,18\n")) != []


@pytest.mark.parametrize(
    "title",
    [
        "桐庐县与富阳区合计",
        "桐庐县、富阳区主要指标",
        "富阳区和桐庐县主要指标",
        "桐庐县同杭州市主要指标",
        "Tonglu County and Fuyang District",
        "Fuyang District and Tonglu combined",
    ],
)
def test_an_area_and_another_that_the_plan_does_not_know_are_several(title: str, tmp_path: Path) -> None:
    assert _read(title, "指标,2024年", tmp_path) == ([], ["CP121 3:5"])


@pytest.mark.parametrize(
    "title", ["桐庐县国民经济和社会发展指标", "桐庐县总量及增速", "Tonglu County and its indicators"]
)
def test_what_stands_behind_an_area_need_not_be_another(title: str, tmp_path: Path) -> None:
    assert _read(title, "指标,2024年", tmp_path) == (FIGURE, [])
