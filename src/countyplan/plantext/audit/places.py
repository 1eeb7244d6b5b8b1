"""Where the words that a plan's data quotes stand in its text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from countyplan.plantext.audit.audit_model import Span
from countyplan.plantext.outline import Clause
from countyplan.plantext.width import single_width


@lru_cache(maxsize=8192)
def occurrences(words: str, clause: Clause) -> tuple[Span, ...]:
    """Every place in a clause where `words` stand; width and spaces make no difference."""
    pattern = _quoted(words)
    return tuple(
        Span(part.at, found.start(), found.end())
        for part in clause.parts
        for found in pattern.finditer(part.paragraph.narrow)
    )


@cache
def _quoted(words: str) -> re.Pattern[str]:
    bare = "".join(single_width(words).split())
    return re.compile(r"\s*".join(map(re.escape, bare)))


def line_of(clause: Clause, span: Span) -> int:
    """The line of the text at which a stretch begins."""
    return next(part.paragraph.line for part in clause.parts if part.at == span.at)
