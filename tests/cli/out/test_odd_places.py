"""Outputs and files beside the submissions that cannot be had: each is told in a line, with its option or its place."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TOO_LONG = "o" * 300
WRITERS = [
    (("report", "good.yaml", "-o"), "--output", ".md"),
    (("report", "good.yaml", "-o"), "--output", ".xlsx"),
    (("check", "good.yaml", "-o"), "--output", ".json"),
    (("validate", "good.yaml", "-o"), "--output", ".txt"),
    (("validate", "good.yaml", "--write-baseline"), "--write-baseline", ".yaml"),
    (("targets", "-o"), "--output", ".csv"),
    (("schema", "submission", "-o"), "--output", ".json"),
    (("template", "tonglu", "2024", "-o"), "--output", ".yaml"),
    (("template", "tonglu", "2024", "-o"), "--output", ".xlsx"),
]


def told_in_a_line(run: Run, words: tuple[str, ...], option: str, place: str) -> None:
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    line = result.stderr.splitlines()[-1]
    assert option in line
    assert place in line


@pytest.mark.parametrize(("words", "option", "suffix"), WRITERS)
def test_an_output_with_too_long_a_name(run: Run, words: tuple[str, ...], option: str, suffix: str) -> None:
    told_in_a_line(run, (*words, TOO_LONG + suffix), option, TOO_LONG)


@pytest.mark.parametrize(("words", "option", "suffix"), WRITERS)
def test_an_output_below_a_file(run: Run, words: tuple[str, ...], option: str, suffix: str) -> None:
    told_in_a_line(run, (*words, f"good.yaml/out{suffix}"), option, f"good.yaml/out{suffix}")


@pytest.mark.parametrize(("words", "option", "suffix"), WRITERS)
def test_an_output_with_a_name_as_long_as_may_be(
    run: Run, tmp_path: Path, words: tuple[str, ...], option: str, suffix: str
) -> None:
    name = "o" * (255 - len(suffix)) + suffix
    result = run(*words, name)
    assert (result.exit_code, option) == (0, option), result.output
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize("name", [TOO_LONG, f"{'x/' * 2500}x"])
def test_a_folder_of_sheets_with_too_long_a_name(run: Run, name: str) -> None:
    told_in_a_line(run, ("report", "good.yaml", "--by", "unit", "-o", name), "--output", name)


if sys.platform != "win32":

    @pytest.mark.parametrize(("words", "option", "suffix"), WRITERS)
    def test_an_output_that_is_links_in_a_circle(
        run: Run, tmp_path: Path, words: tuple[str, ...], option: str, suffix: str
    ) -> None:
        link = tmp_path / f"circle{suffix}"
        link.symlink_to(link.name)
        told_in_a_line(run, (*words, link.name), option, link.name)
        assert link.is_symlink()

    @pytest.mark.parametrize("option", ["--waivers", "--baseline"])
    @pytest.mark.parametrize(("name", "code"), [("circle.yaml", "CP021"), (TOO_LONG, "CP004")])
    def test_a_file_beside_that_cannot_be_opened(run: Run, tmp_path: Path, option: str, name: str, code: str) -> None:
        if name != TOO_LONG:
            (tmp_path / name).symlink_to(name)
        for command in ("check", "validate"):
            result = run(command, "good.yaml", option, name)
            assert result.exit_code == 2
            assert f"{name}: error {code}" in result.stdout

    @pytest.mark.parametrize("option", ["--waivers", "--baseline", "--changed"])
    @pytest.mark.parametrize("kind", ["pipe", "loop"])
    def test_what_is_read_beside_the_submissions_and_is_no_regular_file(
        run: Run, tmp_path: Path, option: str, kind: str
    ) -> None:
        (tmp_path / "loop").symlink_to("loop")
        os.mkfifo(tmp_path / "pipe")
        result = run("check", "good.yaml", option, kind)
        assert result.exit_code == 2
        assert f"{kind}: " in result.output
        assert {"pipe": "管道", "loop": "绕回"}[kind] in result.output

    @pytest.mark.parametrize("words", [("check", "."), ("validate", "good.yaml")])
    def test_a_pipe_where_waivers_would_lie_is_told_and_not_waited_for(
        run: Run, tmp_path: Path, words: tuple[str, ...]
    ) -> None:
        os.mkfifo(tmp_path / "waivers.yaml")
        result = run(*words)
        assert result.exit_code == 2
        assert "waivers.yaml: error CP020" in result.stdout

    @pytest.mark.parametrize("kind", ["pipe", "loop"])
    def test_settings_that_are_no_regular_file_are_not_passed_over(
        run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
    ) -> None:
        monkeypatch.delenv("COUNTYPLAN_CONFIG")
        assert run("check", "good.yaml").exit_code == 0
        settings = tmp_path / "countyplan.toml"
        if kind == "pipe":
            os.mkfifo(settings)
        else:
            settings.symlink_to(settings.name)
        result = run("check", "good.yaml")
        assert result.exit_code == 2
        assert f"countyplan.toml: error {'CP020' if kind == 'pipe' else 'CP021'}" in result.output

    def test_an_output_that_is_a_folder(run: Run, tmp_path: Path) -> None:
        (tmp_path / "folder.json").mkdir()
        told_in_a_line(run, ("check", "good.yaml", "-o", "json=folder.json"), "--output", "folder.json")

    def test_the_current_folder_is_gone(tmp_path: Path) -> None:
        good = tmp_path / "good.yaml"
        good.write_text("area: 桐庐县\nperiod: 2024\nfigures: {GDP: 470.2}\n", encoding="utf-8")
        gone = tmp_path / "gone"
        gone.mkdir()
        line = f'rmdir "{gone}" && exec "$0" -m countyplan "$@"'
        for words, code in ((["check", str(good)], 0), (["check", "good.yaml"], 2), (["targets"], 0)):
            done = subprocess.run(
                ["sh", "-c", line, sys.executable, *words], cwd=gone, capture_output=True, check=False
            )
            told = done.stderr.decode().splitlines()
            assert (done.returncode, [line[:10] for line in told]) == (
                code,
                [] if code == 0 else ["当前所在的文件夹已被"],
            )
            gone.mkdir()


if Path("/proc/self").exists():

    @pytest.mark.parametrize(("words", "option", "suffix"), WRITERS)
    def test_a_folder_that_takes_no_files(run: Run, words: tuple[str, ...], option: str, suffix: str) -> None:
        result = run(*words, f"/proc/self/out{suffix}")
        line = result.stderr.splitlines()[-1]
        assert (result.exit_code, option in line, f"/proc/self/out{suffix}" in line) == (2, True, True)


@pytest.mark.parametrize("columns", ["0", "-1", "²", "x", "", "1", "99999999999"])
@pytest.mark.parametrize(
    "words", [("validate", "bad.yaml"), ("check", "good.yaml"), ("targets",), ("config",), ("--help",)]
)
def test_a_width_that_is_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "bad.yaml").write_text("{{{", encoding="utf-8")
    with monkeypatch.context() as narrow:  # undone before pytest itself prints
        narrow.setenv("COLUMNS", columns)
        narrow.setenv("LINES", columns)
        result = run(*words)
    assert result.exit_code == (2 if words[0] == "validate" else 0)
    assert result.stdout.strip()
    assert len(result.stdout) < 100_000


@pytest.mark.parametrize(
    "words", [("report", "good.yaml", "-o", "gap.xlsx"), ("template", "tonglu", "2024", "-o", "new.xlsx")]
)
def test_no_folder_of_temporary_files_is_needed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    done = run(*words)
    assert (done.exit_code, done.exception) == (0, None)
    assert zipfile.is_zipfile(tmp_path / words[-1])
