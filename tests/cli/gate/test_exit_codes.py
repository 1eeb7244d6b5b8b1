"""The page's tables of exit codes, cell by cell, and the same in the other language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from countyplan.assess import FailOn, Status
from countyplan.cli.commands.documents import page
from tests.cli.conftest import GOOD, Run
from tests.cli.gate.every_status import asked, plan
from tests.docs.pages import ROOT
from tests.docs.pages import page as page_of
from tests.plantext.small import write_small_plan

DATA = str(ROOT / "data")
PAGE = "reference/exit-codes.md"
NEVER = "—"


def table(first: str, language: str = "zh") -> Iterator[list[str]]:
    """The rows of the table whose header begins with `first`, the header included, as bare text."""
    lines = iter(page_of(PAGE, language).splitlines())
    for line in lines:
        if cells(line)[0] == first:
            yield cells(line)
            assert next(lines).startswith("| ---")
            break
    for line in lines:
        if not line.startswith("|"):
            return
        yield cells(line)


def cells(line: str) -> list[str]:
    return [cell.strip().replace("`", "") for cell in line.strip("|").split("|")]


HEADER, *COMMANDS = table("命令与退出码")
CODES = [int(code) for code in HEADER[1:]]
PROMISED = {
    (command, code): cell
    for names, *row in COMMANDS
    for command in names.split("、")
    for code, cell in zip(CODES, row, strict=True)
}
# What ends with each code; a cell that promises the code has one here, and a cell that excludes it has none.
RUNS = {
    ("check", 0): ["check", "good.yaml"],
    ("check", 1): ["check", "missed.yaml"],
    ("check", 2): ["check", "missed.yaml", "bad.yaml"],
    ("report", 0): ["report", "missed.yaml", "-o", "gap.md"],
    ("report", 2): ["report", "bad.yaml", "-o", "gap.md"],
    ("open", 0): ["open", "missed.yaml"],
    ("open", 2): ["open", "bad.yaml"],
    ("validate", 0): ["validate", "missed.yaml"],
    ("validate", 2): ["validate", "bad.yaml"],
    ("validate --write-baseline", 0): ["validate", "bad.yaml", "--write-baseline", "known.yaml"],
    ("validate --write-baseline", 2): ["validate", "bad.yaml", "nowhere.yaml", "--write-baseline", "known.yaml"],
    ("explain", 0): ["explain", "gdp", "missed.yaml", "--area", "tonglu"],
    ("explain", 2): ["explain", "gdp", "bad.yaml", "--area", "tonglu"],
    ("template", 0): ["template", "tonglu", "2024", "-o", "form.csv"],
    ("template", 2): ["template", "tonglu", "2024", "-o", "good.yaml/form.csv"],
    ("targets", 0): ["targets"],
    ("targets", 2): ["targets", "--area", "nowhere"],
    ("units", 0): ["units"],
    ("units", 2): ["units", "--unit", "nobody"],
    ("config", 0): ["config"],
    ("config", 2): ["config", "-o", "good.yaml/settings.csv"],
    ("plan validate", 0): ["plan", "validate", DATA],
    ("plan validate", 2): ["plan", "validate", "empty"],
    ("plan init", 0): ["plan", "init", "begun"],
    ("plan init", 2): ["plan", "init", "made-up"],
    ("plan draft", 0): ["plan", "draft", "made-up/text.txt", "-o", "drafted"],
    ("plan draft", 2): ["plan", "draft", "no-such-text.txt", "-o", "drafted"],
    ("plan show", 0): ["plan", "show"],
    ("plan show", 2): ["plan", "show", "empty"],
    ("plan audit", 0): ["plan", "audit", "made-up/text.txt", "--plan", "made-up"],
    ("plan audit", 1): ["plan", "audit", "made-up/text.txt"],
    ("plan audit", 2): ["plan", "audit", "no-such-text.txt"],
    ("plan diff", 0): ["plan", "diff", DATA, DATA],
    ("plan diff", 2): ["plan", "diff", DATA, "empty"],
    ("schema submission", 0): ["schema", "submission"],
    ("schema submission", 2): ["schema", "submission", "-o", "good.yaml/x.schema.json"],
    ("plan schema", 0): ["plan", "schema"],
    ("plan schema", 2): ["plan", "schema", "units"],
}


# These have no option for a plan.
WITHOUT_PLAN = {"config", "plan validate", "plan schema", "plan draft", "plan diff", "plan init"}


@pytest.fixture
def files(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in a folder with a submission that is good, one that misses a target, and one that cannot be used."""
    # What is due in 2027 is judged only where that is asked for: 2027 is not over yet.
    monkeypatch.setenv("COUNTYPLAN_AS_OF", "2027")
    monkeypatch.setattr(page, "show", lambda _: False)
    (tmp_path / "missed.yaml").write_text("area: 桐庐县\nperiod: 2027\nfigures: {GDP: 599}\n", encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(GOOD + "  没有这个指标: 3\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "made-up").mkdir()
    write_small_plan(tmp_path / "made-up")
    return run


def test_the_page_in_english_promises_the_same() -> None:
    header, *rows = table("Command and exit code", "en")
    assert header[1:] == HEADER[1:]
    assert [(names.replace(", ", "、"), [cell == NEVER for cell in row]) for names, *row in rows] == [
        (names, [cell == NEVER for cell in row]) for names, *row in COMMANDS
    ]
    assert [[cell.replace(" (default)", "（默认）") for cell in row] for row in table("--fail-on", "en")] == [
        FAIL_ON_HEADER,
        *FAIL_ON_ROWS,
    ]


def test_the_table_tells_every_code_of_every_command() -> None:
    assert CODES == [0, 1, 2]
    assert {cell for cell, told in PROMISED.items() if told != NEVER} == set(RUNS)


@pytest.mark.parametrize(("command", "code"), list(RUNS))
def test_a_cell_of_the_table_of_commands(files: Run, command: str, code: int) -> None:
    assert files(*RUNS[command, code]).exit_code == code


@pytest.mark.parametrize("command", sorted({command for command, _ in PROMISED}))
def test_an_unknown_option_cannot_be_used(files: Run, command: str) -> None:
    assert files(*RUNS[command, 0], "--no-such-option").exit_code == 2


@pytest.mark.parametrize("command", sorted({command for command, _ in PROMISED} - WITHOUT_PLAN))
def test_a_plan_that_cannot_be_used_ends_every_command(files: Run, command: str) -> None:
    assert files(*RUNS[command, 0], "--plan", "empty").exit_code == 2


FAIL_ON_HEADER, *FAIL_ON_ROWS = table("--fail-on")
WORDS = {re.sub("（.*）", "", word): row for word, *row in FAIL_ON_ROWS}
STATUSES = [Status(name) for name in FAIL_ON_HEADER[1:]]


def test_the_table_of_fail_on_tells_every_word_and_every_status() -> None:
    assert set(WORDS) == {one.value for one in FailOn}
    assert list(Status) == STATUSES
    assert [word for word, *_ in FAIL_ON_ROWS if word.endswith("（默认）")] == ["missed（默认）"]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("status", STATUSES)
def test_a_cell_of_the_table_of_fail_on(run: Run, tmp_path: Path, status: Status, word: str) -> None:
    promised = int(WORDS[word][STATUSES.index(status)])
    for firm, code in ((True, promised), (False, 0)):
        words = asked(status, tmp_path, plan(tmp_path / f"plan-{firm}", firm=firm))
        result = run(*words, "--fail-on", word, "--format", "json")
        (row,) = json.loads(result.stdout)["assessments"]
        assert row["status"] == status
        assert row["firmness"] == ("firm" if firm else "aspirational")
        assert result.exit_code == code


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("status", STATUSES)
def test_what_is_shown_changes_no_exit_code(run: Run, tmp_path: Path, status: Status, word: str) -> None:
    words = [*asked(status, tmp_path, plan(tmp_path / "plan")), "--fail-on", word]
    code = run(*words).exit_code
    other = STATUSES[(STATUSES.index(status) + 1 + [*WORDS].index(word)) % len(STATUSES)]
    for only in (status, other):
        assert run(*words, "--only", only.value, "--max-problems", "0").exit_code == code
    assert run(*words, "--max-problems", "0").exit_code == code


@pytest.mark.parametrize("name", ["good.yaml", "bad.yaml", "odd.yaml"])
def test_what_validate_shows_changes_no_exit_code(files: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "odd.yaml").write_text(GOOD.replace("2024", "2027"), encoding="utf-8")
    code = files("validate", name).exit_code
    for severity in ("error", "warning", "info"):
        assert files("validate", name, "--only", severity, "--max-problems", "0").exit_code == code


@pytest.mark.parametrize("name", ["json", "jsonl", "github", "gitlab", "junit", "sarif", "markdown", "csv"])
def test_the_format_changes_no_exit_code(files: Run, name: str) -> None:
    for command, code in (("check", 0), ("check", 1), ("check", 2), ("validate", 0), ("validate", 2)):
        assert files(*RUNS[command, code], "--format", name).exit_code == code


@pytest.mark.parametrize(
    ("figures", "words", "code", "why"),
    [
        ("地区生产总值: 484.4", (), 0, "全部可以读取；约束性目标都没有差到 --fail-on missed 的程度"),
        ("地区生产总值: 484.4", ("--fail-on", "never"), 0, "全部可以读取；--fail-on never，不看目标的状态"),
        # 363 by 2027 is 145.2 by 2024, and 100 is 0.69 of that.
        (
            "重点项目累计完成投资: 100",
            ("--fail-on", "behind"),
            1,
            "约束性目标差到 --fail-on behind 的程度：桐庐县重点项目累计完成投资",
        ),
        ("地区生产总直: 484.4", (), 2, "有1处错误，见上面的问题"),
    ],
)
def test_the_last_line_of_check_tells_the_verdict_the_exit_code_and_why(
    run: Run, tmp_path: Path, figures: str, words: tuple[str, ...], code: int, why: str
) -> None:
    (tmp_path / "a.yaml").write_text(f"area: 桐庐县\nperiod: 2024\nfigures:\n  {figures}\n", encoding="utf-8")
    result = run("check", str(tmp_path / "a.yaml"), *words)
    last = result.stdout.splitlines()[-1]
    assert result.exit_code == code
    # The one figure that could not be used is all that there is; of one without a baseline no pace can be told.
    opening = {
        0: "结论：23项目标尚不能判断；",
        1: "结论：23项目标中，滞后1项，尚不能判断22项；",
        2: "结论：没有可用的数据，未作判断；",
    }
    assert last.startswith(opening[code])
    assert f"退出码 {code}：" in last
    assert last.endswith(why)


def test_where_none_is_behind_the_last_line_says_how_many_are_open(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "area: 桐庐县\nperiod: 2024\nfigures:\n  重点项目累计完成投资: 300\n", encoding="utf-8"
    )
    # 300 where 145.2 were due: one target keeps the pace, of the 22 others nothing is known.
    last = run("check", str(tmp_path / "a.yaml")).stdout.splitlines()[-1]
    assert last.startswith("结论：23项目标中，没有发现滞后的，已达标或符合预期1项，尚不能判断22项；退出码 0：")


def test_a_plan_that_cannot_be_used_ends_with_the_exit_code_and_why(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path), "--plan", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "结论：未作判断；退出码 2：方案文件不能用，见上面的问题"


def test_where_only_what_fails_is_told_each_target_that_fails_has_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "area: 桐庐县\nperiod: 2024\nfigures:\n  重点项目累计完成投资: 100\n", encoding="utf-8"
    )
    told = run("check", str(tmp_path / "a.yaml"), "--quiet", "--fail-on", "behind").stdout.splitlines()
    # 100 of 145.2 that were due is 0.69 of the way.
    assert told[0] == "桐庐县重点项目累计完成投资：进度滞后，100亿元（目标363亿元以上）"
    told = run("check", str(tmp_path / "a.yaml"), "--quiet", "--fail-on", "missing").stdout.splitlines()
    assert "桐庐县地区生产总值：未报送（目标600亿元以上）" in told
    assert told[-1].startswith("结论：23项目标中，滞后1项，尚不能判断22项；退出码 1：")
