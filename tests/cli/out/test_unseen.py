"""What a run fails by is told on standard error where its result stands in files only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import GOOD, Run

# 桐庐县 reports two of its targets, so firm ones are missing.
FALLS_SHORT = ("--fail-on", "missing")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["check", "validate"])
def test_what_cannot_be_used_is_told_with_where_the_rest_stands(
    run: Run, tmp_path: Path, command: str, lang: str
) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD + "  没有这个指标: 3\n  另一个: 4\n", encoding="utf-8")
    result = run(command, "bad.yaml", "good.yaml", "-o", "gap.md", "-o", "json=a.json", "--lang", lang)
    told = {
        "zh": "有2处错误，退出码 2，第一处：CP101 bad.yaml:6:3（指标未知）。报告已写入 gap.md、a.json\n",
        "en": "2 errors, exit code 2; the first: CP101 bad.yaml:6:3 (Unknown indicator)."
        " The report is in gap.md, a.json\n",
    }
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told[lang])


def test_a_file_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    result = run("validate", "nowhere", "-o", "out.md")
    told = "有1处错误，退出码 2，第一处：CP001 nowhere（文件不存在）。报告已写入 out.md\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "有约束性目标差到 --fail-on missing 的程度，退出码 1。报告已写入 gap.csv\n"),
        ("en", "A firm target fails under --fail-on missing, exit code 1. The report is in gap.csv\n"),
    ],
)
def test_a_target_that_fails_is_told(run: Run, lang: str, told: str) -> None:
    result = run("check", "good.yaml", *FALLS_SHORT, "-o", "gap.csv", "--lang", lang)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", told)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "未决事项{count}项，退出码 1。核对结果已写入 audit.md\n"),
        ("en", "{count} open, exit code 1; the result of the audit is in audit.md\n"),
    ],
)
def test_what_an_audit_leaves_open_is_told(run: Run, tmp_path: Path, lang: str, told: str) -> None:
    (tmp_path / "text.txt").write_text("到2027年，城镇化率不低于75%。\n", encoding="utf-8")
    seen = json.loads(run("plan", "audit", "text.txt", "--format", "json").stdout)
    result = run("plan", "audit", "text.txt", "-o", "audit.md", "--lang", lang)
    told = told.format(count=len(seen["findings"]))
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", told)


@pytest.mark.parametrize(
    "words",
    [
        # Nothing fails, or standard output shows it, in whatever form.
        ("check", "good.yaml", "-o", "gap.csv"),
        ("validate", "good.yaml", "-o", "gap.csv"),
        ("check", "good.yaml", *FALLS_SHORT, "-o", "json=gap.json"),
        ("validate", "nowhere", "--format", "json"),
        ("check", "nowhere", "--format", "json", "-o", "csv=gap.csv"),
        # What is known already weighs nothing.
        ("validate", "bad.yaml", "--write-baseline", "known.yaml", "-o", "gap.csv"),
        ("check", "bad.yaml", "--baseline", "known.yaml", "-o", "gap.csv"),
    ],
)
def test_nothing_is_told_of_what_is_seen_or_no_failure(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD + "  没有这个指标: 3\n", encoding="utf-8")
    run("validate", "bad.yaml", "--write-baseline", "known.yaml", "--force")
    told = run(*words, "--force").stderr
    assert "退出码" not in told


def test_a_name_says_nothing_to_who_reads_the_log(run: Run) -> None:
    told = run("validate", "\n::error::x", "-o", "##[command]y.md").stderr
    assert told.count("\n") == 1
    assert "##[" not in told
