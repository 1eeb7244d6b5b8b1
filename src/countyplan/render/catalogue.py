"""The page that explains every code in both languages: `python -m countyplan.render.catalogue > docs/diagnostics.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

from countyplan.diagnostics import Code
from countyplan.language import Language, Texts
from countyplan.render.markdown import escape, fenced
from countyplan.report import meaning

_LANGUAGES = tuple(Texts(language) for language in Language)
_GROUP = len("CP0")


def catalogue_page() -> str:
    """The page: a section for each code, under the code as its heading, so that `#cp101` leads there."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    title = _both("diagnostic.page_title")
    yield f"# {title}"
    for texts in _LANGUAGES:
        yield from ("", escape(texts.say("diagnostic.page_intro")))
    for group, codes in groupby(Code, key=lambda code: code[:_GROUP]):
        about = _both(f"diagnostic.group.{group}")
        yield from ("", f"## {group}: {about}")
        for code in codes:
            yield from _section(code)


def _section(code: Code) -> Iterator[str]:
    yield from ("", f"### {code.value}")
    told = [meaning(code, texts) for texts in _LANGUAGES]
    for one in told:
        yield from ("", f"**{escape(one.title)}**", "", f"- {escape(one.what)}", f"- {escape(one.do)}")
    for labelled in zip(*(one.example for one in told), strict=True):
        yield from ("", escape(" / ".join(label for label, _ in labelled)), "", *fenced(labelled[0][1]))


def _both(key: str) -> str:
    return escape(" / ".join(texts.say(key) for texts in _LANGUAGES))


if __name__ == "__main__":
    sys.stdout.buffer.write(catalogue_page().encode("utf-8"))
