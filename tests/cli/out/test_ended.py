"""What a run leaves behind that is ended from outside, and what the next one makes of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from countyplan.cli.out.files.stage import PREFIX
from countyplan.cli.out.files.writing import write_files
from countyplan.language import Language, Texts

TEXTS = Texts(Language.ZH)
OLD = {"a": "old", "c": "old"}
# A run that writes three files and is sent a signal, by itself, once the second has been put in its place.
CODE = """
import os, signal, sys
from pathlib import Path
from countyplan.cli.out.files.writing import write_files
from countyplan.cli.out.signals import end_in_order
from countyplan.language import Language, Texts
replace, replaced = Path.replace, []
def sent(self, target):
    done = replace(self, target)
    replaced.append(target)
    if len(replaced) == 2:
        os.kill(os.getpid(), int(sys.argv[1]))
    return done
Path.replace = sent
end_in_order()
write_files({Path(sys.argv[2], name): b"new" for name in "abc"}, Texts(Language.ZH))
"""


def standing(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def ended(folder: Path, by: signal.Signals, *, ignored: bool = False) -> subprocess.CompletedProcess[bytes]:
    trap = f"trap '' {by.name.removeprefix('SIG')}; " if ignored else ""
    command = ["sh", "-c", f'{trap}exec "$0" -c "$@"', sys.executable, CODE, str(int(by)), str(folder)]
    return subprocess.run(command, capture_output=True, check=False)


if sys.platform != "win32":

    @pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_puts_all_back_and_ends_with_its_number(folder: Path, by: signal.Signals) -> None:
        done = ended(folder, by)
        assert (done.returncode, done.stderr) == (128 + by, b"")
        assert standing(folder) == OLD
        assert names(folder) == ["a", "c"]

    def test_a_signal_that_is_ignored_ends_nothing(folder: Path) -> None:
        assert ended(folder, signal.SIGHUP, ignored=True).returncode == 0
        assert standing(folder) == {"a": "new", "b": "new", "c": "new"}

    def test_what_a_killed_run_left_half_is_put_back_by_the_next_and_told(
        folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert ended(folder, signal.SIGKILL).returncode == -signal.SIGKILL
        assert standing(folder) == {"a": "new", "b": "new", "c": "old"}
        write_files({folder / "d": b"new"}, TEXTS)
        assert standing(folder) == {**OLD, "d": "new"}
        assert names(folder) == ["a", "c", "d"]
        assert capsys.readouterr().err == f"{folder}：以前有一次运行写到一半被中断，已恢复原状并清除残留\n"

    def test_a_file_that_was_changed_since_is_not_put_back(folder: Path) -> None:
        ended(folder, signal.SIGKILL)
        (folder / "a").unlink()
        (folder / "a").write_text("mine", encoding="utf-8")
        write_files({folder / "d": b"new"}, TEXTS)
        assert standing(folder) == {"a": "mine", "c": "old", "d": "new"}


@pytest.mark.parametrize("name", ["../outside", "/outside", "", "sub/inside"])
def test_notes_of_a_stage_about_other_folders_are_no_notes(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inside"
    stage = folder / f"{PREFIX}planted"
    stage.mkdir(parents=True)
    (stage / "in-use").touch()
    outside = tmp_path / "outside"
    outside.write_text("mine", encoding="utf-8")
    about = outside.stat()
    noted = [{"name": name, "had": False, "inode": about.st_ino, "time": about.st_mtime_ns}]
    (stage / "swap.json").write_text(json.dumps(noted), encoding="ascii")
    write_files({folder / "d": b"new"}, TEXTS)
    assert outside.read_text(encoding="utf-8") == "mine"
    assert names(folder) == ["d"]


def test_the_stage_of_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    stage = tmp_path / f"{PREFIX}other"
    stage.mkdir()
    write_files({tmp_path / "d": b"new"}, TEXTS)
    assert stage.is_dir()


def test_folders_made_for_files_that_are_not_written_go_again(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    with pytest.raises(Exception, match="taken"):
        write_files({tmp_path / "new" / "deep" / "a": b"new", taken / "b": b"new"}, TEXTS)
    assert names(tmp_path) == ["taken"]
