"""Lists of key projects as counties write them. All projects and amounts are made up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from countyplan.diagnostics import Code
from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import Submissions, read_submissions
from countyplan.submission.ledger import Project

PLAN = load_plan(shipped_plan())[0]
TITLE = "桐庐县重点项目清单（截至2024年底）\n"


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Submissions:
    path = tmp_path / "projects.csv"
    path.write_bytes(text.encode(encoding))
    return read_submissions([path], PLAN)


def amounts(one: Project) -> dict[int, str]:
    return {year: str(amount.value) for year, amount in one.spent.items()}


def only(found: Submissions) -> Project:
    [one] = found.projects
    assert found.diagnostics == ()
    assert found.figures == ()
    return one


def test_a_list_with_two_rows_of_headings_full_width_digits_and_gbk(tmp_path: Path) -> None:
    text = (
        f"{TITLE}单位：万元\n"
        "序号,项目名称,项目类别,总投资,开工时间,竣工时间,分年度完成投资,,责任单位\n"
        ",,,,,,2023年,2024年,\n"
        "1,虚构智谷产业园,产业,１２３０００,2023-05,2026年,30000,\"25,000\",县经信局\n"
        "合计,,,123000,,,30000,25000,\n"
    )  # fmt: skip
    one = only(read(tmp_path, text, "gb18030"))
    assert (one.name, one.area, str(one.period), one.category) == ("虚构智谷产业园", "tonglu", "2024", "产业")
    # 123,000 x 10,000 yuan = 12.3 x 100 million; 30,000 = 3; 25,000 = 2.5.
    assert (one.total and one.total.value, amounts(one)) == (Decimal("12.3"), {2023: "3", 2024: "2.5"})
    assert (one.started.day, one.started.taken, one.finished.taken, one.responsible) == (
        "2023-05", True, False, "县经信局",
    )  # fmt: skip


def test_a_workbook_with_merged_headings_and_days_as_dates(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("淳安县2024年", 0)
    for row in (
        ["项目名称", "总投资（亿元）", "开工时间", "完成投资（亿元）", None, "2025年计划投资（亿元）"],
        [None, None, None, "2023年", "2024年", None],
        ["虚构湖滨康养基地", 5.5, "2023-06-01", 0.4, 1.1, 2],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "a.xlsx")
    one = only(read_submissions([tmp_path / "a.xlsx"], PLAN))
    assert (one.area, str(one.period), amounts(one)) == ("chunan", "2024", {2023: "0.4", 2024: "1.1"})
    assert one.place.cell == "淳安县2024年!A3"


@pytest.mark.parametrize(
    ("heading", "cell", "spent", "to_date"),
    [
        ("2024年完成投资（亿元）", "2", {2024: "2"}, None),
        ("本年完成投资（亿元）", "2", {2024: "2"}, None),
        ("2024年", "2亿元", {2024: "2"}, None),
        ("2024年实际完成投资(万元)", "2万", {2024: "0.0002"}, None),
        ("累计完成投资（亿元）", "2", {}, "2"),
        ("截至2024年底累计完成投资（亿元）", "2", {}, "2"),
        ("2024年计划投资（亿元）", "2", {}, None),
        ("2024年计划完成投资（亿元）", "2", {}, None),
        ("本年计划投资（亿元）", "2", {}, None),
        ("2025年完成投资（亿元）", "2", {}, None),
        ("2024年完成投资（亿元）", "—", {}, None),
    ],
)
def test_what_a_column_of_amounts_holds(
    tmp_path: Path, heading: str, cell: str, spent: dict[int, str], to_date: str | None
) -> None:
    one = only(read(tmp_path, f"{TITLE}项目名称,总投资（亿元）,{heading}\n虚构智谷产业园,12.3,{cell}\n"))
    assert amounts(one) == spent
    assert (None if one.to_date is None else str(one.to_date.value)) == to_date


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{TITLE}项目名称,总投资\n虚构产业园,12.3\n", Code.AMOUNT_WITHOUT_UNIT),
        ("项目名称,总投资（亿元）\n虚构产业园,12.3\n", Code.LEDGER_UNPLACED),
        (f"{TITLE}项目名称,总投资（亿元）\n虚构产业园,12亩\n", Code.NOT_A_NUMBER),
        (f"{TITLE}项目名称,总投资（亿元）\n虚构产业园,-3\n", Code.NOT_A_NUMBER),
        (f"{TITLE}项目名称,总投资（亿元）,开工时间\n虚构产业园,3,去年\n", Code.BAD_DATE),
        (f"{TITLE}项目名称,总投资（亿元）,县（市）\n虚构产业园,3,富阳区\n", Code.UNKNOWN_AREA),
        (f"{TITLE}项目名称,总投资（亿元）,2024年,2025年\n虚构产业园,9,1,2\n", Code.YEARS_MAY_BE_PLANS),
    ],
)
def test_what_cannot_be_used_of_a_list_is_told(tmp_path: Path, text: str, code: Code) -> None:
    found = read(tmp_path, text)
    assert code in {one.code for one in found.diagnostics}


def test_headings_of_counties_and_categories_hold_for_the_rows_below(tmp_path: Path) -> None:
    text = "2024年重点项目\n项目名称,总投资（亿元）\n桐庐县,\n一、产业类,\n虚构甲园,1\n小计,1\n建德市,\n虚构乙路,2\n"
    found = read(tmp_path, text)
    assert [(one.name, one.area, one.category) for one in found.projects] == [
        ("虚构甲园", "tonglu", "一、产业类"),
        ("虚构乙路", "jiande", "一、产业类"),
    ]
    assert found.areas == {"tonglu", "jiande"}


def test_a_list_without_a_project_yet_is_no_fault(tmp_path: Path) -> None:
    found = read(tmp_path, f"{TITLE}项目名称,总投资（亿元）\n")
    assert (found.projects, found.diagnostics) == ((), ())


def test_a_table_of_figures_is_no_list_of_projects(tmp_path: Path) -> None:
    found = read(tmp_path, "县（市）,报告期,指标,数值\n桐庐县,2024,重点项目累计完成投资,75.1\n")
    assert found.projects == ()
    assert len(found.figures) == 1
