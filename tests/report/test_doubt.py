"""What is in doubt, and what was reported and not used, in every format: the figures are invented."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from countyplan.language import Language
from countyplan.render.data.csv import report_csv
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.render.html.page import report_html
from countyplan.render.markdown.report import report_markdown
from countyplan.render.service.junit import junit_xml
from countyplan.render.service.summary import report_summary
from countyplan.render.text.terminal import print_report, printed
from countyplan.report.report_model import Report
from tests.render.made import EXAMPLES, report_json, report_on

FIGURES = """area: 桐庐县
period: 2024
figures:
  地区生产总直: 484.4
  常住人口城镇化率: 72.1亿元
  城乡公交一体化率: 101
  义务教育学校结对率: 100
"""


def made(folder: Path, language: Language = Language.ZH) -> Report:
    (folder / "a.yaml").write_text(FIGURES, encoding="utf-8")
    return report_on([folder], language)


def test_machines_are_told_of_doubt_and_why_a_figure_is_missing(tmp_path: Path) -> None:
    data = json.loads(report_json(made(tmp_path)))
    rows = {one["target"]: one for one in data["assessments"]}
    # 101 % is more than there can be; 100 % is not.
    assert [rows[name]["doubtful"] for name in ("bus_integration_rate", "school_pairing_rate")] == [True, False]
    reasons = {name: rows[name]["missing_reason"] for name in ("gdp", "urbanisation_rate", "income_ratio")}
    assert reasons == {"gdp": "not_used", "urbanisation_rate": "not_used", "income_ratio": "not_reported"}
    assert rows["bus_integration_rate"]["missing_reason"] is None
    # Two met, one of them in doubt; 21 of 23 targets have no usable figure, and two of those were reported.
    assert (data["summary"]["met"], data["summary"]["missing"]) == (2, 21)
    assert (data["doubtful"]["met"], data["not_used"]) == (1, 2)


def test_a_misspelt_indicator_is_told_at_the_target_that_was_most_likely_meant(tmp_path: Path) -> None:
    [gdp] = [row for row in made(tmp_path).rows if row.machine.target == "gdp"]
    assert gdp.status == "已报送、未采用"
    assert gdp.reason == f"已报送、未采用：CP101 {tmp_path / 'a.yaml'}:4:3（指标未知）"


def test_where_nothing_at_all_could_be_used_what_was_reported_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("area: 桐庐县\nperiod: 2024\nfigures: {地区生产总值: 四百}\n", encoding="utf-8")
    data = json.loads(report_json(report_on([tmp_path])))
    reasons = {one["target"]: one["missing_reason"] for one in data["assessments"] if one["area"] == "tonglu"}
    assert [name for name, reason in reasons.items() if reason == "not_used"] == ["gdp"]
    assert (data["as_of"], data["not_used"]) == (2024, 1)


def test_a_target_with_nothing_but_its_baseline_says_so(tmp_path: Path) -> None:
    table = "县（市）,报告期,指标,数值\n桐庐县,2022,地区生产总值,420\n桐庐县,2024,常住人口城镇化率,72.1\n"
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    [gdp] = [row for row in report_on([tmp_path]).rows if row.machine.target == "gdp"]
    assert (gdp.machine.missing_reason, gdp.reason) == ("only_baseline", "只有基期或更早的数据，此后未报送")


def test_a_misspelt_row_of_a_table_is_told_at_each_county_that_has_a_figure_in_it(tmp_path: Path) -> None:
    table = "2024年\n指标,桐庐县,淳安县\n常住人口城镇化率,72.1,50.0\n地区生产总直,484.4,275\n"
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    report = report_on([tmp_path])
    told = {row.machine.area: row.machine.missing_reason for row in report.rows if row.machine.target == "gdp"}
    assert told == {"tonglu": "not_used", "chunan": "not_used"}
    assert [problem.code for problem in report.problems].count("CP101") == 1


@pytest.mark.parametrize(
    ("language", "doubt", "not_used"),
    [
        (Language.ZH, "其中1项数据待核实", "其中2项已报送、未采用"),
        (Language.EN, "of which 1 on a figure to be checked", "of which 2 reported but not used"),
    ],
)
def test_the_headline_of_what_people_read_tells_both(
    tmp_path: Path, language: Language, doubt: str, not_used: str
) -> None:
    report = made(tmp_path, language)
    page = re.sub(r'<span class="whole">([^<]*)</span>', r"\1", report_html(report).decode("utf-8"))
    for text in (printed(print_report, report), report_markdown(report), report_summary(report), page, report.overview):
        # Elements of the page keep numbers whole within a text.
        squeezed = re.sub(r"</?(?:span|wbr)\b[^>]*>", "", text).replace("\n", "").replace("\\", "")
        assert doubt in squeezed
        assert not_used in squeezed
    assert doubt in report.brief.overview[1]
    assert DOCUMENTS[Format.DOCX](report)


def test_rows_are_marked_in_the_other_formats(tmp_path: Path) -> None:
    report = made(tmp_path)
    rows = {row["指标"]: row for row in csv.DictReader(io.StringIO(report_csv(report).removeprefix("\ufeff")))}
    assert (rows["城乡公交一体化率"]["数据待核实"], rows["义务教育学校结对率"]["数据待核实"]) == ("是", "否")
    assert (rows["地区生产总值"]["状态"], rows["地区生产总值"]["缺数据的原因"]) == ("已报送、未采用", "not_used")
    assert (rows["城乡居民收入倍差"]["状态"], rows["城乡居民收入倍差"]["缺数据的原因"]) == ("未报送", "not_reported")
    told = junit_xml(report.cases)
    assert "桐庐县 城乡公交一体化率：提前实现（数据待核实）" in told
    assert "桐庐县 地区生产总值：已报送、未采用" in told


@pytest.mark.parametrize(
    ("language", "note"), [(Language.ZH, "（数据待核实）"), (Language.EN, " (on a figure to be checked)")]
)
def test_where_the_only_one_rests_on_doubt_no_number_is_told_and_one_is_one(language: Language, note: str) -> None:
    # Clause 19 has two targets, of which one is behind, and the city's own sum for it differs from its parts.
    [behind] = [one for one in report_on([EXAMPLES / "illustrative"], language, clauses=[19]).counts if one.note]
    assert (behind.status, behind.number, behind.note) == ("behind", 1, note)
