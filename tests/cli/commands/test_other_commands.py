from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from countyplan import __version__
from countyplan.cli.app import main
from tests.cli.conftest import GOOD, Run

ROOT = Path(__file__).parents[3]
ILLUSTRATIVE = str(ROOT / "examples" / "illustrative")
WORKBOOKS = ROOT / "tests" / "submission" / "workbooks"


def test_targets_lists_the_whole_plan(run: Run) -> None:
    rows = json.loads(run("targets", "--format", "json").stdout)
    keys = {
        "target", "indicator", "area", "clause", "comparator", "goal", "unit", "due", "kind", "firmness", "wording",
        "responsible",
    }  # fmt: skip
    assert len(rows) == 53
    assert all(keys <= set(row) for row in rows)
    assert {tuple(row["goal"]) for row in rows if row["comparator"] == "between"} == {("2", "3")}


@pytest.mark.parametrize(
    ("words", "number"),
    [(("--area", "tonglu"), 16), (("--area", "total"), 7), (("--clause", "18"), 18), (("--unit", "市医疗保障局"), 3)],
)
def test_targets_can_be_narrowed(run: Run, words: tuple[str, str], number: int) -> None:
    assert len(json.loads(run("targets", *words, "--format", "json").stdout)) == number


def test_units_lists_all_26_with_their_clauses(run: Run) -> None:
    rows = json.loads(run("units", "--format", "json").stdout)
    by_name = {row["unit"]: row for row in rows}
    assert len(rows) == 26
    assert by_name["市体育局"]["clauses"] == [10]
    assert by_name["市体育局"]["targets"] == []
    assert len(by_name["各县（市）政府"]["clauses"]) == 20
    assert by_name["各县（市）政府"]["governments"]["jiande"] == "建德市政府"


def test_units_can_be_narrowed(run: Run) -> None:
    assert len(json.loads(run("units", "--unit", "市教育局", "--format", "json").stdout)) == 1
    assert len(json.loads(run("units", "--unit", "桐庐县政府", "--format", "json").stdout)) == 1
    assert len(json.loads(run("units", "--clause", "11", "--format", "json").stdout)) == 4
    assert run("units", "--unit", "教育局").exit_code == 2
    assert "市教育局" in run("units", "--unit", "教育局").stderr


