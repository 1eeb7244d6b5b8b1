"""Lines that say when something was submitted and who filled it in: 填报单位：甲市统计局　填表人：张三."""

from __future__ import annotations

import re
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.submission.words.fields import WHO_FILED, Field
from countyplan.submission.words.vocabulary import filing_lines, form, one_of

_KINDS = (Field.SUBMITTED, *WHO_FILED)
_SEALED = rf"[(（]\s*{one_of('sealed')}\s*[)）]"


def _spaced(name: str) -> str:
    """A name that may be set wide (电　话)."""
    return r"\s*".join(re.escape(char) for char in name if not char.isspace())


_NAMES = {_kind: filing_lines(_kind) for _kind in _KINDS}
_ANY = "|".join(
    _spaced(name) for name in sorted((name for of in _NAMES.values() for name in of), key=len, reverse=True)
)
_BEFORE = r"(?:^|(?<=[\s,，;；、。|(（]))"
_LABEL = form(rf"{_BEFORE}(?P<name>{_ANY})\s*(?:{_SEALED}\s*)?[:：]")
_BARE = form(rf"(?P<name>{_ANY})\s*(?:{_SEALED})?\s*")
# Another line of the same kind begins: 审核人：, 单位：.
_NEXT = re.compile(r"[\s,，;；、。|]+(?=[^\W\d][^\s:：,，;；]{0,11}\s*[:：])")
_SEAL_BEHIND = form(rf"\s*{_SEALED}$")
_AROUND = " \t\r\n\u3000,，;；、。|_＿"


@dataclass(frozen=True, slots=True)
class Piece:
    """What a line tells of one thing. `rank` is the place of its label among the names of its kind, `text` all of it."""

    kind: Field
    rank: int
    value: str
    text: str

    def with_value(self, value: str) -> Piece:
        """The same with a value that stands in a cell of its own."""
        return replace(self, value=_value(value), text=value)


def pieces_of(text: str) -> tuple[list[Piece], str]:
    """The pieces of a cell that stand behind labels and colons, and what the cell says besides."""
    if ":" not in text and "：" not in text:
        return [], text
    labels = list(_LABEL.finditer(text))
    pieces = []
    rest, done = "", 0
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        if other := _NEXT.search(text, label.end(), end):
            end = other.start()
        pieces.append(_piece(label["name"], text[label.end() : end], text[label.start() : end]))
        rest += text[done : label.start()]
        done = end
    rest = f"{rest}{text[done:]}".strip(_AROUND)
    return pieces, "" if rest in {"()", "（）"} else rest


def bare_label(text: str) -> Piece | None:
    """A label that stands alone in its cell, without a colon."""
    found = _BARE.fullmatch(text)
    return None if found is None else _piece(found["name"], "", text)


def says_apart(text: str) -> bool:
    """Whether a cell is a note of its own (单位：亿元, 审核人：李四)."""
    return ":" in text or "：" in text


def _piece(name: str, value: str, text: str) -> Piece:
    plain = "".join(name.split()).casefold()
    for kind, names in _NAMES.items():
        for rank, one in enumerate(names):
            if "".join(one.split()).casefold() == plain:
                return Piece(kind, rank, _value(value), text)
    raise LookupError(name)


def _value(text: str) -> str:
    value = _SEAL_BEHIND.sub("", text.strip(_AROUND)).strip(_AROUND)
    unbalanced = value.count(")") + value.count("）") > value.count("(") + value.count("（")
    return value.rstrip(")）") if unbalanced else value
