"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

import typer

from countyplan.cli.out.terminal.output import remark
from countyplan.language.texts import Texts


class Standing(Enum):
    """What is at a path: a device or a pipe is a stream."""

    NOTHING = auto()
    FILE = auto()
    FOLDER = auto()
    STREAM = auto()


def write_file(path: Path, data: bytes, texts: Texts, option: str = "--output") -> None:
    """`data` into `path`, which `option` named: whole, or not at all; what was there before stays if anything fails."""
    write_files({path: data}, texts, option)


def write_files(files: Mapping[Path, bytes], texts: Texts, option: str = "--output") -> None:
    """Each file whole, and all of them or none: if one cannot be written, those before it are as they were.

    What is no file, a device or a pipe, is written to as it is: to put a file in its place would destroy it.
    """
    streams: dict[Path, bytes] = {}
    placed: dict[Path, bytes] = {}
    for path, data in files.items():
        match standing_at(path, texts, option):
            case Standing.STREAM:
                streams[path] = data
            case Standing.FOLDER:
                raise is_a_folder(path, texts, option)
            case Standing.FILE | Standing.NOTHING:
                placed[_followed(path)] = data
    if placed:
        _place(placed, texts, option)
    for path, data in streams.items():
        _pour(path, data, texts, option)


def _place(files: Mapping[Path, bytes], texts: Texts, option: str) -> None:
    from countyplan.cli.out.files.swap import NotPlacedError, place_files

    try:
        mended = place_files(files)
    except NotPlacedError as error:
        raise cannot_write(error.path, error.reason, texts, option) from error
    for folder in mended:
        remark(texts.say("file.mended", path=folder))


def standing_at(path: Path, texts: Texts, option: str = "--output") -> Standing:
    """What is at a path that is to be written to; where nothing can be (a name too long, links in a circle) the run ends."""
    try:
        mode = once_made(path).stat().st_mode
    except FileNotFoundError:
        return Standing.NOTHING
    except (OSError, ValueError) as error:
        raise cannot_write(path, error, texts, option) from error
    if stat.S_ISDIR(mode):
        return Standing.FOLDER
    return Standing.FILE if stat.S_ISREG(mode) else Standing.STREAM


def once_made(path: Path) -> Path:
    """Where a path leads once the folders on its way are made: new/../a.yaml is a.yaml, though there is no new yet."""
    return Path(os.path.realpath(path)) if ".." in path.parts else path


def _followed(path: Path) -> Path:
    """The file that a link leads to: the link stays one."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _pour(path: Path, data: bytes, texts: Texts, option: str) -> None:
    try:
        with path.open("wb") as opened:
            opened.write(data)
    except OSError as error:
        raise cannot_write(path, error, texts, option) from error


def cannot_write(path: Path, error: OSError | ValueError, texts: Texts, option: str) -> typer.BadParameter:
    """What ends a run that cannot write the file which `option` names."""
    detail = getattr(error, "strerror", None) or error
    message = texts.say("error.cannot_write", path=path, detail=detail)
    return typer.BadParameter(message, param_hint=option)


def is_a_folder(path: Path, texts: Texts, option: str) -> typer.BadParameter:
    """What ends a run that is to write a file where there is a folder."""
    return cannot_write(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), texts, option)
