"""Lines of mixed Chinese and Latin text, broken where either may be broken and measured in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

from countyplan.pattern import pattern

# A run of narrow characters stays together; every other character may end a line.
# So does a number with the few characters behind it, or the word behind it, which are its unit or what it counts, and with
# what makes it an ordinal (第); a day with its month and year; and a currency's code with its number and the word behind it,
# which may be part of the number.
_PIECES = pattern(
    r"[!-~“]*\b[A-Z]{3} [0-9][!-~]*(?: [a-z]+[!-~”]*)?|"
    r"[!-~“]*\b[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}[!-~”]*|"
    r"[!-~“]*[0-9]%? [a-z]+[!-~”]*|"
    r"(?:\u7b2c ?)?[!-~“”‘’\u00a0-\u024f]*[0-9]%?"
    r"(?: [\u4e00-\u9fff]|[\u4e00-\u9fff](?:[0-9]{1,2}[\u4e00-\u9fff]){0,2}[\u4e00-\u9fff]{0,3})|"
    r"[!-~“”‘’\u00a0-\u024f]+|\s+|."
)
_NO_START = frozenset("，。；：、！？）》」〕】〉』”’%％‰")
_NO_END = frozenset("（《「〔【〈『“‘")
# Narrow signs that belong to what they stand right behind.
_BEHIND = frozenset(",.;:!?)")
# Most pieces of a text are a sign or a word that stands in it again and again.
_cells = lru_cache(maxsize=4096)(cell_len)
_JOINING = "\u200d\ufe0f"


def wrap(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` cells; closing punctuation begins no line and opening punctuation ends none."""
    width = max(1, width)
    if cell_len(text) <= width:
        yield from filter(None, [text.strip()])
        return
    # What joins characters makes them narrower together than one by one.
    joined = any(sign in text for sign in _JOINING)
    line, used = "", 0
    for piece in _glued(text):
        bare = piece.rstrip()
        if (cell_len(line + bare) if joined else used + _cells(bare)) > width and line.strip():
            yield line.rstrip()
            line, used = "", 0
        added = piece if line else piece.lstrip()
        line, used = line + added, used + _cells(added)
        while (joined or used > width) and cell_len(line.rstrip()) > width:
            head = _fitting(line, width)
            yield head
            line = line[len(head) :].lstrip()
            used = cell_len(line)
    if line.strip():
        yield line.rstrip()


def longest_piece(text: str) -> int:
    """How many cells the widest part of `text` takes that a line should not be broken within."""
    return max((_cells(piece.rstrip()) for piece in _glued(text)), default=0)


def _glued(text: str) -> Iterator[str]:
    """Pieces that a line may be broken between."""
    held = ""
    for piece in _PIECES.findall(text):
        if held and (held[-1] in _NO_END or piece[0] in _NO_START or (piece[0] in _BEHIND and not held[-1].isspace())):
            held += piece
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _fitting(text: str, width: int) -> str:
    head = ""
    for char in text:
        if head and cell_len(head + char) > width:
            break
        head += char
    # An amount that is wider than its column is broken at a space all the same, and no word of it is.
    return head[: head.rfind(" ")] if head.rfind(" ") > 0 else head
