"""The day that a repeatable build asks for."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

VARIABLE = "SOURCE_DATE_EPOCH"


@pytest.mark.parametrize("value", ["abc", "99999999999999", "1" * 5000, "-1", "1.5", "²"])
@pytest.mark.parametrize("words", [("check", "good.yaml"), ("validate", "good.yaml")])
def test_a_day_that_is_none_ends_the_run(
    value: str, words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, value)
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert VARIABLE in done.stderr
    assert "1970 年 1 月 1 日" in done.stderr


def test_help_is_given_on_any_day(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "abc")
    assert run("check", "--help").exit_code == 0
