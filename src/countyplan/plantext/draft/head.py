"""What stands above a plan's clauses: what it is called, and who issued it."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.vocabulary import Vocabulary

# Ours: a title stands within so many paragraphs, and none of its lines is longer than so many characters.
_HEAD = 12
_LONGEST = 100


def title_of(document: Document, words: Vocabulary) -> str | None:
    """The title, put together where it goes over several lines."""
    head = [one for one in document.paragraphs[:_HEAD] if 0 < len(one.text.strip()) <= _LONGEST]
    for at, one in enumerate(head):
        if words.pattern("title").search(one.narrow) and not _is_sentence(one, words):
            return "".join(line.text.strip() for line in (*_begun(head[:at], words), one))
    return head[0].text.strip() if head else None


def issuer_of(document: Document, title: str | None, words: Vocabulary) -> str | None:
    """Who issued it: a line of its own at the top, or who the title begins with (国务院关于…)."""
    head = [one for one in document.paragraphs[:_HEAD] if one.text.strip()]
    alone = next((one.text.strip() for one in head if words.pattern("issuer").fullmatch(one.narrow.strip())), None)
    begun = words.pattern("title_begins").match(title or "")
    return alone or (begun["issuer"] if begun and begun["issuer"] else None)


def _begun(before: Sequence[Paragraph], words: Vocabulary) -> Sequence[Paragraph]:
    """The lines that a title begins with, if it does not begin with its own line."""
    for at in range(len(before) - 1, -1, -1):
        if _is_sentence(before[at], words):
            break
        if words.pattern("title_begins").match(before[at].narrow.strip()):
            return before[at:]
    return ()


def _is_sentence(one: Paragraph, words: Vocabulary) -> bool:
    return bool(words.pattern("sentence_end_mark").search(one.narrow))
