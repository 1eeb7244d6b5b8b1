"""A document as a list of what stands on it, which the template sets. No text becomes markup: all of it is data there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.drawing.charts import ends, way
from countyplan.render.drawing.label import SIZE, Label
from countyplan.render.drawing.labels import labels
from countyplan.render.paged.page import PathPicture, TableCell, TableRow
from countyplan.render.paged.widths import fitted, head_lines, overfull
from countyplan.render.pdf.fonts import faces, installed, refuse_unreadable
from countyplan.report.overview.overview_model import CountTable
from countyplan.report.row.chart_model import Point

# Of the text between the margins, in points, on a page that stands and on one that lies; and of the text in tables.
_ROOM = {False: 445.0, True: 757.0}
_SIZE = {False: 9.0, True: 7.5}
_KEPT_ROWS = 2  # of a table before the end of a letter
_KEPT_TEXTS = 8  # at most, between that table and the end
_KEPT_LETTERS = 1_500  # of texts, and of a table's rows, that are kept on one page
_TEXTS = frozenset(("body", "small", "fine", "gap"))
_TEXTS_AND_HEADINGS = _TEXTS | {"annex", "subheading"}
# The field of a way, in units of which a text is `SIZE` high, and how high it is in points.
_FIELD, _TEXT = (276, 104), 7.0


class PdfPage:
    """A document in one language; see the protocol `Page`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._lying = False
        self._blocks: list[dict[str, Any]] = []

    def _add(self, kind: str, **held: Any) -> None:
        self._blocks.append({"kind": kind, **held})

    def title(self, lines: Iterable[str]) -> None:
        """The title, each of its lines on one of its own."""
        self._add("title", lines=[visible(line) for line in lines])

    def subtitle(self, text: str) -> None:
        """A line below the title."""
        self._add("subtitle", text=visible(text))

    def plain(self, text: str) -> None:
        """A line that begins at the margin."""
        self._add("plain", text=visible(text))

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered heading."""
        self._add("heading", text=visible(text), level=level)

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
        before = self._last(_TEXTS, 1)
        self._add("signed", before=before, lines=[visible(line) for line in lines], day=visible(day))

    def _end_together(self) -> None:
        """Let the last texts, or few of them and a table's last rows, stand on one page: no line or two ends the document."""
        room = _KEPT_LETTERS - sum(len(one.get("text", "")) for one in self._blocks[-_KEPT_TEXTS:])
        if room > 0 and self._blocks and self._blocks[-1]["kind"] in _TEXTS:
            self._add("together", before=self._last(_TEXTS_AND_HEADINGS, _KEPT_TEXTS))

    def _last(self, kinds: frozenset[str], few: int) -> list[dict[str, Any]]:
        """Few texts of these kinds, the last rows of a table before them, or else the last few; taken from what was set."""
        texts = 0
        while texts < len(self._blocks) and self._blocks[-texts - 1]["kind"] in kinds:
            texts += 1
        rest = self._blocks[len(self._blocks) - min(texts, _KEPT_TEXTS) :]
        table = self._blocks[-texts - 1] if texts < len(self._blocks) else {}
        # What may not break is cut off where it is longer than a page.
        fits = _letters(table.get("rows", [])[-_KEPT_ROWS:]) <= _KEPT_LETTERS
        if texts > _KEPT_TEXTS or table.get("kind") != "table" or not fits:
            kept = rest[-few:]
            del self._blocks[len(self._blocks) - len(kept) :]
            return kept
        rows = table["rows"]
        del self._blocks[-texts - 1 :]
        if len(rows) <= _KEPT_ROWS:
            return [table, *rest]
        self._add(**{**table, "rows": rows[:-_KEPT_ROWS], "goes_on": True})
        return [{**table, "kind": "tail", "rows": rows[-_KEPT_ROWS:]}, *rest]

    def turn(self, *, lying: bool) -> None:
        """Go on on a new page, which lies on its side or stands upright."""
        self._lying = lying
        self._add("turn", lying=lying)

    def table(
        self, headers: Sequence[str], shares: Sequence[float], rows: Iterable[TableRow], *, compact: bool = False
    ) -> None:
        """A table; `shares` are the columns' parts of the width between the margins, as far as text has room."""
        told = list(rows)
        size = _SIZE[compact or not self.holds(headers, told)]
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
        """Pictures of ways, two side by side."""
        if pictures:
            self._add("paths", pictures=[_picture(one) for one in pictures])

    def written(self, title: str, author: str, day: str) -> bytes:
        """The document's bytes, the same for the same content and the same fonts; `day` (ISO 8601) is its own date.

        Raises `FontLackingError` where it has Chinese characters and no font has them.
        """
        import typst

        self._end_together()
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


def _letters(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(len(line) for row in rows for cell in row["cells"] for line in cell["lines"])


def _cell(cell: TableCell) -> dict[str, Any]:
    lines = [visible(line) for line in cell.lines]
    return {"lines": lines, "colour": cell.colour, "centred": cell.centred, "link": cell.link}


def _picture(one: PathPicture) -> dict[str, Any]:
    """Its lines as points in a field, in points of print, with the years below and the ticks at its left."""
    drawn = way(one.chart, *_FIELD)
    figure, goal = labels(drawn)

    def through(points: Sequence[Point]) -> list[list[float]]:
        return [[_printed(drawn.x(point.at)), _printed(drawn.y(point.value))] for point in points]

    ways = ((one.line, one.chart.line), (one.step, one.chart.step), (one.reported, one.chart.reported))
    names = ("line", "step", "reported")
    return {
        "title": visible(one.title),
        "field": [_printed(side) for side in _FIELD],
        "years": [[_printed(at), label] for at, label in drawn.years],
        "ticks": [[_printed(at), label] for at, label in drawn.ticks],
        "goal": visible(one.goal),
        "goals": [_printed(drawn.y(end)) for end in ends(one.chart)],
        "due": _printed(drawn.x(one.chart.due)),
        "labels": [_label(name, label) for name, label in (("reported", figure), ("goal", goal)) if label is not None],
        "ways": [
            {"name": name, "label": label, "points": through(points)}
            for name, (label, points) in zip(names, ways, strict=True)
        ],
    }


def _label(name: str, label: Label) -> dict[str, Any]:
    x, y = label.at
    return {"name": name, "text": visible(label.text), "x": _printed(x), "y": _printed(y), "anchor": label.anchor}


def _printed(units: str | float) -> float:
    return float(units) * _TEXT / SIZE
