"""What Markdown and CSV say is what the JSON says; the other formats are held against it where they are tested."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from markdown_it import MarkdownIt

from countyplan.language import Language, Texts
from countyplan.quantity.exact import decimal_places
from countyplan.render.data.csv import report_csv
from countyplan.render.markdown.report import report_markdown
from countyplan.report.report_model import Report
from tests.render.made import CASES, example, report_json

ZH = Texts(Language.ZH)
HEADED = MarkdownIt("commonmark").enable("table")
PLACES = 4  # a computed value is shown to so many decimals


def csv_rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report_csv(report).removeprefix("\ufeff"))))


def markdown_rows(report: Report) -> list[dict[str, str]]:
    """The rows of every table that has a column for the status."""
    rows: list[dict[str, str]] = []
    headers: list[str] = []
    cells: list[str] = []
    for token in HEADED.parse(report_markdown(report)):
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline" and token.level > 3:
            cells.append("".join(child.content for child in token.children or []))
        elif token.type == "thead_close":
            headers = cells
        elif token.type == "tr_close" and len(cells) == len(headers) and ZH.say("column.status") in headers:
            rows.append(dict(zip(headers, cells, strict=True)))
    return [row for row in rows if row[ZH.say("column.status")] != ZH.say("column.status")]


def shown(value: str | None) -> str:
    """How the report shows a machine's number."""
    if value is None:
        return ""
    number = Decimal(value)
    return f"{number.quantize(Decimal(1).scaleb(-PLACES)) if decimal_places(number) > PLACES else number:f}"


@pytest.mark.parametrize("case", CASES)
def test_csv_says_what_the_json_says(case: str) -> None:
    report = example(case)
    machine = json.loads(report_json(report))["assessments"]
    rows = csv_rows(report)
    assert len(rows) == len(machine)
    for row, one in zip(rows, machine, strict=True):
        assert (row["指标"], row["条款"], row["p"]) == (one["indicator"], str(one["clause"]), one["pace"] or "")
        assert row["实绩"].startswith(shown(one["value"]))
        assert bool(row["实绩"]) == bool(one["value"])
        assert row["说明"].startswith(one["reason"])
        assert row["责任单位"] == "、".join(one["responsible"])
        assert (row["报告期"], row["单位"], row["状态代码"]) == (one["period"] or "", one["unit"], one["status"])
        assert row["性质"] == ZH.say(f"firmness.{one['firmness']}")


@pytest.mark.parametrize("case", CASES)
def test_csv_and_json_say_what_they_were_made_from(case: str) -> None:
    report = example(case)
    made = json.loads(report_json(report))["made_from"]
    assert (made["version"], made["plan_version"]) == (report.made_from.version, report.made_from.plan_version)
    assert made["made_on"] == report.made_from.made_on
    assert tuple((file["name"], file["sha256"]) for file in made["files"]) == report.made_from.files
    for row in csv_rows(report):
        for part in (made["version"], made["plan_version"], made["made_on"]):
            assert part in row["生成依据"]
        for name, sha256 in report.made_from.files:
            assert f"{name}，SHA-256 {sha256}" in row["报送文件"]


@pytest.mark.parametrize("language", Language)
def test_no_two_columns_of_the_csv_have_one_name(language: Language) -> None:
    headers = report_csv(example("illustrative", language)).splitlines()[0].split(",")
    assert len(headers) == len(set(headers)) == 23


@pytest.mark.parametrize("case", CASES)
def test_markdown_says_what_the_json_says(case: str) -> None:
    report = example(case)
    told = {(row["指标"], row["县（市）"]): row for row in markdown_rows(report)}
    reported = [row for row in report.rows if row.machine.status != "missing"]
    assert len(told) == len(reported)
    machine = {(one["target"], one["area"]): one for one in json.loads(report_json(report))["assessments"]}
    for row in reported:
        one = machine[row.machine.target, row.machine.area]
        cells = told[row.indicator, row.area]
        assert cells["比序时进度（百分点）"] == row.schedule_short
        assert (row.schedule_short == "") == (one["points_ahead"] is None)
        assert cells["实绩"].startswith(shown(one["value"]))
        assert cells["实绩"].endswith(f"（{row.period}）")
        assert cells["状态"] == row.marked_status
        assert cells["说明"].startswith(one["reason"])


def test_a_goal_that_does_not_bind_and_a_borderline_status_are_marked() -> None:
    report = example("illustrative")
    rows = markdown_rows(report)
    shown_rows = [row for section in report.sections for row in section.rows]
    assert len(rows) == len(shown_rows)
    for told, row in zip(rows, shown_rows, strict=True):
        assert told[ZH.say("column.goal")].endswith("（力争）") == (row.machine.firmness == "aspirational")
        assert ("（临界）" in told[ZH.say("column.status")]) == row.machine.borderline
    assert {row.machine.firmness for row in shown_rows} == {"firm", "aspirational"}
    assert {row.machine.borderline for row in shown_rows} == {True, False}
