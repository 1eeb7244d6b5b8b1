"""XML as it goes by, element by element, in memory that does not grow with it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat

from countyplan.office.package import BrokenError, Fault

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def walk(data: bytes, part: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Tell of every element of a part as it begins and ends, and of the text between.

    A name is the last part of its namespace, `/` and its own name: `main/row`, `table/table-cell`; so what an office wrote
    as strict and as transitional is alike. A part that declares anything of its own, such as entities, is refused.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}

    def named(name: str) -> str:
        found = names.get(name)
        if found is None:
            space, _, own = name.rpartition(" ")
            # What the standard calls …/spreadsheetml/2006/main it also calls …/spreadsheetml/main, and 1.0 is a version.
            steps = [step for step in space.replace(":", "/").split("/") if step and not step[0].isdigit()]
            found = names[name] = f"{steps[-1]}/{own}" if steps else own
        return found

    def started(name: str, attributes: Attributes) -> None:
        start(named(name), {named(key): value for key, value in attributes.items()} if attributes else attributes)

    def refused(*_: object) -> None:
        raise BrokenError(Fault.MARKUP, part)

    parser.StartDoctypeDeclHandler = refused
    parser.StartElementHandler = started
    if end is not None:
        parser.EndElementHandler = lambda name: end(named(name))
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        # All of it at once: older parsers look again at all of an element's beginning with each piece of it.
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise BrokenError(Fault.MARKUP, part) from error


def whole_number(text: str | None) -> int | None:
    """The number that an attribute holds; None where it holds none, or one that nothing is counted by."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None


def check(data: bytes, part: str) -> None:
    """Whether a part is XML."""
    walk(data, part, lambda _name, _attributes: None)


class _FoundError(Exception):
    """The outermost element has begun."""


def root(data: bytes, part: str) -> str:
    """The name of a part's outermost element."""
    found: list[str] = []

    def start(name: str, _: Attributes) -> None:
        found.append(name)
        raise _FoundError

    with suppress(_FoundError):
        walk(data, part, start)
    return found[0]
