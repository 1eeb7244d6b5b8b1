"""A document as a list of what stands on it, which the template sets. No text becomes markup: all of it is data there."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.resources import files
from itertools import accumulate
from typing import Any

from countyplan.diagnostics import visible
from countyplan.language import Language, Texts
from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.paged.page import PathPicture, TableCell, TableRow
from countyplan.render.paged.title import title_lines
from countyplan.render.paged.widths import fitted, head_lines, overfull, text_width, torn
from countyplan.render.pdf.fonts import faces, installed, refuse_unreadable
from countyplan.render.pdf.picture import drawn_picture
from countyplan.report.overview.overview_model import CountTable

# Of the text between the margins, in points, on a page that stands and on one that lies; and of the text in tables.
_ROOM = {False: 445.0, True: 757.0}
_SIZE = {False: 9.0, True: 7.5}
_TITLE_ROOM = {Language.ZH: 19.4, Language.EN: 21.6}  # of a line of the title, in sizes of its font
_SHORT = 4  # rows of a table, fewer of which are not parted from pictures behind it
# Texts and rows of a table on the page of the end of a letter or of a run of pages, and about how many lines they fill.
_HELD, _HELD_LINES = 8, 24
_HELD_KINDS = frozenset(("body", "small", "fine", "gap", "heading", "annex", "subheading", "table"))


class PdfPage:
    """A document in one language; see the protocol `Page`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._lying = False
        self._blocks: list[dict[str, Any]] = []
        self._within: list[dict[str, Any]] = []  # the numbered headings within what is being set

    def _add(self, kind: str, **held: Any) -> None:
        self._blocks.append({"kind": kind, **held})

    def title(self, lines: Iterable[str], whole: str = "") -> None:
        """The title, each of its lines on one of its own."""
        self._add("title", lines=list(title_lines(lines, _TITLE_ROOM[self._texts.language], self._texts, whole)))

    def subtitle(self, text: str) -> None:
        """A line below the title."""
        self._add("subtitle", text=visible(text))

    def plain(self, text: str) -> None:
        """A line that begins at the margin."""
        self._add("plain", text=visible(text))

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered heading."""
        self._add("heading", text=visible(text), level=level)
        if level == 1:
            self._leave_only_heading_unnumbered()
        else:
            self._within.append(self._blocks[-1])

    def _leave_only_heading_unnumbered(self) -> None:
        if len(self._within) == 1:
            self._within[0]["kind"] = "subheading"
        self._within.clear()

    def subheading(self, text: str) -> None:
        """A heading within an annex, which has no number."""
        self._add("subheading", text=visible(text))

    def annex(self, text: str) -> None:
        """The heading of an annex, numbered for itself."""
        self._add("annex", text=visible(text))

    def paragraphs(self, texts: Iterable[str]) -> None:
        """Paragraphs of the body."""
        for text in texts:
            self._add("body", text=visible(text))

    def small(self, texts: Iterable[str]) -> None:
        """Paragraphs in the size of a table."""
        for text in texts:
            self._add("small", text=visible(text))

    def fine(self, texts: Iterable[str]) -> None:
        """Paragraphs in the smallest size."""
        for text in texts:
            self._add("fine", text=visible(text))

    def gap(self) -> None:
        """A little room."""
        self._add("gap")

    def signed(self, lines: Sequence[str], day: str) -> None:
        """How a letter ends, on the page of what stands before it."""
        self._add("signed", before=self._taken(), lines=[visible(line) for line in lines], day=visible(day))

    def _hold_together(self) -> None:
        """Let the last texts and rows of a table share a page, so that the last page has more than a line or two."""
        if taken := self._taken():
            self._add("together", before=taken)

    def _taken(self) -> list[dict[str, Any]]:
        """The last texts and rows of a table, taken from what was set: few, for what may not be broken has to fit a page."""
        taken: list[dict[str, Any]] = []
        few, room = _HELD, _HELD_LINES
        while few > 0 and self._blocks and self._blocks[-1]["kind"] in _HELD_KINDS:
            block = self._blocks[-1]
            units = block.get("rows", [block])
            widths = block.get("widths", [_ROOM[self._lying] / _SIZE[self._lying]])
            heights = [_lines(unit, widths) for unit in units]
            count = _fitting(heights[-few:], room)
            if not count:
                break
            while count < len(units) and units[-count - 1]["band"]:
                count += 1
            del self._blocks[-1]
            if count < len(units):
                self._add(**{**block, "rows": units[:-count], "goes_on": True})
                return [{**block, "kind": "tail", "rows": units[-count:]}, *taken]
            taken.insert(0, block)
            few, room = few - count, room - sum(heights)
        return taken

    def turn(self, *, lying: bool) -> None:
        """Go on on a new page, which lies on its side or stands upright."""
        self._hold_together()
        self._lying = lying
        self._add("turn", lying=lying)

    def table(
        self, headers: Sequence[str], shares: Sequence[float], rows: Iterable[TableRow], *, compact: bool = False
    ) -> None:
        """A table; `shares` are the columns' parts of the width between the margins, as far as text has room."""
        told = list(rows)
        room = _ROOM[self._lying] / _SIZE[False]
        size = _SIZE[compact or not self.holds(headers, told) or torn(headers, shares, told, room)]
        widths = fitted(headers, shares, told, _ROOM[self._lying] / size)
        heads = [head_lines(visible(header), width) for header, width in zip(headers, widths, strict=True)]
        self._add(
            "table",
            headers=heads,
            widths=widths,
            size=size,
            goes_on=False,
            rows=[{"band": row.band, "cells": [_cell(cell) for cell in row.cells]} for row in told],
        )

    def holds(self, headers: Sequence[str], rows: Sequence[TableRow]) -> bool:
        """Whether a table's words have room between the margins in the size of a table."""
        return not overfull(headers, rows, _ROOM[self._lying] / _SIZE[False])

    def counts(self, table: CountTable) -> None:
        """A bar for each area, parted by status, the first on top."""
        legend = [
            {"label": visible(label), "colour": STATUS_COLOURS[status]}
            for status, label in zip(table.statuses, table.labels, strict=True)
        ]
        areas = [{"name": visible(area.name), "numbers": area.numbers} for area in table.areas]
        self._add("counts", title=visible(table.title), legend=legend, areas=areas)

    def paths(self, pictures: Sequence[PathPicture]) -> None:
        """Pictures of ways, two side by side, the first on the page of a short table before them."""
        if pictures:
            short = self._blocks and len(self._blocks[-1].get("rows", [None] * _SHORT)) < _SHORT
            before = [self._blocks.pop()] if short else []
            self._add("paths", before=before, pictures=[drawn_picture(one) for one in pictures])

    def written(self, title: str, author: str, day: str) -> bytes:
        """The document's bytes, the same for the same content and the same fonts; `day` (ISO 8601) is its own date.

        Raises `FontLackingError` where it has Chinese characters and no font has them.
        """
        import typst

        self._hold_together()
        self._leave_only_heading_unnumbered()
        chosen = faces()
        document = {
            "title": visible(title),
            "author": author,
            "language": self._texts.language.value,
            "fonts": asdict(chosen),
            "blocks": self._blocks,
        }
        told = json.dumps(document, ensure_ascii=False)
        refuse_unreadable(told, chosen)
        template = (files("countyplan.render.pdf") / "document.typ").read_bytes()
        written = typst.compile(
            template,
            font_paths=installed(),
            sys_inputs={"document": told},
            timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
        )
        if not isinstance(written, bytes):
            raise TypeError(written)
        return written


def _fitting(heights: Sequence[int], room: int) -> int:
    """How many of the last of them have `room`, all in lines."""
    return sum(lines <= room for lines in accumulate(reversed(heights)))


def _lines(unit: Mapping[str, Any], widths: Sequence[float]) -> int:
    """About how many lines a text or a row of a table fills in columns of these widths, in sizes of its font."""
    cells = unit.get("cells", [{"lines": [unit.get("text", "")]}])
    across = [sum(widths)] if unit.get("band") else widths
    return max(
        sum(max(1, math.ceil(text_width(line) / width)) for line in cell["lines"])
        for cell, width in zip(cells, across, strict=True)
    )


def _cell(cell: TableCell) -> dict[str, Any]:
    lines = [visible(line) for line in cell.lines]
    return {"lines": lines, "colour": cell.colour, "centred": cell.centred, "link": cell.link}
