"""What GitHub is told of many cases: as many as it shows, the gravest first, and only of files that a change touches."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from countyplan.diagnostics import Severity
from countyplan.render.service.github import github_commands, paths_in
from countyplan.report.case.case import Case, Outcome
from tests.cli.conftest import Run
from tests.render.case import case, cases_of
from tests.render.service.workflow_command import commands


def many(severity: Severity, count: int) -> list[Case]:
    return [case(f"{severity}{at}", severity=severity) for at in range(count)]


@pytest.mark.parametrize(("errors", "warnings", "left"), [(10, 10, None), (12, 11, "2 errors, 1 warning, 0 remarks")])
def test_ten_of_a_kind_are_marked_and_the_rest_counted(errors: int, warnings: int, left: str | None) -> None:
    told = commands(github_commands(cases_of(*many(Severity.WARNING, warnings), *many(Severity.ERROR, errors))))
    names = [one.name for one in told if one]
    assert names == ["error"] * 10 + ["warning"] * 10 + (["notice"] if left else [])
    assert left is None or (told[-1] is not None and left in told[-1].message)


def test_what_cannot_be_used_comes_before_bad_news() -> None:
    failed = [replace(one, outcome=Outcome.FAILED) for one in many(Severity.ERROR, 10)]
    broken = replace(case("broken", severity=Severity.ERROR), outcome=Outcome.ERROR)
    first = commands(github_commands(cases_of(*failed, broken)))[0]
    assert first is not None
    assert "broken" in first.message


def test_only_touched_files_are_marked_and_the_others_counted() -> None:
    told = commands(github_commands(cases_of(case(path="a.yaml"), case(path="b.yaml")), frozenset({"b.yaml"})))
    assert [one.properties.get("file") for one in told if one] == ["b.yaml", None]


def test_a_name_is_told_without_what_a_terminal_obeys() -> None:
    name = "a\x1b[31m\u202eb\nc.yaml"
    told = github_commands(cases_of(case(path=name)), frozenset({name}))
    assert told.startswith(r"::error file=a\x1b[31m\u202eb%0Ac.yaml,")


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (b"a.yaml\nb/c.yaml\n", {"a.yaml", "b/c.yaml"}),
        ("桐庐.yaml\r\n./x.csv\r\n".encode(), {"桐庐.yaml", "x.csv"}),
        ("桐庐.yaml\0a b\nc\0".encode(), {"桐庐.yaml", "a b\nc"}),
        (b'"\\346\\241\\220\\t\\"\\\\.yaml"\n', {'桐\t"\\.yaml'}),
        ("桐庐.yaml\r\nx.csv\r\n".encode("utf-16"), {"桐庐.yaml", "x.csv"}),  # as `>` of a PowerShell writes it
        ("桐庐.yaml\n".encode("utf-8-sig"), {"桐庐.yaml"}),
        ("a\x85b.yaml\nc\u2028d.yaml\n".encode(), {"a\x85b.yaml", "c\u2028d.yaml"}),
        (b"", set()),
    ],
)
def test_a_list_is_read_as_git_writes_it(listed: bytes, expected: set[str]) -> None:
    assert paths_in(listed) == expected


def test_the_list_is_a_file_that_can_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("area: 建德市\nperiod: 2024\nfigures: {没有: 1}\n", encoding="utf-8")
    words = ("validate", "wrong.yaml", "--format", "github", "--changed")
    refused = run(*words, "nowhere.txt")
    assert (refused.exit_code, "--changed" in refused.stderr, "nowhere.txt" in refused.stderr) == (2, True, True)
    for name, marked in (("wrong.yaml", True), ("good.yaml", False)):
        (tmp_path / "changed.txt").write_text(f"{name}\n", encoding="utf-8")
        told = run(*words, "changed.txt")
        assert (told.exit_code, "file=wrong.yaml" in told.stdout) == (2, marked)


@pytest.mark.parametrize("command", ["check", "validate"])
def test_settings_that_are_not_the_folders_own_are_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("COUNTYPLAN_CONFIG")
    (tmp_path / "pyproject.toml").write_text('[tool.countyplan]\nlang = "zh"\n', encoding="utf-8")
    assert "生效的设置：pyproject.toml（lang）" in run(command, "good.yaml").stderr
    (tmp_path / "pyproject.toml").unlink()
    (tmp_path / "countyplan.toml").write_text('lang = "zh"\n', encoding="utf-8")
    assert run(command, "good.yaml").stderr == ""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "good.yaml").write_bytes((tmp_path / "good.yaml").read_bytes())
    monkeypatch.chdir(tmp_path / "below")
    assert "生效的设置：../countyplan.toml（lang）" in run(command, "good.yaml").stderr
