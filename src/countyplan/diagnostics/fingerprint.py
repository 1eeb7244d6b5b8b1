"""What stays the same of a finding while its file is worked on."""

from __future__ import annotations

import json
from hashlib import sha256

from countyplan.diagnostics.diagnostic import Diagnostic

_LENGTH = 32
# Words that say where something else stands: they move with its lines.
_PLACES = frozenset({"first", "line", "parts", "place"})


def fingerprint(diagnostic: Diagnostic) -> str:
    """A finding by its code, file, sheet, words and the line or row that it stands in, as 32 hexadecimal digits.

    Never by a line's number or a cell's name, so that it outlives what is written above it. Two findings that differ in
    nothing else have the same one.
    """
    place = diagnostic.place
    sheet = "" if place.cell is None else place.cell.rpartition("!")[0]
    words = sorted((name, word) for name, word in diagnostic.words.items() if name not in _PLACES)
    told = [diagnostic.code.value, place.file, sheet, (place.excerpt or "").strip(), words]
    return sha256(json.dumps(told).encode("ascii")).hexdigest()[:_LENGTH]
