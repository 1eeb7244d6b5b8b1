"""Text as Markdown: lists, tables, fences, and what is escaped in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from countyplan.diagnostics import unobeyed, visible
from countyplan.language.texts import begun

# A colon marks something only at the beginning (a definition) or before what is no blank (an address, an emoji).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#!|~$&@]|^:|:(?=\S))")
_WWW = re.compile(r"(www)\.", re.IGNORECASE)
# References are found in the rendered text, where a backslash is gone; an empty comment keeps sign and name apart.
_SPLIT = {"@": "@<!-- -->", "#": "\\#<!-- -->"}


def bullets(lines: Iterable[str]) -> list[str]:
    """A list, each line escaped."""
    return [f"- {escape(line)}" for line in lines]


def paragraphs(*texts: str) -> Iterator[str]:
    """Each text that is not empty as a paragraph of its own, escaped."""
    for text in filter(None, texts):
        yield from (escape(text), "")


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table, each cell escaped."""
    return [*head(headers), *(line(escape(cell) for cell in row) for row in rows)]


def head(headers: Sequence[str]) -> list[str]:
    """The head of a table, each header escaped and with a capital, where its letters have one."""
    return [line(escape(begun(header)) for header in headers), "|" + " --- |" * len(headers)]


def line(cells: Iterable[str]) -> str:
    """A row of a table, its cells as they are."""
    return "| " + " | ".join(cells) + " |"


def headed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines below a heading of the second level, which is escaped."""
    yield ""
    yield f"## {escape(heading)}"
    yield ""
    yield from lines
    yield ""


def fenced(lines: Sequence[str]) -> list[str]:
    """Lines as they are; the fence is longer than any that could stand in them."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *map(unobeyed, lines), fence]


def escape(text: str) -> str:
    """`text` as itself: on one line, without a mark-up, a link, a mention or an entity of its own."""
    return _WWW.sub(r"\1\\.", _SPECIAL.sub(lambda found: _SPLIT.get(found[1], f"\\{found[1]}"), visible(text)))
