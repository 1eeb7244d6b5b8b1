"""The units that answer for a clause, in the text's order: （责任单位：…）, （…牵头，…配合）."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from countyplan.dataclass import dataclass
from countyplan.plantext.outline import Clause
from countyplan.plantext.vocabulary import Vocabulary

_OPEN, _CLOSE = "([【", ")]】"


class Part(StrEnum):
    """What a unit does in a clause."""

    NAMED = "named"
    LEAD = "lead"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Named:
    """A unit that a clause names, as written, and at which paragraph of the document."""

    name: str
    part: Part
    at: int


@lru_cache(maxsize=512)
def units_of(clause: Clause, words: Vocabulary) -> tuple[Named, ...]:
    """The units that a clause names, in order and each once."""
    found: dict[str, Named] = {}
    for part in clause.parts:
        paragraph = part.paragraph
        for head, cell in part.row.units if part.row is not None else ():
            for name in _split(cell, words):
                found.setdefault(name, Named(name, _role(head, words), part.at))
        texts = [text for _, text in _statements(paragraph.text, paragraph.narrow, words)]
        for text in texts:
            for name, role in _names(text, words):
                found.setdefault(name, Named(name, role, part.at))
    return tuple(found.values())


def unit_spans(text: str, narrow: str, words: Vocabulary) -> list[tuple[int, int]]:
    """Where a paragraph names responsible units, brackets included: no number in there is a target."""
    return [span for span, _ in _statements(text, narrow, words)]


def _statements(text: str, narrow: str, words: Vocabulary) -> Iterator[tuple[tuple[int, int], str]]:
    """The stretches of a paragraph that name units, without their brackets."""
    label, inside = words.pattern("responsible.label"), words.pattern("responsible.in_brackets")
    taken = 0
    for start, end in _brackets(narrow):
        content = narrow[start + 1 : end - 1]
        labelled = label.match(content.strip())
        if labelled or (
            words.get("responsible.in_brackets") and inside.search(content) and _at_the_end(narrow, end, words)
        ):
            yield (start, end), text[start + 1 : end - 1]
            taken = end
    tail = words.pattern("responsible.line").search(narrow, taken)
    if tail is not None and not any(start < tail.start() < end for start, end in _brackets(narrow)):
        yield (tail.start(), len(narrow)), text[tail.start() :].lstrip()


def _at_the_end(narrow: str, end: int, words: Vocabulary) -> bool:
    """Whether nothing stands behind a bracket but a full stop."""
    return not narrow[end:].strip(f" {words.get('sentence_ends')}\t;；")


def _brackets(narrow: str) -> list[tuple[int, int]]:
    """The outermost brackets of a text."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for at, char in enumerate(narrow):
        if char in _OPEN:
            start = at if depth == 0 else start
            depth += 1
        elif char in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at + 1))
    return found


def _names(text: str, words: Vocabulary) -> Iterator[tuple[str, Part]]:
    """The units of one statement with what they do."""
    stop = words.pattern("responsible.stops").search(text)
    text = text[: stop.start()] if stop else text
    label = words.pattern("responsible.label")
    pieces = label.split(text)
    marks = [found[0] for found in label.finditer(text)]
    for at, piece in enumerate(pieces):
        if not marks:
            yield from _by_tails(piece, words)
        elif at > 0:
            role = _role(marks[at - 1], words)
            yield from ((name, role) for name in _split(piece.lstrip("：: "), words))


def _by_tails(text: str, words: Vocabulary) -> Iterator[tuple[str, Part]]:
    """A牵头，B、C配合: what is said of the units stands behind them."""
    for group in words.pattern("responsible.groups").split(text):
        role = _role(group, words)
        yield from ((name, role) for name in _split(group, words))


def _role(text: str, words: Vocabulary) -> Part:
    if words.pattern("responsible.support").search(text):
        return Part.SUPPORT
    return Part.LEAD if words.pattern("responsible.lead").search(text) else Part.NAMED


def _split(text: str, words: Vocabulary) -> Iterator[str]:
    """The names of a list; brackets in a name (各市（区）政府) stay with it."""
    tail = words.pattern("responsible.tail_words")
    between = words.pattern("responsible.between")
    depth, begun = 0, 0
    pieces: list[str] = []
    for at, char in enumerate(text):
        depth += (char in "（(【[") - (char in "）)】]")
        if depth == 0 and (found := between.match(text, at)) is not None and at >= begun and found[0]:
            pieces.append(text[begun:at])
            begun = found.end()
    pieces.append(text[begun:])
    for piece in pieces:
        name = piece.strip(" \t\n。.：:;；,，")
        while name and (found := tail.search(name)) is not None and found[0]:
            name = name[: found.start()].strip(" 。.")
        if name:
            yield name


def units_of_clauses(clauses: tuple[Clause, ...], words: Vocabulary) -> Mapping[int, tuple[Named, ...]]:
    """The units of every clause; those of a chapter's heading hold for its clauses that name none themselves."""
    found = {clause.number: units_of(clause, words) for clause in clauses}
    if any(found.values()):
        for clause in clauses:
            if not found[clause.number]:
                above = [one for one in clauses if one.headings and one.headings == clause.headings[:-1]]
                found[clause.number] = next((found[one.number] for one in above if found[one.number]), ())
        return found
    return {clause.number: _addressed(clause, words) for clause in clauses}


def _addressed(clause: Clause, words: Vocabulary) -> tuple[Named, ...]:
    """Whom the first sentence of a clause tells what to do (X要…), where the text names no units anywhere."""
    for part in clause.parts:
        text = part.paragraph.text[part.body :].strip()
        found = words.pattern("responsible.addressee").match(text)
        if found is not None:
            names = [one for one in words.pattern("responsible.addressee_parts").split(found["who"]) if one]
            return tuple(Named(name, Part.NAMED, part.at) for name in names)
    return ()
