"""A language's catalogue, and how it fills in what a sentence is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise
from string import Formatter
from typing import Protocol, cast

from countyplan.dataclass import dataclass
from countyplan.language.shipped import load_shipped

# Between the forms of a word, as in `{count:file|files}`.
_FORMS = "|"
# In every place that takes what areas are called.
_NOUN = "oun"
_SIDE_BY_SIDE = "}{"


class Language(StrEnum):
    """The languages that reports and messages are written in."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Nouns:
    """What areas are called in sentences: one of them, and several."""

    one: str
    several: str


class Naming(Protocol):
    """What knows what its areas are called: a plan."""

    def nouns(self, language: Language, level: str | None = None) -> Nouns | None:
        """What areas of a level, or areas in general, are called in a language; None where it does not say."""


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
    """The sentences of one language.

    `{noun}` and `{nouns}` in them are what the areas of a plan are called, `{Noun}` and `{Nouns}` the same at the start of
    a sentence; by default a word that fits areas of every plan.
    """

    def __init__(self, language: Language, nouns: Nouns | None = None) -> None:
        self.language = language
        self.nouns = nouns or neutral(language)
        self._entries = _entries(language, self.nouns)

    def of(self, plan: Naming, level: str | None = None) -> Texts:
        """The sentences as a plan speaks of its areas, or of those of a level."""
        return Texts(self.language, plan.nouns(self.language, level))

    def say(self, key: str, **words: object) -> str:
        """The sentence `key` with `words` filled in; KeyError if the catalogue lacks it.

        `{count:file|files}` in it is the first form where `count`, a whole number or one as it is written, is one, else
        the second.
        """
        entry = self._entries[key]
        if _FORMS in entry:
            words = {name: counted(word) for name, word in words.items()}
        if _SIDE_BY_SIDE in entry:
            words = _apart(entry, words)
        return entry.format(**words)

    def knows(self, key: str) -> bool:
        """Whether the catalogue has a sentence of that name."""
        return key in self._entries

    def choose(self, zh: str, en: str) -> str:
        """Which of two wordings of the plan's data belongs to this language."""
        return zh if self.language is Language.ZH else en

    def join(self, words: Iterable[str]) -> str:
        """The words as a list in this language."""
        return self._entries["list.separator"].join(words)

    def keys(self) -> frozenset[str]:
        """The names of all sentences."""
        return frozenset(self._entries)


def _apart(entry: str, words: dict[str, object]) -> dict[str, object]:
    """`words` with a blank between two Latin ones that `entry` sets side by side.

    A language without blanks between its words tells the names and units of others, too.
    """
    for left, right in _pairs(entry):
        behind = str(words[right])
        if behind[:1].isascii() and behind[:1].isalpha():
            before = str(words[left])[-1:]
            if before.isascii() and before.isalnum():
                words = {**words, right: f" {behind}"}
    return words


@cache
def _pairs(entry: str) -> list[tuple[str, str]]:
    """The places of a sentence that stand side by side, by their names."""
    names = [(name, before) for before, name, *_ in Formatter().parse(entry) if name is not None]
    return [(left, right) for (left, _), (right, before) in pairwise(names) if not before]


def counted(word: object) -> object:
    """A number, as such or as it is written, that chooses among the forms of a word; anything else as it is."""
    if isinstance(word, int):
        return _Counted(word)
    return _Written(word) if isinstance(word, str) else word


@cache
def neutral(language: Language) -> Nouns:
    """What areas are called where no plan says so."""
    entries = _load(language)
    return Nouns(entries["noun.one"], entries["noun.several"])


def with_nouns(sentence: str, nouns: Nouns) -> str:
    """A sentence with what areas are called; its other places are still to be filled."""
    for place, word in (("noun", nouns.one), ("nouns", nouns.several)):
        sentence = sentence.replace(f"{{{place}}}", word).replace(f"{{{place.capitalize()}}}", begun(word))
    return sentence


def begun(word: str) -> str:
    """A word as a sentence or a heading begins with it."""
    return f"{word[:1].upper()}{word[1:]}"


@cache
def _entries(language: Language, nouns: Nouns) -> Mapping[str, str]:
    return {key: with_nouns(entry, nouns) if _NOUN in entry else entry for key, entry in _load(language).items()}


@cache
def _load(language: Language) -> Mapping[str, str]:
    return cast("Mapping[str, str]", load_shipped("countyplan.language", f"{language.value}.yaml"))
