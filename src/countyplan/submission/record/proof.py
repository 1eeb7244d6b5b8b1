"""Evidence as a submission names it: a document's number, a link, or a file that lies beside the submission."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.pattern import pattern
from countyplan.source.file import read_bytes
from countyplan.submission.cell import Cell, fault
from countyplan.submission.record.vocabulary import WORDS
from countyplan.submission.words.number import is_not_reported

_SEVERAL = pattern(r"[;；\n\r]+")
_LINK = pattern(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FILE = pattern(r".+\.[A-Za-z][A-Za-z0-9]{1,4}")


class ProofKind(StrEnum):
    """What evidence is."""

    DOCUMENT = "document"
    LINK = "link"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence as it was named; `sha256` is that of a file's bytes, empty for all else."""

    kind: ProofKind
    text: str
    sha256: str = ""


def read_proofs(cell: Cell | None, file: str, found: list[Diagnostic]) -> tuple[Proof, ...]:
    """The evidence in a cell, several pieces parted by semicolons or lines; a file that lacks is told and is none."""
    if cell is None or cell.text is None:
        return ()
    texts = [part.strip() for part in _SEVERAL.split(cell.text)]
    none = WORDS.names("no_evidence")
    named = [text for text in texts if not is_not_reported(text) and none.find(text) is None]
    return tuple(proof for text in named for proof in _proofs(text, cell, file, found))


def _proofs(text: str, cell: Cell, file: str, found: list[Diagnostic]) -> Iterator[Proof]:
    if _LINK.fullmatch(text):
        yield Proof(ProofKind.LINK, text)
    elif _FILE.fullmatch(text):
        sha256 = _hash_beside(text, file)
        if sha256 is None:
            found.append(fault(cell, Code.EVIDENCE_NOT_FOUND, None, name=text))
        else:
            yield Proof(ProofKind.FILE, text, sha256)
    else:
        yield Proof(ProofKind.DOCUMENT, text)


def path_beside(name: str, file: str) -> Path | None:
    """Where a file lies that is named in `file` as one beside it or in a folder there; None for any other place."""
    parts = PureWindowsPath(name).parts
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or ".." in parts:
        return None
    return Path(file).parent.joinpath(*parts)


def _hash_beside(name: str, file: str) -> str | None:
    """The SHA-256 of such a file."""
    path = path_beside(name, file)
    data = None if path is None else read_bytes(path)
    return hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else None
