from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from countyplan.cli.app import app
from countyplan.cli.commands_page import commands_page
from countyplan.cli.line.settings import all_settings
from countyplan.cli.settings_page import settings_page
from countyplan.language import Language
from tests.cli.conftest import Run
from tests.docs.pages import blocks, page

SETTINGS = all_settings(app)


@pytest.mark.parametrize("language", list(Language))
def test_the_pages_in_the_repository_are_those_of_the_options(language: Language) -> None:
    assert page("reference/configuration.md", language) == settings_page(language), "run: make docs"
    assert page("reference/commands.md", language) == commands_page(language), "run: make docs"
    assert len(blocks(commands_page(language), "text")) >= 16


@pytest.mark.parametrize(("module", "made"), [("settings_page", settings_page), ("commands_page", commands_page)])
def test_the_module_writes_the_page_wherever_it_is_run(
    module: str, made: Callable[[Language], str], tmp_path: Path
) -> None:
    words = [sys.executable, "-m", f"countyplan.cli.{module}", "en"]
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=True).stdout.decode() == made(Language.EN)


@pytest.mark.parametrize("language", list(Language))
def test_every_setting_has_one_row_with_its_three_names(language: Language) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(settings_page(language))
    cells = [token.children or [] for token in tokens if token.type == "inline" and token.level == 4]
    texts = ["".join(child.content for child in cell) for cell in cells]
    rows = [tuple(texts[at : at + 3]) for at in range(7, len(texts), 7)]
    assert rows == [(name, uses[0].setting.flag, uses[0].setting.variable) for name, uses in SETTINGS.items()]


def test_the_examples_of_the_page_can_be_used(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fences = [token.content for token in MarkdownIt().parse(settings_page(Language.ZH)) if token.type == "fence"]
    own, shared = (tomllib.loads(fence) for fence in fences)
    assert shared["tool"]["countyplan"] == own
    (tmp_path / "countyplan.toml").write_text(fences[0], encoding="utf-8")
    monkeypatch.delenv("COUNTYPLAN_CONFIG")
    done = run("config")
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("command", sorted({" ".join(use.command) for uses in SETTINGS.values() for use in uses}))
def test_the_help_of_a_command_names_the_variable_of_each_setting(run: Run, command: str) -> None:
    told = "".join(run(*command.split(), "--help").stdout.split())
    for uses in SETTINGS.values():
        for use in uses:
            if " ".join(use.command) == command and use.setting.name != "lang":
                assert use.setting.variable in told
