"""Rows of one text and no figure: what they say of the rows below them, and until where; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.submission.messy import figures_of, told_of
from tests.submission.reading import read

TONGLU, CHUNAN = "tonglu gdp 2024 484.4", "chunan gdp 2024 280"


@pytest.mark.parametrize(
    ("rows", "figures", "told"),
    [
        # Until the next area that is known.
        ("桐庐县,\nGDP,484.4\n建德县,\nGDP,281\n淳安县,\nGDP,280\n", [CHUNAN, TONGLU], ["CP141 5:1 -> 建德"]),
        ("桐庐县,\nGDP,484.4\n其他,\nGDP,281\n", [TONGLU], ["CP141 5:1"]),
        # A section of an area's rows, and a note among them, part nothing.
        ("桐庐县,\n一、经济,\nGDP,484.4\n", [TONGLU], []),
        ("桐庐县,\n备注：无,\nGDP,484.4\n", [TONGLU], []),
        # Goals until outcomes are named.
        ("桐庐县,\n目标,\nGDP,500\n完成,\nGDP,484.4\n", [TONGLU], ["CP147 4:1"]),
        # Constant prices until current ones are named, also over the next area.
        ("桐庐县,\n可比价,\nGDP,450\n现价,\nGDP,484.4\n", [TONGLU], ["CP143 5:5"]),
        ("桐庐县,\n可比价,\nGDP,450\n淳安县,\nGDP,270\n", [], ["CP143 5:5", "CP143 7:5"]),
    ],
)
def test_what_stands_below_an_area(rows: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"主要指标,\n指标,2024年\n{rows}")
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


def test_a_numbered_section_parts_nothing(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "序号,指标,2024年\n,桐庐县,\n一,经济发展,\n1,GDP,484.4\n")
    assert (figures_of(submissions), told_of(submissions)) == ([TONGLU], [])


def test_an_unknown_heading_tells_how_many_figures_it_costs(tmp_path: Path) -> None:
    text = "主要指标,\n指标,2024年\n桐庐县,\nGDP,484.4\n建德县,\nGDP,281\n城镇化率,52\n"
    [found] = read(tmp_path, "a.csv", text).diagnostics
    assert (found.code, found.words["text"], found.words["count"]) == (Code.HEADING_UNKNOWN, "建德县", "2")


@pytest.mark.parametrize(
    ("rows", "figures", "told"),
    [
        # Years of every area.
        (
            "2023年,\n桐庐县,\nGDP,460\n淳安县,\nGDP,260\n2024年,\n桐庐县,\nGDP,484.4\n",
            ["chunan gdp 2023 260", "tonglu gdp 2023 460", TONGLU],
            [],
        ),
        # A year of the area above ends with it.
        (
            "桐庐县,\n2023年,\nGDP,460\n2024年,\nGDP,484.4\n淳安县,\nGDP,280\n",
            ["tonglu gdp 2023 460", TONGLU],
            ["CP121 9:5"],
        ),
        ("桐庐县,\n2024年,\nGDP,484.4\n上年同期,\nGDP,460\n", [TONGLU], ["CP141 6:1"]),
    ],
)
def test_areas_and_years_one_below_the_other(rows: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"主要指标,\n指标,数值\n{rows}")
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("rows", "figures", "told"),
    [
        # 4,844,000 of 10,000 yuan are 484.4 of 100 million; the unit goes with its indicator.
        (
            "地区生产总值（万元）,\n桐庐县,4844000\n城镇化率（%）,\n桐庐县,72.1\n",
            [TONGLU, "tonglu urbanisation_rate 2024 72.1"],
            [],
        ),
        ("地区生产总值（亿元）,\n桐庐县,484.4\n增速（%）,\n桐庐县,7.2\n", [TONGLU], ["CP147 5:1"]),
        ("地区生产总值（亿元）,\n桐庐县,484.4\n其中：第一产业,\n桐庐县,72\n", [TONGLU], ["CP141 5:1"]),
    ],
)
def test_what_stands_below_an_indicator(rows: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"主要指标,\n地区,2024年\n{rows}")
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize("heading", ["人均", "（人均指标）", "二、人均", "Per capita", "规模以上："])
def test_figures_below_a_heading_of_a_scope_count_where_their_names_say_it(heading: str, tmp_path: Path) -> None:
    content = f"桐庐县,\n指标,2024年\n{heading},\nGDP,105300\n城镇居民收入（元）,65000\n"
    submissions = read(tmp_path, "a.csv", content)
    per_head = "规模" not in heading
    assert figures_of(submissions) == (["tonglu urban_income 2024 65000"] if per_head else [])
    assert [one.code.value for one in submissions.diagnostics] == ["CP141"]
