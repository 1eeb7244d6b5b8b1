"""TOML that can tell where a key stands.

The standard parser keeps no positions, and neither does one of the packages that read TOML. It is asked instead: the
beginning of a file, cut after a line, either is no TOML (the cut went through a value) or tells by its keys whether the
line that holds the one in question has come. So quoted keys, dotted keys, inline tables and values over several lines
need no parser of our own.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.pattern import pattern

_WHERE = pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a file says, and its lines."""

    data: Mapping[str, object]
    file: str
    lines: tuple[str, ...]

    def place(self, *path: str) -> Place:
        """Where the key at the end of `path`, which is in the data, is first spoken of."""
        counts = range(1, len(self.lines) + 1)
        first = bisect_left(counts, True, key=lambda count: _has(self._begun(count), path))
        line = self.lines[first]
        name = re.search(rf"(?<![\w-]){re.escape(path[-1])}(?![\w-])", line)
        at = len(line) - len(line.lstrip()) if name is None else name.start()
        length = 1 if name is None else len(path[-1])
        return Place(self.file, first + 1, at + 1, excerpt=line, length=length)

    def _begun(self, count: int) -> Mapping[str, Any]:
        """What the first `count` lines say, with all of a value that goes on after them."""
        while (data := self._parsed(count)) is None:
            count += 1
        return data

    def _parsed(self, count: int) -> Mapping[str, Any] | None:
        try:
            return tomllib.loads("\n".join(self.lines[:count]))
        except tomllib.TOMLDecodeError:
            return None


def parse_toml(data: bytes, file: str) -> TomlFile | Diagnostic:
    """The file that `data` holds, or what is wrong with its form."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return TomlFile(tomllib.loads(text), file, tuple(text.split("\n")))
    except UnicodeDecodeError as error:
        return Diagnostic(Code.SETTINGS_NOT_UTF8, _place_of(error, data, file))
    except RecursionError:
        return Diagnostic(Code.SETTINGS_SYNTAX, Place(file), {"detail": "[[[[…"})
    except ValueError as error:
        # A number of more digits than Python converts is a plain ValueError.
        return _syntax(str(error), file, text.split("\n"))


def _place_of(error: UnicodeDecodeError, data: bytes, file: str) -> Place:
    """Where the first byte stands that is no UTF-8, with its line as GB18030, which it most likely is."""
    data = data.removeprefix(codecs.BOM_UTF8)
    before = data[: error.start].split(b"\n")
    line = data.split(b"\n")[len(before) - 1].rstrip(b"\r")
    return Place(file, len(before), len(before[-1].decode("utf-8")) + 1, excerpt=line.decode("gb18030", "replace"))


def _syntax(said: str, file: str, lines: list[str]) -> Diagnostic:
    where = _WHERE.search(said)
    words = {"detail": said if where is None else said[: where.start()]}
    if where is None or where[1] is None:
        return Diagnostic(Code.SETTINGS_SYNTAX, Place(file), words)
    line, column = int(where[1]), int(where[2])
    return Diagnostic(Code.SETTINGS_SYNTAX, Place(file, line, column, excerpt=lines[line - 1]), words)


def _has(data: Mapping[str, Any], path: tuple[str, ...]) -> bool:
    for key in path:
        if key not in data:
            return False
        data = data[key]
    return True
