"""Which areas a plan is about, and which of them a target binds."""

from __future__ import annotations

import re
from collections import Counter

from countyplan.plan.files.values import TOTAL
from countyplan.plantext.draft.context import Context
from countyplan.plantext.reading.document import Document
from countyplan.plantext.vocabulary import Vocabulary

_HEAD = 12


class Areas:
    """The areas of a text: those that it names as bearers of goals, and the whole that it speaks of."""

    def __init__(self, document: Document, words: Vocabulary) -> None:
        self._words = words
        text = "\n".join(paragraph.narrow for paragraph in document.paragraphs)
        self.named = _named(text, words)
        self.whole = _whole(document, words)

    @property
    def all(self) -> tuple[str, ...]:
        """The plan's areas, in the order in which the text first names them."""
        return self.named or (self.whole,)

    def of(self, context: Context, kind: str | None) -> tuple[tuple[str, ...], str | None]:
        """The areas that a target binds, and the id of a doubt."""
        if not self.named:
            each = self._words.pattern("areas.each_of").search(context.before)
            return (each[0] if each else self.whole,), None
        if self._words.pattern("areas.said").search(context.before):
            return (TOTAL,), None
        said = context.lead + context.before
        last = max(self.named, key=lambda name: self._last(said, name))
        if self._last(said, last) >= 0:
            return (last,), None
        if self._words.pattern("areas.each").match(context.before.strip()) or kind in {"ratio", "hold"}:
            doubt = None if self._words.pattern("areas.each").match(context.before.strip()) else "area_each"
            return self.named, doubt
        return (TOTAL,), "area_total"

    def listed(self, text: str) -> tuple[tuple[str, ...], int]:
        """The areas that a list of several in `text` names, in its order, and where the list ends; else none and 0."""
        if not self.named:
            return (), 0
        one = "|".join(map(re.escape, self.named))
        parts = self._words.get("areas.list_parts")
        found = list(re.finditer(f"(?:{one})(?:(?:{parts})(?:{one}))+", text))
        return (tuple(re.findall(one, found[-1][0])), found[-1].end()) if found else ((), 0)

    def _last(self, text: str, name: str) -> int:
        """Where an area is named last, by its whole name or without its kind before a noun (某某经济开发区)."""
        short = name[:-1]
        return max(text.rfind(name), text.rfind(short) if len(short) > 1 else -1)


def _named(text: str, words: Vocabulary) -> tuple[str, ...]:
    """Names of areas of one rank that begin stretches of the text, as bearers of goals do; two at the least."""
    if not words.get("areas.named"):
        return ()
    counts: Counter[str] = Counter()
    listed = words.pattern("areas.listed")
    for found in listed.finditer(text):
        names = [name for name in words.pattern("areas.list_parts").split(found[0]) if name]
        for name in names:
            if not words.pattern("areas.not_names").search(name):
                counts[name] += 1
    counts = _shortened(counts, text)
    bearers = [name for name in counts if words.compiled(f"(?:^|[。；;,，、:])\\s*{name}").search(text)]
    goals = [name for name in bearers if text.count(name) >= int(words.get("areas.fewest"))]
    return tuple(sorted(goals, key=text.find)) if len(goals) > 1 else ()


def _shortened(counts: Counter[str], text: str) -> Counter[str]:
    """Names without a character that was caught before them: 进甲市 is 甲市, which stands more often."""
    shortened: Counter[str] = Counter()
    for name, count in counts.items():
        short = name[1:]
        shortened[short if len(short) > 2 and text.count(short) > text.count(name) else name] += count
    return shortened


def _whole(document: Document, words: Vocabulary) -> str:
    """The area that the text as a whole is about, by who issued it and what it calls itself."""
    cited = words.pattern("areas.cited")
    first = [cited.sub("", paragraph.narrow) for paragraph in document.paragraphs[:_HEAD]]
    # Titles, issuers and addressees stand on lines of their own; a sentence may speak of others as well.
    ended = words.pattern("sentence_end_mark")
    own = "\n".join(line for line in first if not ended.search(line))
    head = "\n".join(first)
    tail = "\n".join(cited.sub("", paragraph.narrow) for paragraph in document.paragraphs[-4:])
    for said_in in (own, head):
        for pattern in words.words("areas.names"):
            if (found := words.compiled(pattern).search(said_in)) is not None:
                return found["name"]
        for mark, name in words.table("areas.whole").items():
            if mark in said_in or mark in tail:
                return name
    text = "\n".join(paragraph.narrow for paragraph in document.paragraphs)
    said = Counter(found[0] for found in words.pattern("areas.said").finditer(text))
    if said:
        return said.most_common(1)[0][0]
    titled = words.table("areas.titled")
    for mark, name in titled.items():
        if mark in document.paragraphs[0].narrow:
            return name
    return str(words.get("areas.unknown"))
