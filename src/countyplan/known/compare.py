"""Today's findings against the known ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from os.path import exists
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.known.record import KnownFinding, mark, memorable, seen_from


@dataclass(frozen=True, slots=True)
class Compared:
    """Which of today's findings are known; `diagnostics` are about the file itself: what it knows that is gone."""

    known: frozenset[Diagnostic] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def compare(
    known: Collection[tuple[KnownFinding, Place]],
    diagnostics: Iterable[Diagnostic],
    files: Iterable[str],
    folder: Path,
) -> Compared:
    """`diagnostics` in their order against what a file of known findings in `folder` holds.

    Where more of a kind are there than are known, the first of them are the known ones. A known finding in a file that
    is there but was not read (`files`) is not called gone.
    """
    left: Counter[str] = Counter()
    for one, _ in known:
        left[one.fingerprint] += one.count
    met = []
    for diagnostic in memorable(diagnostics):
        print_ = mark(diagnostic, folder)
        if left[print_] > 0:
            left[print_] -= 1
            met.append(diagnostic)
    read = {seen_from(folder, file) for file in files}
    gone = tuple(
        _gone(one, place, left[one.fingerprint])
        for one, place in known
        if left[one.fingerprint] > 0 and (one.file in read or not _is_there(folder / one.file))
    )
    return Compared(frozenset(met), gone)


def _is_there(path: Path) -> bool:
    return exists(path)  # noqa: PTH110 -- a Path raises where a name is too long to be one


def _gone(one: KnownFinding, place: Place, count: int) -> Diagnostic:
    words = {"code": one.code, "file": one.file, "text": one.text, "count": str(count)}
    return Diagnostic(Code.KNOWN_GONE, place, words)
