from __future__ import annotations

import io
import re

import pytest

from countyplan.cli.out.terminal import progress as module
from countyplan.cli.out.terminal.progress import progress


class Terminal(io.StringIO):
    """Standard error as a terminal would be."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, moment: float = -1) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "_MOMENT", moment)
    with progress("读取") as along:
        assert list(along(["a", "b", "c", "d"])) == ["a", "b", "c", "d"]
    return stream.getvalue()


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_is_shown_how_many_are_done_and_how_long_it_takes_and_the_line_goes_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = shown(monkeypatch, Terminal())
    assert "读取 [....................]" in told
    plain = re.sub(r"\x1b\[[0-9]*m", "", told)
    assert "0/4 --:--" in plain
    assert "[####################]" in told
    assert "4/4 00:00" in plain
    assert told.endswith("\x1b[2K")


def test_what_takes_no_longer_than_a_moment_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), moment=3600) == ""


def test_a_pipe_is_told_nothing_even_where_colour_is_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert shown(monkeypatch, io.StringIO()) == ""


def test_a_terminal_that_cannot_move_its_cursor_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert shown(monkeypatch, Terminal()) == ""


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told = shown(monkeypatch, Terminal())
    assert "0/4" in told
    assert "\x1b[3" not in told


def test_the_line_goes_away_where_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "_MOMENT", -1)
    with pytest.raises(OSError, match="full"), progress("读取") as along:  # noqa: PT012 -- the failure is amid the work
        for _ in along(["a", "b"]):
            raise OSError("full")
    assert stream.getvalue().endswith("\x1b[2K")


def test_what_is_counted_stands_behind_how_many_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, done = Terminal(), list[int]()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "_MOMENT", -1)
    with progress("读取") as along:
        for one in along([10, 20], lambda: f"数据{sum(done)}个"):
            done.append(one)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue())
    assert "0/2 --:--" in plain
    assert "2/2 00:00 数据30个" in plain


def test_what_comes_next_takes_the_place_of_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "_MOMENT", -1)
    with progress("读取") as along:
        assert list(along(["a", "b"])) == ["a", "b"]
        assert list(along(["c", "d", "e"])) == ["c", "d", "e"]
    last = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue()).strip().splitlines()[-1]
    assert "3/3" in last
    assert "2/2" not in last
