"""The plan of which the tests have found that nothing is wrong with it, known by its bytes and read without its places."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from os.path import lexists
from pathlib import Path
from typing import Any

from countyplan.diagnostics import Diagnostic
from countyplan.language.shipped import COMPILED, contents
from countyplan.source.file import read_bytes

_ROOM = Path(__file__).parent
DIGEST = _ROOM / "plan.sha256"


def tested(folder: Path, names: Iterable[str]) -> dict[str, Any] | None:
    """What each of a plan's files says, if these are, to the byte, the files that the tests have judged; else None."""
    texts = _texts(folder, names)
    if texts is None or digest(texts) != DIGEST.read_text(encoding="ascii").strip():
        return None
    return {name: contents(data, _ROOM / (name + COMPILED)) for name, data in texts.items()}


def digest(texts: dict[str, bytes]) -> str:
    """What tells these files, by their names, from all others."""
    found = sha256()
    for name, data in sorted(texts.items()):
        found.update(f"{name} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def _texts(folder: Path, names: Iterable[str]) -> dict[str, bytes] | None:
    texts = {}
    for name in names:
        if lexists(folder / name):
            data = read_bytes(folder / name)
            if isinstance(data, Diagnostic):
                return None
            texts[name] = data
    return texts
