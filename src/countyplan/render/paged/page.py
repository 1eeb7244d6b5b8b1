"""What a document of pages is written onto, from top to bottom; who sets it decides how everything looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from countyplan.dataclass import dataclass
from countyplan.report.overview.overview_model import CountTable
from countyplan.report.row.chart_model import Chart


@dataclass(frozen=True, slots=True)
class TableCell:
    """Paragraphs in a cell, the colour behind them if there is one, and whether they stand in the middle.

    Lines of what stands in the middle, and those of a `whole` cell, are not broken as long as there is room. With a `link`
    they lead to the file of that name beside the document.
    """

    lines: tuple[str, ...]
    colour: str = ""
    centred: bool = False
    link: str = ""
    whole: bool = False

    @classmethod
    def of(cls, text: str, *, centred: bool = False, colour: str = "") -> TableCell:
        """A cell of one paragraph."""
        return cls((text,), colour, centred)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; one that stays `with_next` is on the same page as the row below it. A `band` is one cell across all columns."""

    cells: tuple[TableCell, ...]
    with_next: bool = False
    band: bool = False


def band(text: str) -> TableRow:
    """A line across all columns, on the same page as the row below it."""
    return TableRow((TableCell.of(text),), with_next=True, band=True)


def kept(rows: Sequence[Sequence[TableCell]]) -> list[TableRow]:
    """Rows, of which neither the first nor the last stands alone at a page's end or beginning."""
    last = len(rows) - 1
    return [TableRow(tuple(cells), with_next=at in {0, last - 1} and at < last) for at, cells in enumerate(rows)]


@dataclass(frozen=True, slots=True)
class PathPicture:
    """The picture of a target's way: what stands above it, what it is drawn from, and its names."""

    title: str
    chart: Chart
    years: str
    goal: str
    reported: str
    line: str
    step: str


class Page(Protocol):
    """Text is set as it is, on one line, with what cannot be seen written out."""

    def title(self, lines: Iterable[str], whole: str = "") -> None:
        """The title, each of its lines on one of its own; the name `whole` is not divided where it can stay together."""

    def subtitle(self, text: str) -> None:
        """A line below the title."""

    def plain(self, text: str) -> None:
        """A line that begins at the margin, as whom a letter is to does."""

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered heading; one of the second level that is alone within one of the first has no number."""

    def subheading(self, text: str) -> None:
        """A heading within an annex, which has no number."""

    def annex(self, text: str) -> None:
        """The heading of an annex, numbered for itself."""

    def paragraphs(self, texts: Iterable[str]) -> None:
        """Paragraphs of the body."""

    def small(self, texts: Iterable[str]) -> None:
        """Paragraphs in the size of a table."""

    def fine(self, texts: Iterable[str]) -> None:
        """Paragraphs in the smallest size, for what is only looked up."""

    def gap(self) -> None:
        """A little room."""

    def signed(self, lines: Sequence[str], day: str) -> None:
        """How a letter ends: paragraphs and, to the right, its day, all on one page and never alone on it.

        With them stay the table before them, by its last rows, where no more than text stands between, else the last texts.
        """

    def turn(self, *, lying: bool) -> None:
        """Go on on a new page, which lies on its side or stands upright; before anything is set begin on one."""

    def holds(self, headers: Sequence[str], rows: Sequence[TableRow]) -> bool:
        """Whether a table's words have room on such a page in the size of a table."""

    def table(
        self, headers: Sequence[str], shares: Sequence[float], rows: Iterable[TableRow], *, compact: bool = False
    ) -> None:
        """A table with its header on every page; `shares` are the columns' parts of the width, as far as text has room."""

    def counts(self, table: CountTable) -> None:
        """The picture of how many targets of each area have which status."""

    def paths(self, pictures: Sequence[PathPicture]) -> None:
        """Pictures of ways, side by side."""

    def written(self, title: str, author: str, day: str) -> bytes:
        """The document's bytes, the same for the same content; `day` (ISO 8601) is its own date."""
