from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from markdown_it import MarkdownIt

from countyplan.diagnostics import Code
from countyplan.render.catalogue import catalogue_page

PAGE = Path(__file__).parents[2] / "docs" / "diagnostics.md"


def test_the_page_in_the_repository_is_that_of_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue_page(), "run: make docs"


def test_the_module_writes_the_page_wherever_it_is_run(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "countyplan.render.catalogue"]
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=True).stdout.decode() == catalogue_page()


def test_every_code_is_a_heading_of_its_own_in_order() -> None:
    assert re.findall(r"^### (.+)$", catalogue_page(), re.MULTILINE) == [code.value for code in Code]


def test_the_page_holds_no_markup_that_is_not_meant() -> None:
    tokens = MarkdownIt("commonmark").parse(catalogue_page())
    inline = {child.type for token in tokens for child in token.children or []}
    assert inline == {"text", "strong_open", "strong_close"}
    assert sum(token.type == "fence" for token in tokens) == 2 * len(Code)
