"""Lines on a terminal: text from a file is never parsed for mark-up, and what a terminal would obey is written out."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.diagnostics import unobeyed, visible
from countyplan.render.text.screen import Line, Screen
from countyplan.render.text.wrap import wrap

STATUS_STYLES = {
    "met": "green",
    "ahead": "green",
    "on_track": "green",
    "behind": "yellow",
    "far_behind": "bold red",
    "reversing": "bold red",
    "missed": "bold red",
    "no_pace": "cyan",
    "undecided": "cyan",
    "missing": "dim",
}


def say_on(console: Screen, text: str, style: str = "", indent: int = 0) -> None:
    """A paragraph, wrapped; what follows its first line is indented like it."""
    for line in wrap(visible(text), console.width - indent):
        console.print(Line((" " * indent + unobeyed(line), style)), soft_wrap=True)


def say_whole(console: Screen, line: Line) -> None:
    """A line that a log keeps whole, so that it can be searched and counted; a terminal folds it between words."""
    if not console.file.isatty():
        console.print(line, soft_wrap=True)
        return
    at = 0
    for part in wrap(line.plain, console.width):
        at = line.plain.index(part, at)
        console.print(line.between(at, at + len(part)), soft_wrap=True)
        at += len(part)


def print_heading(console: Screen, heading: str) -> None:
    """A heading after an empty line."""
    console.print()
    say_on(console, f"== {heading} ==", "bold")


def print_indented(console: Screen, lines: Iterable[str], indent: int = 2) -> None:
    """Paragraphs, each indented."""
    for line in lines:
        say_on(console, line, indent=indent)


def shown_text(text: str, style: str = "") -> Line:
    """Text from a file as it is shown: nothing in it is parsed, and nothing of it is obeyed."""
    return Line((unobeyed(visible(text)), style))
