"""What rows, columns, notes and titles of wide tables say together of one figure; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Subject
from countyplan.quantity import Period
from tests.submission.messy import figures_of, told_of
from tests.submission.reading import read

FIGURE = ["tonglu gdp 2024 484.4"]


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # The unit of the row, the column or the sheet, whichever stands nearest; row and column must agree.
        ("桐庐县,,\n指标,单位,2024年（亿元）\nGDP,万元,484.4\n", [], ["CP118 3:8"]),
        ("桐庐县,,\n指标,单位,2024年（亿元）\nGDP,亿元,484.4\n", FIGURE, []),
        ("桐庐县,,\n指标,单位,2024年（万元）\nGDP,—,4844000\n", FIGURE, []),
        ("桐庐县（单位：万元）,,\n指标,单位,2024年\nGDP,—,4844000\n", FIGURE, []),
        # Below 万元 a blank cell may mean that, or the plan's 亿元.
        ("桐庐县,,\n指标,单位,2024年\n固定资产投资,万元,100\nGDP,,4844000\n", [], ["CP101 3:1", "CP121 4:6"]),
        ("桐庐县（单位：万元）,,\n指标,单位,2024年\nGDP,亿元,484.4\n", FIGURE, []),
        ("桐庐县,\n指标,2024年（万元）\nGDP,4844000\n城镇化率,72.1%\n", FIGURE, ["CP118 4:6"]),
        # A column nobody knows may say that a figure is a forecast.
        ("桐庐县,,\n指标,2024年,数据类型\nGDP,484.4,预测值\n", FIGURE, ["CP133 3:5"]),
        # At what prices: a note that contradicts the name is told, and which of the two is right is not guessed.
        ("桐庐县,,\n指标,2024年,备注\nGDP,484.4,按可比价计算\n", [], ["CP143 3:5"]),
        ("桐庐县,,\n指标,2024年,备注\nGDP,484.4,按现价计算\n", FIGURE, []),
        ("桐庐县,,\n指标,2024年,备注\nGDP（可比价）,484.4,按现价计算\n", [], ["CP143 3:10"]),
        ("桐庐县,,\n指标,2024年,备注\nGDP（现价）,484.4,按可比价计算\n", [], ["CP122 3:9"]),
        # How final: the later stage counts.
        ("桐庐县,,\n指标,2024年（初步核算数）,2024年（最终核实数）\nGDP,480,484.4\n", FIGURE, ["CP144 3:5"]),
        ("桐庐县,,\n指标,2024年（最终核实数）,2024年（初步核算数）\nGDP,484.4,480\n", FIGURE, ["CP144 3:11"]),
        ("桐庐县,,\n指标,2024年,2024年（五经普修订）\nGDP,480,484.4\n", FIGURE, ["CP144 3:5"]),
        ("桐庐县,\n指标,2024年（预计）\nGDP,484.4\n", FIGURE, ["CP133 3:5"]),
    ],
)
def test_units_prices_and_stages(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # A county of the row against that of the column or of the whole table; in one county's table 合计 adds up its towns.
        ("指标,桐庐县2024年\n淳安县GDP,484.4\n", [], ["CP122 2:8"]),
        ("桐庐县,\n指标,2024年\n淳安县GDP,275\n", [], ["CP122 3:8"]),
        ("桐庐县,\n指标,2024年\n桐庐县GDP,484.4\n", FIGURE, []),
        ("桐庐县GDP,\n,2024年\n合计,484.4\n", [], ["CP122 3:4"]),
        # Two columns that say the same; a goal beside an outcome; a rate of growth.
        ("桐庐县,,\n指标,2024年,2024年\nGDP,484.4,485\n", [], ["CP112 2:10"]),
        ("桐庐县,,\n指标,2024年目标,2024年完成\nGDP,480,484.4\n", FIGURE, ["CP140 2:4"]),
        ("桐庐县,,\n指标,2024年,增速\nGDP,484.4,7.1\n", FIGURE, ["CP140 2:10"]),
        # A row without a name, and rows whose names nobody knows.
        ("2024年,,\n指标,桐庐县,淳安县\nGDP,484.4,—\n,72.1,60\n", FIGURE, ["CP121 4:2", "CP121 4:7"]),
        ("2024年,,\n指标,桐庐县,淳安县\nGDP,484.4,—\n某某指标,72.1,60\n", FIGURE, ["CP145 4:1"]),
        ("2024年GDP,\n县,数值\n桐庐县,484.4\n某某县,100\n", FIGURE, ["CP145 4:1"]),
    ],
)
def test_whose_figures_they_are(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # Under half a year 2024年 is half of it; 1-12月 and 累计 to December are the year, and to June they are not.
        ("桐庐县2024年上半年,\n指标,2024年\nGDP,240\n", [], ["CP121 3:5"]),
        ("桐庐县2024年6月,\n指标,1-12月\nGDP,484.4\n", [], ["CP121 3:5"]),
        ("桐庐县2024年6月,\n指标,累计\nGDP,240\n", ["tonglu gdp 2024-06 240"], []),
        ("桐庐县2024年12月,\n指标,累计\nGDP,484.4\n", FIGURE, []),
        ("桐庐县2024年12月,\n指标,1-12月\nGDP,484.4\n", FIGURE, []),
        ("桐庐县,\n指标,2024年12月\n,累计\nGDP,484.4\n", FIGURE, []),
        ("桐庐县2024年上半年,,\n指标,2024年,\n,全年,1-6月\nGDP,484.4,240\n", FIGURE, ["CP117 3:5"]),
        # What runs to a day within the year is a part of it; a day alone is when the table was written.
        ("桐庐县（截至2024年9月30日）,\n指标,2024年\nGDP,360\n", [], ["CP121 3:5"]),
        ("桐庐县,\n数据截止时间：2024-09-30,\n指标,2024年\nGDP,360\n", [], ["CP121 4:5"]),
        ("桐庐县,\n统计截止日期：2024年9月30日,\n指标,2024年\nGDP,360\n", [], ["CP121 4:5"]),
        ("桐庐县（截至2024年9月30日）,\n指标,完成\nGDP,360\n", ["tonglu gdp 2024-09 360"], []),
        ("桐庐县（截至2024年12月31日）,\n指标,2024年\nGDP,484.4\n", FIGURE, []),
        ("桐庐县,\n填报日期：2025年3月5日,\n指标,2024年\nGDP,484.4\n", FIGURE, []),
        ("桐庐县,\n2025年3月5日,\n指标,2024年\nGDP,484.4\n", FIGURE, []),
        # A quarter and a month are what they are, also where they end a year.
        ("桐庐县,\n指标,2024年四季度\nGDP,130\n", ["tonglu gdp 2024-Q4 130"], []),
        ("桐庐县,\n指标,2024年12月\nGDP,40\n", ["tonglu gdp 2024-12 40"], []),
        ("桐庐县2024年四季度,\n指标,完成\nGDP,130\n", ["tonglu gdp 2024-Q4 130"], []),
        # A year of the row against that of the column.
        ("指标,桐庐县2024年\n2023年GDP,400\n", [], ["CP122 2:10"]),
        ("桐庐县2024年12月,\n指标,本月\nGDP,40\n", [], ["CP121 2:4"]),
    ],
)
def test_what_time_they_are_of(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # A town or a branch left of the name parts it, and a subject does not.
        ("地区,乡镇,指标,2024年\n桐庐县,分水镇,GDP,48.4\n", [], ["CP101 2:5"]),
        ("地区,行业,指标,2024年\n桐庐县,工业,GDP,48.4\n", [], ["CP101 2:5"]),
        ("地区,领域,指标,2024年\n桐庐县,工业经济,GDP,484.4\n", ["tonglu gdp 2024 484.4"], []),
        ("地区,板块,指标,2024年\n桐庐县,农业农村,GDP,484.4\n", ["tonglu gdp 2024 484.4"], []),
        # 合计 below an area adds up its parts, and not the areas.
        ("指标,,2024年\n桐庐县,,\nGDP,合计,484.4\n", [], ["CP122 3:8"]),
    ],
)
def test_what_parts_a_row(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        # A figure whose labels contradict each other may be of either; one that is no number is of its own year.
        ("指标,桐庐县2024年\n淳安县GDP,484.4\n", [("chunan", "gdp", 2024), ("tonglu", "gdp", 2024)]),
        ("桐庐县,,\n年份,指标,2024年\n2023年,GDP,484.4\n", [("tonglu", "gdp", 2023), ("tonglu", "gdp", 2024)]),
        ("桐庐县,,\n指标,2021年,2024年\nGDP,4x,484.4\n", [("tonglu", "gdp", 2021)]),
    ],
)
def test_a_figure_that_is_not_used_is_told_as_one_that_was_reported(
    text: str, whose: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    told = [one for found in read(tmp_path, "a.csv", text).diagnostics for one in found.subjects]
    assert told == [Subject(area, indicator, Period.of_year(year).end) for area, indicator, year in whose]
