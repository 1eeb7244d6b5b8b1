"""What the sheets of an .xlsx share: texts that cells name by number, number formats, and since when days are counted."""

from __future__ import annotations

import re
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.office.markup import Attributes, walk
from countyplan.office.xlsx.styles import Format, is_on

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_NO_CHARACTERS = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Shared:
    """Texts and formats in the order in which cells count them; `struck` are those of which any is struck through."""

    texts: list[str]
    formats: list[Format]
    since_1904: bool
    struck: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Texts:
    """What is kept while the shared texts go by; how their characters are to be pronounced (`rPh`) is no part of them."""

    texts: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    inside: bool = False
    phonetic: bool = False
    struck: set[str] = field(default_factory=set)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "main/t":
            self.inside = not self.phonetic
        elif name == "main/rPh":
            self.phonetic = True
        elif name == "main/strike" and is_on(attributes):
            self.struck.add(str(len(self.texts)))
        elif name == "main/si":
            self.parts.clear()

    def end(self, name: str) -> None:
        if name == "main/t":
            self.inside = False
        elif name == "main/rPh":
            self.phonetic = False
        elif name == "main/si":
            self.texts.append(decoded("".join(self.parts)))

    def text(self, text: str) -> None:
        if self.inside:
            self.parts.append(text)


def read_texts(data: bytes, part: str) -> tuple[list[str], frozenset[str]]:
    """The texts that cells name by number, and the numbers of those of which any is struck through."""
    texts = _Texts()
    walk(data, part, texts.start, texts.end, texts.text)
    return texts.texts, frozenset(texts.struck)


def decoded(text: str) -> str:
    """A text as it is meant: `_x000D_` stands for a character that XML does not hold, or not as it is."""
    return _CODED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return "\ufffd" if number in _NO_CHARACTERS else chr(number)
