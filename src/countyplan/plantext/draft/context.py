"""A number in its surroundings: what the rules look at."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from countyplan.dataclass import dataclass
from countyplan.plantext.outline import Clause
from countyplan.plantext.structure import Figure
from countyplan.plantext.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A figure (with the lower end of its range, if it is one) and the words around it, all of single width.

    `before` and `after` are the parts of its `stretch` (between commas) on both sides, `lead` the sentence before the
    stretch. `after_target` tells that a target stands before it in the sentence, `goal_context` that goals are listed.
    A name begins at `name_start` in `before`, behind what another figure counts.
    """

    figure: Figure
    low: Figure | None
    before: str
    after: str
    stretch: str
    lead: str
    sentence: str
    headings: str
    stretch_start: int
    stretch_end: int
    in_brackets: bool = False
    after_target: bool = False
    goal_context: bool = False
    name_start: int = 0

    @property
    def unit(self) -> str:
        """The unit as written."""
        return self.figure.unit

    @property
    def first(self) -> Figure:
        """Where the amount begins: the lower end of a range, or the figure itself."""
        return self.low or self.figure

    @property
    def goal(self) -> Decimal | tuple[Decimal, Decimal] | None:
        """The amount, or both ends of a range of two that can be read."""
        value = self.figure.number.value
        if self.low is None or value is None or self.low.number.value is None:
            return value
        return self.low.number.value, value


def context_of(
    narrow: str, low: Figure | None, figure: Figure, clause: Clause, words: Vocabulary, *, body: int = 0
) -> Context:
    """The surroundings of a figure in a paragraph whose text begins at `body`, behind its heading."""
    first = low or figure
    stretch_start, stretch_end = _around(_ends(narrow, words), first.start, figure.end, body, len(narrow))
    sentence_start, sentence_end = _around(_sentence_ends(narrow, words), first.start, figure.end, body, len(narrow))
    return Context(
        figure=figure,
        low=low,
        before=narrow[stretch_start : first.start],
        after=narrow[figure.end : stretch_end],
        stretch=narrow[stretch_start:stretch_end],
        lead=narrow[sentence_start:stretch_start],
        sentence=narrow[sentence_start:sentence_end],
        headings=" ".join(f"{one.mark}{one.title}" for one in clause.headings),
        stretch_start=stretch_start,
        stretch_end=stretch_end,
        in_brackets=narrow.count("(", stretch_start, first.start) > narrow.count(")", stretch_start, first.start),
    )


def _around(ends: tuple[int, ...], start: int, end: int, low: int, high: int) -> tuple[int, int]:
    before = max((one for one in ends if one <= start), default=low)
    after = min((one for one in ends if one > end), default=high + 1)
    return max(before, low), max(end, after - 1)


@lru_cache(maxsize=512)
def _ends(narrow: str, words: Vocabulary) -> tuple[int, ...]:
    """Behind which characters a stretch ends."""
    if words.get("segment_end"):
        return tuple(found.end() for found in words.pattern("segment_end").finditer(narrow))
    ends = re.escape(str(words.get("segment_ends")))
    kept = {found.start() for found in words.pattern("not_a_segment_end").finditer(narrow)}
    return tuple(found.end() for found in re.finditer(f"[{ends}]", narrow) if found.start() not in kept)


@lru_cache(maxsize=512)
def _sentence_ends(narrow: str, words: Vocabulary) -> tuple[int, ...]:
    if words.get("sentence_end"):
        return tuple(found.end() for found in words.pattern("sentence_end").finditer(narrow))
    ends = re.escape(str(words.get("sentence_ends")))
    return tuple(found.end() for found in re.finditer(f"[{ends}]", narrow))


def written_unit(context: Context, words: Vocabulary) -> str:
    """A unit as written, a currency before its number too; percent is %, of what is counted the noun without adjectives."""
    written = context.unit
    if (currency := words.pattern("currency_before").search(context.before)) is not None:
        return f"{currency[0].strip()} {written}".strip()
    while (found := words.pattern("unit_adjectives").match(written)) is not None:
        written = written[found.end() :]
    return words.table("unit_names").get(written.lower(), written)
