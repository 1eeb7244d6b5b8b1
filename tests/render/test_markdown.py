from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from countyplan.diagnostics import visible
from countyplan.render.markdown.marked import bullets, escape, table

MARKDOWN = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").enable("strikethrough")


def text_of(html: str) -> str:
    bare = re.sub(r"<[^>]*>", "", html)
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        bare = bare.replace(entity, char)
    return bare


HOSTILE = [
    "<script>alert(1)</script>", "[x](http://e.com)", "![x](y)", "a|b", "`code`", "**bold**", "~~gone~~", "# head", "&lt;",
    "\\|", "$x$", "line\nbreak", "\x1b[31mred", "=cmd|' /C calc'!A0", "http://example.com", "- item", "1. item", "> quote",
    "<!-- x -->", "a\u202eb",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_a_cell(text: str) -> None:
    html = MARKDOWN.render("\n".join(table(["h"], [[text]])))
    assert html.count("<td>") == 1
    assert visible(text).strip() in text_of(html)
    assert not re.search(r"<(script|a|img|code|strong|s|h\d|em)\b", html)


@given(st.text(st.characters(codec="utf-8", exclude_characters="@#"), min_size=1))
def test_a_cell_reads_back_as_what_was_written(text: str) -> None:
    html = MARKDOWN.render("\n".join(table(["h"], [[f"x{text}x"]])))
    cell = re.search(r"<td>(.*)</td>", html, re.DOTALL)
    assert cell is not None
    assert text_of(cell[1]) == f"x{visible(text)}x"


def test_references_to_people_and_issues_are_split() -> None:
    assert escape("@all #12") == "@<!-- -->all \\#<!-- -->12"
    assert escape("www.example.com") == "www\\.example.com"


def test_a_colon_is_escaped_only_where_it_could_mark_something() -> None:
    assert escape("Goal: at most 1.55") == "Goal: at most 1.55"
    assert escape(": a definition") == "\\: a definition"
    assert escape("as :smile: says http://e.com") == "as \\:smile: says http\\://e.com"


def test_a_list_has_an_item_a_line() -> None:
    assert MARKDOWN.render("\n".join(bullets(["a\nb", "c"]))).count("<li>") == 2
