"""What a text is printed on, and lines of it with their styles.

On a terminal rich paints them. Where nothing is painted (a pipe, a file) a line is its text, and rich, which takes longer to
load than a short report to print, is not needed.
"""

from __future__ import annotations

from typing import IO, Protocol

# What rich takes a tab for.
_TAB = 8


class Line:
    """A line in parts, each a text and the style that it has on a terminal."""

    def __init__(self, *parts: tuple[str, str]) -> None:
        self.parts = list(parts)

    @property
    def plain(self) -> str:
        """Its text."""
        return "".join(text for text, _ in self.parts)

    @property
    def style(self) -> str:
        """The style that it begins with."""
        return self.parts[0][1] if self.parts else ""

    def append(self, text: str, style: str = "") -> None:
        """Add a part at the end."""
        self.parts.append((text, style))

    def between(self, start: int, end: int) -> Line:
        """A part of it, which keeps its styles."""
        cut, at = Line(), 0
        for text, style in self.parts:
            cut.append(text[max(0, start - at) : max(0, end - at)], style)
            at += len(text)
        return cut

    def rstrip(self) -> None:
        """Take away the blanks at the end."""
        while self.parts:
            text, style = self.parts.pop()
            if kept := text.rstrip():
                self.parts.append((kept, style))
                return


class Screen(Protocol):
    """As wide as `width` cells."""

    @property
    def width(self) -> int:
        """How many cells a line has room for."""

    @property
    def file(self) -> IO[str]:
        """Where what is printed goes."""

    def print(self, *lines: Line | str, soft_wrap: bool = False) -> None:
        """Print a line, or an empty one; with `soft_wrap` it is not broken, however long it is."""


class PlainScreen:
    """A screen on which nothing is painted."""

    def __init__(self, file: IO[str], width: int) -> None:
        self._file, self._width = file, width

    @property
    def width(self) -> int:
        """How many cells a line has room for."""
        return self._width

    @property
    def file(self) -> IO[str]:
        """Where what is printed goes."""
        return self._file

    def print(self, *lines: Line | str, soft_wrap: bool = False) -> None:  # noqa: ARG002 -- no line is broken here
        """Print a line as its text."""
        for one in lines or ("",):
            text = one if isinstance(one, str) else one.plain
            self.file.write(f"{text.expandtabs(_TAB)}\n")
