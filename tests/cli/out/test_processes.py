"""Several processes that read for a run: what becomes of it where somebody interrupts it, or one of them is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE = """area: 桐庐县
period: 2024
source: 虚构（made up）
figures:
""" + "".join(f"  城乡公交一体化率{' ' * at}: 91%  # {'.' * 1000}\n" for at in range(1))

if sys.platform == "linux":

    @pytest.fixture
    def folder(tmp_path: Path) -> Path:
        """So many files that others have begun to read them long before all are read."""
        made = tmp_path / "submissions"
        made.mkdir()
        for at in range(1500):
            (made / f"{at:04}.yaml").write_text(FILE, encoding="utf-8")
        return made

    @pytest.fixture(autouse=True)
    def heard() -> Iterator[None]:
        """What is begun in the background of a shell ignores interrupts, and hands that on to what it begins."""
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
        signal.signal(signal.SIGINT, before)

    def begun(folder: Path) -> tuple[subprocess.Popen[str], list[int]]:
        """A run of its own group of processes, and those that read for it."""
        command = [sys.executable, "-m", "countyplan", "check", str(folder), "--limit", "processes=2", "--lang", "en"]
        run = subprocess.Popen(
            [*command, "--output", f"json={folder.with_name('gap.json')}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        reading: list[int] = []
        until = time.monotonic() + 120
        while len(reading) < 2 and run.poll() is None and time.monotonic() < until:
            reading = [int(one) for one in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text("ascii").split()]
            time.sleep(0.005)
        return run, reading

    def is_left(process: int) -> bool:
        try:
            return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    def test_an_interrupt_ends_all_of_them_and_leaves_nothing(folder: Path) -> None:
        run, reading = begun(folder)
        os.killpg(run.pid, signal.SIGINT)
        run.communicate(timeout=60)
        assert (run.returncode, len(reading)) == (130, 2)
        assert [one for one in reading if is_left(one)] == []
        assert [path.name for path in folder.parent.iterdir()] == ["submissions"]

    def test_one_that_is_ended_is_told_and_nothing_is_written(folder: Path) -> None:
        run, reading = begun(folder)
        os.kill(reading[0], signal.SIGKILL)
        _, told = run.communicate(timeout=60)
        assert run.returncode == 2
        assert "A process that read files ended before it was done" in told
        assert "--limit processes=1" in told
        assert [one for one in reading if is_left(one)] == []
        assert [path.name for path in folder.parent.iterdir()] == ["submissions"]
