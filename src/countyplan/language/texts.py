"""A language's catalogue, and how it fills in what a sentence is about."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import cast

from countyplan.language.shipped import load_shipped

# Between the forms of a word, as in `{count:file|files}`.
_FORMS = "|"


class Language(StrEnum):
    """The languages that reports and messages are written in."""

    ZH = "zh"
    EN = "en"


class _Counted(int):
    """A number that chooses among the forms of a word that a sentence names behind its colon."""

    def __format__(self, spec: str) -> str:
        forms = spec.split(_FORMS)
        return super().__format__(spec) if len(forms) == 1 else forms[self != 1]


class _Written(str):
    """A number as it is written, which chooses in the same way: 1 percentage point, 1.5 percentage points."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        forms = spec.split(_FORMS)
        return super().__format__(spec) if len(forms) == 1 else forms[self != "1"]


class Texts:
    """The sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._entries = _load(language)

    def say(self, key: str, **words: object) -> str:
        """The sentence `key` with `words` filled in; KeyError if the catalogue lacks it.

        `{count:file|files}` in it is the first form where `count`, a whole number or one as it is written, is one, else
        the second.
        """
        entry = self._entries[key]
        if _FORMS in entry:
            words = {name: _counted(word) for name, word in words.items()}
        return entry.format(**words)

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


def _counted(word: object) -> object:
    if isinstance(word, int):
        return _Counted(word)
    return _Written(word) if isinstance(word, str) else word


@cache
def _load(language: Language) -> Mapping[str, str]:
    return cast("Mapping[str, str]", load_shipped("countyplan.language", f"{language.value}.yaml"))
