"""Regular expressions that are compiled when a text is first met in which they can be found.

Compiling one takes as long as searching for it thousands of times, and a run needs few of all that the program knows. Most
speak of words: a text without a single one of the letters that these words need holds none of them, and is not searched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, cast

_TOKENS = re.compile(
    r"(?P<run>[^\\\[.^$()|?*+{}]+(?![?*{]))|(?P<bar>\|)|(?P<open>\(\?:|\(\?P<\w+>|\((?!\?))|(?P<close>\))"
    r"|(?P<letter>[^\\\[.^$()|?*+{}])|(?P<optional>[?*][?+]?|\{0?(?:,\d*)?\}[?+]?)|(?P<times>\+[?+]?|\{\d+(?:,\d*)?\}[?+]?)"
    r"|(?P<other>\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\\d+|\\[^uxUN\d]|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]"
    r"|\(\?P=\w+\)|\(\?[aims]+\))|(?P<looking>\(\?<?[=!])",
    re.DOTALL,
)
_KEPT = 2_000


class _Group:
    """A part of a regular expression in brackets, or all of it, as far as it has been read."""

    def __init__(self, *, looking: bool = False) -> None:
        self._looking = looking
        self._branches: list[frozenset[str] | None] = []
        self._needed: frozenset[str] | None = None
        self._last: frozenset[str] | None = None

    def take(self, needed: frozenset[str] | None) -> None:
        """Go on by what needs one of these letters. Of what one branch needs, all of it, the fewest letters tell most."""
        last, kept = self._last, self._needed
        if last is not None and (kept is None or len(last) < len(kept)):
            self._needed = last
        self._last = needed

    def drop(self) -> None:
        """What was taken last may as well be absent."""
        self._last = None

    def end_branch(self) -> None:
        """Go on to the next alternative."""
        self.take(None)
        self._branches.append(self._needed)
        self._needed = None

    def whole(self) -> frozenset[str] | None:
        """What all of it needs: something of each of its branches; what is only looked at needs nothing."""
        self.end_branch()
        needed = [one for one in self._branches if one is not None]
        return None if self._looking or len(needed) < len(self._branches) else frozenset().union(*needed)


def needed_letters(source: str) -> frozenset[str] | None:
    """Letters, case-folded, of which each text that a regular expression is found in holds one at least; None: not known."""
    groups = [_Group()]
    end = 0
    for token in _TOKENS.finditer(source):
        if token.start() != end:
            return None
        end, kind, inside = token.end(), token.lastgroup, groups[-1]
        match kind:
            case "run" | "letter":
                inside.take(next((frozenset(one.casefold()) for one in token[0] if _has_one_form(one)), None))
            case "bar":
                inside.end_branch()
            case "open" | "looking":
                groups.append(_Group(looking=kind == "looking"))
            case "close" if len(groups) == 1:
                return None
            case "close":
                groups.pop()
                groups[-1].take(inside.whole())
            case "optional":
                inside.drop()
            case "other":
                inside.take(None)
    return groups[0].whole() if end == len(source) and len(groups) == 1 else None


def _has_one_form(letter: str) -> bool:
    """Whether whatever is taken for a letter where capitals make no difference is folded to it; a dotless i is not to i."""
    return letter.isascii() and letter not in "Ii" if letter.lower() != letter.upper() else letter == letter.casefold()


_NOT_FOUND: dict[str, Callable[[str], object]] = {
    "search": lambda _: None,
    "match": lambda _: None,
    "fullmatch": lambda _: None,
    "findall": lambda _: [],
    "finditer": lambda _: iter(()),
    "split": lambda text: [text],
    "sub": lambda text: text,
    "subn": lambda text: (text, 0),
}


class _LatePattern:
    """What stands for a compiled one, and takes its methods over once there is one."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name == "_needed":
            self._needed = None if self.flags & re.VERBOSE else needed_letters(self.pattern)
            return self._needed
        if name not in _NOT_FOUND:
            raise AttributeError(name)
        found = partial(self._find, name)
        setattr(self, name, found)
        return found

    def _find(self, name: str, *given: Any, **named: Any) -> object:
        text = given[name in {"sub", "subn"}]
        if self._needed is not None and self._needed.isdisjoint(text.casefold()):
            return _NOT_FOUND[name](text)
        compiled = re.compile(self.pattern, self.flags)
        for method in _NOT_FOUND:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)(*given, **named)


@lru_cache(_KEPT)
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, whose errors are raised when it is first used."""
    return cast("re.Pattern[str]", _LatePattern(source, flags))
