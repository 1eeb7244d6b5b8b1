"""Words of a message that every language has its own for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Self

from countyplan.language import Language

_BETWEEN = "; "


class Term(str):
    """The key of a text: a message says it in its own language, where any other word is shown as it is."""

    __slots__ = ()


class Listed(str):
    """Several words: a message shows each as it is, or as its language calls it, and joins them as its language does."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, joined: str, english: str = "") -> Self:
        """The words in one, and the same in English where that calls them otherwise."""
        self = super().__new__(cls, joined)
        self.english = english or joined
        return self

    @classmethod
    def of(cls, words: Iterable[str]) -> Listed:
        """The words in the order in which they are to be shown."""
        several = [Named(*map(one.told, Language)) if isinstance(one, Amount) else one for one in words]
        english = [one.english if isinstance(one, Named) else one for one in several]
        return cls(_BETWEEN.join(several), _BETWEEN.join(english))

    @property
    def words(self) -> list[str]:
        """The words one by one."""
        return self.split(_BETWEEN)

    @property
    def english_words(self) -> list[str]:
        """The same in English."""
        return self.english.split(_BETWEEN)


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


class Amount(str):
    """A number as it was reported; a message says it with its unit, as its language writes amounts."""

    __slots__ = ("_told",)
    _told: Callable[[str, Language], str]

    def __new__(cls, number: str, told: Callable[[str, Language], str] = lambda number, _: number) -> Self:
        """The number alone, which stays the same whatever a language makes of it; `told` writes it with its unit."""
        self = super().__new__(cls, number)
        self._told = told
        return self

    def told(self, language: Language) -> str:
        """With its unit."""
        return self._told(str(self), language)


class Named(str):
    """What the plan calls something: the name itself, and in English `english`, which each language's message chooses of."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, name: str, english: str = "") -> Self:
        """The plan's own name, with the one in English where there is one."""
        self = super().__new__(cls, name)
        self.english = english or name
        return self
