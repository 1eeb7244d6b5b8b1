"""A plan's text as paragraphs, whatever file it came from."""

from __future__ import annotations

from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.quantity.width import single_width


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a row of a table with its `cells`, and the line (or number of the block) where it begins, from 1.

    `table` counts the tables of a document from 1; rows of one table share it. `level` is the rank of a heading that the
    file itself marks as one.
    """

    text: str
    line: int
    cells: tuple[str, ...] = ()
    table: int | None = None
    level: int | None = None
    narrow: str = field(init=False, compare=False, repr=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "narrow", single_width(self.text))


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of a file, in order."""

    name: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The whole text, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
