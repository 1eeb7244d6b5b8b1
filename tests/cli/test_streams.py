"""What happens where standard output does not take everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ILLUSTRATIVE = Path(__file__).parents[2] / "examples" / "illustrative"
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


if FULL.exists():

    @pytest.mark.parametrize("words", COMMANDS)
    def test_a_full_disk_is_told_in_a_line_and_is_no_verdict(words: list[str]) -> None:
        with FULL.open("wb") as full:
            done = run(words, full.fileno())
        assert done.returncode == 2
        assert done.stderr.decode().count("\n") == 1
