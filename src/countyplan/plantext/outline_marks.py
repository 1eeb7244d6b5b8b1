"""The marks that head a clause: （三）, 第二章, 1., Article 4."""

from __future__ import annotations

import re
from functools import cache

from countyplan.dataclass import dataclass
from countyplan.plantext.vocabulary import LANGUAGES, Vocabulary, vocabulary
from countyplan.quantity.width import single_width


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a paragraph: its rank (0 is the highest), its text and where it ends."""

    rank: int
    text: str
    end: int


@cache
def _marks(words: Vocabulary) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(one["rank"]), words.compiled(one["pattern"])) for one in words.get("headings") or ())


def mark_of(narrow: str, words: Vocabulary) -> Mark | None:
    """The mark that a paragraph of single width begins with, or None."""
    for rank, pattern in _marks(words):
        found = pattern.match(narrow)
        if found is not None:
            return Mark(rank, found[0].strip(), found.end())
    return None


def opens_a_block(line: str) -> bool:
    """Whether a line begins something of its own in any language, and does not go on with the line before it."""
    narrow = single_width(line)
    known = [vocabulary(language) for language in LANGUAGES]
    return any(mark_of(narrow, words) or words.pattern("opening_block").match(narrow) for words in known)