@pytest.mark.parametrize("name", ["targets", "units"])
def test_listings_come_in_every_format(run: Run, name: str, tmp_path: Path) -> None:
    table = list(csv.reader(io.StringIO(run(name, "--format", "csv").stdout.removeprefix("\ufeff"))))
    assert len({len(row) for row in table}) == 1
    assert len(table) == {"targets": 54, "units": 27}[name]
    assert run(name, "--format", "markdown").stdout.count("\n| ") == len(table) + 1
    assert run(name, "-o", "list.txt").exit_code == 0
    assert "市发改委" in (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert run(name, "--format", "csv", "-o", "list.csv").exit_code == 0
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_what_a_narrow_listing_leaves_out_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "--format csv" in run("targets").stdout
    monkeypatch.setenv("COLUMNS", "120")
    assert "--format csv" not in run("targets").stdout


@pytest.mark.parametrize("suffix", [".md", ".html", ".json", ".csv"])
def test_report_writes_by_suffix(run: Run, tmp_path: Path, suffix: str) -> None:
    result = run("report", ILLUSTRATIVE, "-o", f"out/gap{suffix}")
    assert result.exit_code == 0
    assert "gap" in result.stderr
    assert result.stdout == ""
    assert "地区生产总值" in (tmp_path / f"out/gap{suffix}").read_text(encoding="utf-8")


def test_report_refuses_a_suffix_it_does_not_know(run: Run, tmp_path: Path) -> None:
    result = run("report", "good.yaml", "-o", "gap.rtf")
    assert result.exit_code == 2
    assert ".md" in result.stderr
    assert not (tmp_path / "gap.rtf").exists()


def test_report_writes_what_it_can_and_exits_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD + "  没有这个指标: 3\n", encoding="utf-8")
    result = run("report", "bad.yaml", "-o", "gap.md")
    assert result.exit_code == 2
    assert "bad.yaml:6:3: error CP101" in result.stderr
    assert "470.2" in (tmp_path / "gap.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".md", ".html", ".json", ".csv"])
def test_the_same_input_gives_the_same_bytes(run: Run, tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        run("report", ILLUSTRATIVE, "-o", f"{name}{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_a_list_is_not_written_as_a_page(run: Run, tmp_path: Path) -> None:
    result = run("targets", "-o", "list.html")
    assert result.exit_code == 2
    assert ".md" in result.stderr
    assert not (tmp_path / "list.html").exists()


@pytest.mark.parametrize("divided", [(), ("--by", "unit"), ("--for", "request"), ("--for", "meeting")])
def test_what_is_said_beside_a_document_is_in_the_users_language(
    divided: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The document itself is Chinese, whatever the system speaks."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    (tmp_path / "bad.yaml").write_text(GOOD.replace("470.2", "4 hundred"), encoding="utf-8")
    folder = divided in {("--by", "unit"), ("--for", "request")}
    said = run("report", "bad.yaml", *divided, "-o", "made" if folder else "made.docx").stderr
    assert "error CP" in said
    assert said.splitlines()[-1].startswith("Wrote ")
    assert not re.search("[一-龥]", said.replace("地区生产总值", ""))


def test_a_page_is_chinese_unless_asked_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert '<html lang="zh-Hans">' in run("check", "good.yaml", "--format", "html").stdout
    assert '<html lang="en">' in run("check", "good.yaml", "--format", "html", "--lang", "en").stdout


@pytest.mark.parametrize(
    ("second", "usable"),
    [
        # good.yaml holds two figures: of both files all four, all but the two that contradict each other, or one file's.
        (GOOD, 4),
        (GOOD.replace("470.2", "471"), 2),
        (GOOD.replace("2024", "2099"), 2),
    ],
)
def test_validate_does_not_count_as_usable_what_it_says_is_not_used(
    second: str, usable: int, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "second.yaml").write_text(second, encoding="utf-8")
    assert f"可用数据{usable}个" in run("validate", "good.yaml", "second.yaml").stdout


def test_validate_tells_findings_and_not_verdicts(run: Run, tmp_path: Path) -> None:
    good = run("validate", "good.yaml")
    assert good.exit_code == 0
    assert "可用数据2个" in good.stdout
    (tmp_path / "late.yaml").write_text(GOOD.replace("2024", "2027"), encoding="utf-8")
    late = run("validate", "late.yaml", "--format", "json")
    assert late.exit_code == 0
    assert {one["code"] for one in json.loads(late.stdout)["diagnostics"]} == {"CP206"}
    (tmp_path / "bad.yaml").write_text(GOOD + "  地区生产总值: 471\n", encoding="utf-8")
    bad = run("validate", "bad.yaml", "--format", "markdown")
    assert bad.exit_code == 2
    assert bad.stdout.startswith("- bad.yaml")


@pytest.mark.parametrize("name", ["titles.xlsx", "titles.ods"])
def test_a_workbook_made_in_libreoffice_goes_all_the_way(run: Run, tmp_path: Path, name: str) -> None:
    workbook = str(WORKBOOKS / name)
    validated = run("validate", workbook)
    assert "CP128" in validated.stdout  # one of its cells is #DIV/0!
    assert validated.exit_code == 2
    rows = json.loads(run("check", workbook, "--format", "json").stdout)["assessments"]
    gdp = next(row for row in rows if (row["target"], row["area"]) == ("gdp", "tonglu"))
    assert (gdp["value"], gdp["sources"][0]["cell"]) == ("484.4", "主要指标!E5")
    assert run("report", workbook, "-o", "gap.md").exit_code == 2
    assert "484.4亿元" in (tmp_path / "gap.md").read_text(encoding="utf-8")


def test_explain_shows_the_arithmetic(run: Run) -> None:
    told = run("explain", "gdp", ILLUSTRATIVE, "--area", "桐庐县").stdout
    # (484.4 / 420) ^ (1 / 2) - 1 = 7.393 %; (600 / 420) ^ (1 / 5) - 1 = 7.394 %; straight: 64.4 / 180 / 0.4 = 0.894
    for words in (
        "“实现地区生产总值600亿元”",
        "tonglu-2024.yaml:7:19",
        "(484.4 ÷ 420) ^ (12 ÷ 24) - 1 = 7.39%",
        "((484.4 - 420) ÷ (600 - 420)) ÷ 时间进度 = 0.89",
        "进度1.00不低于0.95？是",
        "基本符合预期",
        "按现价计算",
    ):
        assert words in told


def test_a_projection_short_of_the_goal_is_not_shown_as_the_goal(run: Run) -> None:
    told = run("explain", "gdp", ILLUSTRATIVE, "--area", "桐庐县").stdout
    # 484.4 x (484.4 / 420) ^ (3 / 2) = 599.982, a growth of 7.393 % where 7.394 % is needed.
    assert "到2027年底为599.98亿元" in told


def test_explain_says_what_the_lacking_counties_have_to_bring(run: Run, tmp_path: Path) -> None:
    rows = "桐庐县,2024,总投资1亿元以上产业项目,70\n淳安县,2024,总投资1亿元以上产业项目,60\n"
    (tmp_path / "two.csv").write_text("县（市）,报告期,指标,数值\n" + rows, encoding="utf-8")
    told = run("explain", "总投资1亿元以上产业项目", "two.csv").stdout
    change = told[told.index("怎样会改变") :]
    assert "尚缺建德市的数据，还须超过20个才能达到目标" in change  # 150 - 70 - 60


def test_what_equals_a_goal_that_is_to_be_exceeded_says_so(run: Run, tmp_path: Path) -> None:
    row = "合计,2024,总投资1亿元以上产业项目,150\n"
    (tmp_path / "equal.csv").write_text("县（市）,报告期,指标,数值\n" + row, encoding="utf-8")
    assert "等于目标，须超过" in run("check", "equal.csv").stdout
    (tmp_path / "due.csv").write_text("县（市）,报告期,指标,数值\n" + row.replace("2024", "2027"), encoding="utf-8")
    assert "到期等于目标，须超过" in run("check", "due.csv", "--as-of", "2027", "--format", "json").stdout


def test_after_the_plan_no_time_progress_is_told(run: Run) -> None:
    assert "方案期（2022年底至2027年底）已满" in run("check", ILLUSTRATIVE, "--as-of", "2027").stdout
    told = run("check", ILLUSTRATIVE, "--as-of", "2028").stdout
    assert "方案期（2022年底至2027年底）已满，判断时点在期满之后" in told
    assert "判断时点早于方案期（2022年底至2027年底）" in run("check", ILLUSTRATIVE, "--as-of", "2019").stdout


def test_a_refused_figure_is_remarked_on_its_own_target_only(run: Run, tmp_path: Path) -> None:
    text = "area: 桐庐县\nperiod: 2024\nfigures: {GDP: '1,23', 城镇化率: 72.1%}\n"
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    rows = json.loads(run("check", "one.yaml", "--format", "json").stdout)["assessments"]
    assert [row["target"] for row in rows if "figure_refused" in row["remarks"]] == ["gdp"]


def test_explain_for_machines_holds_the_same_lines(run: Run) -> None:
    data = json.loads(run("explain", "gdp", ILLUSTRATIVE, "--area", "tonglu", "--format", "json").stdout)
    told = run("explain", "gdp", ILLUSTRATIVE, "--area", "tonglu", "--format", "markdown").stdout
    assert data["assessment"]["status"] == "on_track"
    assert [part["heading"] for part in data["parts"]] == [
        line.removeprefix("## ") for line in told.splitlines() if line.startswith("## ")
    ]


def test_targets_can_be_explained_in_english(run: Run) -> None:
    """Every fourth; in Chinese each is, where machines and people are told the same."""
    for row in json.loads(run("targets", "--format", "json").stdout)[::4]:
        told = run("explain", row["target"], ILLUSTRATIVE, "--area", row["area"], "--lang", "en")
        assert told.exit_code == 0
        assert row["wording"] in told.stdout.replace("\n  ", "")


def test_explain_needs_no_area_where_only_one_is_bound(run: Run) -> None:
    assert run("explain", "未来社区", ILLUSTRATIVE).exit_code == 0
    assert run("explain", "gdp", ILLUSTRATIVE).exit_code == 2
    assert run("explain", "未来社区", ILLUSTRATIVE, "--area", "tonglu").exit_code == 2
    assert run("explain", "gdp", "--area", "tonglu").exit_code == 2
    assert "GDP" in run("explain", "GDPP", ILLUSTRATIVE).stderr


@pytest.mark.parametrize(("lang", "title"), [("zh", "指标未知"), ("en", "Unknown indicator")])
def test_explain_tells_what_a_code_means(run: Run, lang: str, title: str) -> None:
    assert title in run("explain", "cp101", "--lang", lang).stdout
    assert json.loads(run("explain", "CP101", "--lang", lang, "--format", "json").stdout)["title"] == title


def test_explain_knows_no_other_codes(run: Run) -> None:
    assert run("explain", "CP999").exit_code == 2


def test_plan_validate_accepts_the_shipped_plan(run: Run) -> None:
    result = run("plan", "validate")
    assert result.exit_code == 0
    assert "23" in result.stdout
    assert "53" in result.stdout
    # Clause 1 sets nothing, and 1, 2 and 23 to 25 name no unit, which is remarked and no fault.
    assert [line.split()[1:3] for line in result.stderr.splitlines() if " CP" in line] == [
        ["info", "CP323"],
        ["info", "CP324"],
    ]


def test_a_plan_that_cannot_be_used_exits_2_with_every_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("plan: {id: x}\n", encoding="utf-8")
    for words in (("plan", "validate", "."), ("check", "good.yaml", "--plan", ".")):
        result = run(*words)
        assert result.exit_code == 2
        assert "responsibilities.yaml: error CP312" in result.stderr
        assert "targets.yaml:1:7: error CP302" in result.stderr


def test_a_milestone_takes_the_place_of_the_line(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    for name in ("targets.yaml", "responsibilities.yaml"):
        (folder / name).write_text((ROOT / "data" / name).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "milestones.yaml").write_text(
        "milestones:\n"
        "  - {indicator: key_project_investment, area: tonglu, year: 2024, goal: 160, source: 2024年工作要点（虚构）}\n",
        encoding="utf-8",
    )
    words = ("explain", "key_project_investment", ILLUSTRATIVE, "--area", "tonglu", "--plan", str(folder))
    # On the line 145.2 / 363 / 0.4 = 1.00; against the milestone 145.2 / 160 = 0.9075.
    assert "基本符合预期" in run(*words[:-2]).stdout.splitlines()[0]
    told = run(*words).stdout
    assert "进度滞后" in told.splitlines()[0]
    checked = run("check", ILLUSTRATIVE, "--area", "tonglu", "--clause", "2", "--plan", str(folder)).stdout
    assert "按该年的年度目标160亿元判断" in checked
    assert "年度目标：160亿元（2024年工作要点（虚构））" in told
    assert "进度 = 145.2 ÷ 160 = 0.91" in told


def test_restated_figures_are_listed(run: Run, tmp_path: Path) -> None:
    later = "县（市）,报告期,指标,数值\n桐庐县,2024,GDP,471\n桐庐县,2025,GDP,500\n"
    (tmp_path / "later.csv").write_text(later, encoding="utf-8")
    told = run("check", ".").stdout
    assert "桐庐县地区生产总值（2024年）：470.2（good.yaml:4:11）改为471（later.csv:2:14）" in told


def test_help_and_version(run: Run) -> None:
    assert run("--version").stdout.strip() == __version__
    assert "check" in run("--help").stdout
    for name in ("check", "report", "validate", "explain", "targets", "units", "plan"):
        assert run(name, "--help").exit_code == 0


def test_main_ends_with_the_exit_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--version").exit_code == 0
    monkeypatch.setattr("sys.argv", ["countyplan", "check", "no-such-file.yaml"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2


@pytest.mark.parametrize("name", ["hex", "rot13", "klingon"])
def test_an_encoding_that_makes_no_text_is_refused(run: Run, name: str) -> None:
    done = run("validate", "good.yaml", "--encoding", name)
    assert done.exit_code == 2
    assert "--encoding" in done.stderr


@pytest.mark.parametrize("name", ["idna", "undefined", "ascii"])
def test_an_encoding_that_the_file_is_not_in_is_a_finding(run: Run, name: str) -> None:
    done = run("validate", "good.yaml", "--encoding", name)
    assert done.exit_code == 2
    assert "error CP023" in done.stdout
