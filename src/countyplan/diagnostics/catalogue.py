"""The catalogue of findings: what each code means, in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, assert_never, cast

from countyplan.dataclass import dataclass
from countyplan.diagnostics.code import Code
from countyplan.diagnostics.place import visible
from countyplan.diagnostics.term import Amount, Listed, Named, Term, Terms
from countyplan.language.shipped import load_shipped
from countyplan.language.texts import Language, Nouns, Texts, counted, with_nouns
from countyplan.pattern import pattern


class Severity(StrEnum):
    """`error`: something could not be used. `warning`: used, but look at it. `info`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class About(StrEnum):
    """What a finding is about, and so who may put it off."""

    FILE = "file"
    SUBMISSION = "submission"
    FIGURE = "figure"
    PLAN = "plan"
    SETTING = "setting"

    @property
    def may_be_waived(self) -> bool:
        """Whether a waiver may excuse it; what a plan, a waiver or a setting does wrong is put right."""
        match self:
            case About.FILE | About.SUBMISSION | About.FIGURE:
                return True
            case About.PLAN | About.SETTING:
                return False
            case _:
                assert_never(self)

    @property
    def may_be_known(self) -> bool:
        """Whether a file of known findings holds it; of what could not be read nothing is known."""
        match self:
            case About.SUBMISSION | About.FIGURE:
                return True
            case About.FILE | About.PLAN | About.SETTING:
                return False
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class EntryWording:
    """An entry in one language; `message` and `near` have places to be filled."""

    title: str
    message: str
    help: str
    near: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """What a code means."""

    code: Code
    severity: Severity
    about: About
    wordings: Mapping[Language, EntryWording]


@cache
def entry(code: Code) -> CatalogueEntry:
    """The catalogue's entry for `code`."""
    return _entry(code, _catalogue()[code])


def wording_of(code: Code, texts: Texts) -> EntryWording:
    """The entry in the language of `texts`, with what they call areas."""
    return _wording(code, texts.language, texts.nouns)


def message(code: Code, words: Mapping[str, str], texts: Texts) -> tuple[str, str]:
    """What is wrong and what to do, in one language.

    Words from a file are made visible, so that a message is harmless text on one line, whatever the file held.
    """
    wording = wording_of(code, texts)
    shown = {
        name: counted(_period(word, texts) if name in _PERIODS else _said(word, texts, words))
        for name, word in words.items()
    }
    help_text = wording.help
    if words.get("near"):
        help_text = texts.say("sentence.separator").join([wording.near.format(**shown), help_text])
    return wording.message.format(**shown), help_text


@cache
def _wording(code: Code, language: Language, nouns: Nouns) -> EntryWording:
    said = entry(code).wordings[language]
    return EntryWording(*(with_nouns(one, nouns) for one in (said.title, said.message, said.help, said.near)))


@cache
def _catalogue() -> Mapping[str, Mapping[str, Any]]:
    return cast("Mapping[str, Mapping[str, Any]]", load_shipped("countyplan.diagnostics", "catalogue.yaml"))


def _entry(code: Code, raw: Mapping[str, Any]) -> CatalogueEntry:
    lacking = {"severity", "about", *(language.value for language in Language)} - raw.keys()
    if lacking:
        raise ValueError(f"{code.value} lacks {', '.join(sorted(lacking))} in catalogue.yaml")
    return CatalogueEntry(
        code=code,
        severity=Severity(raw["severity"]),
        about=About(raw["about"]),
        wordings={language: EntryWording(**raw[language.value]) for language in Language},
    )


def _said(word: str, texts: Texts, others: Mapping[str, str]) -> str:
    """A word of a message; a term may name the `others` of the message that come from a file."""
    if type(word) is str and len(word) <= _LONGEST and word.isprintable():
        return word
    match word:
        case Term():
            plain = {name: visible(one)[:_LONGEST] for name, one in others.items() if not isinstance(one, Term | Terms)}
            text = texts.say(word, **plain)
        case Terms():
            text = texts.join([texts.say(key) for key in word.keys])
        case Named():
            text = visible(texts.choose(word, word.english))
        case Amount():
            text = visible(word.told(texts.language))
        case Listed():
            words = word.words if texts.language is Language.ZH else word.english_words
            text = texts.join([visible(one) for one in words])
        case _:
            text = visible(word)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _period(word: str, texts: Texts) -> str:
    """A period as people write it; one of another form as it is."""
    found = _PERIOD.fullmatch(word)
    if found is None:
        return _said(word, texts, {})
    year, quarter, month = found.groups()
    if quarter:
        return texts.say("period.quarter", year=year, part=texts.say(f"quarter.{quarter}"))
    if month:
        return texts.say("period.month", year=year, part=texts.say(f"month.{int(month)}"))
    return texts.say("period.year", year=year)


# The words of messages that hold a period, and how one is written in a file.
_PERIODS = frozenset({"period", "old_period", "as_of", "base", "then", "now"})
_PERIOD = pattern(r"(\d{4})(?:-Q([1-4])|-(\d{2}))?", re.ASCII)
_LONGEST = 200
