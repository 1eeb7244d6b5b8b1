"""One finding about an input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from countyplan.diagnostics.catalogue import Severity, entry, message
from countyplan.diagnostics.code import Code
from countyplan.diagnostics.place import Place
from countyplan.language.texts import Language


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose figure a finding is about: ids of area and indicator."""

    area: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: its code, where it stands, the words that its message is filled with, and whose figure it is about."""

    code: Code
    place: Place
    words: Mapping[str, str] = field(default_factory=dict)
    subject: Subject | None = None

    @property
    def severity(self) -> Severity:
        """How much it weighs; an error means that something could not be used."""
        return entry(self.code).severity

    def message(self, lang: str = "zh") -> str:
        """What is wrong, in Chinese (`"zh"`) or English (`"en"`), on one line."""
        return message(self.code, self.words, Language(lang))[0]

    def hint(self, lang: str = "zh") -> str:
        """What to do about it."""
        return message(self.code, self.words, Language(lang))[1]

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code} {self.message()}"

    def __hash__(self) -> int:
        return hash((self.code, self.place, tuple(sorted(self.words.items())), self.subject))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Every finding once, by file and place: the one order that every output shows them in."""
    return tuple(sorted(set(diagnostics), key=lambda one: (one.place.sort_key(), one.code, sorted(one.words.items()))))
