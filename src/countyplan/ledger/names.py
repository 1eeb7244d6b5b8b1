"""Whether two names are those of one project."""

from __future__ import annotations

from functools import lru_cache

from countyplan.pattern import pattern
from countyplan.plan import Plan
from countyplan.plan.names import squeeze
from countyplan.submission.ledger.words import WORDS
from countyplan.submission.words.near import is_one_off

_MARKS = pattern(r"[()（）\[\]【】《》“”\"'·.,，。、:：;；/\\_—–-]+")
# Shorter names have too little in common for one character to be a slip.
_SHORTEST = 5
_KEPT = 20_000


@lru_cache(maxsize=_KEPT)
def _core(name: str, places: tuple[str, ...]) -> str:
    """A name without its area, without marks, and without words that many projects have (建设, 工程, 项目)."""
    plain = _MARKS.sub("", squeeze(name))
    for word in (*places, *WORDS.groups["name_fillers"]):
        plain = plain.replace(word, "")
    return plain


def core_of(name: str, plan: Plan) -> str:
    """What is left of a name of what all projects may have in it."""
    places = sorted((one for area in plan.areas for one in (area.name, *area.aliases)), key=len, reverse=True)
    return _core(name, tuple(map(squeeze, places))) or squeeze(name)


def alike(one: str, other: str) -> bool:
    """Whether two cores of names are those of one project, or differ by what may be a slip.

    Names that differ in a number, a letter or a word such as 东 and 西 are those of two parts of one work.
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or not is_one_off(one, other):
        return False
    return not any(_tells_apart(char) for char in _differing(one, other))


def forms_of(core: str) -> frozenset[str]:
    """The core itself and what is left of it without any one character: two that may be alike have one of these in common."""
    return frozenset([core, *(core[:at] + core[at + 1 :] for at, char in enumerate(core) if not _tells_apart(char))])


def _differing(one: str, other: str) -> str:
    """The characters in which two names differ: what lies between their common beginning and their common end."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end] + other[start : len(other) - end]


def _tells_apart(char: str) -> bool:
    return char.isdigit() or (char.isascii() and char.isalpha()) or char in WORDS.groups["name_numbers"]
