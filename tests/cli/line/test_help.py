from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
from rich.cells import cell_len

from countyplan.cli.app import app
from countyplan.cli.line.help import in_language
from tests.cli.conftest import Run, run

__all__ = ["run"]


def commands(group: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it."""
    yield path, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, *path, name)


COMMANDS = dict(commands(typer.main.get_command(app)))
NOT_OURS = {"help", "install_completion", "show_completion"}


@pytest.mark.parametrize("path", COMMANDS)
def test_everything_is_told_in_both_languages(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    helps = [one.help for one in command.params if one.name not in NOT_OURS]
    for text in [command.help.split("\n\n")[0], *helps]:
        zh, en = in_language(text, "zh"), in_language(text, "en")
        assert re.search("[\u4e00-\u9fff]", zh), text
        assert en.isascii() or "“" in en, text
        assert zh + en == re.sub(r"(?<=[。）…])\s+(?=[A-Z])", "", text.strip())


@pytest.mark.parametrize("path", COMMANDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_no_page_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...], lang: str, columns: int
) -> None:
    monkeypatch.setenv("COUNTYPLAN_LANG", lang)
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = run(*path, "--help")
    assert shown.exit_code == 0
    assert max(cell_len(line) for line in shown.stdout.splitlines()) <= columns
    assert "<" not in shown.stdout.replace("<=", "")
    assert "{" not in shown.stdout


def test_a_page_has_examples_and_groups_in_the_language_of_the_system(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYPLAN_LANG", "en")
    shown = run("check", "--help").stdout
    assert shown.startswith("Usage: countyplan check [OPTIONS] PATH...\n\n  Judge submissions")
    assert "\nExamples:\n  countyplan check figures-2024.yaml\n" in shown
    headings = re.findall(r"^(\S.*):$", shown, re.MULTILINE)
    assert headings == [
        "Examples",
        "Arguments",
        "What to read",
        "What to look at",
        "What fails",
        "What to write",
        "Other options",
    ]
    assert re.search(r"--fail-on FAIL-ON .*\[default: missed\]", " ".join(shown.split()))
    monkeypatch.setenv("COUNTYPLAN_LANG", "zh")
    assert "\n例：\n" in run("check", "--help").stdout


def test_every_command_shows_how_it_is_called() -> None:
    for path, command in COMMANDS.items():
        if not getattr(command, "commands", {}):
            examples = command.help.split("\n\n")[1:]
            assert examples, path
            assert all(one.strip().startswith(f"countyplan {' '.join(path)}") for one in examples), path


@pytest.mark.parametrize("words", [["--help", "--lang", "en"], ["--help", "--lang=en"], ["--lang", "en", "--help"]])
def test_a_page_is_in_the_language_that_the_line_asks_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("COUNTYPLAN_LANG", "zh")
    assert run("report", *words).stdout.startswith("Usage: countyplan report")
