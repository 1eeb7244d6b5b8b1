"""A text with stretches of it marked."""

from __future__ import annotations

from collections.abc import Iterable

from countyplan.dataclass import dataclass
from countyplan.plantext.audit.audit_model import Span
from countyplan.plantext.reading.document import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one state; `state` is empty where nothing is marked."""

    text: str
    state: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph in pieces, and the line that it stands in."""

    line: int
    pieces: tuple[Piece, ...]


def mark_up(document: Document, marks: Iterable[tuple[Span, str, str]]) -> tuple[Marked, ...]:
    """The document with stretches marked by their state and what is said of them; they do not overlap."""
    by_paragraph: dict[int, list[tuple[Span, str, str]]] = {}
    for mark in marks:
        by_paragraph.setdefault(mark[0].at, []).append(mark)
    found: list[Marked] = []
    for at, paragraph in enumerate(document.paragraphs):
        pieces: list[Piece] = []
        done = 0
        for span, state, says in sorted(by_paragraph.get(at, ()), key=lambda one: one[0].start):
            if span.start < done:
                continue
            pieces += [Piece(paragraph.text[done : span.start])] if done < span.start else []
            pieces.append(Piece(paragraph.text[span.start : span.end], state, says))
            done = span.end
        pieces += [Piece(paragraph.text[done:])] if done < len(paragraph.text) else []
        found.append(Marked(paragraph.line, tuple(pieces)))
    return tuple(found)
