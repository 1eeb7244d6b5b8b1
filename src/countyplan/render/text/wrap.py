"""Lines of mixed Chinese and Latin text, broken where either may be broken and measured in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

# A run of narrow characters stays together; every other character may end a line.
_PIECES = re.compile(r"[!-~“”‘’\u00a0-\u024f]+|\s+|.")
_NO_START = frozenset("，。；：、！？）》」”’%")
_NO_END = frozenset("（《「“‘")


def wrap(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` cells; closing punctuation begins no line and opening punctuation ends none."""
    width = max(1, width)
    line = ""
    for piece in _glued(text):
        if cell_len(line + piece.rstrip()) > width and line.strip():
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
        while cell_len(line.rstrip()) > width:
            head = _fitting(line, width)
            yield head
            line = line[len(head) :]
    if line.strip():
        yield line.rstrip()


def _glued(text: str) -> Iterator[str]:
    """Pieces that a line may be broken between."""
    held = ""
    for piece in _PIECES.findall(text):
        if held and (held[-1] in _NO_END or piece[0] in _NO_START):
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
    return head
