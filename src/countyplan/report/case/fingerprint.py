"""By what a case is known again in a later run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from countyplan.diagnostics import Diagnostic
from countyplan.diagnostics.fingerprint import fingerprint

_LENGTH = 32


def mark_of_finding(one: Diagnostic, path: str) -> str:
    """The fingerprint of a finding whose file is told as `path`: the same on every system and from every folder."""
    return fingerprint(one.moved(replace(one.place, file=path)))


def mark_of_words(*words: str) -> str:
    """The fingerprint of what is no finding, by words that do not depend on a language."""
    return sha256(json.dumps(words).encode("ascii")).hexdigest()[:_LENGTH]


def told_apart(marks: Iterable[str]) -> list[str]:
    """The fingerprints of a run; one that comes again is numbered."""
    seen: Counter[str] = Counter()
    apart = []
    for mark in marks:
        seen[mark] += 1
        apart.append(mark if seen[mark] == 1 else f"{mark}:{seen[mark]}")
    return apart
