"""The pages that explain every code: `python -m countyplan.render.catalogue zh docs/zh/reference` writes those in Chinese."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from countyplan.diagnostics import Code
from countyplan.language import Language, Texts
from countyplan.render.markdown.marked import escape, fenced
from countyplan.report.words.meaning import meaning

_GROUP = len("CP0")


def catalogue_pages(language: Language) -> Mapping[str, str]:
    """The pages by their paths: an index, and for each group of codes one on which `#cp101` leads to CP101."""
    texts = Texts(language)
    groups = [(group, [*codes]) for group, codes in groupby(Code, key=lambda code: code[:_GROUP])]
    pages = {"findings.md": _index(groups, texts)}
    pages |= {_page(group): _sections(group, codes, texts) for group, codes in groups}
    return {path: "\n".join(lines) + "\n" for path, lines in pages.items()}


def _page(group: str) -> str:
    return f"findings/{group.lower()}.md"


def _index(groups: Iterable[tuple[str, Iterable[Code]]], texts: Texts) -> Iterator[str]:
    yield from (f"# {escape(texts.say('diagnostic.page_title'))}", "", escape(texts.say("diagnostic.page_intro")))
    for group, codes in groups:
        yield from ("", f"## {group}: {escape(texts.say(f'diagnostic.group.{group}'))}", "")
        for code in codes:
            yield f"- [{escape(meaning(code, texts).title)}]({_page(group)}#{code.value.lower()})"


def _sections(group: str, codes: Iterable[Code], texts: Texts) -> Iterator[str]:
    about = escape(texts.say(f"diagnostic.group.{group}"))
    yield from (f"# {group}: {about}", "", f"[{escape(texts.say('diagnostic.page_title'))}](../findings.md)")
    for code in codes:
        told = meaning(code, texts)
        yield from ("", f"## {code.value}", "", f"**{escape(told.title)}**", "")
        yield from (f"- {escape(told.what)}", f"- {escape(told.do)}")
        for label, lines in told.example:
            yield from ("", escape(label), "", *fenced(lines))


if __name__ == "__main__":
    for name, text in catalogue_pages(Language(sys.argv[1])).items():
        page = Path(sys.argv[2], name)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="\n")
