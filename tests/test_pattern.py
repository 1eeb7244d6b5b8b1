"""A regular expression that is compiled late finds what one that is compiled at once finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import countyplan.submission
from countyplan.pattern import needed_letters, pattern
from countyplan.submission.words.vocabulary import vocabularies

_LETTERS = st.sampled_from(["a", "K", "i", "I", "s", "年", "初步", "数据", r"\d", ".", "[初核]", r"\.", r"\u4e00", "ı"])
_TIMES = st.sampled_from(["", "", "", "?", "*", "+", "{0,2}", "{2}", "{1,}?", "{,1}"])


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    branches = st.lists(inner, min_size=1, max_size=3).map("|".join)
    brackets = st.sampled_from(["(?:{})", "({})", "(?={})", "(?!{})", "(?<!初)(?:{})"])
    groups = st.tuples(brackets, branches).map(lambda made: made[0].format(made[1]))
    return st.lists(st.tuples(inner | groups, _TIMES).map("".join), min_size=1, max_size=3).map("".join)


def _compiles(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


SOURCES = st.recursive(_LETTERS, _wider, max_leaves=8).filter(_compiles)
TEXTS = st.text(st.sampled_from("aAkK\u212aiIıİsSſ年初步核数据0.一"), max_size=8)


@given(SOURCES, TEXTS, st.sampled_from([0, re.IGNORECASE]))
@settings(max_examples=400)
def test_what_is_found_late_is_what_is_found_at_once(source: str, text: str, flags: int) -> None:
    at_once, late = re.compile(source, flags), pattern(source, flags)
    assert _found(late, text) == _found(at_once, text)
    assert _found(late, text) == _found(at_once, text)


def _found(one: re.Pattern[str], text: str) -> tuple[object, ...]:
    matches = (one.search(text), one.match(text), one.fullmatch(text), *one.finditer(text))
    spans = [match and match.span() for match in matches]
    return spans, one.findall(text), one.split(text), one.sub("x", text), one.subn("x", text, count=1)


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("初步|快报", "初快"),
        # Either of two branches, and of what follows it both letters: the fewest tell most.
        ("(?:初步|快报)数", "数"),
        # What may be absent, or is only looked at, is needed by nothing.
        ("数?据*(?!年)(?<=季)月{1,2}", "月"),
        ("(?:Fin|final)", "f"),
        ("年(?:a|)", "年"),
    ],
)
def test_letters_of_which_a_text_needs_one(source: str, letters: str) -> None:
    assert needed_letters(source) == frozenset(letters)


@pytest.mark.parametrize("source", ["数?", r"\d+", "[年月]", "(?:年|)", "i", r"\u5e74", "(?>年)", "年)", "(?x: 年)"])
def test_a_form_of_which_no_such_letter_is_known_is_always_searched_for(source: str) -> None:
    assert needed_letters(source) is None


def test_blanks_of_a_form_that_is_laid_out_are_no_letters() -> None:
    assert pattern("年 月", re.VERBOSE).search("年月")


def test_a_form_that_cannot_be_compiled_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern("年(").search("年")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    names = [module.name for module in walk_packages(countyplan.submission.__path__, "countyplan.submission.")]
    found = (one for name in names for value in vars(import_module(name)).values() for one in _within(value))
    return tuple({one.pattern: one for one in found if isinstance(one, type(pattern("年")))}.values())


def _within(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one)


def test_no_word_that_a_form_is_made_of_is_lost_by_its_letters() -> None:
    texts = sorted({_plain(word) for one in vocabularies() for group in one.groups.values() for word in group})
    texts += [f"2024年{text}" for text in texts] + [f"{text}数据" for text in texts] + [f"（{text}）" for text in texts]
    forms = _forms()
    assert len(forms) > 150
    for form in forms:
        at_once, needed = re.compile(form.pattern, form.flags), needed_letters(form.pattern)
        if needed is not None:
            lost = [text for text in texts if needed.isdisjoint(text.casefold()) and at_once.search(text)]
            assert not lost, form.pattern


def _plain(word: str) -> str:
    """A word of the vocabulary without what only a regular expression says."""
    return re.sub(r"\(\?<?[=!:][^()]*\)|[\\^$?*+|()\[\]]", "", word)
