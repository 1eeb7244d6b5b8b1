"""Regular expressions that forgive what the reader forgives: full width, case, spaces and quotation marks.

They keep to what Python and ECMA-262 (JSON Schema, editors) both understand.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from countyplan.plan import squeeze

_FILLER = r"""[\s“”"'‘’＂＇]*"""
_SPACES = r"\s*"
_TOKEN = re.compile(r"\(\?P<\w+>|\(\?[:=]|\{\d+(?:,\d*)?\}|\\.|\[(?:\\.|[^\]\\])+\]|.", re.DOTALL)
_OPERATORS = frozenset("()|?*+.")
_SPECIAL = frozenset(r"\]^-[")
# Compatibility forms of single characters: half and full width, small and vertical ones, and raised digits.
_FORMS = (range(0xFE30, 0xFE70), range(0xFF01, 0xFFEF), (0xB2, 0xB3, 0xB9, 0x3000))
# Squared abbreviations: ㎡, ㎢.
_SQUARED = range(0x3300, 0x3400)


def name_pattern(names: Iterable[str]) -> str:
    """One of `names`, as `Names.find` takes it."""
    squeezed = dict.fromkeys(squeeze(name) for name in names)
    alternatives = ("".join(_any_of(char, fold=True) + _FILLER for char in name) for name in squeezed)
    return rf"^{_FILLER}(?:{'|'.join(alternatives)})$"


def unit_pattern(names: Iterable[str]) -> str:
    """One of the units `names`, as `find_unit` takes it, or nothing."""
    forms = dict.fromkeys(form for name in names for form in _unit_forms(name))
    return rf"^{_SPACES}(?:{'|'.join(forms)})?$"


def _unit_forms(name: str) -> Iterator[str]:
    """The ways to write a unit, of which some have a sign for several letters of it."""
    if not name:
        yield ""
        return
    signs = [(_any_of(name[0]), name[1:])]
    signs += [(chr(at), name[len(plain) :]) for at, plain in _squared().items() if name.startswith(plain)]
    for sign, left in signs:
        yield from (sign + _SPACES + rest for rest in _unit_forms(left))


def spaced(form: str) -> str:
    """`form`, a regular expression for text without spaces in upper case, for text with any spaces in any case."""
    return _SPACES + "".join(
        token if _is_operator(token) else f"(?:{_widened(token, fold=True)}{_SPACES})" for token in _tokens(form)
    )


def widened(form: str) -> str:
    """`form`, a regular expression for text of single width, for text of any width."""
    return "".join(token if _is_operator(token) else _widened(token) for token in _tokens(form))


def _tokens(form: str) -> list[str]:
    """The pieces of a regular expression; what a group is called is left out, for ECMA-262 wants no name twice."""
    return ["(?:" if token.startswith("(?P<") else token for token in _TOKEN.findall(form)]


def _is_operator(token: str) -> bool:
    return token in _OPERATORS or token.startswith(("(", "{")) or token == r"\s"


def _widened(token: str, *, fold: bool = False) -> str:
    if token.startswith("["):
        return _wider_class(token[1:-1])
    if token.startswith("\\") and token[1].isalnum():
        return {r"\d": "[0-9０-９]"}[token]
    return _any_of(token[-1], fold=fold)


def _wider_class(inside: str) -> str:
    """A class of characters with the other forms of each, and of the ends of each range."""
    parts = re.findall(r"\\.|.-[^\]]|.", inside, re.DOTALL)
    wide = [f"{_other(part[0])}-{_other(part[2])}" for part in parts if len(part) == 3 and part[0] != "\\"]
    others = [other for part in parts if len(part) < 3 for other in _forms()[part[-1]]]
    return f"[{inside}{''.join(wide)}{''.join(_escaped(one) for one in others)}]"


def _other(char: str) -> str:
    """The full-width form of a digit or letter."""
    return chr(ord(char) + 0xFEE0)


def _any_of(char: str, *, fold: bool = False) -> str:
    """The class of everything that counts as `char`."""
    same = [char, char.upper(), char.lower()] if fold else [char]
    every = dict.fromkeys(form for one in same if len(one) == 1 for form in (one, *_forms()[one]))
    return _escaped(char) if len(every) == 1 and char.isalnum() else f"[{''.join(map(_escaped, every))}]"


def _escaped(char: str) -> str:
    return f"\\{char}" if char in _SPECIAL else char


@cache
def _forms() -> Mapping[str, list[str]]:
    """The compatibility forms of a character."""
    forms: dict[str, list[str]] = defaultdict(list)
    for at in (at for block in _FORMS for at in block):
        plain = unicodedata.normalize("NFKC", chr(at))
        if len(plain) == 1 and plain != chr(at):
            forms[plain].append(chr(at))
    return forms


@cache
def _squared() -> Mapping[int, str]:
    """What each squared abbreviation stands for."""
    return {at: unicodedata.normalize("NFKC", chr(at)) for at in _SQUARED}
