from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from countyplan.diagnostics import Code
from countyplan.language import Language
from countyplan.render.catalogue import catalogue_pages

DOCS = Path(__file__).parents[2] / "docs"
pytestmark = pytest.mark.parametrize("language", list(Language))


def test_the_pages_in_the_repository_are_those_of_the_catalogue(language: Language) -> None:
    made = catalogue_pages(language)
    folder = DOCS / language / "reference"
    assert {name: (folder / name).read_text(encoding="utf-8") for name in made} == made, "run: make docs"
    assert {f"findings/{path.name}" for path in (folder / "findings").iterdir()} | {"findings.md"} == set(made)


def test_the_module_writes_the_pages_wherever_it_is_run(language: Language, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "countyplan.render.catalogue", language, "there"]
    subprocess.run(words, cwd=tmp_path, check=True)
    assert {
        path.relative_to(tmp_path / "there").as_posix(): path.read_text(encoding="utf-8")
        for path in tmp_path.rglob("*.md")
    } == catalogue_pages(language)


def test_every_code_is_a_heading_of_its_own_in_order_and_the_index_leads_to_it(language: Language) -> None:
    index, *pages = catalogue_pages(language).values()
    assert re.findall(r"^## (.+)$", "".join(pages), re.MULTILINE) == [code.value for code in Code]
    assert re.findall(r"^- \[(CP\d+).*#(cp\d+)\)$", index, re.MULTILINE) == [(one.value, one.lower()) for one in Code]


def test_the_pages_hold_no_markup_that_is_not_meant(language: Language) -> None:
    _, *pages = catalogue_pages(language).values()
    tokens = [token for page in pages for token in MarkdownIt("commonmark").parse(page)]
    inline = {child.type for token in tokens for child in token.children or []}
    assert inline == {"text", "strong_open", "strong_close", "link_open", "link_close"}
    assert sum(child.type == "link_open" for token in tokens for child in token.children or []) == len(pages)
    assert sum(token.type == "fence" for token in tokens) == 2 * len(Code)
