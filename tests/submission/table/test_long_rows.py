"""Rows of tables with a figure a row, whose columns, header and sheet say things of the same figure; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import Code, Subject
from countyplan.quantity import Period
from countyplan.submission import Submissions
from tests.submission.messy import figures_of, told_of
from tests.submission.reading import read

BOTH = "县,年份,指标,指标名称,数值\n"


def table(folder: Path, text: str) -> Submissions:
    return read(folder, "a.csv", text)


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # Two columns of indicators: the same by two names, two of them, and one left blank or without a value.
        (BOTH + "桐庐县,2024,地区生产总值,GDP,484.4\n", ["tonglu gdp 2024 484.4"], []),
        (BOTH + "桐庐县,2024,地区生产总值,城镇化率,484.4\n", [], ["CP122 2:22"]),
        (BOTH + "桐庐县,2024,地区生产总值,,484.4\n", ["tonglu gdp 2024 484.4"], []),
        (BOTH + "桐庐县,2024,地区生产总值,城镇化率,—\n", [], []),
        (BOTH + "桐庐县,2024,甲乙,丙丁,484.4\n", [], ["CP122 2:16"]),
        # Two columns of periods: one period in two ways, two of them, and one left blank.
        ("县,年份,报告期,指标,数值\n桐庐县,2024,2024年末,地区生产总值,484.4\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,报告期,指标,数值\n桐庐县,2024,2023年末,地区生产总值,484.4\n", [], ["CP122 2:24"]),
        ("县,年份,报告期,指标,数值\n桐庐县,2024,2024-Q2,地区生产总值,484.4\n", [], ["CP122 2:25"]),
        ("县,年份,报告期,指标,数值\n桐庐县,2024,,地区生产总值,484.4\n", ["tonglu gdp 2024 484.4"], []),
        # A name that says its county.
        ("县,年份,指标,数值\n桐庐县,2024,桐庐县地区生产总值,484.4\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,指标,数值\n桐庐县,2024,淳安县地区生产总值,275\n", [], ["CP122 2:20"]),
        ("县,年份,指标,数值\n桐庐县,2024,1.淳安县地区生产总值,275\n", [], ["CP122 2:22"]),
        ("县,年份,指标,数值\n桐庐县,2024,1.淳安县地区生产总值,—\n", [], []),
        # A number, a unit and a mark around a name, and a unit of its own cell before that of the name.
        ("县,年份,指标,数值\n桐庐县,2024,1.地区生产总值（万元）*,4844000\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,指标,数值,单位\n桐庐县,2024,地区生产总值（万元）,484.4,亿元\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,指标,数值,单位\n桐庐县,2024,地区生产总值（万元）,4844000,—\n", ["tonglu gdp 2024 484.4"], []),
        # The unit of the header is that of its figures, but for one typed behind a figure, and is not contradicted.
        ("县,年份,指标,数值（万元）,单位\n桐庐县,2024,地区生产总值,4844000,\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,指标,数值（万元）,单位\n桐庐县,2024,地区生产总值,4844000,万元\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,指标,数值（万元）,单位\n桐庐县,2024,地区生产总值,484.4,亿元\n", [], ["CP118 2:17"]),
        # A name and the header of the values in two units of money; a share below 亿元 is in its own.
        ("县,年份,指标,数值（亿元）\n桐庐县,2024,地区生产总值（万元）,484.4\n", [], ["CP118 2:21"]),
        (
            "县,年份,指标,数值（亿元）\n桐庐县,2024,城镇化率（%）,72.1\n",
            ["tonglu urbanisation_rate 2024 72.1"],
            [],
        ),
        # A cell left blank where another row states another unit than the plan's may mean either; shares are in none of them.
        (
            "县,年份,指标,数值,单位\n桐庐县,2024,地区生产总值,4844000,万元\n淳安县,2024,地区生产总值,2750000,\n",
            ["tonglu gdp 2024 484.4"],
            ["CP121 3:17"],
        ),
        (
            "县,年份,指标,数值,单位\n桐庐县,2024,地区生产总值,4844000,万元\n淳安县,2024,地区生产总值,275亿元,—\n",
            ["chunan gdp 2024 275", "tonglu gdp 2024 484.4"],
            [],
        ),
        (
            "县,年份,指标,数值,单位\n桐庐县,2024,地区生产总值,484.4,亿元\n淳安县,2024,地区生产总值,275,\n",
            ["chunan gdp 2024 275", "tonglu gdp 2024 484.4"],
            [],
        ),
        # A column nobody knows may say that a figure is a forecast.
        (
            "县,年份,指标,数值,类型\n桐庐县,2024,地区生产总值,484.4,预测值\n",
            ["tonglu gdp 2024 484.4"],
            ["CP117 1:12", "CP133 2:17"],
        ),
        (
            "县,年份,指标,数值,类型\n桐庐县,2024,地区生产总值,484.4,实际值\n",
            ["tonglu gdp 2024 484.4"],
            ["CP117 1:12"],
        ),
        # At what prices, and how final.
        ("县,年份,指标,数值,备注\n桐庐县,2024,地区生产总值,484.4,按可比价计算\n", [], ["CP143 2:17"]),
        ("县,年份,指标,数值,备注\n桐庐县,2024,地区生产总值,484.4,按现价计算\n", ["tonglu gdp 2024 484.4"], []),
        ("县,年份,指标,数值（可比价）,备注\n桐庐县,2024,地区生产总值,484.4,\n", [], ["CP143 2:17"]),
    ],
)
def test_a_row_comes_to_this(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = table(tmp_path, text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


def test_who_reports_is_known_where_its_units_contradict(tmp_path: Path) -> None:
    submissions = table(tmp_path, "县,年份,指标,数值（万元）,单位\n桐庐县,2024,地区生产总值,484.4,亿元\n")
    assert submissions.areas == {"tonglu"}


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        # Of two figures the later stage counts, wherever it is said: in the period, the name, the header or a remark.
        ("桐庐县,2024年（初步核算数）,地区生产总值,484.4,\n桐庐县,2024,地区生产总值（最终核实数）,486.1,\n", "486.1"),
        ("桐庐县,2024,地区生产总值,486.1,最终核实数\n桐庐县,2024,地区生产总值,484.4,初步核算数\n", "486.1"),
        ("桐庐县,2024,地区生产总值,484.4,\n桐庐县,2024,地区生产总值,486.1,修订数\n", "486.1"),
    ],
)
def test_the_later_stage_of_a_figure_counts(rows: str, value: str, tmp_path: Path) -> None:
    submissions = table(tmp_path, "县,年份,指标,数值,备注\n" + rows)
    assert figures_of(submissions) == [f"tonglu gdp 2024 {value}"]


@pytest.mark.parametrize(
    ("columns", "row", "figures"),
    [
        ("年份,季度", "2024,3", ["tonglu gdp 2024-Q3 484.4"]),
        ("年份,季度", "2024,三季度", ["tonglu gdp 2024-Q3 484.4"]),
        ("年份,截止月份", "2024,9月", ["tonglu gdp 2024-09 484.4"]),
        ("年份,月份", "2024,9", ["tonglu gdp 2024-09 484.4"]),
        ("年份,统计月份", "2024,9", ["tonglu gdp 2024-09 484.4"]),
        ("年份,报告季度", "2024,3", ["tonglu gdp 2024-Q3 484.4"]),
        ("年份,月份", "2024,全年", ["tonglu gdp 2024 484.4"]),
        ("年份,月份", "2024,", ["tonglu gdp 2024 484.4"]),
        ("时间,月份", "2024-09,9", ["tonglu gdp 2024-09 484.4"]),
    ],
)
def test_a_quarter_or_a_month_in_a_column_of_its_own(
    columns: str, row: str, figures: list[str], tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.csv", f"地区,{columns},指标,数值\n桐庐县,{row},GDP,484.4\n")
    assert (figures_of(submissions), told_of(submissions)) == (figures, [])


def test_a_quarter_of_the_year_that_the_title_names(tmp_path: Path) -> None:
    text = "2024年主要指标,,,\n地区,季度,指标,数值\n桐庐县,三季度,GDP,484.4\n"
    assert figures_of(read(tmp_path, "a.csv", text)) == ["tonglu gdp 2024-Q3 484.4"]


def test_a_part_of_the_year_that_is_no_period_is_told(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "地区,年份,月份,指标,数值\n桐庐县,2024,1-9月,GDP,484.4\n")
    assert (figures_of(submissions), told_of(submissions)) == ([], ["CP103 2:10"])


@pytest.mark.parametrize(
    ("name", "figures", "told"),
    [
        ("重点项目累计完成投资（当年）", [], ["CP122 2:25"]),
        ("重点项目累计完成投资（累计）", ["tonglu key_project_investment 2024 50"], []),
    ],
)
def test_a_name_that_says_another_basis_than_its_column(
    name: str, figures: list[str], told: list[str], tmp_path: Path
) -> None:
    text = f"地区,年份,指标,数值,口径\n桐庐县,2024,{name},50,累计\n"
    submissions = read(tmp_path, "a.csv", text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


def test_where_nothing_is_reported_a_remark_on_the_year_leaves_nothing_open(tmp_path: Path) -> None:
    text = "地区,年份,指标,数值,备注\n桐庐县,2024,重点项目累计完成投资,暂无,当年完成数\n"
    assert told_of(read(tmp_path, "a.csv", text)) == []


def test_who_reports_is_known_where_all_figures_are_at_constant_prices(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县2024年,\n指标,可比价\n地区生产总值（亿元）,451.1\n")
    assert not submissions.figures
    assert submissions.areas == {"tonglu"}


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # No column says what is meant, so one that sorts it parts what the title names, wherever it stands.
        ("桐庐县地区生产总值（亿元）\n类别,报告期,数值\n第一产业,2024,30\n", [], ["CP101 3:1", "CP117 2:1"]),
        ("桐庐县地区生产总值（亿元）\n报告期,类别,数值\n2024,第一产业,30\n", [], ["CP101 3:6", "CP117 2:5"]),
        ("桐庐县地区生产总值（亿元）\n乡镇,报告期,数值\n分水镇,2024,30\n", [], ["CP102 3:1", "CP117 2:1"]),
        # One that stands before the names sorts them, and one behind parts them.
        ("桐庐县2024年\n类别,指标,数值（亿元）\n第一产业,GDP,484.4\n", ["tonglu gdp 2024 484.4"], ["CP117 2:1"]),
        ("桐庐县2024年\n指标,类别,数值（亿元）\nGDP,第一产业,30\n", [], ["CP101 3:5", "CP117 2:4"]),
        # Who answers, or where a figure is from, parts nothing.
        ("县,年份,指标,数值,责任部门\n桐庐县,2024,GDP,484.4,分水镇\n", ["tonglu gdp 2024 484.4"], ["CP117 1:12"]),
    ],
)
def test_a_column_that_sorts_what_is_named(text: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = table(tmp_path, text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [
        # The unit, the basis and the words of a figure are those of the outcomes' header, whichever stands first.
        ("目标值（万元）,完成值（亿元）", "5000000,484.4", "CP140 1:9"),
        ("目标值（亿元）,完成值（万元）", "500,4844000", "CP140 1:9"),
        ("完成值（亿元）,目标值（万元）", "484.4,5000000", "CP140 1:17"),
        ("完成值（亿元）,目标值（亿元）", "484.4,", "CP140 1:17"),
        # A column that does not say so holds goals where outcomes stand beside it.
        ("数值（万元）,完成值（亿元）", "5000000,484.4", "CP138 1:9"),
        ("完成值（亿元）,数值（万元）", "484.4,5000000", "CP138 1:17"),
    ],
)
def test_goals_beside_outcomes_leave_the_outcomes_as_they_are(
    columns: str, row: str, told: str, tmp_path: Path
) -> None:
    submissions = table(tmp_path, f"县,年份,指标,{columns}\n桐庐县,2024,GDP,{row}\n")
    assert (figures_of(submissions), told_of(submissions)) == (["tonglu gdp 2024 484.4"], [told])
    [found] = submissions.diagnostics
    assert found.words.get("outcomes") in {None, *columns.split(",")}
    assert ("outcomes" in found.words) is (found.code is Code.GOALS_BESIDE_OUTCOMES)


@pytest.mark.parametrize(("goal", "told"), [("目标值", "CP140 1:9"), ("数值", "CP138 1:9")])
def test_a_goal_without_an_outcome_is_no_figure_and_no_fault(goal: str, told: str, tmp_path: Path) -> None:
    submissions = table(tmp_path, f"县,年份,指标,{goal}（亿元）,完成值（亿元）,备注\n桐庐县,2024,GDP,500,,计划数\n")
    assert (figures_of(submissions), told_of(submissions)) == ([], [told])


@pytest.mark.parametrize(
    ("text", "figures", "told"),
    [
        # Until when, or of what, a figure is: in a column of its own beside a year or an area of the row or of the title.
        ("地区,年份,指标,数值,截至\n桐庐县,2024,GDP,484.4,9月底\n", [], ["CP117 1:13", "CP122 2:14"]),
        ("地区,年份,指标,数值,截至\n桐庐县,2024,GDP,484.4,12月底\n", ["tonglu gdp 2024 484.4"], ["CP117 1:13"]),
        ("地区,年份,指标,数值,截至\n桐庐县,2024,GDP,484.4,\n", ["tonglu gdp 2024 484.4"], ["CP117 1:13"]),
        ("地区,年份,指标,数值,截至\n桐庐县,2024,GDP,—,9月底\n", [], ["CP117 1:13"]),
        ("2024年\n地区,指标,数值,截至\n桐庐县,GDP,484.4,9月底\n", [], ["CP117 2:10", "CP122 3:9"]),
        ("桐庐县\n年份,指标,数值,统计范围\n2024,GDP,484.4,城区\n", [], ["CP117 2:10", "CP122 3:10"]),
        ("桐庐县地区生产总值\n年份,数值,统计范围\n2024,484.4,全县\n", ["tonglu gdp 2024 484.4"], ["CP117 2:7"]),
        (
            "地区,年份,指标,数值,截至,统计范围\n桐庐县,2024,GDP,484.4,12月底,城区\n",
            [],
            ["CP117 1:13", "CP117 1:16", "CP122 2:14"],
        ),
        # What nobody knows is told where a figure stands, and who reports is known all the same.
        ("地区,年份,指标,数值\n桐庐县,2024,甲乙丙,1\n淳安县,2024,GDP,275\n", ["chunan gdp 2024 275"], ["CP145 2:10"]),
        ("地区,年份,指标,数值\n桐庐县,2024,甲乙丙,—\n淳安县,2024,GDP,275\n", ["chunan gdp 2024 275"], []),
        ("地区,年份,指标,数值\n甲乙丙,2024,GDP,1\n淳安县,2024,GDP,275\n", ["chunan gdp 2024 275"], ["CP145 2:1"]),
        # What has a column of its own is said there, and no title fills it in where it is left blank.
        ("桐庐县2024年\n地区,指标,数值\n,GDP,484.4\n", [], ["CP121 3:6"]),
        ("桐庐县2024年地区生产总值\n地区,指标,数值\n桐庐县,,484.4\n", [], ["CP121 3:6"]),
        ("2024年\n地区,年份,指标,数值\n桐庐县,,GDP,484.4\n", [], ["CP121 3:10"]),
        # A month left blank leaves the year; beside a quarter, or a year that is none, it says nothing more.
        ("地区,年份,月份,指标,数值\n桐庐县,2024,,GDP,484.4\n", ["tonglu gdp 2024 484.4"], []),
        ("地区,年份,月份,指标,数值\n桐庐县,2024-Q3,9,GDP,330\n", ["tonglu gdp 2024-Q3 330"], []),
        ("地区,年份,月份,指标,数值\n桐庐县,去年,9,GDP,330\n", [], ["CP103 2:5"]),
        # A running total beside a year's own goal, or under a remark that it is a year's own, needs its basis said.
        ("地区,年份,指标,数值,当年目标\n桐庐县,2024,重点项目累计完成投资,50,20\n", [], ["CP117 1:13", "CP121 2:21"]),
        ("地区,年份,指标,数值,当年目标\n桐庐县,2024,GDP,484.4,20\n", ["tonglu gdp 2024 484.4"], ["CP117 1:13"]),
        (
            "地区,年份,指标,数值,口径,当年目标\n桐庐县,2024,重点项目累计完成投资,50,累计,20\n",
            ["tonglu key_project_investment 2024 50"],
            ["CP117 1:16"],
        ),
        (
            "地区,年份,指标,数值,责任部门,备注\n桐庐县,2024,重点项目累计完成投资,50,,当年完成数\n",
            [],
            ["CP117 1:13", "CP121 2:21"],
        ),
    ],
)
def test_what_columns_of_their_own_say_of_a_figure(
    text: str, figures: list[str], told: list[str], tmp_path: Path
) -> None:
    submissions = table(tmp_path, text)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        # Two indicators; a part of the county by a column, a title and a note; two units; a year and a unit left open.
        (Code.LABELS_CONTRADICT, BOTH + "桐庐县,2024,地区生产总值,城镇化率,484.4\n"),
        (Code.LABELS_CONTRADICT, "县,年份,指标,数值,统计范围\n桐庐县,2024,地区生产总值,484.4,城区\n"),
        (Code.LABELS_CONTRADICT, "桐庐县2024年规模以上主要指标,\n指标,数值\n地区生产总值,484.4\n"),
        (Code.LABELS_CONTRADICT, "县,年份,指标,数值\n桐庐县,2024,地区生产总值,484.4\n注：数据不含开发区,,,\n"),
        (Code.UNITS_CONTRADICT, "县,年份,指标,数值（万元）,单位\n桐庐县,2024,地区生产总值,484.4,亿元\n"),
        (Code.FIGURE_UNPLACED, "县,年份,指标,数值\n淳安县,2024,地区生产总值,275\n桐庐县,,地区生产总值,484.4\n"),
        (
            Code.FIGURE_UNPLACED,
            "县,年份,指标,数值,单位\n淳安县,2024,地区生产总值,2750000,万元\n桐庐县,2024,地区生产总值,4844000,\n",
        ),
    ],
)
def test_a_figure_that_is_not_used_is_told_as_one_that_was_reported(tmp_path: Path, code: Code, text: str) -> None:
    # Of which year it was, too, so that what is wrong with one of old tells nothing of what is judged.
    end = None if ",,地区生产总值" in text else Period.of_year(2024).end
    found = [one for one in table(tmp_path, text).diagnostics if one.code is code]
    assert [one.subject for one in found if one.subject] == [Subject("tonglu", "gdp", end)]


def test_so_is_one_that_its_cell_does_not_hold_for_certain(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["县", "年份", "指标", "数值"])
    sheet.append(["桐庐县", 2024, "地区生产总值", 4844000])
    sheet["D2"].number_format = "0.0,"  # shows 4844.0
    book.save(tmp_path / "a.xlsx")
    [found] = read(tmp_path, "a.xlsx", (tmp_path / "a.xlsx").read_bytes()).diagnostics
    assert (found.code, found.subject) == (Code.FORMAT_SCALES, Subject("tonglu", "gdp", Period.of_year(2024).end))


@pytest.mark.parametrize(("state", "used"), [("驳回", False), ("已退回", False), ("未通过", False), ("审核通过", True)])
def test_a_row_that_was_sent_back_is_not_used(tmp_path: Path, state: str, used: bool) -> None:
    read_of = table(
        tmp_path, f"县,年份,指标,数值,审核状态\n桐庐县,2024,地区生产总值,484.4,{state}\n桐庐县,2024,城镇化率,72,通过\n"
    )
    assert ("tonglu gdp 2024 484.4" in figures_of(read_of)) is used
    assert ("CP139 2:23" in told_of(read_of)) is not used
