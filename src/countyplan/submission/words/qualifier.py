"""Words that people put around a number: about, at least, forecast. They are kept and told, and never change the number."""

from __future__ import annotations

from enum import StrEnum

from countyplan.submission.words.vocabulary import form, one_of


class Qualifier(StrEnum):
    """What is said of a number beside the number itself."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    FORECAST = "forecast"
    PRELIMINARY = "preliminary"


_OF_STANDING = rf"[（(]{{}}{one_of('stage_behind')}[)）]"
_BEFORE = (
    (form(rf"^(?:{one_of('about_before')}|~|≈)\s*"), Qualifier.ABOUT),
    (form(rf"^(?:≥|>=|≧|{one_of('at_least_before')})\s*"), Qualifier.AT_LEAST),
    (form(rf"^(?:≤|<=|≦|{one_of('at_most_before')})\s*"), Qualifier.AT_MOST),
    (form(rf"^(?:>|{one_of('more_than_before')})\s*"), Qualifier.MORE_THAN),
    (form(rf"^(?:<|{one_of('less_than_before')})\s*"), Qualifier.LESS_THAN),
    (form(rf"^{one_of('forecast')}{one_of('as_it_is')}?\s*[:：]?\s*"), Qualifier.FORECAST),
)
_BEHIND = (
    (form(rf"\s*{one_of('about_behind')}$"), Qualifier.ABOUT),
    (form(rf"\s*{one_of('at_least_behind')}$"), Qualifier.AT_LEAST),
    (form(rf"\s*{one_of('at_most_behind')}$"), Qualifier.AT_MOST),
    (form(rf"\s*{_OF_STANDING.format(one_of('forecast'))}$"), Qualifier.FORECAST),
    (form(rf"\s*{_OF_STANDING.format(one_of('preliminary'))}$"), Qualifier.PRELIMINARY),
)


def split_standing(text: str) -> tuple[str, tuple[Qualifier, ...]]:
    """A period's name without a bracket behind it that says how final its figures are (`2024（预计）`), and what it says."""
    for said, qualifier in _BEHIND:
        if qualifier in (Qualifier.FORECAST, Qualifier.PRELIMINARY) and said.search(text):
            return said.sub("", text), (qualifier,)
    return text, ()


def split_qualifiers(text: str) -> tuple[str, tuple[Qualifier, ...]]:
    """`text` without the words around its number, and what they say."""
    said: list[Qualifier] = []
    before = None
    while text != before:
        before = text
        for words, qualifier in (*_BEFORE, *_BEHIND):
            text, times = words.subn("", text)
            said += [qualifier] * times
    return text.strip(), tuple(dict.fromkeys(said))


def qualifier_forms() -> tuple[str, str]:
    """Regular expressions of what may stand before a number, and of what may stand behind it."""
    before, behind = ([words.pattern.strip("^$") for words, _ in forms] for forms in (_BEFORE, _BEHIND))
    return "|".join(before), "|".join(behind)


def contradict(said: tuple[Qualifier, ...]) -> bool:
    """Whether a number is said to be a lower and an upper bound."""
    low, high = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}, {Qualifier.AT_MOST, Qualifier.LESS_THAN}
    return bool(low & set(said)) and bool(high & set(said))
