"""How rows and columns are numbered, and the marks of footnotes: what says nothing of what they are about."""

from __future__ import annotations

import re

from countyplan.pattern import pattern
from countyplan.submission.words.vocabulary import form, one_of, words

_NUMERAL = one_of("numerals")
# 1. 1、 (1) （一） 一、 ① • and the like: how a row is numbered says nothing of what it is about.
_NUMBERING = form(
    rf"^\s*(?:[（(]\s*(?:\d{{1,2}}|{_NUMERAL}{{1,3}})\s*[)）]|(?:\d{{1,2}}|{_NUMERAL}{{1,3}})\s*(?:[.．](?!\d)|[、)）])"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?=\s+\D)|[①-⑳]|[•·●■◆★☆▲△◎*※#-]|{one_of('among')}\s*[:：])\s*"
)
_A_NUMBER_ONLY = form(rf"[（(]?(?:\d{{1,3}}|{_NUMERAL}+)[)）.、]?")
# * ① [1] and the like, behind what a footnote tells of and before the footnote.
A_MARK = r"(?:[*＊※@#①-⑳]|[\[［]\d{1,2}[\]］])"
STARTS_WITH_A_MARK = pattern(rf"\s*{A_MARK}")
MARKS = form(rf"(?:{A_MARK}|[（(]{one_of('note_mark')}\d*[)）])+$")
_INDEX_WORDS = frozenset(words("index_words"))


def without_mark(text: str) -> tuple[str, list[str]]:
    """A text without the marks of footnotes behind it, and those marks."""
    bare = MARKS.sub("", text.strip())
    return bare, re.findall(A_MARK, text.strip().removeprefix(bare))


def without_numbering(text: str) -> str:
    """A row's name without what numbers it (1.（一）其中：)."""
    return _NUMBERING.sub("", _NUMBERING.sub("", text)).strip()


def is_numbering(text: str) -> bool:
    """Whether a text only numbers a row: 1, （一）, 二、."""
    return bool(_A_NUMBER_ONLY.fullmatch(text.strip()))


def numbers_columns(texts: list[str]) -> bool:
    """Whether a row numbers the columns (甲 1 2 3), as official tables do below their header."""
    told = [text for text in texts if text]
    numbers = [text for text in told if text not in _INDEX_WORDS]
    return len(numbers) > 1 and numbers == [str(at) for at in range(1, len(numbers) + 1)] and len(numbers) < len(told)
