"""Characters that take no room, as they come along from web pages and chats: nobody sees them, and they say nothing."""

from __future__ import annotations

# Soft hyphen, zero width space and joiners, left-to-right mark, word joiner, byte order mark. What turns the order of
# the characters round is not among them: it changes what is seen.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff"
_DROPPED = str.maketrans("", "", INVISIBLE)


def without_invisible(text: str) -> str:
    """`text` as it is seen."""
    return text if text.isascii() else text.translate(_DROPPED)
