"""Each format as a CI service reads it, from the command line, for submissions with mistakes and with hostile text."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from countyplan.assess import Status
from countyplan.render.service.github import MOST_SHOWN
from tests.cli.conftest import Run
from tests.cli.gate.every_status import SUBMISSIONS, plan
from tests.render import valid
from tests.render.service.workflow_command import Command, commands

TWO_MISTAKES = """area: 桐庐县
period: 2024
figures:
  地区生产总值: 470,2
  没有这个指标: 3
"""
# A name that a command, an address or a mark-up would take for its own, and texts that do the same.
HOSTILE_NAME = "a,b%0A&]]'{0} $(x).yaml"
HOSTILE = r"""area: "桐庐县"
period: 2024
figures:
  "x\n::set-output name=a::b ]]><script> ##[error]z \e[31m \u2028 {0} [x](http://example.com)": 3
  "=cmd|' /C calc'!A0": 3
  地区生产总值: {value: "::error::x\r\n%0A", source: "\a\u202e::warning::y"}
  常住人口城镇化率: {value: 72.1, source: "::stop-commands::z"}
"""
COMMANDS = ("check", "validate")


@pytest.fixture
def mistaken(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "two.yaml").write_text(TWO_MISTAKES, encoding="utf-8")
    (tmp_path / HOSTILE_NAME).write_text(HOSTILE, encoding="utf-8")
    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_github_shows_each_mistake_at_its_line(mistaken: Run, command: str) -> None:
    told = commands(mistaken(command, "two.yaml", "--format", "github").stdout)
    assert all(one is not None for one in told)
    found = [
        (one.name, one.properties["line"], one.properties["col"], one.properties["title"]) for one in told[:2] if one
    ]
    assert found == [("error", "4", "11", "CP105 不是数值"), ("error", "5", "3", "CP101 指标未知")]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_is_text_in_every_format(mistaken: Run, command: str, lang: str) -> None:
    def told(name: str) -> str:
        return mistaken(command, HOSTILE_NAME, "--format", name, "--lang", lang).stdout

    data = json.loads(told("json"))
    found = [one["message"] for one in data["diagnostics"]]
    assert len(found) == 3
    cases = len(found) + len(data.get("assessments", []))

    read = commands(told("github"))
    assert {one and one.name for one in read} <= {"error", "warning", "notice"}
    unobeyed = [message.replace("##[", r"#\x23[") for message in found]
    assert [one.message.split("\n")[0] for one in read[:3] if one] == unobeyed != found
    # Ten of a kind are marked; the rest is counted in a line of its own, which is about no file.
    marked = [one for one in read if one and "file" in one.properties]
    assert len(read) - len(marked) <= 1
    assert {one.properties["file"] for one in marked} == {HOSTILE_NAME}

    violations = valid.code_quality(told("gitlab"))
    assert {one["location"]["path"] for one in violations} == {HOSTILE_NAME}

    testcases = list(valid.junit(told("junit")).iter("testcase"))
    assert len(testcases) == cases
    assert len({(one.get("classname"), one.get("name")) for one in testcases}) == cases

    log = valid.sarif(told("sarif"))
    assert len(log["results"]) == len(violations)
    levels = Counter({"none": "notice", "note": "notice"}.get(one["level"], one["level"]) for one in log["results"])
    assert Counter(one.name for one in marked) == {level: min(MOST_SHOWN, count) for level, count in levels.items()}
    assert [artifact["location"]["uri"] for artifact in log["artifacts"]] == [
        "a%2Cb%250A%26%5D%5D%27%7B0%7D%20%24%28x%29.yaml"
    ]

    lines = [json.loads(line) for line in told("jsonl").splitlines()]
    assert [line["message"] for line in lines if line["type"] == "diagnostic"] == found

    table = list(csv.reader(io.StringIO(told("csv").removeprefix("\ufeff"))))
    assert len({len(row) for row in table}) == 1
    assert not any(cell.startswith(("=", "@", "\t", "\r")) for row in table for cell in row)


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "gitlab", "junit", "sarif", "markdown"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_in_a_file_becomes_a_command_of_the_log(run: Run, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "::error title=x::y.yaml").write_text(HOSTILE, encoding="utf-8")
    told = run(command, "::error title=x::y.yaml", "--format", name)
    assert "set-output name=a" in told.stdout.replace("\\", "")
    assert not any(commands(told.stdout + told.stderr))


def test_jsonl_has_the_same_fields_as_json(mistaken: Run) -> None:
    for command in COMMANDS:
        data = json.loads(mistaken(command, "two.yaml", "--format", "json").stdout)
        lines = [json.loads(line) for line in mistaken(command, "two.yaml", "--format", "jsonl").stdout.splitlines()]
        kinds = {"assessment": "assessments", "commitment": "commitments", "diagnostic": "diagnostics"}
        listed: dict[str, Any] = {name: [] for name in kinds.values() if name in data}
        for line in lines:
            kind = line.pop("type")
            if kind in kinds:
                listed[kinds[kind]].append(line)
            else:
                listed |= line
        assert listed == data


def outcome(run: Run, folder: Path, status: Status, *words: str, firm: bool = True) -> tuple[str, Command | None, Any]:
    """What JUnit, GitHub and SARIF are told of the one target that has `status`."""
    (folder / "one.yaml").write_text(SUBMISSIONS[status], encoding="utf-8")
    plans = folder / f"plan-{firm}"
    if not plans.exists():
        plan(plans, firm=firm)
    clause = "2" if status is Status.UNDECIDED else "1"
    # What is due is not over yet, and so is judged only where that is asked for.
    as_of = ("--as-of", "2027") if status is Status.MISSED else ()
    asked = ("check", "one.yaml", "--plan", str(plans), "--clause", clause, *as_of, *words)
    suites = valid.junit(run(*asked, "--format", "junit").stdout).findall("testsuite")
    (case,) = [case for suite in suites for case in suite if suite.get("name", "").startswith("countyplan.targets.")]
    notes = [
        one for one in commands(run(*asked, "--format", "github").stdout) if one and "CP" not in one.properties["title"]
    ]
    results = [
        one for one in valid.sarif(run(*asked, "--format", "sarif").stdout)["results"] if one["ruleId"] == status.value
    ]
    return case[0].tag, next(iter(notes), None), next(iter(results), None)


NOTHING = ("system-out", None, None)
WARNED = ("system-out", "warning", "fail")
FAILED = ("failure", "error", "fail")
SKIPPED = ("skipped", "notice", "open")


@pytest.mark.parametrize(
    ("status", "fail_on", "told"),
    [
        (Status.MET, "missing", NOTHING),
        (Status.ON_TRACK, "missing", NOTHING),
        (Status.BEHIND, "missed", WARNED),
        (Status.BEHIND, "behind", FAILED),
        (Status.FAR_BEHIND, "missed", WARNED),
        (Status.FAR_BEHIND, "far_behind", FAILED),
        (Status.REVERSING, "missed", WARNED),
        (Status.REVERSING, "far_behind", FAILED),
        (Status.MISSED, "never", WARNED),
        (Status.MISSED, "missed", FAILED),
        (Status.NO_PACE, "missing", SKIPPED),
        (Status.UNDECIDED, "missing", SKIPPED),
        (Status.MISSING, "missed", SKIPPED),
        (Status.MISSING, "missing", FAILED),
    ],
)
def test_missed_and_missing_are_told_apart(
    run: Run, tmp_path: Path, status: Status, fail_on: str, told: tuple[str, str | None, str | None]
) -> None:
    tag, note, result = outcome(run, tmp_path, status, "--fail-on", fail_on)
    assert (tag, note and note.name, result and result["kind"]) == told


def test_an_aspirational_target_only_warns(run: Run, tmp_path: Path) -> None:
    told, note, result = outcome(run, tmp_path, Status.MISSED, "--fail-on", "missed", firm=False)
    assert note is not None
    assert (told, note.name, result["level"]) == ("system-out", "warning", "warning")
    assert "“力争”类目标" in note.message


def test_a_verdict_stands_at_the_figure_that_was_judged(run: Run, tmp_path: Path) -> None:
    _, note, result = outcome(run, tmp_path, Status.MISSED)
    assert note is not None
    assert (note.properties["file"], note.properties["line"]) == ("one.yaml", "7")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_a_file_without_findings_is_a_case_that_passes(run: Run) -> None:
    (case,) = valid.junit(run("validate", "good.yaml", "--format", "junit").stdout).iter("testcase")
    assert (case.get("name"), case[0].tag) == ("good.yaml", "system-out")


def test_the_fingerprints_stay_when_lines_move_and_the_language_changes(mistaken: Run, tmp_path: Path) -> None:
    def marks(*words: str) -> set[str]:
        log = valid.sarif(mistaken("check", "two.yaml", "--format", "sarif", *words).stdout)
        violations = valid.code_quality(mistaken("check", "two.yaml", "--format", "gitlab", *words).stdout)
        by_sarif = {one["partialFingerprints"]["countyplan/v1"] for one in log["results"]}
        assert by_sarif == {one["fingerprint"] for one in violations}
        return by_sarif

    before = marks()
    assert marks("--lang", "en") == marks(str(tmp_path / "two.yaml"))
    (tmp_path / "two.yaml").write_text("# moved\n\n" + TWO_MISTAKES, encoding="utf-8")
    assert marks() == before


def test_a_workbooks_finding_names_its_cell(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["县（市）", "报告期", "指标", "数值"])
    sheet.append(["桐庐县", 2024, "地区生产总值", "三亿"])
    book.save(tmp_path / "a.xlsx")
    (note,) = commands(run("validate", "a.xlsx", "--format", "github").stdout)
    assert note is not None
    assert note.properties == {"file": "a.xlsx", "title": "CP105 不是数值 Sheet!D2"}
    (violation,) = valid.code_quality(run("validate", "a.xlsx", "--format", "gitlab").stdout)
    assert violation["location"]["lines"]["begin"] == 1
    assert "Sheet!D2" in violation["description"]


def test_rules_are_told_with_their_help(mistaken: Run) -> None:
    run_of = valid.sarif(mistaken("check", "two.yaml", "--area", "tonglu", "--format", "sarif").stdout)
    rules = {rule["id"]: rule for rule in run_of["tool"]["driver"]["rules"]}
    assert list(rules) == ["CP101", "CP105", "missing"]
    assert rules["CP101"]["shortDescription"]["text"] == "指标未知"
    assert "修改前" in rules["CP101"]["help"]["text"]
    assert rules["missing"]["shortDescription"]["text"] == "未报送"
    assert "countyplan explain" in rules["missing"]["help"]["text"]


WAIVED = str(Path(__file__).parents[3] / "examples" / "waived")


def test_what_a_waiver_excuses_is_told_and_weighs_nothing(run: Run) -> None:
    words = ("check", WAIVED, "--area", "tonglu", "--clause", "2", "--fail-on", "behind")
    results = valid.sarif(run(*words, "--format", "sarif").stdout)["results"]
    suppressed = {one["ruleId"]: one["suppressions"][0]["justification"] for one in results if "suppressions" in one}
    assert set(suppressed) == {"CP105", "behind"}
    assert "虚构〔2025〕1号" in suppressed["behind"]
    told = {one.properties["title"]: one for one in commands(run(*words, "--format", "github").stdout) if one}
    excused = told["桐庐县 常住人口城镇化率：进度滞后"]
    assert excused.name == "notice"
    assert excused.message.count("虚构〔2025〕1号") == 1
    cases = valid.junit(run(*words, "--format", "junit").stdout).iter("testcase")
    (case,) = [case for case in cases if case.get("name") == "常住人口城镇化率"]
    assert case[0].tag == "skipped"
    assert "虚构〔2025〕1号" in case[0].get("message", "")
    assert run(*words).exit_code == 0


def test_what_a_baseline_knows_is_skipped(mistaken: Run) -> None:
    assert mistaken("validate", "two.yaml", "--write-baseline", "known.yaml").exit_code == 0
    words = ("validate", "two.yaml", "--baseline", "known.yaml")
    assert mistaken(*words).exit_code == 0
    told = commands(mistaken(*words, "--format", "github").stdout)
    assert [one and one.name for one in told] == ["notice", "notice"]
    cases = valid.junit(mistaken(*words, "--format", "junit").stdout).iter("testcase")
    assert [case[0].tag for case in cases] == ["skipped", "skipped"]
    assert all("suppressions" in one for one in valid.sarif(mistaken(*words, "--format", "sarif").stdout)["results"])
    shown = json.loads(mistaken(*words, "--only", "error", "--format", "json").stdout)
    assert len(shown["diagnostics"]) == 2
