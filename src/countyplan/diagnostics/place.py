"""Where in an input something stands."""

from __future__ import annotations

import unicodedata
from dataclasses import field
from typing import Final

from countyplan.dataclass import dataclass

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_NO_CHARACTERS = {"\ufffe", "\uffff"}  # which no XML can hold


@dataclass(slots=True, unsafe_hash=True)
class Place:
    """A file, and as far as it is known the line and column (both from 1) or the sheet's cell (`Sheet1!C7`).

    `excerpt` is the line that stands there (of a sheet the row's cells), and `length` how many of its characters from
    `column` on are meant. They come with the place, so that a finding made long after reading can still show its line;
    two places are the same whatever stands there.
    """

    file: Final[str]
    line: Final[int | None] = None
    column: Final[int | None] = None
    cell: Final[str | None] = None
    excerpt: Final[str | None] = field(default=None, compare=False, repr=False, kw_only=True)
    length: Final[int] = field(default=1, compare=False, repr=False, kw_only=True)

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}!{self.cell}"
        if self.line is None or self.column is None:
            return ":".join([self.file, *(str(part) for part in (self.line, self.column) if part is not None)])
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def in_line(self) -> tuple[str, int]:
        """The file and the line, 0 where it is of no line."""
        return self.file, self.line or 0

    @property
    def row(self) -> tuple[str, int, int]:
        """The sheet, the line, and the row of the sheet; empty and 0 where there is none."""
        _, line, _, sheet, row, _ = self.sort_key()
        return sheet, line, row

    def sort_key(self) -> tuple[str, int, int, str, int, str]:
        """By file and sheet, then from top to bottom and from left to right: D2 before D19, Z1 before AA1."""
        if self.cell is None:
            return (self.file, self.line or 0, self.column or 0, "", 0, "")
        sheet, _, name = self.cell.rpartition("!")
        letters = name.rstrip("0123456789")
        row = name.removeprefix(letters)
        # Of columns with more letters the one comes later.
        return (self.file, self.line or 0, self.column or 0, sheet, int(row or 0), f"{len(letters)}{letters}")


def visible(text: str) -> str:
    r"""`text` with everything that a terminal would obey or hide written out, an escape as `\x1b`, on one line."""
    if text.isprintable():
        return text
    return "".join(_written_out(char) if _is_invisible(char) else char for char in text)


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in _INVISIBLE or char in _NO_CHARACTERS


def _written_out(char: str) -> str:
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")
