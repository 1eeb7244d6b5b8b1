"""Who filled a submission in and when stands in every kind of report, with whatever they wrote escaped."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from countyplan.language import Language
from countyplan.render.data.csv import report_csv
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.render.html.page import report_html
from countyplan.render.markdown.report import report_markdown
from countyplan.render.xlsx.report import report_xlsx
from countyplan.report.report_model import Report
from tests.render.made import report_json, report_on

UNIT = "<b>统计局</b> |*_[x](http://a)_* =1+1"
TOLD = {
    Language.ZH: f"报送日期 2025年3月1日、填报单位 {UNIT}、填表人 张三\\u202e、电话 0571-64212345",
    Language.EN: f"date submitted 1 March 2025, reporting unit {UNIT}, filled in by 张三\\u202e, telephone 0571-64212345",
}


@pytest.fixture(params=Language)
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Report:
    lines = ["报送日期：2025年3月1日", f"填报单位：{UNIT}", "填表人：张三\u202e", "电话：0571-64212345"]
    table = ["县（市）,报告期,指标,数值", "桐庐县,2024,地区生产总值,484.4", *(f'"{line}",,,' for line in lines)]
    (tmp_path / "a.csv").write_text("\n".join(table), encoding="utf-8")
    return report_on([tmp_path / "a.csv"], request.param)


def test_json_and_csv_hold_it_as_data(report: Report) -> None:
    [file] = json.loads(report_json(report))["made_from"]["files"]
    [filing] = file["filing"]
    assert filing["submitted"] == "2025-03-01"
    assert filing["reporting_unit"] == UNIT
    assert filing["telephone"] == "0571-64212345"
    last = {row[-1] for row in list(csv.reader(io.StringIO(report_csv(report))))[1:]}
    assert all(TOLD[report.texts.language] in one for one in last)


def test_html_and_markdown_escape_it(report: Report) -> None:
    page, text = report_html(report).decode(), report_markdown(report)
    assert "&lt;b&gt;统计局&lt;/b&gt; |*_[x](http://a)_* =1+1" in page
    assert "<b>统计局" not in page + text
    assert "[x](http" not in text
    assert "0571-64212345" in text


def test_word_and_the_workbook_hold_it_as_text(report: Report) -> None:
    told = TOLD[report.texts.language]
    document = Document(io.BytesIO(DOCUMENTS[Format.DOCX](report)))
    assert told in {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    content = report_xlsx(report)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert told in {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert zipfile.is_zipfile(io.BytesIO(content))


def test_nothing_is_told_of_a_file_that_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("area: 桐庐\nperiod: 2024\nfigures: {gdp: 484.4}\n", encoding="utf-8")
    report = report_on([tmp_path / "a.yaml"])
    [file] = json.loads(report_json(report))["made_from"]["files"]
    assert file["filing"] == []
    assert "报送情况" not in report_html(report).decode()
