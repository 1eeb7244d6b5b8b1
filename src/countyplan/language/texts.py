"""A language's catalogue, and how it fills in what a sentence is about."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import cast

from countyplan.language.shipped import load_shipped


class Language(StrEnum):
    """The languages that reports and messages are written in."""

    ZH = "zh"
    EN = "en"


class Texts:
    """The sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._entries = _load(language)

    def say(self, key: str, **words: object) -> str:
        """The sentence `key` with `words` filled in; KeyError if the catalogue lacks it."""
        return self._entries[key].format(**words)

    def knows(self, key: str) -> bool:
        """Whether the catalogue has a sentence of that name."""
        return key in self._entries

    def choose(self, zh: str, en: str) -> str:
        """Which of two wordings of the plan's data belongs to this language."""
        return zh if self.language is Language.ZH else en

    def join(self, words: list[str] | tuple[str, ...]) -> str:
        """The words as a list in this language."""
        return self._entries["list.separator"].join(words)

    def keys(self) -> frozenset[str]:
        """The names of all sentences."""
        return frozenset(self._entries)


@cache
def _load(language: Language) -> Mapping[str, str]:
    return cast("Mapping[str, str]", load_shipped("countyplan.language", f"{language.value}.yaml"))
