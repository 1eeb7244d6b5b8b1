"""The clauses of a text: which paragraphs stand under which headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from countyplan.plantext.number import numbers_in
from countyplan.plantext.outline_marks import Mark, mark_of
from countyplan.plantext.reading import Document, Paragraph
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.plantext.width import single_width

# Headings of this rank and below it stay part of the clause that they stand in, unless nothing above heads any.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its mark as written, its title, and the number or label that it is found by."""

    rank: int
    mark: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a clause; `body` is where it begins behind the heading."""

    at: int
    paragraph: Paragraph
    body: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the headings above it, from the highest to its own, and what stands in it.

    `number` counts where the text counts through (（一） to （二十五）) and is else the marks that lead to it, as text.
    The clause before the first heading has none and the label "".
    """

    number: int | str
    headings: tuple[Heading, ...]
    parts: tuple[Part, ...]

    @property
    def mark(self) -> str:
        """The mark of its own heading."""
        return self.headings[-1].mark if self.headings else ""

    @property
    def title(self) -> str:
        """The title of its own heading."""
        return self.headings[-1].title if self.headings else ""

    @property
    def chapter(self) -> str:
        """The headings above its own, with their marks."""
        return " ".join(f"{one.mark}{one.title}" for one in self.headings[:-1])

    @property
    def text(self) -> str:
        """What stands in it without the headings, of single width."""
        return "\n".join(part.paragraph.narrow[part.body :] for part in self.parts)


def clauses_of(document: Document, words: Vocabulary) -> tuple[Clause, ...]:
    """The document as clauses, in order; every paragraph stands in one."""
    found: list[Clause] = []
    open_: list[Heading] = []
    parts: list[Part] = []
    for at, paragraph in enumerate(document.paragraphs):
        mark = _mark(paragraph, words)
        if mark is None or mark.rank > _DEEPEST:
            parts.append(Part(at, paragraph))
            continue
        if open_ or parts:
            found.append(Clause("", tuple(open_), tuple(parts)))
        title, body = _title(paragraph, mark, words)
        written = paragraph.text[: mark.end].strip()
        open_ = [*(one for one in open_ if one.rank < mark.rank), Heading(mark.rank, written, title)]
        parts = [Part(at, paragraph, body)]
    found.append(Clause("", tuple(open_), tuple(parts)))
    return _numbered(found, words)


def _mark(paragraph: Paragraph, words: Vocabulary) -> Mark | None:
    if paragraph.cells:
        return None
    mark = mark_of(paragraph.narrow, words)
    if mark is None and paragraph.level is not None and paragraph.level > 1:
        return Mark(min(paragraph.level - 1, _DEEPEST), "", 0)
    return mark


def _title(paragraph: Paragraph, mark: Mark, words: Vocabulary) -> tuple[str, int]:
    """The heading's title, and where what stands behind it begins."""
    rest = paragraph.narrow[mark.end :]
    end = rest.find(str(words.get("title_end")))
    longest = int(words.get("longest_title"))
    if 0 <= end <= longest:
        return paragraph.text[mark.end : mark.end + end].strip(), mark.end + end + 1
    if len(rest) <= longest and not paragraph.text.endswith(str(words.get("title_end")).strip()):
        return paragraph.text[mark.end :].strip(), len(paragraph.text)
    return "", mark.end


def _numbered(clauses: Sequence[Clause], words: Vocabulary) -> tuple[Clause, ...]:
    """The clauses with their numbers; those of the rank that counts through the whole text have whole numbers."""
    through = _rank_that_counts_through(clauses, words)
    numbered: list[Clause] = []
    seen: Counter[str] = Counter()
    for clause in clauses:
        own = clause.headings[-1] if clause.headings else None
        if own is not None and own.rank == through:
            numbered.append(replace(clause, number=_count(own, words) or ""))
            continue
        label = "".join(_label(clause.headings, through, words))
        seen[label] += 1
        if seen[label] > 1 and label:
            label = f"{label}#{seen[label]}"
        numbered.append(replace(clause, number=label))
    return tuple(numbered)


def _label(headings: Sequence[Heading], through: int | None, words: Vocabulary) -> Iterator[str]:
    """The marks that lead to a clause, from the last that counts through; without marks, their titles."""
    first = next((at for at, one in reversed(list(enumerate(headings))) if one.rank == through), 0)
    for one in headings[first:]:
        yield words.pattern("mark_end").sub("", one.mark) or one.title


def _rank_that_counts_through(clauses: Sequence[Clause], words: Vocabulary) -> int | None:
    """The rank whose marks go 1, 2, 3 … to the end without beginning again; of several the one with the most."""
    best, most = None, 1
    for rank in range(_DEEPEST + 1):
        own = [clause.headings[-1] for clause in clauses if clause.headings and clause.headings[-1].rank == rank]
        counts = [_count(heading, words) for heading in own]
        if len(counts) > most and counts == list(range(1, len(counts) + 1)):
            best, most = rank, len(counts)
    return best


def _count(heading: Heading, words: Vocabulary) -> int | None:
    numbers = numbers_in(single_width(heading.mark), words)
    value = numbers[0].value if numbers else None
    return None if value is None else int(value)
