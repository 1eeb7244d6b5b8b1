"""Characters that take no room, as they come along from web pages and chats: nobody sees them, and they say nothing."""

from __future__ import annotations

# Soft hyphen, zero width space and joiners, left-to-right mark, word joiner, byte order mark. What turns the order of
# the characters round is not among them: it changes what is seen.
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x2060, 0xFEFF))


def without_invisible(text: str) -> str:
    """`text` as it is seen."""
    return text if text.isascii() else text.translate(_INVISIBLE)
