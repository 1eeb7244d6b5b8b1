"""The lines of a YAML file, and where in them something stands that PyYAML marks."""

from __future__ import annotations

from typing import Any, TypeAlias

from countyplan.diagnostics import Place
from countyplan.pattern import pattern

# What YAML 1.1 counts as the end of a line.
LINE_END = pattern("\r\n|[\n\r\x85\u2028\u2029]")
# A line and a column, both from 0, and how many characters are meant.
Spot: TypeAlias = tuple[int, int, int]


class Lines:
    """The lines of a file, so that every place can show its own."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.texts = LINE_END.split(text)

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """The place at `line` and `column`, both from 0; where something ends that is empty, one character is meant."""
        excerpt = self.texts[line] if line < len(self.texts) else None
        return Place(self.file, line + 1, column + 1, excerpt=excerpt, length=max(1, length))


def spot(marked: Any) -> Spot:
    """Where an event or a node of PyYAML stands; of several lines the first character is meant."""
    start, end = marked.start_mark, marked.end_mark
    line, column = start.line, start.column
    return line, column, end.column - column if end.line == line else 1
