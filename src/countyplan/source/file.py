"""A file's bytes, and the documents of one in YAML."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.source.decode import decode
from countyplan.source.yaml_tree import Node, parse_yaml, repeated_keys

MAX_BYTES = 20_000_000


def read_bytes(path: Path) -> bytes | Diagnostic:
    """The bytes of `path`, or why there are none that can be used."""
    place = Place(path.as_posix())
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Diagnostic(Code.NO_SUCH_FILE, place)
    except OSError as error:
        return Diagnostic(Code.CANNOT_OPEN, place, {"detail": error.strerror or ""})
    if len(data) > MAX_BYTES:
        return Diagnostic(Code.TOO_LARGE, place, {"limit": str(MAX_BYTES // 1_000_000)})
    return data


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
        return Diagnostic(Code.UNDECODABLE, Place(file))
