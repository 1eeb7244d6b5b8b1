"""Text as it is compared: Chinese keyboards have two widths of digits, letters and brackets, and spaces are put anywhere."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def squeezed(text: str) -> str:
    """`text` of single width and without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


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
