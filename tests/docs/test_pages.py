"""The pages of both languages belong together, and every link leads somewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from tests.docs.pages import DOCS, LANGUAGES, ROOT, pages

FRONT = [path.name for path in ROOT.glob("*.md")]
EVERY = [*FRONT, *(f"docs/{language}/{path}" for language in LANGUAGES for path in pages(language))]
MARKDOWN = MarkdownIt("commonmark").enable("table")


@cache
def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    tokens = MARKDOWN.parse(path.read_text(encoding="utf-8"))
    headings = [tokens[at + 1].children or [] for at, token in enumerate(tokens) if token.type == "heading_open"]
    texts = ["".join(child.content for child in heading) for heading in headings]
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in texts}


def links(path: Path) -> list[str]:
    """Where a page's links and pictures lead, those to other sites left out."""
    tokens = MARKDOWN.parse(path.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    found = [str(child.attrGet("href") or child.attrGet("src") or "") for child in inline]
    return [unquote(one) for one in found if one and "://" not in one]


def test_every_page_has_its_twin_in_the_other_language() -> None:
    assert pages("zh") == pages("en")
    assert [found.name for found in DOCS.glob("*.md")] == [], "a page belongs into docs/zh and docs/en"


@pytest.mark.parametrize("path", pages("zh"))
def test_twins_are_of_one_build(path: str) -> None:
    """The same headings by level, blocks by kind, and rows of tables, one behind the other."""
    zh, en = (
        re.findall(r"^(#+ |```\w*|\|)", (DOCS / language / path).read_text(encoding="utf-8"), re.MULTILINE)
        for language in LANGUAGES
    )
    assert zh == en


@pytest.mark.parametrize("path", EVERY)
def test_every_link_of_a_page_leads_to_a_file_and_a_heading(path: str) -> None:
    for link in links(ROOT / path):
        file, _, anchor = link.partition("#")
        target = (ROOT / path).parent / file if file else ROOT / path
        assert target.exists(), f"{path}: {link}"
        assert not anchor or anchor in anchors(target), f"{path}: {link}"


def test_each_readme_is_short_and_begins_with_the_other() -> None:
    for name, other in (("README.md", "README.zh.md"), ("README.zh.md", "README.md")):
        text = (ROOT / name).read_bytes()
        assert len(text) <= 5 * 1024
        assert f"({other})" in text.decode().splitlines()[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_page(language: str) -> None:
    below = {"index.md", *(path for path in pages(language) if path.startswith("reference/findings/"))}
    assert {*links(DOCS / language / "index.md")} == {*pages(language)} - below
