"""One finding about an input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from operator import attrgetter
from typing import Final, Protocol

from countyplan.dataclass import dataclass
from countyplan.diagnostics.catalogue import About, Severity, entry, message
from countyplan.diagnostics.code import Code
from countyplan.diagnostics.place import Place
from countyplan.language.texts import Language, Naming, Texts

_Key = tuple[tuple[str, int, int, str, int, str], Code]


@dataclass(slots=True, unsafe_hash=True)
class Subject:
    """Whose figure a finding is about: ids of area and indicator, and the end of its period where that is known."""

    area: Final[str]
    indicator: Final[str]
    end: Final[int | None] = None


class Standing(Protocol):
    """A figure in an input; where it stands is worked out when somebody asks."""

    @property
    def place(self) -> Place:
        """Where it stands."""

    @property
    def in_line(self) -> tuple[str, int]:
        """The file and the line of its place."""

    @property
    def subject(self) -> Subject:
        """Whose figure it is."""


@dataclass(slots=True)
class Diagnostic:
    """A finding: its code, where it stands, the words that its message is filled with, and whose figure it is about.

    It stands where the figure does that it was found in, and is about that one unless `whose` says otherwise. `also` are
    the other figures that the same finding at the same place is about, as when a row's name is misspelt that has figures of
    several areas.
    """

    code: Final[Code]
    at: Final[Place | Standing]
    words: Final[Mapping[str, str]] = field(default_factory=dict)
    whose: Final[Subject | None] = None
    also: Final[tuple[Subject, ...]] = ()

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.at if isinstance(self.at, Place) else self.at.place

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.at.in_line[0]

    @property
    def subject(self) -> Subject | None:
        """Whose figure it is about, if it is about one."""
        return self.whose if self.whose is not None or isinstance(self.at, Place) else self.at.subject

    def moved(self, place: Place) -> Diagnostic:
        """The same finding, standing there."""
        return Diagnostic(self.code, place, self.words, self.subject, self.also)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """All figures that it is about."""
        subject = self.subject
        return self.also if subject is None else (subject, *self.also)

    @property
    def severity(self) -> Severity:
        """How much it weighs; an error means that something could not be used."""
        return entry(self.code).severity

    @property
    def about(self) -> About:
        """What it is about, and so who may put it off."""
        return entry(self.code).about

    def message(self, lang: str = "zh", plan: Naming | None = None) -> str:
        """What is wrong, in Chinese (`"zh"`) or English (`"en"`), on one line, with what a plan calls its areas."""
        return message(self.code, self.words, _texts(lang, plan))[0]

    def hint(self, lang: str = "zh", plan: Naming | None = None) -> str:
        """What to do about it."""
        return message(self.code, self.words, _texts(lang, plan))[1]

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code} {self.message()}"

    def __eq__(self, other: object) -> bool:
        return _SAID(self) == _SAID(other) if isinstance(other, Diagnostic) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.code, self.place, tuple(sorted(self.words.items())), self.subject))


_SAID = attrgetter("code", "place", "words", "subject", "also")


def _texts(lang: str, plan: Naming | None) -> Texts:
    texts = Texts(Language(lang))
    return texts if plan is None else texts.of(plan)


class UnusableError(Exception):
    """What is being read cannot be used; `diagnostic` tells why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Every finding once, by file and place: the one order that every output shows them in."""
    of_line: dict[tuple[str, int], list[Diagnostic]] = {}
    for one in diagnostics:
        of_line.setdefault(one.at.in_line, []).append(one)
    return tuple(one for line in sorted(of_line) for one in _in_one_line(of_line[line]))


def _in_one_line(found: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """The findings of one line; where there is one it need not be known where in the line it stands."""
    if len(found) == 1 and not found[0].also:
        return found
    there: dict[_Key, list[Diagnostic]] = {}
    for one in found:
        there.setdefault((one.place.sort_key(), one.code), []).append(one)
    return (one for key in sorted(there) for one in _each_once(there[key]))


def with_more(ordered: tuple[Diagnostic, ...], more: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings that are in order already, and `more` among them."""
    return in_order([*ordered, *more]) if more else ordered


def _each_once(same: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """The findings with one code at one place, by their words; nearly always there is one."""
    if len(same) == 1 and not same[0].also:
        return same
    by_words: dict[tuple[tuple[str, str], ...], list[Diagnostic]] = {}
    for one in same:
        by_words.setdefault(tuple(sorted(one.words.items())), []).append(one)
    return (_merged(by_words[words]) for words in sorted(by_words))


def _merged(same: Sequence[Diagnostic]) -> Diagnostic:
    """One finding about all that the `same` finding was made of."""
    first, *others = dict.fromkeys(subject for one in same for subject in one.subjects) or [None]
    return replace(same[0], whose=first, also=tuple(one for one in others if one is not None))
