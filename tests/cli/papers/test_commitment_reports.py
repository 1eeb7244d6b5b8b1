"""What every report and format tells of commitments, apart from the figures."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.plan.small_plan import write

ILLUSTRATIVE = str(Path(__file__).parents[3] / "examples" / "illustrative")
SLIP = """area: 桐庐县
period: 2025
figures:
  地区生产总值: 500
commitments:
  创建三级甲等医院: 进行中
  编制5年行动计划: {state: 已完成, date: 2023-12-20, evidence: 虚构〔2023〕8号, by: 县发改局}
  县城停车系统: 未启动
  一件事一次办改革: 已完成
  收运三网融合: 不再实施
"""
STATES = {
    "grade_3a_hospital": "under_way",
    "county_action_plan": "done",
    "parking": "not_begun_late",
    "one_thing_once": "done_without_evidence",
    "three_networks": "dropped",
}


@pytest.fixture
def slip(tmp_path: Path) -> str:
    (tmp_path / "slip.yaml").write_text(SLIP, encoding="utf-8")
    return "slip.yaml"


def test_json_has_a_key_of_its_own_and_the_counts_of_targets_stay(run: Run, slip: str) -> None:
    data = json.loads(run("check", slip, "--format", "json").stdout)
    assert sum(data["summary"].values()) == len(data["assessments"]) == 23
    states = {one["commitment"]: one["state"] for one in data["commitments"] if one["area"] == "tonglu"}
    assert {name: states[name] for name in STATES} == STATES
    assert set(states.values()) == {*STATES.values(), "not_reported"}
    [plan] = [one for one in data["commitments"] if one["commitment"] == "county_action_plan"]
    assert plan["reported"]["date"] == "2023-12-20"
    assert plan["proofs"] == [{"kind": "document", "text": "虚构〔2023〕8号", "sha256": None}]
    assert plan["reported"]["source"]["line"] == 7


def test_commitments_do_not_bear_on_the_exit_code(run: Run, slip: str) -> None:
    assert run("check", slip, "--fail-on", "never").exit_code == 0
    assert run("check", slip, "--clause", "14", "--fail-on", "missing").exit_code == 0


@pytest.mark.parametrize("written", ["text", "markdown", "html"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_needs_attention_is_told_in_words(run: Run, slip: str, written: str, lang: str) -> None:
    # Elements keep numbers whole within a text.
    told = re.sub(r"</?(?:span|wbr)\b[^>]*>", "", run("check", slip, "--format", written, "--lang", lang).stdout)
    words = {
        "zh": ("时间过半未启动", "称已完成但无佐证", "不再实施", "虚构〔2023〕8号", "未报送的承诺"),
        "en": (
            "not begun after half",
            "reported done without evidence",
            "dropped",
            "虚构〔2023〕8号",
            "Commitments not reported",
        ),
    }[lang]
    # A terminal tells what needs attention; the evidence of what is done stands in documents.
    for word in words if written != "text" else (*words[:3], words[4]):
        assert "".join(word.split()) in "".join(told.split())


def test_ci_formats_tell_them_as_notices_and_never_as_failures(run: Run, slip: str) -> None:
    # A service shows ten notices of a run; of clause 6 there are fewer.
    told = run("check", slip, "--clause", "6", "--format", "github").stdout.splitlines()
    github = [line for line in told if "县城停车系统" in line]
    assert len(github) == 1
    assert github[0].startswith("::notice file=slip.yaml,line=8,")
    assert len([line for line in told if "未报送的承诺" in line]) == 1
    sarif = json.loads(run("check", slip, "--format", "sarif").stdout)["runs"][0]
    results = [one for one in sarif["results"] if one["ruleId"].startswith("commitment_")]
    assert {one["level"] for one in results} == {"note", "none"}
    junit = run("check", slip, "--format", "junit").stdout
    assert 'testsuite name="countyplan.commitments.tonglu" tests="6" failures="0" errors="0" skipped="1"' in junit
    gitlab = json.loads(run("check", slip, "--format", "gitlab").stdout)
    assert {one["severity"] for one in gitlab if one["check_name"].startswith("commitment_")} == {"info"}


def test_the_document_and_the_workbook_hold_all_of_them(run: Run, slip: str, tmp_path: Path) -> None:
    assert run("report", slip, "-o", "a.docx").exit_code == 0
    document = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes()))
    assert "承诺事项" in [one.text for one in document.paragraphs]
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "支持县级医院通过提标改造创建三级甲等医院" in cells
    assert run("report", slip, "-o", "a.xlsx").exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["承诺事项"]
    header, *rows = sheet.iter_rows(values_only=True)
    data = json.loads(run("check", slip, "--format", "json").stdout)["commitments"]
    assert sheet.auto_filter.ref == f"A1:K{len(rows) + 1}"
    assert not sheet.merged_cells.ranges
    told = [dict(zip(header, row, strict=True)) for row in rows]
    # Each is told once where it stands alike, and each area that it binds once, with its clause and who answers there.
    bound = [(one["承诺事项"], area) for one in told for area in str(one["适用地区"]).split("、")]
    assert len(bound) == len(set(bound)) == len(data)
    assert len(told) == len({(one["name"], one["state"], str(one["reported"])) for one in data})
    parking = [(one["条款"], one["责任单位"]) for one in told if one["承诺事项"] == "县城停车系统"]
    assert parking == [("（六）健全交通市政设施", "市交通运输局、市建委、桐庐县政府")]
    assert all(one["条款"] and one["责任单位"] for one in told)


def test_areas_that_stand_alike_share_a_row_and_the_others_a_cell(run: Run, slip: str, tmp_path: Path) -> None:
    assert run("report", slip, "--area", "all", "--clause", "6", "-o", "a.xlsx").exit_code == 0
    rows = openpyxl.load_workbook(tmp_path / "a.xlsx")["承诺事项"].iter_rows(values_only=True)
    parking = [row[5:8] for row in rows if row[1] == "县城停车系统"]
    assert parking == [("桐庐县", "时间过半未启动", "2025年报送"), ("淳安县、建德市", "未报送", None)]
    assert run("report", slip, "--area", "all", "--clause", "6", "-o", "a.docx").exit_code == 0
    tables = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes())).tables
    [cells] = [
        row.cells
        for table in tables
        for row in table.rows
        if row.cells[0].text == "县城停车系统" and len(row.cells) == 5
    ]
    assert cells[3].text == "桐庐县：时间过半未启动；2025年报送\n淳安县、建德市：未报送"


def test_an_own_report_beside_submissions_is_not_read_again(run: Run, slip: str, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").unlink()
    before = json.loads(run("check", ".", "--format", "json").stdout)
    assert run("report", slip, "-o", "a.xlsx").exit_code == 0
    after = json.loads(run("check", ".", "--format", "json").stdout)
    assert after["commitments"] == before["commitments"]
    assert [one["code"] for one in after["diagnostics"]] == ["CP013"]


def test_a_unit_without_targets_is_told_what_it_is_committed_to(run: Run, tmp_path: Path) -> None:
    assert run("report", ILLUSTRATIVE, "--by", "unit", "-o", "sheets").exit_code == 0
    sheets = sorted((tmp_path / "sheets").glob("*.md"))
    assert len(sheets) == 29
    [sports] = [one for one in sheets if "市体育局" in one.name]
    text = sports.read_text(encoding="utf-8")
    assert "承诺事项24项" in text
    assert "综合性体育运动中心（一场两馆）" in text
    assert all("承诺事项" in one.read_text(encoding="utf-8") for one in sheets if not one.name.startswith("00"))


def test_each_county_has_its_own(run: Run, tmp_path: Path) -> None:
    assert run("report", ILLUSTRATIVE, "--by", "area", "-o", "areas", "--format", "json").exit_code == 0
    by_area = {
        path.stem[3:]: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "areas").glob("0*.json")
    }
    for name, area in (("桐庐县", "tonglu"), ("建德市", "jiande")):
        assert {one["area"] for one in by_area[name]["commitments"]} == {area}


def test_what_changed_since_the_period_before_is_told(run: Run) -> None:
    data = json.loads(run("check", ILLUSTRATIVE, "--format", "json").stdout)
    then = {one["state_before"] for one in data["commitments"]}
    assert {"not_begun", "under_way", "not_reported"} <= then
    assert "承诺与上期相比" in run("check", ILLUSTRATIVE).stdout


def test_commitments_with_submissions_tells_their_states(run: Run, slip: str) -> None:
    rows = json.loads(run("commitments", slip, "--area", "桐庐县", "--format", "json").stdout)
    states = {row["commitment"]: row["state"] for row in rows}
    assert {name: states[name] for name in STATES} == STATES
    assert {"wording", "firmness", "due", "responsible", "clause"} <= set(rows[0])
    assert "县城停车系统" in run("commitments", slip, "--clause", "6", "--format", "csv").stdout
    assert run("commitments", "no-such-file.yaml").exit_code == 2


def test_a_submission_of_commitments_alone_is_no_empty_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "only.yaml").write_text(SLIP.replace("figures:\n  地区生产总值: 500\n", ""), encoding="utf-8")
    data = json.loads(run("check", "only.yaml", "--format", "json").stdout)
    assert data["as_of"] == 2025
    assert run("report", "only.yaml", "-o", "a.md").exit_code == 0


@pytest.mark.parametrize("name", ["创建三级甲等医院", "grade_3a_hospital", "支持县级医院通过提标改造创建三级甲等医院"])
def test_a_commitment_is_explained(run: Run, slip: str, name: str) -> None:
    told = run("explain", name, slip, "--area", "桐庐县").stdout
    assert "鼓励、支持或争取" in told
    assert "到期限的60个月已过36个月" in told
    assert "slip.yaml:6:13" in told
    data = json.loads(run("explain", name, slip, "--area", "桐庐县", "--format", "json").stdout)
    assert data["commitment"]["state"] == "under_way"
    assert run("explain", name, slip, "--area", "total").exit_code == 2
    assert run("explain", name, slip).exit_code == 2


def test_another_plan_may_have_no_commitments(run: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "x.csv").write_text("县（市）,报告期,指标,数值\n甲县,2024,公路优良率,88\n", encoding="utf-8")
    data = json.loads(run("check", "x.csv", "--plan", ".", "--format", "json").stdout)
    assert data["commitments"] == []
    assert "承诺" not in run("check", "x.csv", "--plan", ".").stdout


def test_a_document_on_all_counties_counts_them_by_clause_and_a_sheet_lists_them(run: Run, tmp_path: Path) -> None:
    assert run("report", ILLUSTRATIVE, "-o", "a.docx").exit_code == 0
    tables = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes())).tables
    [tally] = [table for table in tables if [cell.text for cell in table.rows[0].cells[:2]] == ["条款", "项数"]]
    rows = [[cell.text for cell in row.cells] for row in tally.rows[1:]]
    # 355 of the shipped plan where each binds; a column for each standing, and the whole is the sum of the clauses.
    assert rows[-1][:2] == ["全部", "355"]
    for column in range(1, len(rows[0])):
        assert sum(int(row[column]) for row in rows[:-1]) == int(rows[-1][column])
    assert sum(int(number) for number in rows[-1][2:]) == 355
    assert run("report", ILLUSTRATIVE, "--by", "area", "--area", "tonglu", "--format", "docx", "-o", "b").exit_code == 0
    sheet = docx.Document(str(tmp_path / "b" / "01-桐庐县.docx"))
    cells = {cell.text for table in sheet.tables for row in table.rows for cell in row.cells}
    assert "做好补链延链强链" in cells
