"""Words of a message that every language has its own for."""

from __future__ import annotations


class Term(str):
    """The key of a text: a message says it in its own language, where any other word is shown as it is."""

    __slots__ = ()
