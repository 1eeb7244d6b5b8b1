"""What happens where standard output does not take everything."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from countyplan.cli.out.terminal import output
from countyplan.cli.out.terminal.output import folded
from countyplan.render.text.screen import PlainScreen

ILLUSTRATIVE = Path(__file__).parents[3] / "examples" / "illustrative"
FULL = Path("/dev/full")
COMMANDS = [
    ["check", str(ILLUSTRATIVE)],
    ["check", str(ILLUSTRATIVE), "--format", "json"],
    ["validate", str(ILLUSTRATIVE)],
    ["targets"],
]


def run(words: list[str], stdout: int) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "countyplan", *words]
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=env, check=False)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(("fail_on", "code"), [("missed", 0), ("behind", 1)])
def test_a_reader_that_leaves_changes_no_exit_code(words: list[str], fail_on: str, code: int) -> None:
    read, write = os.pipe()
    os.close(read)
    extra = ["--fail-on", fail_on] if words[0] == "check" else []
    done = run([*words, *extra], write)
    os.close(write)
    assert done.returncode == (code if extra else 0)
    assert done.stderr == b""


def closed(stream: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The command where a stream is closed (`>&-`), as under a service."""
    line = f'exec "$0" -m countyplan "$@" {stream}&-'
    command = ["sh", "-c", line, sys.executable, *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("words", [*COMMANDS, ["schema", "submission"], ["plan", "schema", "targets"], ["--help"]])
def test_without_standard_output_a_result_is_lost_in_a_line(words: list[str]) -> None:
    done = closed(">", *words)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_without_standard_output_a_file_is_written_as_ever(tmp_path: Path) -> None:
    done = closed(">", "check", str(ILLUSTRATIVE), "--output", str(tmp_path / "gap.json"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "gap.json").stat().st_size > 0


@pytest.mark.parametrize(("words", "code"), [(["check", str(ILLUSTRATIVE)], 0), (["validate", "nowhere"], 2)])
def test_without_standard_error_a_run_goes_on(words: list[str], code: int) -> None:
    done = closed("2>", *words)
    with_it = run(words, subprocess.PIPE)
    assert (done.returncode, done.stdout) == (code, with_it.stdout.decode())


def test_without_standard_input_there_is_nothing_in_it() -> None:
    done = closed("<", "validate", "-")
    assert done.returncode == 2
    assert "CP012" in done.stdout


if FULL.exists():

    @pytest.mark.parametrize("words", COMMANDS)
    def test_a_full_disk_is_told_in_a_line_and_is_no_verdict(words: list[str]) -> None:
        with FULL.open("wb") as full:
            done = run(words, full.fileno())
        assert done.returncode == 2
        assert done.stderr.decode().count("\n") == 1

    @pytest.mark.parametrize(
        ("words", "said"), [(["--lang", "en"], "could not be written"), (["--lang=zh"], "未能写出")]
    )
    def test_that_it_could_not_be_written_is_told_in_the_language_asked_for(words: list[str], said: str) -> None:
        with FULL.open("wb") as full:
            found = run(["targets", *words], full.fileno())
        assert (found.returncode, said in found.stderr.decode("utf-8")) == (2, True)


LISTED = "Clause 2\n\n  [ ] one of the goals\n      at least 600, due 2027\n"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_folds_lines_under_their_indent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert folded(LISTED, _Terminal()).split("\n") == [
        *("Clause 2", "", "  [ ] one of the", "  goals", "      at least 600,", "      due 2027", "")
    ]


def test_a_sentence_on_standard_error_is_folded_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(output, "console", lambda *, stderr: PlainScreen(terminal, 20 if stderr else 0))
    output.print_left_out("Verdict: nothing was judged; exit code 2")
    assert terminal.getvalue().splitlines() == ["Verdict: nothing was", "judged; exit code 2"]


def test_what_is_no_terminal_gets_lines_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert folded(LISTED, io.StringIO()) == LISTED
