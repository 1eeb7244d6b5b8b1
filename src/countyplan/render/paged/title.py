"""A title on lines that are about alike, none of which ends within a word."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.paged.widths import CLOSING, text_width


def title_lines(lines: Iterable[str], room: float, texts: Texts, whole: str = "") -> Iterator[str]:
    """Each of the lines, what cannot be seen written out; one that is longer than `room`, in sizes of its font, as several.

    It is divided where the language says that words part, and behind the name `whole`, within which it is not where that
    has no blanks; a line in which words part nowhere is left to who sets it.
    """
    for line in lines:
        yield from _divided(visible(line), room, texts, visible(whole))


def _divided(line: str, room: float, texts: Texts, whole: str) -> Iterator[str]:
    after, before = texts.say("title.break_after"), texts.say("title.break_before")
    while (few := math.ceil(sum(each := [text_width(char) for char in line]) / room)) > 1:
        widths = list(takewhile(lambda width: width <= room, accumulate(each)))
        fitting = [at for at in range(1, len(widths)) if line[at] not in CLOSING]
        breaks = [at for at in fitting if line[at - 1] in after or line[at] in before]
        if whole in line and " " not in whole:
            name = line.index(whole)
            end = name + len(whole)
            breaks = [at for at in fitting if at == end or (at in breaks and not name < at < end)] or breaks
        if not breaks:
            break
        even = sum(each) / few
        at = min(breaks, key=lambda at: abs(widths[at - 1] - even))
        yield line[:at].rstrip()
        line = line[at:].lstrip()
    yield line
