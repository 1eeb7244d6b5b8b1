"""The paragraphs, headings and tables of a web page."""

from __future__ import annotations

from html.parser import HTMLParser

from countyplan.plantext.reading.document import Paragraph

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"li", "ul", "ol", "dt", "dd"})
_FLOW = frozenset({"p", "div", "br", "hr", "section", "article", "body", "blockquote", "caption", "title"})
_BLOCKS = _HEADINGS | _CELLS | _LISTS | _FLOW | {"table", "tr"}
_MOST_SPANNED = 200
_HIDDEN = frozenset({"script", "style", "head", "template", "noscript"})


def html_paragraphs(text: str) -> list[Paragraph]:
    """What a reader of the page sees, in order; scripts and styles are no text."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.found


def _span(written: str | None) -> int:
    """How many rows or columns a cell covers; what is no such number is one, and more than any table has is cut."""
    return min(max(int(written), 1), _MOST_SPANNED) if written is not None and written.strip().isdecimal() else 1


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self._text: list[str] = []
        self._line = 1
        self._hidden = 0
        self._level: int | None = None
        self._table = 0
        self._cells: list[str] | None = None
        self._spans: tuple[int, ...] = (1, 1)
        self._spanning: dict[int, tuple[str, int]] = {}
        self._below: dict[int, tuple[str, int]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag opens."""
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BLOCKS and not (self._cells is not None and tag not in {"tr", *_CELLS}):
            self.end_block()
        if tag == "table":
            self._table += 1
            self._below = {}
        elif tag == "tr":
            self._cells, self._spanning, self._below = [], self._below, {}
        elif tag in _CELLS:
            self._spans = tuple(_span(dict(attrs).get(name)) for name in ("rowspan", "colspan"))
        elif tag in _HEADINGS:
            self._level = int(tag[1:])

    def handle_endtag(self, tag: str) -> None:
        """End what the tag closes."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _CELLS and self._cells is not None:
            self._add_cell(self._taken())
        elif tag == "tr" and self._cells is not None:
            self._fill_spanned()
            cells, self._cells = tuple(self._cells), None
            if any(cells):
                self.found.append(Paragraph("\t".join(cells), self._line, cells, self._table))
        elif tag in _BLOCKS and self._cells is None:
            self.end_block()
        if tag in _HEADINGS:
            self._level = None

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if not self._hidden:
            if not self._text:
                self._line = self.getpos()[0]
            self._text.append(data)

    def end_block(self) -> None:
        """What stood so far is a paragraph, if it is anything."""
        if self._cells is not None:
            return
        text = self._taken()
        if text:
            self.found.append(Paragraph(text, self._line, level=self._level))

    def _fill_spanned(self) -> None:
        """Take the cells that reach down from the rows above into the places that they cover."""
        while self._cells is not None and (covered := self._spanning.pop(len(self._cells), None)) is not None:
            text, rows = covered
            if rows > 1:
                self._below[len(self._cells)] = (text, rows - 1)
            self._cells.append(text)

    def _add_cell(self, text: str) -> None:
        """A cell in the places that it covers, to the right and in the rows below."""
        rows, columns = self._spans
        for _ in range(columns):
            self._fill_spanned()
            if self._cells is not None:
                if rows > 1:
                    self._below[len(self._cells)] = (text, rows - 1)
                self._cells.append(text)

    def _taken(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text = []
        return text
