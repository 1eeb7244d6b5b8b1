"""The states of commitments as YAML, tables and workbooks report them."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from countyplan.diagnostics import Code, Severity
from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import Submissions, read_submissions
from countyplan.submission.record.commitment import State
from countyplan.submission.record.day import parse_day
from countyplan.submission.record.proof import ProofKind

PLAN = load_plan(shipped_plan())[0]
HEAD = "area: 桐庐县\nperiod: 2024\ncommitments:\n"
COLUMNS = "县（市）,报告期,承诺事项,进展,日期,佐证,报送人,备注\n"


def read(tmp_path: Path, text: str, name: str = "a.yaml") -> Submissions:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_submissions([path], PLAN)


def codes(found: Submissions) -> list[Code]:
    return [one.code for one in found.diagnostics]


def test_a_document_may_report_commitments_alone(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "  创建三级甲等医院: 进行中\n")
    assert found.diagnostics == ()
    assert found.areas == {"tonglu"}
    [one] = found.commitments
    assert (one.commitment, one.area, str(one.period), one.state) == (
        "grade_3a_hospital",
        "tonglu",
        "2024",
        State.UNDER_WAY,
    )
    assert one.place.line == 4


def test_a_state_comes_with_day_evidence_and_who_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "plan.pdf").write_bytes(b"made up")
    text = (
        "  科学编制5年行动计划: {state: 已完成, date: 2023年12月20日, by: 县发改局, note: 已印发,\n"
        "    evidence: [虚构〔2023〕8号, 'https://example.org/8', a/plan.pdf]}\n"
    )
    found = read(tmp_path, HEAD + text)
    assert found.diagnostics == ()
    [one] = found.commitments
    assert (one.commitment, one.date, one.by, one.note) == ("county_action_plan", "2023-12-20", "县发改局", "已印发")
    assert [proof.kind for proof in one.proofs] == [ProofKind.DOCUMENT, ProofKind.LINK, ProofKind.FILE]
    assert one.proofs[2].sha256 == hashlib.sha256(b"made up").hexdigest()


@pytest.mark.parametrize("name", ["plan.pdf", "../secret.pdf", "/etc/passwd.txt", "C:\\x.pdf", "..\\x.pdf"])
def test_a_file_that_does_not_lie_beside_the_submission_is_no_evidence(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"elsewhere")
    (tmp_path / "in").mkdir()
    found = read(tmp_path / "in", HEAD + f"  编制5年行动计划: {{state: 完成, evidence: '{name}'}}\n")
    assert codes(found) == [Code.EVIDENCE_NOT_FOUND]
    assert found.commitments[0].proofs == ()


@pytest.mark.parametrize("said", ["无", "-", "—", "待补", "''", "暂无"])
def test_words_for_no_evidence_are_none(said: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"  编制5年行动计划: {{state: 完成, evidence: {said}}}\n")
    assert found.diagnostics == ()
    assert found.commitments[0].proofs == ()


@pytest.mark.parametrize("said", ["", "—", "null", "暂无"])
def test_an_empty_state_was_not_reported(said: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"  编制5年行动计划: {said}\n")
    assert (found.diagnostics, found.commitments) == ((), ())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("  创建三甲医院: 进行中\n", Code.UNKNOWN_COMMITMENT, 4),
        ("  创建三级甲等医院: 80%\n", Code.STATE_UNKNOWN, 4),
        ("  创建三级甲等医院: {state: 完成, date: 去年}\n", Code.BAD_DATE, 4),
        ("  创建三级甲等医院: {state: 完成, date: 2024-02-31}\n", Code.BAD_DATE, 4),
        ("  创建三级甲等医院: {progress: 完成}\n", Code.UNKNOWN_KEY, 4),
        ("  创建三级甲等医院: {date: 2024-01-01}\n", Code.KEY_MISSING, 4),
        ("  创建三级甲等医院: [完成]\n", Code.WRONG_SHAPE, 4),
        ("  传承淳安三角戏: 完成\n", Code.COMMITMENT_ELSEWHERE, 4),
        ("  建立联席会议制度: 完成\n", Code.COMMITMENT_ELSEWHERE, 4),
        ("  创建三级甲等医院: 完成\n  创建三级甲等医院: 未启动\n", Code.COMMITMENTS_CONFLICT, 5),
    ],
)
def test_what_cannot_be_used_is_told_and_not_used(text: str, code: Code, line: int, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + text)
    assert code in codes(found)
    assert [one.place.line for one in found.diagnostics if one.code is code] == [line]
    assert found.commitments == ()


def test_a_bare_list_of_commitments_is_refused(tmp_path: Path) -> None:
    assert codes(read(tmp_path, HEAD.rstrip("\n") + " [创建三级甲等医院]\n")) == [Code.WRONG_SHAPE]


def test_of_two_reports_the_one_submitted_later_counts(tmp_path: Path) -> None:
    early = "area: 桐庐县\nperiod: 2024\nsubmitted: 2025-01-10\ncommitments:\n  创建三级甲等医院: 未启动\n"
    late = "---\narea: 桐庐县\nperiod: 2024\nsubmitted: 2025-03-01\ncommitments:\n  创建三级甲等医院: 进行中\n"
    for text in (early + late, late.removeprefix("---\n") + "---\n" + early):
        found = read(tmp_path, text)
        assert found.diagnostics == ()
        assert [one.state for one in found.commitments] == [State.UNDER_WAY]


def test_a_table_has_a_commitment_a_row(tmp_path: Path) -> None:
    rows = (
        "淳安县,2024,传承淳安三角戏,已完成,2024/11/5,虚构〔2024〕3号,县文旅局,\n合计,2024,建立联席会议制度,进行中,,,,\n"
    )
    found = read(tmp_path, COLUMNS + rows, "a.csv")
    assert found.diagnostics == ()
    assert [(one.commitment, one.area, one.state, one.date) for one in found.commitments] == [
        ("sanjiao_opera", "chunan", State.DONE, "2024-11-05"),
        ("joint_meeting", "total", State.UNDER_WAY, ""),
    ]
    assert found.commitments[0].by == "县文旅局"


def test_titles_and_headings_say_what_rows_do_not(tmp_path: Path) -> None:
    title = "2024年重点任务进展情况表,,\n序号,重点任务,进展情况\n"
    rows = "淳安县,,\n1,传承淳安三角戏,推进中\n建德市,,\n2,开展严州文化艺术精品创作,未启动\n"
    found = read(tmp_path, title + rows, "a.csv")
    assert found.diagnostics == ()
    assert [(one.area, str(one.period), one.state) for one in found.commitments] == [
        ("chunan", "2024", State.UNDER_WAY),
        ("jiande", "2024", State.NOT_BEGUN),
    ]


def test_a_row_that_is_of_no_county_or_period_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "承诺事项,进展\n传承淳安三角戏,推进中\n", "a.csv")
    assert codes(found) == [Code.FIGURE_UNPLACED]
    assert found.commitments == ()


def test_a_column_that_nobody_knows_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "县（市）,报告期,承诺事项,进展,心情\n淳安县,2024,传承淳安三角戏,推进中,好\n", "a.csv")
    assert codes(found) == [Code.HEADER_UNKNOWN]
    assert len(found.commitments) == 1


def test_a_table_of_figures_is_none_of_commitments(tmp_path: Path) -> None:
    found = read(tmp_path, "县（市）,报告期,指标,数值\n桐庐县,2024,地区生产总值,470.2\n", "a.csv")
    assert found.commitments == ()
    assert len(found.figures) == 1


def test_a_workbook_may_hold_both(tmp_path: Path) -> None:
    book = Workbook()
    figures = book.worksheets[0]
    figures.append(["县（市）", "报告期", "指标", "数值"])
    figures.append(["桐庐县", 2024, "地区生产总值", 470.2])
    promised = book.create_sheet("承诺事项")
    promised.append(["县（市）", "报告期", "承诺事项", "进展"])
    promised.append(["桐庐县", 2024, "创建三级甲等医院", "进行中"])
    out = io.BytesIO()
    book.save(out)
    path = tmp_path / "a.xlsx"
    path.write_bytes(out.getvalue())
    found = read_submissions([path], PLAN)
    assert found.diagnostics == ()
    assert len(found.figures) == len(found.commitments) == 1
    assert found.commitments[0].place.cell == "承诺事项!D2"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-11-05", "2024-11-05"),
        ("２０２４年１１月５日", "2024-11-05"),
        ("2024.11.5", "2024-11-05"),
        ("2024-11-05 00:00:00", "2024-11-05"),
        ("2024年11月", "2024-11"),
        ("2024-13-01", None),
        ("2024年13月", None),
        ("去年", None),
        ("", None),
    ],
)
def test_days_as_people_write_them(text: str, day: str | None) -> None:
    assert parse_day(text) == day


def test_the_illustrative_commitments_are_read_without_a_fault() -> None:
    found = read_submissions([Path(__file__).parents[3] / "examples" / "illustrative"], PLAN)
    assert not [one for one in found.diagnostics if one.severity is Severity.ERROR]
    assert len(found.commitments) > 250
    assert {one.area for one in found.commitments} == {"tonglu", "chunan", "jiande", "total"}
    assert {one.state for one in found.commitments} == set(State)


def test_a_file_that_serves_as_evidence_is_neither_unread_nor_a_faulty_submission(tmp_path: Path) -> None:
    (tmp_path / "proof").mkdir()
    book = Workbook()
    book.create_sheet("纪要").cell(1, 1, "虚构的会议纪要，没有表格")
    book.save(tmp_path / "proof" / "minutes.xlsx")
    (tmp_path / "proof" / "photo.jpg").write_bytes(b"made up")
    (tmp_path / "notes.txt").write_text("nobody names this one", encoding="utf-8")
    text = "  创建三级甲等医院: {state: 已完成, evidence: [proof/minutes.xlsx, 'proof\\photo.jpg']}\n"
    (tmp_path / "a.yaml").write_text(HEAD + text, encoding="utf-8")
    found = read_submissions([tmp_path], PLAN)
    assert [(one.code, one.words["names"]) for one in found.diagnostics] == [(Code.NOT_READ, "notes.txt")]
    assert [Path(file.name).name for file in found.files] == ["a.yaml"]
    # Who names it as a submission is told that it reports nothing.
    named = read_submissions([tmp_path, tmp_path / "proof" / "minutes.xlsx"], PLAN)
    assert Code.NO_TABLE in codes(named)
