"""The clauses of a text: which paragraphs stand under which headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from countyplan.dataclass import dataclass
from countyplan.plantext.number import numbers_in
from countyplan.plantext.outline_marks import Mark, mark_of
from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.task_table import TaskRow, task_rows
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width

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
    """A paragraph of a clause; `body` is where it begins behind the heading, `row` what it holds as a row of tasks."""

    at: int
    paragraph: Paragraph
    body: int = 0
    row: TaskRow | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the headings above it, from the highest to its own, and what stands in it.

    `number` is the text's own where it counts through (（一） to （二十五）), and else the clause's place among all; what
    stands before the first heading is 0. `counted` tells a clause from a heading that only holds others, and `label` joins
    the marks that lead to it.
    """

    number: int
    headings: tuple[Heading, ...]
    parts: tuple[Part, ...]
    counted: bool = True
    label: str = ""

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


@lru_cache(maxsize=32)
def clauses_of(document: Document, words: Vocabulary) -> tuple[Clause, ...]:
    """The document as clauses, in order; every paragraph stands in one. A row of tasks is one behind what it stands in."""
    found: list[Clause] = []
    open_: list[Heading] = []
    parts: list[Part] = []
    tasks: list[Clause] = []
    rows = task_rows(document, words)
    for at, paragraph in enumerate(document.paragraphs):
        if (row := rows.get(at)) is not None:
            heading = Heading(_DEEPEST + 1, row.number, "")
            tasks.append(Clause(0, (*open_, heading), (Part(at, paragraph, row.task, row),)))
            continue
        mark = _mark(paragraph, words)
        if mark is None or mark.rank > _DEEPEST:
            parts.append(Part(at, paragraph))
            continue
        if open_ or parts:
            found.append(Clause(0, tuple(open_), tuple(parts)))
        found += tasks
        tasks = []
        title, body = _title(paragraph, mark, words)
        written = paragraph.text[: mark.end].strip()
        open_ = [*(one for one in open_ if one.rank < mark.rank), Heading(mark.rank, written, title)]
        parts = [Part(at, paragraph, body)]
    if open_ or parts or not tasks:
        found.append(Clause(0, tuple(open_), tuple(parts)))
    return _numbered([*found, *tasks], words)


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
    """The clauses with their numbers: their own if one rank counts through and holds all of the text, or their places."""
    through = _rank_that_counts_through(clauses, words)
    own = [_own_number(clause, through, words) for clause in clauses]
    others = [clause for clause, number in zip(clauses, own, strict=True) if number is None and clause.headings]
    apart = words.pattern("apart_from_clauses")
    if any(clause.text.strip() and not apart.match(single_width(clause.mark)) for clause in others):
        own = [None] * len(clauses)
    last = max((number for number in own if number is not None), default=0)
    numbered: list[Clause] = []
    for clause, number in zip(clauses, own, strict=True):
        label = "".join(_label(clause.headings, words))
        if number is None and clause.headings:
            last += 1
        counted = number is not None or (
            own.count(None) == len(own) and bool(clause.text.strip()) and bool(clause.headings)
        )
        place = number if number is not None else last if clause.headings else 0
        numbered.append(replace(clause, number=place, counted=counted, label=label))
    return tuple(numbered)


def _own_number(clause: Clause, through: int | None, words: Vocabulary) -> int | None:
    if not clause.headings or through is None or clause.headings[-1].rank != through:
        return None
    return _count(clause.headings[-1], words)


def _label(headings: Sequence[Heading], words: Vocabulary) -> Iterator[str]:
    """The marks that lead to a clause; a heading without a mark by its title."""
    for one in headings:
        yield words.pattern("mark_end").sub("", one.mark) or one.title


def _rank_that_counts_through(clauses: Sequence[Clause], words: Vocabulary) -> int | None:
    """The rank whose marks go 1, 2, 3 … to the end without beginning again; of several the one with the most."""
    best, most = None, 1
    for rank in range(_DEEPEST + 2):
        own = [clause.headings[-1] for clause in clauses if clause.headings and clause.headings[-1].rank == rank]
        counts = [_count(heading, words) for heading in own]
        if len(counts) > most and counts == list(range(1, len(counts) + 1)):
            best, most = rank, len(counts)
    return best


def _count(heading: Heading, words: Vocabulary) -> int | None:
    numbers = numbers_in(single_width(heading.mark), words)
    value = numbers[0].value if numbers else None
    return None if value is None else int(value)
