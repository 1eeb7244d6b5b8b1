"""Every command of the tutorial, the how-tos, the reference and the READMEs runs, and prints what stands below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.pages.console import files, played
from tests.docs.pages import ROOT


@pytest.mark.parametrize(
    ("file", "language"), [pytest.param(*one, id=str(one[0].relative_to(ROOT))) for one in files()]
)
def test_the_page_shows_what_its_commands_print(file: Path, language: str) -> None:
    assert played(file, language) == file.read_text(encoding="utf-8"), "run: make docs"
