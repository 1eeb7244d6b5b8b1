"""What is noted on cells of a sheet of an .xlsx: notes, and the threads that newer programs write beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.office.markup import Attributes, walk
from countyplan.office.package import Package
from countyplan.office.sheet import Budget, Sheet
from countyplan.office.xlsx.cells import cell_at

_NOTES, _THREADS = "comments", "threadedComment"


def read_comments(package: Package, targets: Iterable[tuple[str, str]], sheet: Sheet, budget: Budget) -> None:
    """Fill the sheet with what the parts that it names note on its cells.

    Where there is a thread, the note on its cell only says, for older programs, that there is one.
    """
    parts = sorted(targets)
    threads = _read(package, [part for kind, part in parts if kind == _THREADS])
    threaded = {at for at, _ in threads}
    notes = _read(package, [part for kind, part in parts if kind == _NOTES])
    for (row, column), text in [*threads, *(note for note in notes if note[0] not in threaded)]:
        budget.take(text, sheet=sheet.name)
        sheet.comments.append((row, column, text))


@dataclass(slots=True)
class _Comments:
    """What is kept while such a part goes by; how characters are to be pronounced (`rPh`) is no part of a note."""

    found: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    at: tuple[int, int] | None = None
    pieces: list[str] | None = None
    phonetic: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        match name:
            case "main/comment" | "threadedcomments/threadedComment":
                self.at, self.pieces = cell_at(attributes.get("ref", "")), None
            case "main/rPh":
                self.phonetic = True
            case "main/t" | "threadedcomments/text" if not self.phonetic:
                self.pieces = [] if self.pieces is None else self.pieces

    def end(self, name: str) -> None:
        match name:
            case "main/comment" | "threadedcomments/threadedComment":
                text = "".join(self.pieces or ()).strip()
                self.found += [(self.at, text)] if text and self.at is not None else []
                self.pieces = None
            case "main/rPh":
                self.phonetic = False

    def text(self, text: str) -> None:
        if self.pieces is not None and not self.phonetic:
            self.pieces.append(text)


def _read(package: Package, parts: Iterable[str]) -> list[tuple[tuple[int, int], str]]:
    comments = _Comments()
    for part in parts:
        if part in package:
            walk(package.read(part), part, comments.start, comments.end, comments.text)
    return comments.found
