"""Plain text and Markdown: a line is a paragraph, unless the lines of a file all end at one width."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len

from countyplan.plantext.outline_marks import opens_a_block
from countyplan.plantext.reading.document import Paragraph
from countyplan.plantext.vocabulary import sentence_ends

_PIPES = 2
_CELL_GAP = re.compile(r"\t+|\s{3,}|\u3000{2,}")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))")
_FEWEST_CELLS = 3
# Lines are taken to be wrapped where so many of them, as parts of all, reach the width of the widest without ending.
_WRAPPED = 0.4
_WIDEST = 130
_FULL = 0.8


def plain_paragraphs(text: str) -> list[Paragraph]:
    """The lines that hold anything; of a file whose lines are wrapped, the lines of a paragraph together."""
    lines = text.split("\n")
    if _is_wrapped(lines):
        return wrapped_paragraphs(text)
    return _with_tables((line, at) for at, line in enumerate(lines, 1))


def wrapped_paragraphs(text: str) -> list[Paragraph]:
    """Paragraphs put together from lines that end at the width of a page."""
    width = max((cell_len(line.rstrip()) for line in text.split("\n")), default=0)
    joined: list[tuple[str, int]] = []
    open_ = False
    for at, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if not bare:
            open_ = False
            continue
        if open_ and not opens_a_block(bare):
            before, first = joined[-1]
            gap = " " if before[-1].isascii() and bare[0].isascii() else ""
            joined[-1] = (f"{before}{gap}{bare}", first)
        else:
            joined.append((bare if not _CELL_GAP.search(line.strip()) else line.strip(), at))
        open_ = cell_len(line.rstrip()) >= width * _FULL and not bare.endswith(sentence_ends())
    return _with_tables(joined)


def markdown_paragraphs(text: str) -> list[Paragraph]:
    """Markdown's headings, tables and paragraphs, without its marks."""
    found: list[Paragraph] = []
    table, in_table = 0, False
    for at, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare.startswith("|") and bare.count("|") > 1:
            if not in_table:
                table, in_table = table + 1, True
            if not _RULE.fullmatch(bare):
                found.append(_row(tuple(_unmarked(cell) for cell in bare.strip("|").split("|")), at, table))
            continue
        in_table = False
        if (heading := _HEADING.match(bare)) is not None:
            found.append(Paragraph(_unmarked(heading[2]), at, level=len(heading[1])))
        elif bare:
            found.append(Paragraph(_unmarked(re.sub(r"^(?:[-*+]\s+|>\s*)", "", bare)), at))
    return found


def _unmarked(text: str) -> str:
    return _EMPHASIS.sub("", text).strip()


def _row(cells: tuple[str, ...], line: int, table: int) -> Paragraph:
    return Paragraph("\t".join(cells), line, cells, table)


def _with_tables(lines: Iterable[tuple[str, int]]) -> list[Paragraph]:
    found: list[Paragraph] = []
    table, width = 0, 0
    for line, at in lines:
        bare = line.strip()
        cells = _cells_of(line, width)
        if len(cells) >= _FEWEST_CELLS:
            if not width:
                table, width = table + 1, len(cells)
            if not _RULE.fullmatch(bare):
                found.append(_row(cells, at, table))
        elif bare:
            width = 0
            found.append(Paragraph(bare, at))
    return found


def _cells_of(line: str, width: int) -> tuple[str, ...]:
    """The cells of a line in a table of `width` columns; two tabs are an empty cell where that makes the row whole."""
    bare = line.strip()
    if bare.count("|") >= _PIPES:
        cells = bare.strip("|").split("|")
    else:
        cells = line.rstrip("\r\n").split("\t")
        cells = cells if len(cells) == width else _CELL_GAP.split(bare)
    return tuple(cell.strip() for cell in cells)


def _is_wrapped(lines: list[str]) -> bool:
    widths = [cell_len(line.rstrip()) for line in lines if line.strip()]
    widest = max(widths, default=0)
    if widest > _WIDEST:
        return False
    full = [
        line
        for line in lines
        if cell_len(line.rstrip()) >= widest * _FULL and not line.rstrip().endswith(sentence_ends())
    ]
    return len(full) >= len(widths) * _WRAPPED and len(widths) > _FEWEST_CELLS
