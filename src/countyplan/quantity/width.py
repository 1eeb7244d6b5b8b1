"""Text as it is compared: Chinese keyboards have two widths of digits, letters and brackets, and spaces are put anywhere."""

from __future__ import annotations

import unicodedata


def squeezed(text: str) -> str:
    """`text` of single width and without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())
