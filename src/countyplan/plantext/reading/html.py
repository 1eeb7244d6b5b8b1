"""The paragraphs, headings and tables of a web page."""

from __future__ import annotations

from html.parser import HTMLParser

from countyplan.plantext.reading.document import Paragraph

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"li", "ul", "ol", "dt", "dd"})
_FLOW = frozenset({"p", "div", "br", "hr", "section", "article", "body", "blockquote", "caption", "title"})
_BLOCKS = _HEADINGS | _CELLS | _LISTS | _FLOW | {"table", "tr"}
_HIDDEN = frozenset({"script", "style", "head", "template", "noscript"})


def html_paragraphs(text: str) -> list[Paragraph]:
    """What a reader of the page sees, in order; scripts and styles are no text."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.found


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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's call
        """Begin what the tag opens."""
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BLOCKS and not (self._cells is not None and tag not in {"tr", *_CELLS}):
            self.end_block()
        if tag == "table":
            self._table += 1
        elif tag == "tr":
            self._cells = []
        elif tag in _HEADINGS:
            self._level = int(tag[1:])

    def handle_endtag(self, tag: str) -> None:
        """End what the tag closes."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _CELLS and self._cells is not None:
            self._cells.append(self._taken())
        elif tag == "tr" and self._cells is not None:
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

    def _taken(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text = []
        return text
