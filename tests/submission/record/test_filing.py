"""Lines above and below a table that say who filled it in and when. All figures are made up."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from countyplan.diagnostics import Code
from countyplan.submission import Filing
from tests.submission.reading import PLAN, read, told, values

TABLE = "县（市）,报告期,指标,数值\n桐庐县,2024,地区生产总值,484.4\n"
ALL = Filing("2025-03-01", "桐庐县统计局", "张三", "0571-64212345")


@pytest.mark.parametrize(
    ("csv", "filing"),
    [
        (f"填报单位：桐庐县统计局　填表人：张三　联系电话：0571-64212345　报送日期：2025年3月1日\n{TABLE}", ALL),
        (f"填报单位:桐庐县统计局 填表人:张三 电话:0571-64212345 报送日期:2025/3/1 10:30\n{TABLE}", None),
        (f"填 报 单 位：桐庐县统计局,,填表人：张三,\n{TABLE}电　话：0571-64212345,,报送日期：2025.3.1,\n", ALL),
        (f"填报单位,桐庐县统计局,填表人,张三\n{TABLE}电话,0571-64212345,报送日期,2025-03-01\n", ALL),
        (f"填报单位：,桐庐县统计局,填表人：,张三\n{TABLE}电话：,0571-64212345,报送日期：,2025-3-1\n", ALL),
        (f"填报单位（盖章）：桐庐县统计局（公章）,,单位：亿元,\n{TABLE}", Filing("", "桐庐县统计局")),
        (f"{TABLE}填表人：张三,审核人：李四,,报送日期：2025年3月1日\n", Filing("2025-03-01", "", "张三")),
        (f"{TABLE}填表人：张三 审核人：李四 报送日期：2025年3月1日,,,\n", Filing("2025-03-01", "", "张三")),
        (f"桐庐县2024年主要指标（报送日期：2025年3月1日）,,,\n{TABLE}", Filing("2025-03-01")),
        (f"date submitted,2025-03-01,,\nFilled in by: Zhang San,,Tel: 0571-64212345,\n{TABLE}",
         Filing("2025-03-01", "", "Zhang San", "0571-64212345")),
        # The day of sending counts before that of filling in; a month is told, and settles nothing.
        (f"填报日期：2025年2月10日,,,报送日期：2025年3月1日\n{TABLE}", Filing("2025-03-01")),
        (f"填报时间：2025年3月,,,\n{TABLE}", Filing("2025-03")),
        (f"报送日期：三月初,,,\n{TABLE}", Filing("三月初")),
        (f"报送日期：2025年3月1日,,,\n{TABLE}报送日期：2025年4月1日,,,\n", Filing("2025-03-01 / 2025-04-01")),
        (f"填报单位：______　填表人：　电话：,,,\n{TABLE}报送日期,,,\n", Filing()),
    ],
)  # fmt: skip
def test_lines_of_filing_are_read_and_nothing_in_them_is_a_figure(
    csv: str, filing: Filing | None, tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.csv", csv)
    [file] = submissions.files
    filing = filing or Filing("2025/3/1 10:30", "桐庐县统计局", "张三", "0571-64212345")
    assert file.filings == (() if filing == Filing() else (filing,))
    assert told(submissions) == []
    assert values(submissions) == {"gdp": "484.4"}
    whole_day = len(filing.submitted) == len("2025-03-01") and filing.submitted[:4].isdigit()
    assert [one.submitted for one in submissions.figures] == [filing.submitted if whole_day else None]


def test_the_county_of_the_office_counts_only_where_nothing_else_names_one(tmp_path: Path) -> None:
    table = "指标,2024年\n地区生产总值,484.4\n"
    alone = read(tmp_path, "a.csv", f"填报单位：桐庐县统计局,\n{table}")
    beside = read(tmp_path, "b.csv", f"淳安县主要指标,\n填报单位：桐庐县统计局,\n{table}")
    assert [one.area for one in alone.figures] == ["tonglu"]
    assert [one.area for one in beside.figures] == ["chunan"]
    assert told(alone) == told(beside) == []


@pytest.mark.parametrize(
    "csv",
    [
        "报送日期,县（市）,报告期,指标,数值\n2025-03-01,桐庐县,2024,地区生产总值,484.4\n",
        "填报单位,填表人,县（市）,报告期,指标,数值\n县统计局,张三,桐庐县,2024,地区生产总值,484.4\n",
    ],
)
def test_a_column_of_that_name_stays_a_column(csv: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", csv)
    assert values(submissions) == {"gdp": "484.4"}
    assert [file.filings for file in submissions.files] == [()]


@pytest.mark.parametrize("row", ["电话,万户,12.3", "电话,12.3,", "填报单位,填表人,电话", "填表人：张三,484.4,"])
def test_a_row_of_figures_or_headers_is_no_line_of_filing(row: str, tmp_path: Path) -> None:
    csv = f"桐庐县2024年,,\n指标,数值,备注\n地区生产总值,484.4,\n{row}\n"
    submissions = read(tmp_path, "a.csv", csv)
    assert [file.filings for file in submissions.files] == [()]
    assert values(submissions) == {"gdp": "484.4"}


def test_a_row_keeps_the_date_of_its_own(tmp_path: Path) -> None:
    csv = "报送日期：2025-03-01,,,,\n县（市）,报告期,指标,数值,报送日期\n"
    csv += "桐庐县,2024,地区生产总值,484.4,2025-04-01\n淳安县,2024,地区生产总值,275,\n"
    assert [one.submitted for one in read(tmp_path, "a.csv", csv).figures] == ["2025-04-01", "2025-03-01"]


def test_each_sheet_has_its_own_date_and_one_without_takes_the_only_one(tmp_path: Path) -> None:
    def of(*dates: str) -> dict[str, str | None]:
        book = openpyxl.Workbook()
        for at, day in enumerate(dates):
            sheet = book.create_sheet(f"{2023 + at}年")
            for row in ([f"报送日期：{day}"] if day else [], ["桐庐县", "数值"], ["地区生产总值", 450 + at]):
                sheet.append(row)
        out = io.BytesIO()
        book.save(out)
        return {str(one.period): one.submitted for one in read(tmp_path, "a.xlsx", out.getvalue()).figures}

    assert of("2024年3月1日", "2025年3月1日") == {"2023": "2024-03-01", "2024": "2025-03-01"}
    assert of("2024年3月1日", "") == {"2023": "2024-03-01", "2024": "2024-03-01"}
    assert of("2024年3月1日", "2025年3月1日", "") == {"2023": "2024-03-01", "2024": "2025-03-01", "2025": None}


def test_trees_name_who_filled_them_in_in_either_language(tmp_path: Path) -> None:
    chinese = "县（市）: 桐庐\n报告期: 2024\n填报单位: 桐庐县统计局\n填表人: 张三\n电话: 057164212345\n"
    chinese += "指标数据: {gdp: 484.4}\n"
    english = (
        '{"area": "tonglu", "period": 2024, "submitted": "2025-03-01", "reporting_unit": "x", "figures": {"gdp": 1}}'
    )
    for name, text, filing in (
        ("a.yaml", chinese, Filing("", "桐庐县统计局", "张三", "057164212345")),
        ("a.json", english, Filing("2025-03-01", "x")),
    ):
        submissions = read(tmp_path, name, text)
        assert [file.filings for file in submissions.files] == [(filing,)]
        assert told(submissions) == []


def test_two_tables_of_which_one_is_dated_are_settled(tmp_path: Path) -> None:
    from countyplan.run.asked import Asked  # noqa: PLC0415 -- only this test judges
    from countyplan.run.judged import judge_files  # noqa: PLC0415 -- only this test judges

    (tmp_path / "a.csv").write_text(f"{TABLE}报送日期：2025年3月1日,,,\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(TABLE.replace("484.4", "470.1"), encoding="utf-8")
    judged = judge_files(Asked(plan=PLAN, paths=(tmp_path,)))
    assert [one.code for one in judged.diagnostics if one.code in {Code.RESTATED, Code.SUBMISSIONS_CONFLICT}] == [
        Code.RESTATED
    ]
    [gdp] = [one for one in judged.assessments if one.target.indicator.id == "gdp" and one.target.area == "tonglu"]
    assert gdp.figure is not None
    assert str(gdp.figure.value) == "484.4"


def test_a_long_line_is_cut_and_stands_on_one_line(tmp_path: Path) -> None:
    [file] = read(
        tmp_path, "a.yaml", f'area: 桐庐\nperiod: 2024\n填表人: "{"长" * 500}"\n电话: "1\\n2"\nfigures: {{}}\n'
    ).files
    assert file.filings == (Filing("", "", "长" * 100 + "…", "1 2"),)
