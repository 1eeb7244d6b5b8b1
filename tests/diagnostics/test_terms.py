"""Words that every language has its own for, one or several in a message."""

from __future__ import annotations

import pickle

import pytest

from countyplan.diagnostics import Code, Diagnostic, Listed, Named, Place, Term, Terms
from countyplan.diagnostics.fingerprint import fingerprint

PLACE = Place("a.xlsx")


def told(content: str) -> Diagnostic:
    return Diagnostic(Code.CONTENT_DIFFERS, PLACE, {"suffix": ".xlsx", "content": content})


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        (Term("content.html"), "内容却是“HTML 网页”，", "the content is an HTML page;"),
        (Terms.of(["content.html"]), "内容却是“HTML 网页”，", "the content is an HTML page;"),
        (Terms.of(["content.html", "content.zip"]), "HTML 网页、压缩文件”，", "is an HTML page, a zip archive;"),
        (Terms.of(["content.zip", "content.html"]), "压缩文件、HTML 网页”，", "is a zip archive, an HTML page;"),
        (Listed.of(["甲项目", "乙项目"]), "内容却是“甲项目、乙项目”，", "the content is 甲项目, 乙项目;"),
        (Named("甲县", "Jia"), "内容却是“甲县”，", "the content is Jia;"),
        (Named("甲县"), "内容却是“甲县”，", "the content is 甲县;"),
        ("content.html", "内容却是“content.html”，", "the content is content.html;"),
    ],
)  # fmt: skip
def test_a_word_is_said_as_each_language_says_it(word: str, zh: str, en: str) -> None:
    assert zh in told(word).message("zh")
    assert en in told(word).message("en")


def test_several_words_are_a_word_like_any_other_to_whoever_compares_or_keeps_them() -> None:
    one, same, other = (told(Terms.of(keys)) for keys in (["a.b", "c.d"], ["a.b", "c.d"], ["c.d", "a.b"]))
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert fingerprint(one) == fingerprint(same) != fingerprint(other)
    kept = pickle.loads(pickle.dumps(one)).words["content"]
    assert isinstance(kept, Terms)
    assert kept.keys == ("a.b", "c.d")


def test_a_name_is_kept_with_the_one_in_english_and_counts_as_the_plans_own() -> None:
    kept = pickle.loads(pickle.dumps(told(Named("甲县", "Jia"))))
    assert "the content is Jia;" in kept.message("en")
    assert fingerprint(kept) == fingerprint(told("甲县"))


def test_a_key_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        told(Terms.of(["content.html", "no.such.text"])).message("zh")
