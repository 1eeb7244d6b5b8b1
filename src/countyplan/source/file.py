"""A file's bytes, and the documents of one in YAML."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place, Term
from countyplan.limits import MEGABYTE, Limits
from countyplan.source.decode import decode, undecodable
from countyplan.source.yaml_tree import Node, parse_yaml, repeated_keys

_LIMITS = Limits()
_WHY = {
    errno.EACCES: Term("cannot_open.permission"),
    errno.EPERM: Term("cannot_open.permission"),
    errno.EISDIR: Term("cannot_open.folder"),
    errno.EBUSY: Term("cannot_open.busy"),
    errno.ENAMETOOLONG: Term("cannot_open.name_too_long"),
    errno.EMFILE: Term("cannot_open.too_many"),
    errno.ENFILE: Term("cannot_open.too_many"),
}


def read_bytes(path: Path, limits: Limits = _LIMITS) -> bytes | Diagnostic:
    """The bytes of `path`, or why there are none that can be used; nothing is waited for that may never come."""
    if (why := nothing_to_read(path)) is not None:
        return why
    most = limits.size * MEGABYTE
    try:
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except FileNotFoundError:
        return Diagnostic(Code.NO_SUCH_FILE, Place(path.as_posix()))
    except OSError as error:
        return cannot_open(path, error)
    return too_large(path, limits) if len(data) > most else data


def nothing_to_read(path: Path) -> Diagnostic | None:
    """Why there is no file at `path` that can be read to an end: told by what it is, without opening it."""
    kind = mode_of(path)
    if isinstance(kind, Diagnostic):
        return kind
    if stat.S_ISDIR(kind):
        return cannot_open(path, IsADirectoryError(errno.EISDIR, ""))
    if not stat.S_ISREG(kind) and str(path) != os.devnull:
        return Diagnostic(Code.SPECIAL_FILE, Place(path.as_posix()))
    return None


def mode_of(path: Path) -> int | Diagnostic:
    """What a path is, or why nothing can be said of it."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Diagnostic(Code.LINK_BROKEN if path.is_symlink() else Code.NO_SUCH_FILE, Place(path.as_posix()))
    except OSError as error:
        return cannot_open(path, error)


def cannot_open(path: Path, error: OSError) -> Diagnostic:
    """Why a file or folder cannot be opened, as the system says it where it is no common reason."""
    if error.errno == errno.ELOOP:
        return Diagnostic(Code.LINK_BROKEN, Place(path.as_posix()))
    return Diagnostic(Code.CANNOT_OPEN, Place(path.as_posix()), {"detail": why_unopened(error)})


def why_unopened(error: OSError) -> str:
    """The term of a common reason; of another what the system says."""
    return _WHY.get(error.errno or 0, error.strerror or "")


def too_large(path: Path, limits: Limits) -> Diagnostic:
    """That a file has more bytes than one may have."""
    return Diagnostic(Code.TOO_LARGE, Place(path.as_posix()), {"limit": str(limits.size)})


def read_documents(path: Path, names: Collection[str] | None = None) -> tuple[list[Node], list[Diagnostic]]:
    """The documents of a YAML file and what is wrong with its form, keys that stand twice included.

    `names` are words that its text is expected to hold some of, as `decode` asks for them; without them it is UTF-8.
    """
    file = path.as_posix()
    data = read_bytes(path)
    text = data if isinstance(data, Diagnostic) else _text(data, file, names)
    if isinstance(text, Diagnostic):
        return [], [text]
    documents, found = parse_yaml(text, file)
    if not documents and not found:
        return [], [Diagnostic(Code.EMPTY, Place(file))]
    return documents, [*found, *(twice for document in documents for twice in repeated_keys(document))]


def _text(data: bytes, file: str, names: Collection[str] | None) -> str | Diagnostic:
    if names is not None:
        return decode(data, file, names)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return undecodable(data, file)
