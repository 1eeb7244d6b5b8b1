"""Standard streams that nobody sees on a terminal: a pipe or a file, or none at all (`>&-`, a service, no console)."""

from __future__ import annotations

import io
import os
import sys
from typing import IO

from countyplan.render.text.screen import Line, PlainScreen


class _Nowhere(io.TextIOWrapper):
    """The null device, which Windows takes for a terminal."""

    def isatty(self) -> bool:
        return False


def stand_in_for_closed_streams() -> None:
    """Read nothing where nothing can be read, say nothing where nobody listens, and fail where a result would be lost.

    They also keep the numbers of the closed streams from going to files that are opened later.
    """
    for name, flags, mode in (
        ("stdin", os.O_RDONLY, "rb"),
        ("stdout", os.O_RDONLY, "wb"),
        ("stderr", os.O_WRONLY, "wb"),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, _Nowhere(os.fdopen(os.open(os.devnull, flags), mode), encoding="utf-8"))


# Ours: a line that is longer is no help to anybody.
_WIDEST = 10_000
_USUAL = {"COLUMNS": 80, "LINES": 25}
# Standard input, output and error.
_STREAMS = 3


class Pipe(PlainScreen):
    """A screen whose reader may leave before the end (`| head`): what was judged stays judged, and so does the exit code."""

    def print(self, *lines: Line | str, soft_wrap: bool = False) -> None:
        """Print a line at once, as long as there is somebody to read it."""
        try:
            super().print(*(safe(one) if isinstance(one, str) else one for one in lines), soft_wrap=soft_wrap)
            self.file.flush()
        except BrokenPipeError:
            forget(self.file)


def wide() -> int:
    """As many columns as the terminal has that the run was started from, if there is one."""
    for number in range(_STREAMS):
        try:
            return os.get_terminal_size(number).columns or _USUAL["COLUMNS"]
        except (OSError, ValueError):
            continue
    return _USUAL["COLUMNS"]


def safe(text: str) -> str:
    """A text in which nothing is obeyed by a terminal and nothing invisible, line by line."""
    from countyplan.diagnostics import unobeyed, visible

    return unobeyed("\n".join(visible(line) for line in text.split("\n")))


def asked(name: str) -> int | None:
    """How many columns or lines the environment asks for, within reason; None, which is as many as there are, if it does not.

    What is no such number is taken for 80 by 25.
    """
    said = os.environ.get(name)
    if not said:
        return None
    usable = said.isascii() and said.isdigit() and int(said) > 0
    return min(int(said), _WIDEST) if usable else _USUAL[name]


def forget(stream: IO[str]) -> None:
    """Let what is still to be written to a closed pipe go nowhere, also when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
