"""Which figures of a plan's own table are goals and which are outcomes; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of
from tests.submission.reading import read

REACHED = "tonglu gdp 2025 560"
BASE, FIVE_YEARS = "tonglu gdp 2020 400", "桐庐县“十四五”规划指标,,\n年份,指标,"

WIDE = "桐庐县“十四五”规划指标,,\n指标,"


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # 规划指标 of the title's year are goals, in a column of values and not in one of outcomes.
        ("桐庐县2025年规划指标,\n指标,数值\n地区生产总值,560\n", [], ["CP146 3:8"]),
        ("桐庐县2025年规划指标,\n指标,完成值\n地区生产总值,560\n", [REACHED], []),
        (
            "桐庐县2025年规划指标,,\n年份,指标,数值\n2025,地区生产总值,560\n2020,地区生产总值,400\n",
            [BASE],
            ["CP146 3:1"],
        ),
        # The last year of 十四五 is that of its goals.
        (FIVE_YEARS + "数值\n2020,地区生产总值,400\n2025,地区生产总值,560\n", [BASE], ["CP146 4:1"]),
        (FIVE_YEARS + "完成值\n2020,地区生产总值,400\n2025,地区生产总值,560\n", [BASE, REACHED], []),
        # The same where years are columns: a bare one holds a goal, one of outcomes, of a stage or foreseen does not.
        (WIDE + "2020年,2025年\nGDP,400,560\n", [BASE], ["CP146 2:10"]),
        (WIDE + "2020年,2025年桐庐县\nGDP,400,560\n", [BASE], ["CP146 2:10"]),
        (WIDE + "2020年,2025年完成\nGDP,400,560\n", [BASE, REACHED], []),
        (WIDE + "2020年,2025年（最终核实数）\nGDP,400,560\n", [BASE, REACHED], []),
        (WIDE + "2020年,2025年（预计）\nGDP,400,560\n", [BASE, REACHED], ["CP133 3:9"]),
        # So do 完成, a stage and a unit on a level of their own.
        (WIDE + "2020年,2025年\n,实际,完成\nGDP,400,560\n", [BASE, REACHED], []),
        (WIDE + "2020年,2025年\n,,最终核实数\nGDP,400,560\n", [BASE, REACHED], []),
        (WIDE + "2020年,2025年\nGDP（最终核实数）,400,560\n", [BASE, REACHED], []),
        (WIDE + "2020年,2025年\nGDP（亿元）,400,560\n", [BASE], ["CP146 2:10"]),
        ("桐庐县2025年规划指标,\n指标,桐庐县\n,完成\nGDP,560\n", [REACHED], []),
        ("桐庐县2025年规划指标,\n指标,桐庐县\nGDP,560\n", [], ["CP146 3:5"]),
        ("桐庐县2025年规划指标,\n指标,完成情况\nGDP,560\n", [REACHED], []),
        ("桐庐县2025年规划指标,\n指标,最终核实数\nGDP,560\n", [REACHED], []),
        ("桐庐县2025年规划指标,\n指标,桐庐县\nGDP（最终核实数）,560\n", [REACHED], []),
        # ≥560 in the last of several years is to be reached; alone, or in an earlier year, it is a figure with a word to it.
        (
            "桐庐县,,\n年份,指标,数值\n2020,地区生产总值,400\n2024,地区生产总值,≥560\n",
            [BASE],
            ["CP146 4:1"],
        ),
        ("桐庐县,,\n年份,指标,数值\n2024,地区生产总值,≥560\n", ["tonglu gdp 2024 560"], ["CP133 3:13"]),
        (
            "桐庐县,,\n年份,指标,数值\n2020,地区生产总值,≥400\n2024,地区生产总值,560\n",
            [BASE, "tonglu gdp 2024 560"],
            ["CP133 3:13"],
        ),
    ],
)
def test_a_table_of_a_plan(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("title", "header", "beside"),
    [
        # By what quality its goals are of, in brackets, in short below 属性, and in English.
        ("桐庐县", "属性", "（约束性）"),
        ("桐庐县", "属性", "预期性指标"),
        ("桐庐县", "指标属性", "约束"),
        ("Tonglu County", "Type", "binding"),
        ("Tonglu County", "Nature", "Anticipatory target"),
        ("Tonglu County", "Nature of indicators", "anticipated"),
        # By its title.
        ("Tonglu County 14th Five-Year Plan", "Note", ""),
        ("Tonglu County Development Plan (2021-2025)", "Note", ""),
        ("Tonglu County", "Average annual growth (%)", ""),
    ],
)
def test_what_gives_away_a_table_of_a_plan(title: str, header: str, beside: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},,,\n指标,2020年,2025年,{header}\nGDP,400,560,{beside}\n")
    assert (figures_of(submissions), told_of(submissions)) == ([BASE], ["CP146 2:10"])


@pytest.mark.parametrize(
    ("title", "header", "beside"),
    [
        ("桐庐县", "来源", "约束"),
        ("Tonglu County", "Note", "expected by the office"),
    ],
)
def test_what_does_not_give_away_a_table_of_a_plan(title: str, header: str, beside: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},,,\n指标,2020年,2025年,{header}\nGDP,400,560,{beside}\n")
    assert REACHED in figures_of(submissions)
