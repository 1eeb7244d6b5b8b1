"""Where text goes that goes into no file: the terminal, or a pipe."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from countyplan.cli.out.terminal.streams import Pipe, asked, forget, wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countyplan.render.text.screen import Screen
    from countyplan.report.words.problem import Problem


CANNOT_USE = 2
# Where one of these is set rich may paint what is no terminal.
_PAINTED_IF_ASKED = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE"})


def prepare_streams(*streams: TextIO) -> None:
    """Let a character that a terminal's encoding lacks be written out instead of ending the run.

    What is no terminal gets UTF-8, the same bytes on every system, unless `PYTHONIOENCODING` asks for something else.
    """
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            as_it_is = stream.isatty() or "PYTHONIOENCODING" in os.environ
            reconfigure(errors="backslashreplace", **({} if as_it_is else {"encoding": "utf-8", "newline": "\n"}))


def console(*, stderr: bool = False) -> Screen:
    """A terminal, as wide as it is, or 80 columns where there is none; `NO_COLOR` and `TERM=dumb` are respected."""
    stream = sys.stderr if stderr else sys.stdout
    if _is_plain(stream):
        return Pipe(stream, asked("COLUMNS") or wide())
    from countyplan.cli.out.terminal.painted import painted

    return painted(stderr=stderr)


def _is_plain(stream: TextIO) -> bool:
    """Whether nothing is painted there. rich knows where somebody asks for it, and what a console of Windows can do."""
    return sys.platform != "win32" and not stream.isatty() and not _PAINTED_IF_ASKED & os.environ.keys()


def abandon_output(error: OSError) -> None:
    """Say on standard error, in a line, that the result could not be written, or what else could not be opened.

    The system names no file where it was asked for the current folder, and that is gone.
    """
    from countyplan.cli.speech import asked_on, texts_for
    from countyplan.diagnostics import Term, visible
    from countyplan.source.file import why_unopened

    if error.filename is None:
        forget(sys.stdout)
    key = "error.output_lost" if error.filename is None else "error.cannot_use"
    if isinstance(error, FileNotFoundError) and error.filename is None:
        key = "error.folder_gone"
    texts, why = texts_for(asked_on(sys.argv)), why_unopened(error)
    detail = (texts.say(why) if isinstance(why, Term) else why) or error
    said = texts.say(key, path=os.fsdecode(error.filename or ""), detail=detail)
    sys.stderr.write(visible(said) + "\n")


def abandon_memory() -> None:
    """Say on standard error, in a line, that there is too little memory."""
    from countyplan.cli.speech import asked_on, texts_for

    sys.stderr.write(texts_for(asked_on(sys.argv)).say("error.memory") + "\n")


def remark(text: str) -> None:
    """A line on standard error, for whoever watches a run whose result goes elsewhere."""
    from countyplan.render.text.console import say_whole, shown_text

    say_whole(console(stderr=True), shown_text(text))


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
        forget(stream)


def folded(text: str, stream: TextIO) -> str:
    """Lines as they are, but on a terminal those that are wider than it in several, each indented as the first is."""
    if not stream.isatty():
        return text
    from countyplan.render.text.wrap import wrap

    width = asked("COLUMNS") or get_terminal_size().columns
    lines: list[str] = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        lines += [indent + part for part in wrap(line.lstrip(), width - len(indent))] or [line]
    return "\n".join(lines)


def print_remarks(problems: Sequence[Problem]) -> None:
    """Findings to standard error, where the result itself is for a machine or a file."""
    from countyplan.render.text.findings import print_problems

    print_problems(problems, console(stderr=True))


def print_left_out(left_out: str) -> None:
    """To standard error, how much of the result was not asked for, where the result itself has no words for it."""
    if left_out:
        remark(left_out)
