"""The vocabulary is data: every group that the grammar asks for is there, every group that is there is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

import countyplan.submission
from countyplan.language import Language
from countyplan.language.shipped import load_shipped
from countyplan.submission.words.vocabulary import Vocabulary, form, one_of, vocabularies, words

ROOM = Path(countyplan.submission.__file__).parent
GRAMMAR = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
CHINESE, ENGLISH = vocabularies()


@pytest.mark.parametrize("group", sorted(CHINESE.groups))
def test_a_group_is_used_by_the_grammar(group: str) -> None:
    assert re.search(rf"[\"']{group}[\"']", GRAMMAR)


def test_english_names_no_group_that_the_first_language_does_not_know() -> None:
    assert ENGLISH.groups.keys() <= CHINESE.groups.keys()
    assert ENGLISH.fields.keys() == CHINESE.fields.keys()
    assert ENGLISH.bases.keys() == CHINESE.bases.keys()


def test_a_group_that_no_language_has_is_a_slip() -> None:
    with pytest.raises(LookupError, match="no_such_group"):
        words("no_such_group")


@pytest.mark.parametrize("wrong", ["(", "(a)", ""])
def test_a_form_that_could_break_the_grammar_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        Vocabulary.model_validate({"groups": {"growth": [wrong]}})


def test_a_key_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        Vocabulary.model_validate({"groups": {}, "filds": {}})


def test_both_languages_are_in_a_group_whatever_the_capitals() -> None:
    growth = form(one_of("growth"))
    assert growth.fullmatch("增速")
    assert growth.fullmatch("GrowthRate")
    assert not growth.fullmatch("地区生产总值")


@pytest.mark.parametrize("language", list(Language))
def test_what_ships_holds_what_is_only_looked_for_in_other_words(language: Language) -> None:
    raw = load_shipped("countyplan.submission.words.vocabulary", f"{language.value}.yaml")
    assert Vocabulary.model_validate(raw) == vocabularies()[list(Language).index(language)]
