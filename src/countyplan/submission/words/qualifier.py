"""Words that people put around a number: about, at least, forecast. They are kept and told, and never change the number."""

from __future__ import annotations

import re
from enum import StrEnum


class Qualifier(StrEnum):
    """What is said of a number beside the number itself."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    FORECAST = "forecast"
    PRELIMINARY = "preliminary"


_BEFORE = (
    (re.compile(r"^(?:大约|约为|约|~|≈)\s*"), Qualifier.ABOUT),
    (re.compile(r"^(?:≥|>=|≧|不低于|不少于|至少)\s*"), Qualifier.AT_LEAST),
    (re.compile(r"^(?:≤|<=|≦|不高于|不超过|至多)\s*"), Qualifier.AT_MOST),
    (re.compile(r"^(?:>|超过|突破|超)\s*"), Qualifier.MORE_THAN),
    (re.compile(r"^(?:<|低于|不足)\s*"), Qualifier.LESS_THAN),
    (re.compile(r"^(?:预计|预测|预期)[为达]?\s*[:：]?\s*"), Qualifier.FORECAST),
)
_BEHIND = (
    (re.compile(r"\s*(?:左右|上下|[（(]约[数]?[)）])$"), Qualifier.ABOUT),
    (re.compile(r"\s*以上$"), Qualifier.AT_LEAST),
    (re.compile(r"\s*以下$"), Qualifier.AT_MOST),
    (re.compile(r"\s*[（(](?:预计|预测|预期|估计)[数值]?[)）]$"), Qualifier.FORECAST),
    (re.compile(r"\s*[（(](?:初步|快报|初步核算|初步统计|未审定)[数值]?[)）]$"), Qualifier.PRELIMINARY),
)


def split_standing(text: str) -> tuple[str, tuple[Qualifier, ...]]:
    """A period's name without a bracket behind it that says how final its figures are (`2024（预计）`), and what it says."""
    for form, qualifier in _BEHIND:
        if qualifier in (Qualifier.FORECAST, Qualifier.PRELIMINARY) and form.search(text):
            return form.sub("", text), (qualifier,)
    return text, ()


def split_qualifiers(text: str) -> tuple[str, tuple[Qualifier, ...]]:
    """`text` without the words around its number, and what they say."""
    said: list[Qualifier] = []
    before = None
    while text != before:
        before = text
        for form, qualifier in (*_BEFORE, *_BEHIND):
            text, times = form.subn("", text)
            said += [qualifier] * times
    return text.strip(), tuple(dict.fromkeys(said))


def qualifier_forms() -> tuple[str, str]:
    """Regular expressions of what may stand before a number, and of what may stand behind it."""
    before, behind = ([form.pattern.strip("^$") for form, _ in forms] for forms in (_BEFORE, _BEHIND))
    return "|".join(before), "|".join(behind)


def contradict(said: tuple[Qualifier, ...]) -> bool:
    """Whether a number is said to be a lower and an upper bound."""
    low, high = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}, {Qualifier.AT_MOST, Qualifier.LESS_THAN}
    return bool(low & set(said)) and bool(high & set(said))
