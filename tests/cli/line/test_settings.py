"""Settings: the command line goes before the environment, and the environment before a file."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperCommand

from countyplan.cli.app import app
from countyplan.cli.line.configured import Configured
from countyplan.cli.line.settings import all_settings
from countyplan.render.format import Format
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[3]
MISSED = "area: 桐庐县\nperiod: 2027\nfigures: {GDP: 599}\n"


@pytest.fixture
def set_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command where a file of settings is looked for; the folder is the top of a repository."""
    monkeypatch.delenv("COUNTYPLAN_CONFIG")
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1835481600")  # 2028-03-01, when 2027 is over
    (tmp_path / "missed.yaml").write_text(MISSED, encoding="utf-8")
    return run


def write(folder: Path, text: str, name: str = "countyplan.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def in_force(run: Run, *words: str) -> dict[str, dict[str, Any]]:
    done = run(*words, "config", "--format", "json")
    assert done.exit_code == 0, done.output
    return {one["name"]: one for one in json.loads(done.stdout)}


def test_flag_goes_before_environment_before_file(
    set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set_run("check", "missed.yaml").exit_code == 1
    write(tmp_path, 'fail_on = "never"\n')
    assert set_run("check", "missed.yaml").exit_code == 0
    monkeypatch.setenv("COUNTYPLAN_FAIL_ON", "missed")
    assert set_run("check", "missed.yaml").exit_code == 1
    assert set_run("check", "missed.yaml", "--fail-on", "never").exit_code == 0


VALUES = {
    "plan": (str(ROOT / "data"), str(ROOT / "data")),
    "as_of": (2024, "2024"),
    "area": (["桐庐县", 330127], ["桐庐县", "330127"]),
    "unit": ("市教育局", ["市教育局"]),
    "clause": ([2, 18], ["2", "18"]),
    "format": ("json", "json"),
    "lang": ("en", "en"),
    "fail_on": ("behind", "behind"),
    "carry_forward": (True, True),
    "waivers": (str(ROOT / "w.yaml"), str(ROOT / "w.yaml")),
    "baseline": (str(ROOT / "b.yaml"), str(ROOT / "b.yaml")),
    "encoding": ("gb18030", "gb18030"),
    "limit": ("cells=400000", ["cells=400000"]),
    "max_problems": (3, 3),
}

IN_THE_ENVIRONMENT = {
    "plan": str(ROOT / "data"), "as_of": "2024-Q2", "area": "tonglu 淳安县", "unit": "市教育局 市财政局", "clause": "2 18",
    "format": "csv", "lang": "en", "fail_on": "never", "carry_forward": "yes", "waivers": "w.yaml", "baseline": "b.yaml",
    "encoding": "gbk", "limit": "cells=400000 memory=500", "max_problems": "0",
}  # fmt: skip
# Any text is the name of a file that may come to be there.
WRONG_IN_THE_ENVIRONMENT = {
    "plan": "nowhere", "as_of": "soon", "area": "tonglu 西湖区", "unit": "市教育", "clause": "99", "format": "rtf",
    "lang": "xx", "fail_on": "zz", "carry_forward": "perhaps", "encoding": "klingon", "limit": "cells", "max_problems": "-1",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(all_settings(app)))
def test_each_setting_is_taken_from_a_file_and_shown_with_its_place(set_run: Run, tmp_path: Path, name: str) -> None:
    given, taken = VALUES[name]
    write(tmp_path, f"# settings\n{name} = {json.dumps(given)}\n")
    shown = in_force(set_run)
    assert (shown[name]["value"], shown[name]["origin"]) == (taken, "file")
    assert shown[name]["source"] == "countyplan.toml:2:1"
    assert {one["origin"] for other, one in shown.items() if other != name} == {"default"}


@pytest.mark.parametrize("name", sorted(all_settings(app)))
def test_each_setting_has_one_name_in_all_three_places(name: str) -> None:
    for use in all_settings(app)[name]:
        assert use.setting.flag == "--" + name.replace("_", "-")
        assert use.setting.variable == "COUNTYPLAN_" + name.upper()
    assert len({use.setting.many for use in all_settings(app)[name]}) == 1


@pytest.mark.parametrize("name", sorted(all_settings(app)))
def test_each_setting_is_taken_from_its_variable_before_a_file(
    set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write(tmp_path, f"{name} = {json.dumps(VALUES[name][0])}\n")
    monkeypatch.setenv(f"COUNTYPLAN_{name.upper()}", IN_THE_ENVIRONMENT[name])
    shown = in_force(set_run)[name]
    assert (shown["value"], shown["origin"]) == (IN_THE_ENVIRONMENT[name], "environment")
    assert shown["source"] == f"COUNTYPLAN_{name.upper()}"


def test_a_wrong_value_in_the_environment_is_told_by_the_variables_name(
    set_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("FAIL_ON", "always"), ("AS_OF", "soon"), ("MAX_PROBLEMS", "-1"), ("AREA", "西湖区")):
        with monkeypatch.context() as here:
            here.setenv(f"COUNTYPLAN_{name}", value)
            done = set_run("check", "good.yaml")
        assert done.exit_code == 2
        assert f"COUNTYPLAN_{name}" in done.stderr


def test_a_wrong_name_of_the_plan_in_a_file_is_told_with_its_line(set_run: Run, tmp_path: Path) -> None:
    for line, told in (
        ('area = ["西湖区"]', "西湖区"), ("clause = 99", "99"), ('as_of = "soon"', "soon"),
        ('encoding = "klingon"', "klingon"), ('unit = "市教育"', "市教育局"),
    ):  # fmt: skip
        write(tmp_path, f"\n{line}\n")
        done = set_run("check", "good.yaml")
        assert done.exit_code == 2
        assert f"countyplan.toml:2:1 {line.split(' ')[0]}" in done.stderr
        assert told in done.stderr
    flagged = set_run("check", "good.yaml", "--unit", "市教育")
    assert "--unit" in flagged.stderr
    assert "countyplan.toml" not in flagged.stderr


@pytest.mark.parametrize(
    ("text", "code", "place", "told"),
    [
        ('fail-on = "behind"\n', "CP419", "1:1", "fail_on"),
        ('lang = "en"\nfail_on = "behnid"\n', "CP420", "2:1", "behind"),
        ("max_problems = -1\n", "CP420", "1:1", "0 | 1"),
        ("max_problems = true\n", "CP420", "1:1", "0 | 1"),
        ('max_problems = "20"\n', "CP420", "1:1", "0 | 1"),
        ('carry_forward = "yes"\n', "CP420", "1:1", "true | false"),
        ("as_of = 2024-06-01\n", "CP420", "1:1", "2024-06-01"),
        ("as_of = 2024.5\n", "CP420", "1:1", "2024.5"),
        ('plan = ""\n', "CP420", "1:1", "plan"),
        ('waivers = "a\\u0000b"\n', "CP420", "1:1", "waivers"),
        ("waivers = 3\n", "CP420", "1:1", "waivers"),
        ('area = ["桐庐县", true]\n', "CP420", "1:1", "桐庐县"),
        ('[check]\nlang = "en"\n', "CP419", "1:2", "check"),
        ("fail_on = behind\n", "CP417", "1:11", "TOML"),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_line_and_ends_with_2(
    set_run: Run,
    tmp_path: Path,
    text: str,
    code: str,
    place: str,
    told: str,
) -> None:
    write(tmp_path, text)
    for words in (("check", "good.yaml"), ("validate", "good.yaml"), ("targets",), ("config",), ("explain", "CP101")):
        done = set_run(*words)
        assert done.exit_code == 2
        assert f"countyplan.toml:{place}: error {code}" in done.stderr
        assert told in done.stderr
        assert done.stdout == ""


def test_every_fault_is_told_in_one_run_and_help_is_given_all_the_same(set_run: Run, tmp_path: Path) -> None:
    write(tmp_path, 'lang = "fr"\nno = 1\n')
    done = set_run("check", "good.yaml")
    assert "countyplan.toml:1:1" in done.stderr
    assert "countyplan.toml:2:1" in done.stderr
    assert set_run("check", "--help").exit_code == 0
    assert set_run("--version").exit_code == 0


def test_a_shared_file_counts_where_it_speaks_of_us(set_run: Run, tmp_path: Path) -> None:
    write(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")
    assert in_force(set_run)["fail_on"]["origin"] == "default"
    write(tmp_path, "[project]\nname = 'x'\n\n[tool.countyplan]\nfail_on = 'never'\n", "pyproject.toml")
    assert in_force(set_run)["fail_on"]["source"] == "pyproject.toml:5:1"
    write(tmp_path, "tool.countyplan = 3\n", "pyproject.toml")
    assert "pyproject.toml:1:6: error CP420" in set_run("config").stderr
    write(tmp_path, "not toml", "pyproject.toml")
    assert in_force(set_run)["fail_on"]["origin"] == "default"
    write(tmp_path, "[tool.countyplan]\nfail_on = never\n", "pyproject.toml")
    assert "pyproject.toml:2:11: error CP417" in set_run("config").stderr


def test_two_in_one_folder_are_an_error(set_run: Run, tmp_path: Path) -> None:
    write(tmp_path, "fail_on = 'never'\n")
    write(tmp_path, "[tool.countyplan]\nfail_on = 'never'\n", "pyproject.toml")
    done = set_run("check", "missed.yaml")
    assert done.exit_code == 2
    assert "countyplan.toml: error CP418" in done.stderr


def test_the_nearest_file_counts_and_none_above_the_repository(
    set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    write(tmp_path, "fail_on = 'never'\nmax_problems = 1\n")
    assert in_force(set_run)["fail_on"]["source"] == "../../countyplan.toml:1:1"
    write(tmp_path / "a", "fail_on = 'behind'\n")
    shown = in_force(set_run)
    assert shown["fail_on"]["source"] == "../countyplan.toml:1:1"
    assert shown["max_problems"]["origin"] == "default"
    (below / ".git").mkdir()
    assert in_force(set_run)["fail_on"]["origin"] == "default"


def test_a_path_in_a_file_is_seen_from_there(set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path, "waivers = 'leave.yaml'\n")
    write(tmp_path, "waivers: []\n", "leave.yaml")
    monkeypatch.chdir(tmp_path / "sub")
    assert in_force(set_run)["waivers"]["value"] == str(Path("../leave.yaml"))
    assert set_run("validate", "../good.yaml").exit_code == 0
    monkeypatch.setenv("COUNTYPLAN_WAIVERS", "leave.yaml")
    assert set_run("validate", "../good.yaml").exit_code == 2


def test_a_file_can_be_named_and_the_empty_device_does_without(
    set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "fail_on = 'never'\n")
    write(tmp_path, "fail_on = 'behind'\n", "other.toml")
    assert in_force(set_run, "--config", "other.toml")["fail_on"]["value"] == "behind"
    monkeypatch.setenv("COUNTYPLAN_CONFIG", "other.toml")
    assert in_force(set_run)["fail_on"]["value"] == "behind"
    monkeypatch.setenv("COUNTYPLAN_CONFIG", os.devnull)
    assert in_force(set_run)["fail_on"]["value"] == "missed"
    absent = set_run("--config", "nowhere.toml", "config")
    assert absent.exit_code == 2
    assert "nowhere.toml: error CP001" in absent.stderr


def test_a_variable_that_is_no_setting_is_remarked_and_changes_nothing(
    set_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYPLAN_FAILON", "behind")
    done = set_run("check", "good.yaml", "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["diagnostics"] == []
    assert "COUNTYPLAN_FAILON: warning CP421" in done.stderr
    assert "COUNTYPLAN_FAIL_ON" in done.stderr


def test_the_language_keeps_its_order(set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'lang = "en"\n')
    assert "gap report" in set_run("check", "good.yaml").stdout
    assert "gap report" in set_run("check", "good.yaml", "--format", "markdown").stdout
    monkeypatch.setenv("COUNTYPLAN_LANG", "zh")
    assert "差距报告" in set_run("check", "good.yaml").stdout
    assert "gap report" in set_run("check", "good.yaml", "--lang", "en").stdout
    monkeypatch.setenv("COUNTYPLAN_LANG", "en")
    assert "gap report" in set_run("check", "good.yaml", "--format", "markdown").stdout


def test_a_language_that_there_is_not_is_told_by_the_name_of_its_variable(
    set_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYPLAN_LANG", "fr")
    done = set_run("check", "good.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "COUNTYPLAN_LANG" in done.stderr


@pytest.mark.parametrize("where", ["file", "environment"])
def test_the_suffix_of_a_file_to_write_goes_before_a_format_that_is_set(
    set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    if where == "file":
        write(tmp_path, 'format = "csv"\n')
    else:
        monkeypatch.setenv("COUNTYPLAN_FORMAT", "csv")
    assert set_run("check", "good.yaml").stdout.startswith("\ufeff")
    set_run("check", "good.yaml", "-o", "gap.json")
    assert json.loads((tmp_path / "gap.json").read_text(encoding="utf-8"))["as_of"] == 2024
    set_run("check", "good.yaml", "-o", "gap.txt", "--format", "json")
    assert json.loads((tmp_path / "gap.txt").read_text(encoding="utf-8"))["as_of"] == 2024


def test_a_format_that_is_set_is_that_of_check_and_validate_alone(set_run: Run, tmp_path: Path) -> None:
    write(tmp_path, 'format = "csv"\n')
    assert set_run("validate", "good.yaml").stdout.startswith("\ufeff")
    assert set_run("targets").stdout.startswith("方案目标")


def test_a_format_that_is_set_stays_that_of_standard_output_where_files_name_theirs(
    set_run: Run, tmp_path: Path
) -> None:
    write(tmp_path, 'format = "csv"\n')
    assert set_run("check", "good.yaml", "-o", "json=gap.json").stdout.startswith("\ufeff")
    assert json.loads((tmp_path / "gap.json").read_text(encoding="utf-8"))["as_of"] == 2024


def test_config_in_words_shows_value_and_origin_in_a_narrow_window(
    set_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 'waivers = "[bold]w.yaml"\ncarry_forward = true\n')
    monkeypatch.setenv("COLUMNS", "80")
    lines = set_run("config").stdout.splitlines()
    assert lines[0].strip() == "设置（文件：countyplan.toml）"
    assert any("carry_forward" in line and "true" in line and "countyplan.toml:2:1" in line for line in lines)
    assert any("[bold]w.yaml" in line for line in lines)
    assert any("fail_on" in line and "missed" in line and "默认" in line for line in lines)
    assert lines[-1].startswith("另有列：选项、环境变量")


def test_every_command_looks_at_the_settings() -> None:
    typers = [app, *(group.typer_instance for group in app.registered_groups)]
    classes = [command.cls for one in typers if one is not None for command in one.registered_commands]
    assert len(classes) >= 9
    assert set(classes) == {Configured}
    assert issubclass(Configured, TyperCommand)


def test_the_repository_configures_no_run_of_its_own() -> None:
    assert "countyplan" not in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert not (ROOT / "countyplan.toml").exists()


def test_the_formats_that_can_be_set_are_those_of_check() -> None:
    assert {use.command for use in all_settings(app)["format"]} == {("check",), ("validate",)}
    assert all_settings(app)["format"][0].setting.words == tuple(Format)


@pytest.mark.parametrize("name", ["countyplan.toml", "pyproject.toml"])
@pytest.mark.parametrize(("lang", "told"), [("zh", "设置文件须为 UTF-8"), ("en", "The settings have to be UTF-8")])
def test_settings_in_another_encoding_are_told_as_settings(
    set_run: Run, tmp_path: Path, name: str, lang: str, told: str
) -> None:
    (tmp_path / name).write_bytes('[tool.countyplan]\narea = ["桐庐县"]\n'.encode("gbk"))
    done = set_run("check", "good.yaml", "--lang", lang)
    assert done.exit_code == 2
    assert f"{name}:2:" in done.stderr
    assert told in done.stderr
    assert "Excel" not in done.stderr


def test_every_setting_but_files_can_be_wrong() -> None:
    assert {*VALUES} - {*WRONG_IN_THE_ENVIRONMENT} == {"waivers", "baseline"}


@pytest.mark.parametrize(("name", "value"), [*WRONG_IN_THE_ENVIRONMENT.items(), ("clause", "1 x")])
def test_a_wrong_value_in_the_environment_is_told_by_config_as_by_the_others(
    set_run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"COUNTYPLAN_{name.upper()}", value)
    for words in (("config",), ("check", "good.yaml")):
        done = set_run(*words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "nowhere: error CP001" in done.stderr if name == "plan" else f"COUNTYPLAN_{name.upper()}" in done.stderr


def test_config_tells_every_wrong_variable_at_once(set_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTYPLAN_FAIL_ON", "misssed")
    monkeypatch.setenv("COUNTYPLAN_MAX_PROBLEMS", "many")
    told = set_run("config", "--lang", "en").stderr
    assert "COUNTYPLAN_FAIL_ON: error CP420" in told
    assert "Did you mean “missed”?" in told
    assert "COUNTYPLAN_MAX_PROBLEMS: error CP420" in told


def test_config_tells_a_name_in_a_file_that_the_plan_does_not_know(set_run: Run, tmp_path: Path) -> None:
    write(tmp_path, '\narea = ["西湖区"]\n')
    done = set_run("config")
    assert done.exit_code == 2
    assert "countyplan.toml:2:1 area" in done.stderr
