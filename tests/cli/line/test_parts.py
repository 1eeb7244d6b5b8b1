"""Only the command that is asked for is loaded, and it is the same as among all the others."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from countyplan.cli.app import _COMMANDS, _app_for, everything
from countyplan.cli.line.settings import AllSettings, all_settings
from countyplan.cli.line.settings_file import settings_file


def told(app: typer.Typer, *words: str) -> str:
    return CliRunner().invoke(app, words, prog_name="countyplan").output


@pytest.mark.parametrize("name", _COMMANDS)
def test_a_command_by_itself_is_the_same(name: str) -> None:
    alone = _app_for([name, "--help"])
    assert len(alone.registered_commands) + len(alone.registered_groups) == 1
    assert told(alone, name, "--help") == told(everything(), name, "--help")


@pytest.mark.parametrize("words", [[], ["--help"]])
def test_the_page_of_all_commands_is_the_same_without_their_options(words: list[str]) -> None:
    page = told(_app_for(words), *words)
    assert page == told(everything(), *words)
    assert all(f"\n  {name} " in page for name in _COMMANDS)


@pytest.mark.parametrize("words", [["nonesuch"], ["--config", "x.toml", "check"], ["--lang"]])
def test_whatever_begins_otherwise_is_read_among_all(words: list[str]) -> None:
    assert _app_for(words) is everything()


def test_a_shell_that_completes_is_asked_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_COUNTYPLAN_COMPLETE", "complete_bash")
    assert _app_for(["check"]) is everything()


def test_settings_are_worked_out_only_where_some_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def app() -> typer.Typer:
        asked.append("asked")
        return everything()

    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert settings_file(AllSettings(app), None, {"PATH": "/bin"}).default_map() == {}
    assert asked == []
    (tmp_path / "countyplan.toml").write_text('format = "json"\n', encoding="utf-8")
    settings = AllSettings(app)
    assert settings_file(settings, None, {}).default_map()["check"] == {"format": "json"}
    assert asked == ["asked"]
    assert dict(settings) == all_settings(everything())
    assert len(settings) == len(all_settings(everything()))
