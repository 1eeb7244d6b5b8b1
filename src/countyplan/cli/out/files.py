"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import typer

from countyplan.language.texts import Texts


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
        Path(name).chmod(_mode(path))
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise cannot_write(path, error, texts, option) from error
        raise
    return Path(name)


def _mode(path: Path) -> int:
    """Who may read and write the file: those who may now, or whoever may read and write any new file."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    masked = os.umask(0o077)
    os.umask(masked)
    return 0o666 & ~masked


def _put_in_place(written: Mapping[Path, Path], texts: Texts, option: str) -> None:
    """Whatever ends it before the last file is in place, an interrupt included, all are put back as they were."""
    if len(written) == 1:
        for path, beside in written.items():
            _replace(path, beside, texts, option)
        return
    before: dict[Path, bytes | None] = {}
    try:
        for path, beside in written.items():
            before[path] = _bytes_of(path, texts, option)
            _replace(path, beside, texts, option)
    except BaseException:
        _restore(before.items(), texts, option)
        raise


def _bytes_of(path: Path, texts: Texts, option: str) -> bytes | None:
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise cannot_write(path, error, texts, option) from error


def _replace(path: Path, beside: Path, texts: Texts, option: str) -> None:
    try:
        beside.replace(path)
    except OSError as error:
        raise cannot_write(path, error, texts, option) from error


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
