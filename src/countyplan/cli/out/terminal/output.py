"""Where text goes that goes into no file: the terminal, or a pipe."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from countyplan.report import Problem


CANNOT_USE = 2
# Ours: a line that is longer is no help to anybody.
_WIDEST = 10_000
_USUAL = {"COLUMNS": 80, "LINES": 25}


def prepare_streams(*streams: TextIO) -> None:
    """Let a character that a terminal's encoding lacks be written out instead of ending the run.

    What is no terminal gets UTF-8, the same bytes on every system, unless `PYTHONIOENCODING` asks for something else.
    """
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            as_it_is = stream.isatty() or "PYTHONIOENCODING" in os.environ
            reconfigure(errors="backslashreplace", **({} if as_it_is else {"encoding": "utf-8", "newline": "\n"}))


def console(*, stderr: bool = False) -> Console:
    """A terminal, as wide as it is, or 80 columns where there is none; `NO_COLOR` and `TERM=dumb` are respected."""
    from rich.console import Console

    class Terminal(Console):
        """One whose reader may leave before the end (`| head`): what was judged stays judged, and so does the exit code."""

        def print(self, *objects: Any, **how: Any) -> None:
            if how == {"soft_wrap": True} and len(objects) == 1 and self.color_system is None and not self.quiet:
                # A line that is neither coloured nor broken: what would come of it is known without the whole of rich.
                self._print_line(objects[0])
                return
            super().print(*(_safe(one) if isinstance(one, str) else one for one in objects), **how)

        def _print_line(self, line: Any) -> None:
            text = _safe(line) if isinstance(line, str) else line.plain
            try:
                self.file.write(f"{text.expandtabs(self.tab_size)}\n")
                self.file.flush()
            except BrokenPipeError:
                self.on_broken_pipe()

        def on_broken_pipe(self) -> None:
            self.quiet = True
            _forget(sys.stderr if stderr else sys.stdout)

    made = Terminal(
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        safe_box=True,
        width=_asked("COLUMNS"),
        height=_asked("LINES"),
    )
    if not (made.is_terminal or made.legacy_windows):
        # What is no terminal does not grow or shrink; for every line the system would be asked again.
        made.size = made.size
    return made


def _safe(text: str) -> str:
    from countyplan.diagnostics import unobeyed, visible

    return unobeyed("\n".join(visible(line) for line in text.split("\n")))


def _asked(name: str) -> int | None:
    """How many columns or lines the environment asks for, within reason; None, which is as many as there are, if it does not.

    What is no such number is taken for 80 by 25.
    """
    said = os.environ.get(name)
    if not said:
        return None
    usable = said.isascii() and said.isdigit() and int(said) > 0
    return min(int(said), _WIDEST) if usable else _USUAL[name]


def abandon_output(error: OSError) -> None:
    """Say on standard error, in a line, that the result could not be written, or what else could not be opened.

    The system names no file where it was asked for the current folder, and that is gone.
    """
    from countyplan.cli.speech import texts_for
    from countyplan.diagnostics import visible

    if error.filename is None:
        _forget(sys.stdout)
    key = "error.output_lost" if error.filename is None else "error.cannot_use"
    if isinstance(error, FileNotFoundError) and error.filename is None:
        key = "error.folder_gone"
    detail = error.strerror or error
    said = texts_for(None).say(key, path=os.fsdecode(error.filename or ""), detail=detail)
    sys.stderr.write(visible(said) + "\n")


def abandon_memory() -> None:
    """Say on standard error, in a line, that there is too little memory."""
    from countyplan.cli.speech import texts_for

    sys.stderr.write(texts_for(None).say("error.memory") + "\n")


def _forget(stream: TextIO) -> None:
    """Let what is still to be written to a closed pipe go nowhere, also when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def write_out(text: str) -> None:
    """Text to standard output: UTF-8 wherever it is piped to, and as the terminal writes it on one."""
    write_bytes_out(text.encode("utf-8"))


def write_bytes_out(data: bytes) -> None:
    """A document in UTF-8 to standard output as it is."""
    stream = sys.stdout
    binary = getattr(stream, "buffer", None)
    try:
        if binary is not None and not stream.isatty():
            stream.flush()
            binary.write(data)
            binary.flush()
        else:
            stream.write(data.decode("utf-8"))
    except BrokenPipeError:
        _forget(stream)


def print_remarks(problems: Sequence[Problem]) -> None:
    """Findings to standard error, where the result itself is for a machine or a file."""
    from countyplan.render.text.findings import print_problems

    print_problems(problems, console(stderr=True))


def print_left_out(left_out: str) -> None:
    """To standard error, how much of the result was not asked for, where the result itself has no words for it."""
    if left_out:
        console(stderr=True).print(left_out, soft_wrap=True)
