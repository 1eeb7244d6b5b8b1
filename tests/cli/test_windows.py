"""What can be held of Windows without one: words that its Chinese console has, and command files that call what there is."""

from __future__ import annotations

import re

import pytest

from countyplan.cli.app import app
from countyplan.cli.line.settings import commands
from tests.docs.pages import ROOT

SAID = [
    *(ROOT / "src" / "countyplan" / "language").glob("*.yaml"),
    ROOT / "src" / "countyplan" / "diagnostics" / "catalogue.yaml",
    *(ROOT / "data").glob("*.yaml"),
]
COMMAND_FILES = sorted((ROOT / "windows").glob("*.cmd"))


@pytest.mark.parametrize("file", SAID, ids=lambda file: file.name)
def test_a_console_of_code_page_936_has_every_character_that_is_said(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert {char for char in text if not char.encode("cp936", "ignore")} == set()


@pytest.mark.parametrize("file", COMMAND_FILES, ids=lambda file: file.name)
def test_a_command_file_is_plain_and_calls_a_command_that_there_is(file: str) -> None:
    text = (ROOT / file).read_bytes().decode("ascii")
    known = {words[0] for words, _ in commands(app)}
    assert set(re.findall(r'countyplan\.exe" (\w+)', text)) <= known
    assert "pause" in text


def test_there_are_the_command_files_that_the_page_tells_of() -> None:
    told = (ROOT / "docs" / "zh" / "how-to" / "windows.md").read_text(encoding="utf-8")
    assert [file.name for file in COMMAND_FILES] == ["install.cmd", "open.cmd"]
    assert all(rf"windows\{file.name}" in told for file in COMMAND_FILES)
