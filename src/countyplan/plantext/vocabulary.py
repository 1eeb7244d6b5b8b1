"""The words and patterns by which a language's plans are read: data in `words/`, a file per language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from countyplan.language.shipped import load_shipped

LANGUAGES = ("zh", "en")
_NEVER = r"(?!)"


class Vocabulary:
    """One language's file. A pattern that it lacks matches nothing, so that a language need not have every habit."""

    def __init__(self, language: str, raw: Mapping[str, Any]) -> None:
        self.language = language
        self._raw = raw
        self._patterns: dict[str, re.Pattern[str]] = {}

    def get(self, key: str) -> Any:
        """What stands at a dotted key, or None."""
        found: Any = self._raw
        for step in key.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def pattern(self, key: str) -> re.Pattern[str]:
        """The pattern at a dotted key; a list of patterns is read as alternatives."""
        if key not in self._patterns:
            found = self.get(key)
            text = "|".join(f"(?:{one})" for one in found) if isinstance(found, list) else found
            self._patterns[key] = self.compiled(text or _NEVER)
        return self._patterns[key]

    def compiled(self, text: str) -> re.Pattern[str]:
        """A pattern of the file, its placeholders for numerals and for verbs of doing filled in."""
        numerals = str(self.get("numerals.plain") or "")
        whole = text.replace("{n}", numerals).replace("{verbs}", str(self.get("verbs") or ""))
        return re.compile(whole, re.IGNORECASE if self.spaced else 0)

    def words(self, key: str) -> tuple[str, ...]:
        """The list of words at a dotted key."""
        return tuple(self.get(key) or ())

    def table(self, key: str) -> Mapping[str, str]:
        """The mapping at a dotted key."""
        return self.get(key) or {}

    @property
    def spaced(self) -> bool:
        """Whether the language parts its words by spaces."""
        return bool(self.get("spaced") == "true")


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `zh` or `en`: its words, and its rules for targets."""
    words = load_shipped("countyplan.plantext", f"words/{language}.yaml")
    rules = load_shipped("countyplan.plantext", f"words/{language}_rules.yaml")
    return Vocabulary(language, {**words, **rules})


def vocabulary_of(text: str) -> Vocabulary:
    """The vocabulary for a text: the first language whose script it is written in."""
    for language in LANGUAGES[:-1]:
        known = vocabulary(language)
        letters = sum(char.isalpha() for char in text)
        if len(known.pattern("script").findall(text)) * 3 > letters:
            return known
    return vocabulary(LANGUAGES[-1])


@cache
def telling_words() -> tuple[str, ...]:
    """Words that a plan's text is expected to hold some of, by which its encoding is told."""
    return tuple(word for language in LANGUAGES for word in vocabulary(language).words("telling"))


@cache
def sentence_ends() -> tuple[str, ...]:
    """The signs that end a sentence in any language."""
    return tuple({char for language in LANGUAGES for char in str(vocabulary(language).get("sentence_ends") or "")})


def years_of(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last year of a range, of which the last may be written by its end alone: 2023-27."""
    first, last = found["first"], found["last"]
    return int(first), int(last if len(last) == len(first) else first[:2] + last)


def day_of(found: re.Match[str]) -> str:
    """A day (ISO 8601); empty where month or day is written otherwise than in digits."""
    month, day = found.groupdict().get("month") or "", found.groupdict().get("day") or ""
    return f"{found['year']}-{int(month):02}-{int(day):02}" if month.isdecimal() and day.isdecimal() else ""
