"""What titles say of a table's year, indicator and unit; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of, workbook
from tests.submission.reading import read

BY_AREA = "地区,2023年,2024年\n桐庐县,460,484.4\n淳安县,260,280\n"
READ = ["chunan gdp 2023 260", "chunan gdp 2024 280", "tonglu gdp 2023 460", "tonglu gdp 2024 484.4"]
# 484.4 of 10,000 yuan are 484.4 / 10,000 = 0.04844 of the plan's 100 million yuan.
READ_SMALL = ["chunan gdp 2023 0.026", "chunan gdp 2024 0.028", "tonglu gdp 2023 0.046", "tonglu gdp 2024 0.04844"]
UNPLACED = ["CP121 3:5", "CP121 3:9", "CP121 4:5", "CP121 4:9"]


@pytest.mark.parametrize(
    "title",
    [
        "2023-2024年各县地区生产总值（亿元）", "各县（市）2023—2024年地区生产总值统计表", "2023、2024年地区生产总值",
        "1-1 各县地区生产总值（2023和2024年）", "附表1：各县地区生产总值情况表（亿元）", "附件2 各县地区生产总值",
        "表一 地区生产总值",
        "表1. 三县地区生产总值", "杭州市各县地区生产总值", "全市分县（市）地区生产总值", "各地区地区生产总值",
        "地区生产总值完成情况（当年价格）",
    ],
)  # fmt: skip
def test_a_table_by_areas_is_of_what_its_title_names(title: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},,\n{BY_AREA}")
    assert (figures_of(submissions), told_of(submissions)) == (READ, [])


@pytest.mark.parametrize(
    "title",
    [
        "各县地区生产总值情况表（万元）", "各县地区生产总值（单位：万元）", "2023-2024年地区生产总值 计量单位：万元",
        "各县地区生产总值（万元、%）", "各县地区生产总值（当年价，万元）", "各县地区生产总值（人民币万元）",
    ],
)  # fmt: skip
def test_the_unit_of_its_title_holds_for_it(title: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},,\n{BY_AREA}")
    assert (figures_of(submissions), told_of(submissions)) == (READ_SMALL, [])


@pytest.mark.parametrize(
    "title",
    [
        "2023-2024年各县地区生产总值（亿美元）", "各县地区生产总值（不含开发区）", "附件2 各县人均地区生产总值",
        "2023-2024年新增地区生产总值",
        "各县地区生产总值（户籍）",
    ],
)  # fmt: skip
def test_a_title_that_says_more_is_of_something_else(title: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},,\n{BY_AREA}")
    assert (figures_of(submissions), told_of(submissions)) == ([], UNPLACED)


@pytest.mark.parametrize(
    ("unit", "figures", "told"),
    [
        # An amount of yuan is in none of these, and what it is in is not said.
        ("万美元", ["tonglu urbanisation_rate 2024 72.1"], ["CP121 3:5"]),
        ("万吨、%", ["tonglu urbanisation_rate 2024 72.1"], ["CP121 3:5"]),
        ("万美元、亿元", ["tonglu gdp 2024 484.4", "tonglu urbanisation_rate 2024 72.1"], []),
        ("亿元/%", ["tonglu gdp 2024 484.4", "tonglu urbanisation_rate 2024 72.1"], []),
        # So much for each is one unit, and no list of two.
        ("元/人", [], ["CP107 1:1", "CP121 3:5", "CP121 4:6"]),
    ],
)
def test_an_amount_is_in_a_unit_that_the_sheet_states(
    unit: str, figures: list[str], told: list[str], tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县主要指标 单位：{unit},\n指标,2024年\nGDP,484.4\n城镇化率,72.1\n")
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # 4,844,000 of 10,000 yuan and 48,440 of a million are 484.4 of 100 million.
        ("桐庐县主要指标（万元、%）,\n指标,2024年\nGDP,4844000\n", ["tonglu gdp 2024 484.4"], []),
        ("桐庐县主要指标 万元,\n指标,2024年\nGDP,4844000\n", ["tonglu gdp 2024 484.4"], []),
        ("桐庐县,\n指标,2024年\n一、总量（按万元计）,\nGDP,4844000\n", ["tonglu gdp 2024 484.4"], []),
        ("桐庐县（万元）,,\n报告期,指标,数值\n2024,GDP,4844000\n", ["tonglu gdp 2024 484.4"], []),
        ("Tonglu County (million yuan),\nIndicator,2024\nGDP,48440\n", ["tonglu gdp 2024 484.4"], []),
        # In what unit an amount is by a title that nobody understands is not said, and no share needs it.
        (
            "桐庐县（万日元）,\n指标,2024年\nGDP,484.4\n城镇化率（%）,72.1\n",
            ["tonglu urbanisation_rate 2024 72.1"],
            ["CP107 1:1", "CP121 3:5"],
        ),
        ("桐庐县,\n指标（元/人）,2024年\nGDP,484.4\n", [], ["CP107 2:1", "CP121 3:5"]),
        ("Tonglu County (10000 yuan),\nIndicator,2024\nGDP,4844000\n", ["tonglu gdp 2024 484.4"], []),
        ("Tonglu County (100 million yuan),\nIndicator,2024\nGDP,484.4\n", ["tonglu gdp 2024 484.4"], []),
        ("Tonglu County,,\nIndicator,unit,2024\nGDP,100 million yuan,484.4\n", ["tonglu gdp 2024 484.4"], []),
        ('Tonglu County,,\nIndicator,unit,2024\nGDP,"10,000 yuan",4844000\n', ["tonglu gdp 2024 484.4"], []),
        ("Tonglu County (CNY million),\nIndicator,2024\nGDP,48440\n", [], ["CP107 1:1", "CP121 3:5"]),
        # At what prices.
        ("GDP of Tonglu County (2020 prices),\nIndicator,2024\nGDP,451\n", [], ["CP143 3:5"]),
        ("GDP of Tonglu County in real terms,\nIndicator,2024\nGDP,451\n", [], ["CP143 3:5"]),
    ],
)
def test_the_unit_that_a_title_says_in_passing(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    "when",
    [
        "2023、2024年", "2023和2024年", "2023年、2024", "2023/2024年", "2023与2024年度", "2023 2024年", "2024年中",
        "2024年年中",         "2024年度中期", "2024年Q3", "2024年3Q", "2024年H1",
    ],
)  # fmt: skip
def test_a_title_of_several_years_or_a_part_of_one_names_no_year(when: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县{when}主要指标,\n指标,数值\nGDP,484.4\n")
    assert (figures_of(submissions), told_of(submissions)) == ([], ["CP111 2:1"])


@pytest.mark.parametrize("when", ["2024年", "2024年度", "2024年末", "二〇二四年", "2024年中心城市", "2024年1至12月"])
def test_a_title_of_one_year_names_it(when: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县{when}主要指标,\n指标,数值\nGDP,484.4\n")
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu gdp 2024 484.4"], [])


@pytest.mark.parametrize("title", ["Tonglu County 2024", '"Tonglu County, 2024"', "2024 Tonglu data", "Tonglu in 2024"])
def test_an_english_title_names_a_year_without_a_word_for_it(title: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},\nIndicator,Value\nGDP,484.4\n")
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu gdp 2024 484.4"], [])


@pytest.mark.parametrize(
    "title",
    [
        "Tonglu Statistical Yearbook 2024", "Tonglu County 2021-2024", "Tonglu County 2023 and 2024",
        "Tonglu County (2020 prices)", "Tonglu County first half of 2024", "Tonglu County 2024 Q3",
        "Tonglu County 2024 YTD", '"Tonglu County, 5 March 2025"', "Tonglu County published 2025",
        '"Tonglu County, revised 2024"', "Tonglu County since 2021", "Tonglu County plan 2024",
    ],
)  # fmt: skip
def test_such_a_year_may_be_another_or_less_than_all_of_it(title: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title},\nIndicator,Value\nGDP,484.4\n")
    assert not any(one.endswith(" 484.4") and " 2024 " in one for one in figures_of(submissions))
    assert submissions.diagnostics


@pytest.mark.parametrize(
    ("goal", "actual"),
    [
        ("2024 target", "2024 actual"),
        ("Target 2024", "Actual 2024"),
        ("Targets for 2024", "Actual figures for 2024"),
        ("Goal (2024)", "Actual (2024)"),
        ("目标2024", "2024实际"),
    ],
)
def test_goals_and_outcomes_of_a_year_without_a_word_for_it(goal: str, actual: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县,,\n指标,{goal},{actual}\nGDP,500,484.4\n")
    assert figures_of(submissions) == ["tonglu gdp 2024 484.4"]
    assert [one.code.value for one in submissions.diagnostics] == ["CP140"]


ROWS = "县,年份,指标,数值\n桐庐县,2024,地区生产总值,484.4\n"
EARLIER_ROWS = "县,年份,指标,数值\n桐庐县,2023,地区生产总值,460\n"


@pytest.mark.parametrize(
    "title",
    [
        "规模以上主要指标", "主要指标（人均）", "主要指标（市区）", "主要指标（城区口径）", "主要指标（仅城区）",
        "主要指标（不含开发区）", "桐庐县主要指标（不含开发区）", "桐庐县分水镇主要指标", "桐庐县城区主要指标",
    ],
)  # fmt: skip
def test_a_title_of_a_part_holds_for_its_own_table(title: str, tmp_path: Path) -> None:
    """Whatever the rows name, and before or behind another table whose title says nothing of the kind."""
    second = read(tmp_path, "a.csv", f"主要指标\n{EARLIER_ROWS}\n{title}\n{ROWS}")
    assert (figures_of(second), [one.split()[0] for one in told_of(second)]) == (["tonglu gdp 2023 460"], ["CP122"])
    first = read(tmp_path, "b.csv", f"{title}\n{ROWS}\n主要指标\n{EARLIER_ROWS}")
    assert (figures_of(first), [one.split()[0] for one in told_of(first)]) == (["tonglu gdp 2023 460"], ["CP122"])


@pytest.mark.parametrize(
    "title",
    [
        "主要指标（全县）",
        "主要指标（2024年）",
        "主要指标（三县合计）",
        "桐庐县主要指标（年报）",
        "桐庐县城镇化主要指标",
        "主要指标（续）",
    ],
)
def test_a_title_of_all_holds_back_nothing(title: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{title}\n{ROWS}")
    assert figures_of(submissions) == ["tonglu gdp 2024 484.4"]


LONG, WIDE = ["县", "年份", "指标", "数值"], ["县", "指标", "2024年"]


@pytest.mark.parametrize(
    ("name", "rows", "found"),
    [
        ("2025年", [LONG, ["桐庐县", 2024, "地区生产总值", 484.4]], ["2024"]),
        ("2025", [WIDE, ["桐庐县", "地区生产总值", 484.4]], ["2024"]),
        ("淳安县2024年", [LONG, ["桐庐县", 2024, "地区生产总值", 484.4]], ["桐庐县"]),
        ("淳安2023年", [LONG, ["桐庐县", 2024, "地区生产总值", 484.4]], ["2024", "桐庐县"]),
        # Of the year or the area itself, or of something that a cell speaks of: goals of 2025 beside outcomes.
        ("2024年", [LONG, ["桐庐县", 2023, "GDP", 460], ["桐庐县", 2024, "地区生产总值", 484.4]], []),
        ("2025年", [["县", "指标", "2024年完成", "2025年目标"], ["桐庐县", "地区生产总值", 484.4, 520]], []),
        ("淳安县", [["桐庐县、淳安县"], LONG, ["桐庐县", 2024, "地区生产总值", 484.4]], []),
        ("2021-2025年", [LONG, ["桐庐县", 2024, "地区生产总值", 484.4]], []),
        ("Sheet1", [LONG, ["桐庐县", 2024, "地区生产总值", 484.4]], []),
    ],
)
def test_a_sheet_that_is_named_for_something_else(
    name: str, rows: list[list[str | float]], found: list[str], tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.xlsx", workbook({name: {"rows": rows}}))
    assert "tonglu gdp 2024 484.4" in figures_of(submissions)
    assert [str(one.words["found"]) for one in submissions.diagnostics if one.code.value == "CP152"] == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("桐庐县2023年主要指标", ["2024"]),
        ("桐庐县2025年主要指标", ["2024"]),
        ("淳安县2024年主要指标", ["桐庐县"]),
        ("Tonglu 2023 indicators", ["2024"]),
        *(
            (one, [])
            for one in ("桐庐县2024年主要指标", "2025年桐庐县统计手册", "桐庐县主要指标（2022年为基期）", "2025年3月")
        ),
        *(
            (one, [])
            for one in (
                "填报时间：2025年3月",
                "桐庐县2022年以来主要指标",
                "三县（市）主要指标",
                "桐庐县、淳安县主要指标",
            )
        ),
    ],
)
@pytest.mark.parametrize("rows", ["县,年份,指标,数值\n桐庐县,2024,GDP,484.4\n", "县,2024年GDP（亿元）\n桐庐县,484.4\n"])
def test_a_title_of_another_year_or_area_than_all_figures_below_it_is_told(
    title: str, found: list[str], rows: str, tmp_path: Path
) -> None:
    told = [one for one in read(tmp_path, "a.csv", f"{title},,,\n{rows}").diagnostics if one.code.value == "CP152"]
    assert [(str(one.words["found"]), one.place.line) for one in told] == [(one, 1) for one in found]


def test_the_title_of_one_table_says_nothing_of_the_next(tmp_path: Path) -> None:
    table = "{area}主要指标,\n指标,2024年\nGDP,{value}\n,\n"
    text = table.format(area="桐庐县", value=484.4) + table.format(area="淳安县", value=275)
    submissions = read(tmp_path, "a.csv", text)
    assert figures_of(submissions) == ["chunan gdp 2024 275", "tonglu gdp 2024 484.4"]
    assert submissions.diagnostics == ()
