"""Text of single width, character by character, so that what is found in it can be pointed to in the original."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def single_width(text: str) -> str:
    """`text` with full-width digits, letters and signs as their narrow forms; as long as it was."""
    return "".join(map(_narrow, text))


@lru_cache(maxsize=8192)
def _narrow(char: str) -> str:
    if char.isascii():
        return char
    if char.isspace():
        return " "
    form = unicodedata.normalize("NFKC", char)
    # A raised or circled digit is no digit of a number: it counts a note, a power or an item.
    kept = unicodedata.decomposition(char).startswith(("<super>", "<sub>", "<circle>", "<fraction>"))
    return char if kept or len(form) != 1 else form
