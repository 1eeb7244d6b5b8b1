"""Waivers as a user meets them: what is excused stays in sight, and only the exit code changes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GRANT = "reason: '停产[bold]检修|一', document: 虚构〔2025〕1号, approver: 虚构部门, until: 2026-06-30"
MISSED = "area: 桐庐县\nperiod: 2027\nfigures: {GDP: 599}\n"
WRONG = "area: 桐庐县\nperiod: 2024\nfigures: {GDP: 三亿}\n"


@pytest.fixture
def waived(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    # What is due in 2027 is judged only where that is asked for: 2027 is not over yet.
    monkeypatch.setenv("COUNTYPLAN_AS_OF", "2027")
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "missed.yaml").write_text(MISSED, encoding="utf-8")
    (tmp_path / "sent" / "waivers.yaml").write_text(
        f"waivers:\n  - {{target: GDP, area: 桐庐县, {GRANT}}}\n", encoding="utf-8"
    )
    return run


@pytest.fixture
def excused(tmp_path: Path, run: Run) -> Run:
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "sent" / "waivers.yaml").write_text(
        f"waivers:\n  - {{code: CP105, file: wrong.yaml, {GRANT}}}\n", encoding="utf-8"
    )
    return run


@pytest.mark.parametrize("path", ["sent", "sent/missed.yaml", "."])
def test_a_waived_miss_does_not_fail_and_keeps_its_status(waived: Run, tmp_path: Path, path: str) -> None:
    done = waived("check", path, "--format", "json")
    row = next(one for one in json.loads(done.stdout)["assessments"] if one["target"] == "gdp")
    assert done.exit_code == 0
    assert row["status"] == "missed"
    assert row["waiver"] == {
        "reason": "停产[bold]检修|一", "document": "虚构〔2025〕1号", "approver": "虚构部门", "until": "2026-06-30",
        "source": {"file": "sent/waivers.yaml", "line": 2, "column": 14, "cell": None},
    }  # fmt: skip
    (tmp_path / "sent" / "waivers.yaml").unlink()
    without = waived("check", path, "--format", "json")
    assert without.exit_code == 1
    assert {row["waiver"] for row in json.loads(without.stdout)["assessments"]} == {None}


def test_a_waived_row_is_marked_wherever_it_is_shown(waived: Run) -> None:
    text = waived("check", "sent").stdout
    assert "未完成（豁免）" in text
    assert "已豁免至2026年6月30日：停产[bold]检修|一（虚构〔2025〕1号，虚构部门批准）" in text
    assert "已豁免的目标1项" in text
    markdown = waived("check", "sent", "--format", "markdown").stdout
    assert "| 未完成（豁免） |" in markdown
    assert "停产\\[bold\\]检修\\|一" in markdown
    rows = list(csv.DictReader(io.StringIO(waived("check", "sent", "--format", "csv").stdout.removeprefix("\ufeff"))))
    row = next(one for one in rows if one["状态"] == "未完成")
    assert "已豁免至2026年6月30日" in row["说明"]
    english = waived("check", "sent", "--lang", "en").stdout
    assert "missed (waived)" in english
    assert "approvedby虚构部门" in "".join(english.split())
    explained = waived("explain", "gdp", "sent", "--area", "tonglu")
    assert "未完成（豁免）" in explained.stdout


def test_a_silent_target_that_is_waived_stays_among_the_unreported(waived: Run, tmp_path: Path) -> None:
    path = tmp_path / "sent" / "waivers.yaml"
    path.write_text(f"waivers:\n  - {{target: 常住人口城镇化率, area: 桐庐县, {GRANT}}}\n", encoding="utf-8")
    text = waived("check", "sent", "--fail-on", "never").stdout.replace("\n  ", "")
    assert "常住人口城镇化率：桐庐县；已豁免至2026年6月30日" in text


def test_a_waiver_that_is_over_lets_the_run_fail_and_says_so(waived: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782777600")  # 2026-06-30
    assert waived("check", "sent").exit_code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")  # 2026-07-01
    over = waived("check", "sent")
    assert over.exit_code == 1
    assert "sent/waivers.yaml:2:" in over.stdout
    assert "CP411" in over.stdout
    assert "（豁免）" not in over.stdout


@pytest.mark.parametrize("command", ["check", "validate"])
def test_a_waived_error_is_told_its_figure_unused_and_the_exit_code_excused(excused: Run, command: str) -> None:
    done = excused(command, "sent")
    assert done.exit_code == 0
    assert "error CP105" in done.stdout
    assert "已豁免至2026年6月30日" in done.stdout
    assert "错误1处（其中已豁免1处）" in done.stdout
    found = json.loads(excused(command, "sent", "--format", "json").stdout)
    assert [(one["code"], one["severity"], one["waiver"]["document"]) for one in found["diagnostics"]] == [
        ("CP105", "error", "虚构〔2025〕1号")
    ]
    if command == "check":
        row = next(one for one in found["assessments"] if one["target"] == "gdp")
        assert (row["status"], row["value"]) == ("missing", None)


def test_the_waived_error_is_told_beside_a_report_and_an_explanation(excused: Run) -> None:
    written = excused("report", "sent", "-o", "gap.md")
    explained = excused("explain", "gdp", "sent", "--area", "tonglu")
    assert (written.exit_code, explained.exit_code) == (0, 0)
    for done in (written, explained):
        assert "CP105" in done.stderr
        assert "已豁免" in done.stderr


def test_another_error_in_the_file_still_ends_with_2(excused: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "wrong.yaml").write_text(WRONG + "nope: 1\n", encoding="utf-8")
    assert excused("check", "sent").exit_code == 2


def test_a_mistaken_waiver_is_an_error_in_the_file_of_waivers(waived: Run, tmp_path: Path) -> None:
    path = tmp_path / "sent" / "waivers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("GDP", "GDPP"), encoding="utf-8")
    done = waived("check", "sent")
    assert done.exit_code == 2
    assert "sent/waivers.yaml:2:14: error CP405" in done.stdout


def test_named_waivers_take_the_place_of_those_beside_and_are_no_submission(waived: Run, tmp_path: Path) -> None:
    inside = tmp_path / "sent" / "leave.yaml"
    inside.write_text(f"waivers:\n  - {{target: 常住人口城镇化率, area: 桐庐县, {GRANT}}}\n", encoding="utf-8")
    done = waived("check", "sent", "--waivers", "sent/leave.yaml", "--format", "json")
    data = json.loads(done.stdout)
    assert done.exit_code == 1
    assert {one["code"] for one in data["diagnostics"]} == {"CP206"}
    assert [one["target"] for one in data["assessments"] if one["waiver"]] == ["urbanisation_rate"]
    absent = waived("check", "sent", "--waivers", "nowhere.yaml")
    assert absent.exit_code == 2
    assert "nowhere.yaml: error CP001" in absent.stdout


def test_waivers_given_as_a_path_are_no_submission(waived: Run) -> None:
    done = waived("validate", "sent/waivers.yaml", "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["diagnostics"] == []


def test_the_waivers_of_a_folder_below_are_found_too(waived: Run, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "sent").rename(tmp_path / "all" / "2027")
    assert waived("check", "all").exit_code == 0


def test_each_sheet_tells_of_its_own_waivers(waived: Run, tmp_path: Path) -> None:
    done = waived("report", "sent", "--by", "clause", "-o", "sheets")
    assert done.exit_code == 0
    told = [path.name for path in (tmp_path / "sheets").iterdir() if "已豁免的目标" in path.read_text(encoding="utf-8")]
    assert sorted(told) == ["00-目录.md", "02-发展目标.md"]
    assert "未完成（豁免）" in (tmp_path / "sheets" / "02-发展目标.md").read_text(encoding="utf-8")


EXAMPLE = Path(__file__).parents[3] / "examples" / "waived"


def test_the_example_is_excused_by_its_waivers_alone(run: Run, tmp_path: Path) -> None:
    done = run("check", str(EXAMPLE), "--fail-on", "behind", "--format", "json")
    data = json.loads(done.stdout)
    assert done.exit_code == 0
    assert [one["waiver"]["approver"] for one in data["assessments"] if one["waiver"]] == ["虚构市发展改革委"]
    assert [(one["code"], one["waiver"]["approver"]) for one in data["diagnostics"]] == [("CP105", "虚构市统计局")]
    (tmp_path / "none.yaml").write_text("waivers: []\n", encoding="utf-8")
    assert run("check", str(EXAMPLE), "--fail-on", "behind", "--waivers", "none.yaml").exit_code == 2
    excused = run("check", str(EXAMPLE / "tonglu-2022.yaml"), str(EXAMPLE / "tonglu-2024.yaml"), "--fail-on", "behind")
    assert excused.exit_code == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_shows_the_example_as_it_is(lang: str) -> None:
    page = (EXAMPLE.parents[1] / "docs" / lang / "how-to" / "waivers.md").read_text(encoding="utf-8")
    shown = page.split("```yaml\n")[1].split("```")[0]
    assert (EXAMPLE / "waivers.yaml").read_text(encoding="utf-8").split("\n", 1)[1] == shown


@pytest.mark.parametrize("name", ["waivers.yml", "waivers.YML", "waiver.yaml", "waivers.json"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_that_is_almost_called_waivers_is_told_and_not_read(
    waived: Run, tmp_path: Path, name: str, lang: str
) -> None:
    (tmp_path / "sent" / "waivers.yaml").rename(tmp_path / "sent" / name)
    done = waived("check", "sent", "--format", "json", "--lang", lang)
    told = json.loads(done.stdout)
    (found,) = (one for one in told["diagnostics"] if one["severity"] == "error")
    assert (found["code"], found["file"]) == ("CP014", f"sent/{name}")
    assert "waivers.yaml" in found["message"]
    assert "--waivers" in found["hint"]
    assert told["summary"]["missed"] == 1
    assert done.exit_code == 2
    assert waived("check", f"sent/{name}").stdout.count("CP014") == 1


def test_waivers_under_another_name_are_read_where_they_are_named(waived: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "waivers.yaml").rename(tmp_path / "sent" / "waivers.yml")
    done = waived("check", "sent", "--waivers", "sent/waivers.yml", "--format", "json")
    assert "CP014" not in done.stdout
    assert done.exit_code == 0
