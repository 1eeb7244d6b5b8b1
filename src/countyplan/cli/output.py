"""Where text goes: the terminal, a pipe, or files that are written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from countyplan.language.texts import Texts

if TYPE_CHECKING:
    from rich.console import Console

    from countyplan.report import Problem


CANNOT_USE = 2


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

        def on_broken_pipe(self) -> None:
            self.quiet = True
            _forget(sys.stderr if stderr else sys.stdout)

    return Terminal(stderr=stderr, highlight=False, markup=False, emoji=False, safe_box=True)


def abandon_output(error: OSError) -> None:
    """Say on standard error, in a line, that the result could not be written."""
    from countyplan.cli.words import texts_for

    _forget(sys.stdout)
    texts = texts_for(None)
    sys.stderr.write(texts.say("error.output_lost", detail=error.strerror or error) + "\n")


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


def write_file(path: Path, data: bytes, texts: Texts, option: str = "--output") -> None:
    """`data` into `path`, which `option` named: whole, or not at all; what was there before stays if anything fails."""
    write_files({path: data}, texts, option)


def write_files(files: Mapping[Path, bytes], texts: Texts, option: str = "--output") -> None:
    """Each file whole, and all of them or none: if one cannot be written, those before it are as they were.

    What is no file, a device or a pipe, is written to as it is: to put a file in its place would destroy it.
    """
    written: dict[Path, Path] = {}
    streams = {path: data for path, data in files.items() if _is_stream(path)}
    try:
        for path, data in files.items():
            if path not in streams:
                written[_followed(path)] = _beside(_followed(path), data, texts, option)
        _put_in_place(written, texts, option)
        for path, data in streams.items():
            _pour(path, data, texts, option)
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _followed(path: Path) -> Path:
    """The file that a link leads to: the link stays one."""
    return path.resolve() if path.is_symlink() else path


def _pour(path: Path, data: bytes, texts: Texts, option: str) -> None:
    try:
        with path.open("wb") as opened:
            opened.write(data)
    except OSError as error:
        raise cannot_write(path, error, texts, option) from error


def _beside(path: Path, data: bytes, texts: Texts, option: str) -> Path:
    """A new file in the same folder, so that it only has to be renamed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise cannot_write(path, error, texts, option) from error
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        Path(name).chmod(0o644)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise cannot_write(path, error, texts, option) from error
    return Path(name)


def _put_in_place(written: Mapping[Path, Path], texts: Texts, option: str) -> None:
    before: dict[Path, bytes | None] = {}
    for path, beside in written.items():
        try:
            # What was there is kept only where something can fail after it: a file alone is replaced in one step.
            old = path.read_bytes() if len(written) > 1 and path.exists() else None
            beside.replace(path)
        except OSError as error:
            _restore(before.items(), texts, option)
            raise cannot_write(path, error, texts, option) from error
        before[path] = old


def _restore(before: Iterable[tuple[Path, bytes | None]], texts: Texts, option: str) -> None:
    for path, old in before:
        if old is None:
            path.unlink(missing_ok=True)
        else:
            _beside(path, old, texts, option).replace(path)


def cannot_write(path: Path, error: OSError, texts: Texts, option: str) -> typer.BadParameter:
    """What ends a run that cannot write the file which `option` names."""
    message = texts.say("error.cannot_write", path=path, detail=error.strerror or error)
    return typer.BadParameter(message, param_hint=option)


def print_remarks(problems: tuple[Problem, ...]) -> None:
    """Findings to standard error, where the result itself is for a machine or a file."""
    from countyplan.render.terminal import print_problems

    print_problems(problems, console(stderr=True))


def print_left_out(left_out: str) -> None:
    """To standard error, how much of the result was not asked for, where the result itself has no words for it."""
    if left_out:
        console(stderr=True).print(left_out, soft_wrap=True)
