"""A title on lines that are about alike, none of which ends within a word."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.paged.widths import CLOSING, text_width


def title_lines(lines: Iterable[str], room: float, texts: Texts) -> Iterator[str]:
    """Each of the lines, what cannot be seen written out; one that is longer than `room`, in sizes of its font, as several.

    It is divided where the language says that words part; a line in which they part nowhere is left to who sets it.
    """
    for line in lines:
        yield from _divided(visible(line), room, texts.say("title.break_after"), texts.say("title.break_before"))


def _divided(line: str, room: float, after: str, before: str) -> Iterator[str]:
    while (few := math.ceil(text_width(line) / room)) > 1:
        widths = list(takewhile(lambda width: width <= room, accumulate(map(text_width, line))))
        fitting = [at for at in range(1, len(widths)) if line[at] not in CLOSING]
        breaks = [at for at in fitting if line[at - 1] in after or line[at] in before]
        if not breaks:
            break
        each = text_width(line) / few
        at = min(breaks, key=lambda at: abs(widths[at - 1] - each))
        yield line[:at].rstrip()
        line = line[at:].lstrip()
    yield line
