"""A page read back, as far as its tests ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "hr", "img", "input", "path", "circle", "rect", "use", "line"}


@dataclass
class Element:
    """An element with its attributes, its own and its children's text, and its children."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, in order, on one line."""
        return " ".join("".join(self.pieces).split())

    def all(self, tag: str | None = None, **wanted: str) -> Iterator[Element]:
        """Every element below it of that tag and with those attributes (`class_` and `data_x` for `class` and `data-x`)."""
        names = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        for child in self.children:
            fits = tag in {None, child.tag} and all(
                child.attributes.get(name) == value for name, value in names.items()
            )
            if fits:
                yield child
            yield from child.all(tag, **wanted)

    def one(self, tag: str | None = None, **wanted: str) -> Element:
        """The only such element."""
        (found,) = self.all(tag, **wanted)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self.open[-1].tag == tag, (self.open[-1].tag, tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)


def read(page: bytes) -> Element:
    """The page; AssertionError where an element is not closed in its turn."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1
    return reader.root
