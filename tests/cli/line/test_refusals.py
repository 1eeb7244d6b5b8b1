"""A command line that cannot be used is told in the language that was asked for, by the names that were typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REFUSED = {
    "chek": ("没有命令“chek”。是否指 check、schema？", "There is no command “chek”. Did you mean check, schema?"),
    "plan draw": ("没有命令“draw”。是否指 draft？", "There is no command “draw”. Did you mean draft?"),
    "plan xyz": ("没有命令“xyz”。", "There is no command “xyz”."),
    "--config nowhere.toml": ("缺少命令。", "A command is missing."),
    "--nope": ("没有选项 --nope。", "There is no option --nope."),
    "check good.yaml --nope": ("没有选项 --nope。", "There is no option --nope."),
    "check good.yaml --are x": (
        "没有选项 --are。是否指 --area、--clause？", "There is no option --are. Did you mean --area, --clause?",
    ),
    "check good.yaml --lagn zh": (
        "没有选项 --lagn。是否指 --lang、--plan、--against？",
        "There is no option --lagn. Did you mean --lang, --plan, --against?",
    ),
    "check good.yaml --area tonglo": (
        "--area 的值不能用：没有县（市）“tonglo”。是否指“Tonglu”？"
        "可用：桐庐县（tonglu）、淳安县（chunan）、建德市（jiande）、三县（市）合计（total）、all",
        "The value of --area cannot be used: There is no area “tonglo”. Did you mean “Tonglu”? Known: Tonglu (tonglu), "
        "Chun'an (chunan), Jiande (jiande), Three counties together (total), all",
    ),
    "template nowhere 2024 -o x.csv": (
        "AREA 的值不能用：没有县（市）“nowhere”。"
        "可用：桐庐县（tonglu）、淳安县（chunan）、建德市（jiande）、三县（市）合计（total）",
        "The value of AREA cannot be used: There is no area “nowhere”. Known: Tonglu (tonglu), Chun'an (chunan), "
        "Jiande (jiande), Three counties together (total)",
    ),
    "explain gdp good.yaml --area total": (
        "--area 的值不能用：方案没有给三县（市）合计规定“地区生产总值”的目标。"
        "有这项目标的：桐庐县（tonglu）、淳安县（chunan）、建德市（jiande）",
        "The value of --area cannot be used: Three counties together: the plan sets no goal for “Gross regional product” "
        "there. One is set for: Tonglu (tonglu), Chun'an (chunan), Jiande (jiande)",
    ),
    "check": ("缺少参数 PATH。", "The argument PATH is missing."),
    "template tonglu": ("缺少选项 -o / --output。", "The option -o / --output is missing."),
    "template tonglu -o x.csv": (
        "PERIOD 的值不能用：“”不是报告期。写年（2024）、季（2024-Q2）或月（2024-06）。",
        "The value of PERIOD cannot be used: “” is not a period. "
        "Write a year (2024), a quarter (2024-Q2) or a month (2024-06).",
    ),
    "template tonglu 2024": ("缺少选项 -o / --output。", "The option -o / --output is missing."),
    "targets one more": ("多出的参数：one more", "More arguments than the command takes: one more"),
    "--config": ("选项 --config 后面要写值。", "The option --config needs a value."),
    "check good.yaml --area": ("选项 --area 后面要写值。", "The option --area needs a value."),
    "check good.yaml --summary=3": ("选项 --summary 后面不能写值。", "The option --summary takes no value."),
    "check good.yaml --fail-on zz": (
        "--fail-on 的值不能用：“zz”不是 missed、far_behind、behind、missing、never 之一。",
        "The value of --fail-on cannot be used: “zz” is not one of missed, far_behind, behind, missing, never.",
    ),
    "plan schema zz": (
        "FILE 的值不能用：“zz”不是 targets、responsibilities、milestones、commitments、panels、ledger、action-plan 之一。",
        "The value of FILE cannot be used: “zz” is not one of targets, responsibilities, milestones, commitments, panels, "
        "ledger, action-plan.",
    ),
    "check good.yaml --clause 2 --clause x": (
        "--clause 的值不能用：方案没有条款“x”。用 countyplan plan show 查看全部条款。",
        "The value of --clause cannot be used: There is no clause x. countyplan plan show lists all of them.",
    ),
    "check good.yaml --unit 财政厅": (
        "--unit 的值不能用：没有责任单位“财政厅”。用 countyplan units 查看全部责任单位。",
        "The value of --unit cannot be used: There is no responsible unit “财政厅”. countyplan units lists all of them.",
    ),
    "explain gpd good.yaml": (
        "没有指标“gpd”。是否指“GDP”？用 countyplan targets 查看全部指标名称。",
        "There is no indicator “gpd”. Did you mean “GDP”? countyplan targets lists all indicators.",
    ),
    "explain good.yaml gdp": (
        "没有指标“good.yaml”。用 countyplan targets 查看全部指标名称。",
        "There is no indicator “good.yaml”. countyplan targets lists all indicators.",
    ),
    "explain CP999": (
        "没有代码 CP999。代码写在每条诊断里，如 CP101；全部代码见 docs/zh/reference/findings.md。",
        "There is no code CP999. Each finding tells its code, such as CP101; "
        "docs/en/reference/findings.md lists all of them.",
    ),
    "check good.yaml --max-problems -1": (
        "--max-problems 的值不能用：“-1”不是不小于 0 的整数。",
        "The value of --max-problems cannot be used: “-1” is not a whole number of at least 0.",
    ),
    "check good.yaml --as-of soon": (
        "--as-of 的值不能用：“soon”不是报告期。写年（2024）、季（2024-Q2）或月（2024-06）。",
        "The value of --as-of cannot be used: “soon” is not a period. "
        "Write a year (2024), a quarter (2024-Q2) or a month (2024-06).",
    ),
}  # fmt: skip


@pytest.mark.parametrize("line", REFUSED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_used_is_told_in_one_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, lang: str
) -> None:
    monkeypatch.setenv("COUNTYPLAN_LANG", lang)
    done = run(*line.split())
    usage, _, empty, said = done.stderr.splitlines()
    zh, en = REFUSED[line]
    assert said == (f"错误：{zh}" if lang == "zh" else f"Error: {en}")
    assert usage.startswith("用法：countyplan" if lang == "zh" else "Usage: countyplan")
    assert (done.exit_code, done.stdout, empty) == (2, "", "")
    if lang == "zh":
        # What is left of English are names: of options and commands, of what stands for their values, of what they take.
        assert not re.search(
            r"[A-Za-z]{2,} [a-z]{2,} ", re.sub("“.*?”|countyplan (?:targets|units|plan show)", "", said)
        )


OF_DOCUMENTS = {
    "template tonglu 2024 -o x.doc": "The format “.doc” cannot be written. Known: .yaml .csv .xlsx",
    "template nowhere 2024 -o x.csv": "There is no area “nowhere”.",
    "report good.yaml -o x.doc": "The format “.doc” cannot be written.",
    "report good.yaml -o x.md --area nowhere": "There is no area “nowhere”.",
    "report good.yaml -o x.md --as-of soon": "“soon” is not a period.",
    "units --unit nobody --format csv": "There is no responsible unit “nobody”.",
    "targets --clause x --format json": "There is no clause x.",
    "commitments --area nowhere --format csv": "There is no area “nowhere”.",
    "explain gpd good.yaml --format json": "There is no indicator “gpd”.",
    "explain gdp good.yaml --area nowhere --format markdown": "There is no area “nowhere”.",
}


@pytest.mark.parametrize("line", OF_DOCUMENTS)
def test_a_refusal_speaks_the_systems_language_whatever_the_document_is_in(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    done = run(*line.split())
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("Error: ")
    assert OF_DOCUMENTS[line] in done.stderr


@pytest.mark.parametrize(
    "line", ["check --nope --lang en", "check --lang=en --nope", "--nope --lang en", "chek --lang en"]
)
def test_the_language_of_the_command_line_counts_wherever_it_stands(run: Run, line: str) -> None:
    assert "Error: There is no" in run(*line.split()).stderr


def test_the_language_of_the_environment_goes_before_that_of_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "set.toml").write_text('lang = "en"\n', encoding="utf-8")
    for command in ("check", "chek"):
        line = ("--config", "set.toml", command, "good.yaml", "--nope")
        assert "Error: " in run(*line).stderr
        with monkeypatch.context() as here:
            here.setenv("COUNTYPLAN_LANG", "zh")
            assert "错误：" in run(*line).stderr


@pytest.mark.parametrize("lang", ["xx", "", "--lang"])
def test_a_language_that_there_is_not_is_told_in_another(run: Run, lang: str) -> None:
    assert "错误：" in run("check", "good.yaml", "--lang", lang).stderr


def test_what_was_typed_stays_text(run: Run) -> None:
    told = run("\x1b[31mred", "x").stderr + run("check", "--\x1b[31mred").stderr + run("targets", "\x1b]0;x\x07").stderr
    assert "\x1b" not in told
    assert r"\x1b[31mred" in told


def test_a_group_without_a_command_shows_its_page(run: Run) -> None:
    for words in ((), ("plan",), ("schema",)):
        assert "命令：" in run(*words).output
