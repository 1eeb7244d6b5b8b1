"""How wide columns are, so that no word, no number and no quantity is broken: estimated, for the fonts are the reader's."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from countyplan.render.paged.page import TableRow

# In parts of the size of the font, of the widest fonts that stand in for one that is lacking.
_WIDE, _NARROW = 1.0, 0.62
_PADDING = 1.0
_BETWEEN = 0.25  # what is set between a Chinese character and a Latin letter or a digit
_BOLD = 1.2  # how much wider a header's letters are
# Lines of what stands in the middle that are longer than this may be broken: the more, the less room there is.
_LONGEST = (11.0, 9.0, 7.0, 5.5, 0.0)
# Of its share a column of text keeps this part, where a short name or an amount elsewhere stays whole by that.
_KEEPS = (0.93, 0.85)
_LONG_HEAD = 4  # characters: a shorter header is not worth dividing
_ROUNDS = 24  # until widths by length hardly change
_TOKEN = re.compile(r"[^\s\u1100-\uffff\-/]+[-/]?|[\u1100-\uffff]")
_JOINT = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")
CLOSING = frozenset("，。；：、！？）》”’%")


def text_width(text: str) -> float:
    """How wide a line is, in sizes of its font."""
    return sum(_WIDE if east_asian_width(char) in "WF" else _NARROW for char in text)


def fitted(headers: Sequence[str], shares: Sequence[float], rows: Sequence[TableRow], room: float) -> list[float]:
    """The columns' widths, in sizes of the font, of which `room` is the sum.

    Each has room for the longest of what is not to be broken; what is left over goes by `shares`. Where there is too little
    room for that, all give way alike.
    """
    least: list[float] = []
    for longest in _LONGEST:
        least = _least(headers, rows, longest)
        for keeps in _KEEPS:
            wanted = [_wanted(at, share / sum(shares) * room, keeps, rows) for at, share in enumerate(shares)]
            if sum(map(max, least, wanted)) <= room:
                return _spread(list(map(max, least, wanted)), shares, room)
    return _spread(least, shares, room) if sum(least) < room else [one * room / sum(least) for one in least]


def by_length(headers: Sequence[str], rows: Sequence[TableRow]) -> list[float]:
    """Shares by which a table of text comes out about as low as it can be.

    A row is as high as the cell that has the least room for its text. Of columns of which each decides the height of some
    rows the whole is lowest where the square of each one's width is as the text of the cells that decide.
    """
    texts = [[sum(map(text_width, cell.lines)) for cell in row.cells] for row in rows if not row.band]
    shares = [1.0 / len(headers)] * len(headers)
    for _ in range(_ROUNDS):
        deciding = [text_width(header) for header in headers]
        for cells in texts:
            at = max(range(len(cells)), key=lambda at: cells[at] / shares[at])
            deciding[at] += cells[at]
        roots = [math.sqrt(one) for one in deciding]
        shares = [(old + new / sum(roots)) / 2 for old, new in zip(shares, roots, strict=True)]
    return shares


def overfull(headers: Sequence[str], rows: Sequence[TableRow], room: float) -> bool:
    """Whether a table has no room for its words, however they are broken into lines, so that it needs a smaller font."""
    return sum(_least(headers, rows, 0.0)) > room


def torn(headers: Sequence[str], shares: Sequence[float], rows: Sequence[TableRow], room: float) -> bool:
    """Whether a table has no room for a short amount or name in Chinese, which would go on after any of its characters."""
    widths = fitted(headers, shares, rows, room)
    cells = [pair for row in rows if not row.band for pair in zip(row.cells, widths, strict=True)]
    return any(
        width < _whole(line) + _PADDING <= _LONGEST[0] + _PADDING and any(east_asian_width(one) == "W" for one in line)
        for cell, width in cells
        if cell.centred or cell.whole
        for line in cell.lines
    )


def head_lines(header: str, width: float) -> tuple[str, ...]:
    """A header as it is written: it begins with a capital, and one in Chinese that needs several lines has them alike."""
    if len(header) > 1:
        header = header[0].upper() + header[1:]
    lines = math.ceil(len(header) / max(1.0, width - _PADDING))
    if lines < 2 or len(header) < _LONG_HEAD or any(east_asian_width(char) != "W" for char in header):
        return (header,)
    each = math.ceil(len(header) / lines)
    return tuple(header[at : at + each] for at in range(0, len(header), each))


def _wanted(at: int, share: float, keeps: float, rows: Sequence[TableRow]) -> float:
    """What a column wants before lines elsewhere are broken: of text its share, at most what lines to be kept whole need."""
    cells = [row.cells[at] for row in rows if not row.band]
    if any(cell.centred for cell in cells):
        return 0.0
    if not any(cell.whole for cell in cells):
        return share * keeps
    return min(share, max((_whole(line) for cell in cells for line in cell.lines), default=0.0) + _PADDING)


def _least(headers: Sequence[str], rows: Sequence[TableRow], longest: float) -> list[float]:
    """What each column needs, where centred lines that are no longer than `longest` stay whole."""
    least = [_word(header) * _BOLD for header in headers]
    for row in rows:
        if not row.band:
            for at, cell in enumerate(row.cells):
                whole = cell.centred or cell.whole
                told = [_line(line, longest) if whole else _word(line) for line in cell.lines]
                least[at] = max([least[at], *told])
    return [one + _PADDING for one in least]


def _spread(least: Sequence[float], shares: Sequence[float], room: float) -> list[float]:
    """By shares, but for the columns that need more than theirs: these have what they need."""
    fixed: set[int] = set()
    while True:
        rest = room - sum(least[at] for at in fixed)
        whole = sum(share for at, share in enumerate(shares) if at not in fixed)
        told = [least[at] if at in fixed else rest * share / whole for at, share in enumerate(shares)]
        short = {at for at, width in enumerate(told) if at not in fixed and width < least[at]}
        if not short:
            return told
        fixed |= short


def _line(text: str, longest: float) -> float:
    whole = _whole(text)
    return whole if whole <= longest else _word(text)


def _whole(text: str) -> float:
    """How wide a line is with what programs set between its Chinese and its other characters."""
    return text_width(text) + _BETWEEN * len(_JOINT.findall(text))


def _word(text: str) -> float:
    """The widest of what a line is broken between; what closes a bracket stays with what stands before it."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if token in CLOSING and tokens:
            tokens[-1] += token
        else:
            tokens.append(token)
    return max(map(text_width, tokens), default=0.0)
