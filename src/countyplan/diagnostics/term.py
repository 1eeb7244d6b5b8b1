"""Words of a message that every language has its own for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

_BETWEEN = "; "


class Term(str):
    """The key of a text: a message says it in its own language, where any other word is shown as it is."""

    __slots__ = ()


class Listed(str):
    """Several words from files: a message shows each as it is and joins them as its language does."""

    __slots__ = ()

    @classmethod
    def of(cls, words: Iterable[str]) -> Listed:
        """The words in the order in which they are to be shown."""
        return cls(_BETWEEN.join(words))

    @property
    def words(self) -> list[str]:
        """The words one by one."""
        return self.split(_BETWEEN)


class Terms(str):
    """The keys of several texts: a message says each in its own language and joins them as that language does."""

    __slots__ = ()

    @classmethod
    def of(cls, keys: Iterable[str]) -> Terms:
        """The keys in the order in which they are to be said."""
        return cls(" ".join(keys))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys one by one."""
        return tuple(self.split())


class Named(str):
    """What the plan calls something: the name itself, and in English `english`, which each language's message chooses of."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, name: str, english: str = "") -> Self:
        """The plan's own name, with the one in English where there is one."""
        self = super().__new__(cls, name)
        self.english = english or name
        return self
