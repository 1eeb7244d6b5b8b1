"""The lines of a text, and where a cell of one stands, worked out when somebody asks."""

from __future__ import annotations

import csv
import re
from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice

from countyplan.diagnostics import Place
from countyplan.submission.open.csv_reader import places_of

COMMA = ","
MARK = '"'
# So many characters are cut into lines at once: all lines at once would take more memory than the text.
_PIECE = 1 << 20
_LINE_END = re.compile("\n")


class Lines:
    """Lines that end with a line feed, and whose cells commas part. Lines count from 1, columns from 0.

    `column` is that in which the figures stand, `marked` says that some cells stand in quotation marks.
    """

    def __init__(self, text: str, file: str, column: int) -> None:
        self.file = file
        self._text = text
        self._column = column
        self._end = len(text) - text.endswith("\n")
        self.marked = MARK in text

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._pieces())

    def records(self) -> Iterator[list[str]]:
        """The texts of each line's cells; `csv.Error` where quotation marks do not stand as they should.

        One that runs over several lines makes one record of them.
        """
        return csv.reader(self, strict=True) if self.marked else (line.split(COMMA) for line in self)

    def _pieces(self) -> Iterator[list[str]]:
        begun = 0
        while (end := self._text.find("\n", begun + _PIECE, self._end)) >= 0:
            yield self._text[begun:end].split("\n")
            begun = end + 1
        yield self._text[begun : self._end].split("\n")

    @cached_property
    def _begins(self) -> array[int]:
        """Where each line begins."""
        return array("Q", [0, *(found.end() for found in _LINE_END.finditer(self._text, 0, self._end))])

    def line(self, number: int) -> str:
        """One line."""
        begun = self._begins[number - 1]
        end = self._text.find("\n", begun)
        return self._text[begun : end if end >= 0 else self._end]

    def place(self, number: int) -> Place:
        """Where the figure of a line stands."""
        return self.place_in(number, self._column)

    def line_of(self, number: int) -> int:
        """The same number: here every line of the file counts."""
        return number

    def place_in(self, number: int, column: int) -> Place:
        """Where the cell of a line in a column stands."""
        line = self.line(number)
        if MARK in line:
            return next(islice(places_of([line], number, self.file, COMMA), column, None))
        *before, cell = line.split(COMMA, column + 1)[: column + 1]
        begun = 1 + column + sum(map(len, before))
        return Place(self.file, number, begun, excerpt=line, length=max(1, len(cell)))
