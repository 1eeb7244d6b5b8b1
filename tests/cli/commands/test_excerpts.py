from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import GOOD, Run

BAD = """area: 桐庐县
period: 2024
figures:
  地区生产总值: 470,2
  常住人口城镇化率: {value: "七成", unit: "%"}
  没有这个指标: 3
"""


def below(output: str, place: str) -> tuple[str, str]:
    """What the first mark below the finding at `place` stands under, and the line that is shown."""
    lines = output.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(place))
    shown, mark = lines[at + 1 : at + 3]
    start, end = mark.index("^"), len(mark)
    cells = [(char, cell_len(shown[:number])) for number, char in enumerate(shown)]
    return "".join(char for char, cell in cells if start <= cell < end), shown


def test_yaml_shows_its_line_with_the_place_marked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    told = run("validate", "bad.yaml").stdout
    assert below(told, "bad.yaml:4:11: error CP105") == ("470,2", "  4 |   地区生产总值: 470,2")
    assert below(told, "bad.yaml:5:21: error CP105")[0] == '"七成"'
    assert below(told, "bad.yaml:6:3: error CP101")[0] == "没有这个指标"


def test_csv_shows_its_row_with_the_cell_marked(run: Run, tmp_path: Path) -> None:
    rows = '县（市）,报告期,指标,数值,单位\r\n桐庐县,2024,地区生产总值,"1,23",亿元\r\n桐芦,2024,ＧＤＰ,470.2,亿圆\r\n'
    (tmp_path / "bad.csv").write_text(rows, encoding="utf-8", newline="")
    told = run("validate", "bad.csv").stdout
    row = '  2 | 桐庐县,2024,地区生产总值,"1,23",亿元'
    assert below(told, "bad.csv:2:17: error CP105") == ('"1,23"', row)
    assert below(told, "bad.csv:3:1: info CP145")[0] == "桐芦"


def test_a_record_of_several_lines_shows_the_line_of_each_cell(run: Run, tmp_path: Path) -> None:
    rows = '县（市）,报告期,指标,数值,备注\n桐庐县,2024,地区生产总值,"1,23","一\n二"\n桐庐县,2024,"没有\n的",3,\n'
    (tmp_path / "bad.csv").write_text(rows, encoding="utf-8")
    told = run("validate", "bad.csv").stdout
    assert below(told, "bad.csv:2:17: error CP105")[0] == '"1,23"'
    assert below(told, "bad.csv:4:10: info CP145") == ('"没有', '  4 | 桐庐县,2024,"没有')


def test_a_finding_made_after_reading_shows_the_line_of_its_figure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "high.yaml").write_text(GOOD.replace("72.1", "172.1"), encoding="utf-8")
    assert below(run("check", "high.yaml").stdout, "high.yaml:5:21: warning CP202")[0] == "172.1"


def test_a_file_that_is_no_yaml_shows_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("area: 桐庐县\nperiod: \x07 2024\n", encoding="utf-8")
    assert below(run("validate", "bad.yaml").stdout, "bad.yaml:2:9: error CP008") == (
        r"\x07",
        r"  2 | period: \x07 2024",
    )


def test_a_plans_faults_show_their_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("plan: {id: x}\ncolour: red\n", encoding="utf-8")
    told = run("plan", "validate", ".").stderr
    assert below(told, "targets.yaml:2:1: error CP301") == ("colour", "  2 | colour: red")
    assert "responsibilities.yaml: error CP312" in told


def test_remarks_beside_a_document_show_their_lines_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    assert below(run("report", "bad.yaml", "-o", "gap.md").stderr, "bad.yaml:4:11")[0] == "470,2"


@pytest.mark.parametrize("name", ["json", "markdown"])
def test_documents_hold_no_excerpt(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    told = run("validate", "bad.yaml", "--format", name).stdout
    assert "^^" not in told
    assert "地区生产总值: 470,2" not in told


def test_json_findings_keep_their_shape(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    found = json.loads(run("validate", "bad.yaml", "--format", "json").stdout)["diagnostics"]
    keys = {"code", "severity", "file", "line", "column", "cell", "message", "hint", "waiver", "known"}
    assert {frozenset(one) for one in found} == {frozenset(keys)}


@pytest.mark.parametrize("command", ["check", "validate"])
def test_max_problems_limits_what_is_printed_and_not_what_is_counted(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    told = run(command, "bad.yaml", "--max-problems", "1")
    assert told.exit_code == 2
    assert "bad.yaml:4:11" in told.stdout
    assert "bad.yaml:5:21: error" not in told.stdout
    assert "另有2处问题未列出" in told.stdout
    assert "错误3" in told.stdout


@pytest.mark.parametrize("words", [(), ("--max-problems", "3"), ("--max-problems", "9")])
def test_all_problems_are_printed_where_the_limit_allows(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    told = run("validate", "bad.yaml", *words).stdout
    assert "bad.yaml:6:3" in told
    assert "未列出" not in told


def test_no_problem_needs_to_be_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    told = run("validate", "bad.yaml", "--max-problems", "0", "--lang", "en").stdout
    assert "bad.yaml" not in told
    assert "3 more findings are not shown" in told
    assert "3 errors" in told


def test_max_problems_does_not_touch_what_machines_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    data = json.loads(run("check", "bad.yaml", "--max-problems", "1", "--format", "json").stdout)
    assert len(data["diagnostics"]) == 3


def test_a_negative_number_of_problems_is_refused(run: Run) -> None:
    assert run("validate", "good.yaml", "--max-problems", "-1").exit_code == 2


@pytest.mark.parametrize(("lang", "before", "after"), [("zh", "修改前", "修改后"), ("en", "Before", "After")])
def test_explain_shows_a_code_by_an_example(run: Run, lang: str, before: str, after: str) -> None:
    wrong, right = "  地区生产总质: 470.2", "  地区生产总值: 470.2"
    told = run("explain", "CP101", "--lang", lang).stdout
    assert told.index(before) < told.index(wrong) < told.index(after) < told.index(right)
    document = run("explain", "CP101", "--lang", lang, "--format", "markdown").stdout
    assert f"\n```text\narea: 桐庐县\nperiod: 2024\nfigures:\n{wrong}\n```\n" in document
    data = json.loads(run("explain", "CP101", "--lang", lang, "--format", "json").stdout)
    assert list(data) == ["code", "severity", "title", "message", "hint", "before", "after"]
    assert data["before"].endswith(wrong)
    assert data["after"].endswith(right)
    assert "{" not in data["message"]
