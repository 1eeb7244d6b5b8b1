"""JSON as the same tree as YAML: each value as the text that was typed, and where it stood."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NoReturn

from countyplan.diagnostics import Code, Diagnostic, Place, Term, UnusableError
from countyplan.limits import Limits
from countyplan.source.invisible import without_invisible
from countyplan.source.yaml_tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*+)*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])", re.ASCII)
_WORDS = re.compile(r"(?:true|false|null)(?!\w)")
_LIMITS = Limits()


def parse_json(text: str, file: str, limits: Limits = _LIMITS) -> tuple[list[Node], list[Diagnostic]]:
    """The one document of a JSON file, or what is wrong with its form."""
    reader = _Reader(text.removeprefix("\ufeff"), file, limits.cells)
    try:
        return [reader.document()], []
    except UnusableError as refused:
        return [], [refused.diagnostic]


class _Reader:
    """Goes through a text once."""

    def __init__(self, text: str, file: str, most: int) -> None:
        self._text = text
        self._file = file
        self._most = most
        self._at = 0
        self._nodes = 0
        # The line that was shown last: all that stand on it share it.
        self._shown = (0, "")
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def document(self) -> Node:
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            self._refuse("json.end")
        return node

    def _value(self, depth: int) -> Node:
        self._skip()
        at = self._at
        self._nodes += 1
        if self._nodes > self._most:
            raise UnusableError(Diagnostic(Code.TOO_MANY_CELLS, self._place(at), {"limit": str(self._most)}))
        match self._text[at : at + 1]:
            case "{" | "[" if depth == MAX_DEPTH:
                raise UnusableError(Diagnostic(Code.JSON_SYNTAX, self._place(at), {"expected": Term("json.depth")}))
            case "{":
                mapping = Mapping(self._place(at))
                self._items("}", "json.comma_or_brace", lambda: self._pair(mapping, depth))
                return mapping
            case "[":
                sequence = Sequence(self._place(at))
                self._items("]", "json.comma_or_bracket", lambda: sequence.items.append(self._value(depth + 1)))
                return sequence
            case '"':
                return self._string()
            case _:
                return self._bare()

    def _items(self, closing: str, expected: str, take: Callable[[], None]) -> None:
        self._at += 1
        if self._next() == closing:
            self._at += 1
            return
        while True:
            take()
            match self._next():
                case ",":
                    self._at += 1
                case found if found == closing:
                    self._at += 1
                    return
                case _:
                    self._refuse(expected)

    def _pair(self, mapping: Mapping, depth: int) -> None:
        if self._next() != '"':
            self._refuse("json.key")
        key = self._string()
        if self._next() != ":":
            self._refuse("json.colon")
        self._at += 1
        value = self._value(depth + 1)
        if key.text in mapping.entries:
            mapping.repeated.append((key, value))
        else:
            mapping.entries[key.text or ""] = (key, value)

    def _string(self) -> Scalar:
        found = _STRING.match(self._text, self._at)
        if found is None:
            self._refuse("json.string")
        place = self._place(self._at, found.end() - self._at)
        self._at = found.end()
        # Half of a pair of surrogates is no character.
        text = json.loads(found[0]).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Scalar(place, without_invisible(text))

    def _bare(self) -> Scalar:
        found = _NUMBER.match(self._text, self._at) or _WORDS.match(self._text, self._at)
        if found is None:
            self._refuse("json.value")
        place = self._place(self._at, found.end() - self._at)
        self._at = found.end()
        return Scalar(place, None if found[0] == "null" else found[0])

    def _next(self) -> str:
        self._skip()
        return self._text[self._at : self._at + 1]

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = self._at if found is None else found.end()

    def _place(self, at: int, length: int = 1) -> Place:
        line = bisect_right(self._starts, at)
        begun = self._starts[line - 1]
        if line != self._shown[0]:
            end = self._text.find("\n", begun)
            self._shown = line, self._text[begun : len(self._text) if end < 0 else end].rstrip("\r")
        return Place(self._file, line, at - begun + 1, excerpt=self._shown[1], length=length)

    def _refuse(self, expected: str) -> NoReturn:
        place = self._place(min(self._at, max(0, len(self._text) - 1)))
        raise UnusableError(Diagnostic(Code.JSON_SYNTAX, place, {"expected": Term(expected)}))
