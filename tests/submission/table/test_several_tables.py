"""Where one table ends and another begins, and which rows are headers; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of, workbook
from tests.submission.reading import read

FIGURE, EARLIER = "tonglu gdp 2024 484.4", "tonglu gdp 2023 450.1"
CHUNAN = ["chunan gdp 2024 271.8", "chunan urbanisation_rate 2024 62"]
TONGLU = [FIGURE, "tonglu urbanisation_rate 2024 72.1"]
FIRST = "2024年,,\n县（市）,GDP,城镇化率\n桐庐县,484.4,72.1\n"
SECOND = "县（市）,GDP,城镇化率\n淳安县,271.8,62\n"


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        (FIRST + SECOND, [*CHUNAN, *TONGLU], []),
        # 续表 goes on with the table above; what it says itself goes before that.
        (FIRST + "续表,,\n" + SECOND, [*CHUNAN, *TONGLU], []),
        (FIRST + "续表1,,\n" + SECOND, [*CHUNAN, *TONGLU], []),
        (FIRST + "（续）,,\n" + SECOND, [*CHUNAN, *TONGLU], []),
        (FIRST + "Continued,,\n" + SECOND, [*CHUNAN, *TONGLU], []),
        (
            # 4,844,000 of 10,000 yuan are 484.4 of 100 million.
            "2024年（万元）,,\n县（市）,GDP,城镇化率（%）\n桐庐县,4844000,72.1\n续表（亿元）,,\n" + SECOND,
            [*CHUNAN, *TONGLU],
            [],
        ),
        # Another title says nothing of the year: it is not that of the table above.
        (FIRST + "主要指标,,\n" + SECOND, TONGLU, ["CP121 6:11", "CP121 6:5"]),
        (FIRST + "2023年,,\n县（市）,GDP,城镇化率\n桐庐县,450.1,—\n", [EARLIER, *TONGLU], []),
        (FIRST + "2023年目标,,\n县（市）,GDP,城镇化率\n桐庐县,450.1,70\n", TONGLU, ["CP135 4:1"]),
        # A header of bare years, with and without a corner.
        (
            "桐庐县,,\n指标,2023,2024\nGDP,450.1,484.4\n指标,2021,2022\nGDP,400,420\n",
            ["tonglu gdp 2021 400", "tonglu gdp 2022 420", EARLIER, FIGURE],
            [],
        ),
        (
            "桐庐县,,\n,2023,2024\nGDP,450.1,484.4\n,2021,2022\nGDP,400,420\n",
            ["tonglu gdp 2021 400", "tonglu gdp 2022 420", EARLIER, FIGURE],
            [],
        ),
        # Another county over the same years contradicts the one above.
        (
            "桐庐县,2023年,2024年\nGDP,450.1,484.4\n淳安县,2023年,2024年\nGDP,260,271.8\n",
            [EARLIER, FIGURE],
            ["CP121 4:5", "CP121 4:9"],
        ),
    ],
)
def test_tables_below_each_other(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (sorted(figures), told)


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # 2023 and 2024 are figures in a table of incomes, and no header.
        (
            "2024年,,\n县（市）,城镇居民人均可支配收入（元）,农村居民人均可支配收入（元）\n桐庐县,2023,2024\n淳安县,2021,2022\n",
            [
                "chunan rural_income 2024 2022",
                "chunan urban_income 2024 2021",
                "tonglu rural_income 2024 2024",
                "tonglu urban_income 2024 2023",
            ],
            [],
        ),
        ("桐庐县2024年,\n指标,数值\n粮食产量,2023\nGDP,484.4\n", [FIGURE], ["CP145 3:1"]),
        ("桐庐县,2023,2024\nGDP,450.1,484.4\n", [EARLIER, FIGURE], []),
        ("县（市）,桐庐县,淳安县\n年份,2023,2024\nGDP,450.1,271.8\n", [CHUNAN[0], EARLIER], []),
        # A header of fields: an indicator beside no value is none of a value, and a name ahead of fields heads nothing.
        ("area,period,indicator,城镇化率（%）,unit\ntonglu,2024,gdp,484.4,\n", [], ["CP111 1:1", "CP117 1:23"]),
        ("县（市）,报告期,指标\n桐庐县,2024,GDP\n", [], ["CP111 1:1"]),
        ("一、GDP,指标,时间,数据,单位\n桐庐县,GDP,2024年,484.4,亿元\n", [FIGURE], []),
        # What stands in the row counts before the unit of its column's header: 4,844,000 of 10,000 yuan.
        ("桐庐县,,\n指标,单位（亿元）,2024年\nGDP,万元,4844000\n", [FIGURE], []),
    ],
)
def test_which_rows_are_headers(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


def test_the_name_of_a_sheet_may_be_a_part_of_its_indicators(tmp_path: Path) -> None:
    sheets = {"人均可支配收入": {"rows": [["桐庐县", None], ["指标", "2024年"], ["城镇居民（元）", 65000]]}}
    submissions = read(tmp_path, "a.xlsx", workbook(sheets))
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu urban_income 2024 65000"], [])
