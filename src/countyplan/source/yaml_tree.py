"""YAML as a tree that knows where everything stood, and in which a scalar is the text that was typed.

PyYAML's parser reads the file; its constructors, which turn 2.10 into 2.1, 12:30 into 750 and `no` into false, never run.
Anchors, tags and deep nesting are refused: no input here needs them, and they are how a small file grows without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

import yaml

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.limits import Limits
from countyplan.source.invisible import without_invisible
from countyplan.source.yaml_slips import causes

MAX_DEPTH = 16
_LIMITS = Limits()
_NULLS = {"", "~", "null", "Null", "NULL"}
# What YAML 1.1 counts as the end of a line.
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as typed; `None` where nothing or a plain `null` stands."""

    place: Place
    text: str | None


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in order."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in order; of a key that stands twice the first remains, and `repeated` holds the rest."""

    place: Place
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    repeated: list[tuple[Scalar, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        found = self.entries.get(key)
        return None if found is None else found[1]


Node: TypeAlias = Scalar | Sequence | Mapping


def parse_yaml(text: str, file: str, limits: Limits = _LIMITS) -> tuple[list[Node], list[Diagnostic]]:
    """The documents of a YAML file and what is wrong with its form.

    A file with an error of syntax has no documents. A key that stands twice is no error of form: the tree keeps both.
    """
    # libyaml counts a leading mark as a character of the first line; PyYAML's own parser refuses what it cannot print.
    text = text.removeprefix("\ufeff")
    if text.count("\n") > limits.cells:
        return [], [Diagnostic(Code.TOO_MANY_CELLS, Place(file), {"limit": str(limits.cells)})]
    lines = _Lines(file, text)
    builder = _Builder(lines, limits.cells)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return [], [*_told(error, lines)]
    except yaml.reader.ReaderError as error:
        # libyaml says where by bytes and PyYAML by characters; either stops at the first of its kind.
        before = _LINE_END.split(text[: text.find(chr(_code_point(error)))])
        place = lines.place(len(before) - 1, len(before[-1]))
        return [], [Diagnostic(Code.YAML_SYNTAX, place, {"detail": f"{error.reason}: U+{_code_point(error):04X}"})]
    except _RefusedError as refused:
        return [], [refused.diagnostic]
    return builder.documents, []


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CLoader", yaml.Loader)
    return cast("Iterator[Any]", yaml.parse(text, Loader=loader))


def _told(error: yaml.MarkedYAMLError, lines: _Lines) -> Iterator[Diagnostic]:
    """What was typed wrongly, where that explains the error, and else, or besides, the error."""
    slips, left = causes(lines.texts, lines.file, _line_of(error), _error_line)
    yield from (slip.diagnostic for slip in slips)
    if not slips:
        yield _syntax(error, lines)
    elif left is not None and (further := _error(left)) is not None:
        yield _syntax(further, lines)


def _error(text: str) -> yaml.MarkedYAMLError | None:
    try:
        for _ in _events(text):
            pass
    except yaml.MarkedYAMLError as error:
        return error
    except yaml.reader.ReaderError:
        # The text that it is made from has been read.
        return None
    return None


def _error_line(text: str) -> int | None:
    error = _error(text)
    return None if error is None else _line_of(error)


def _line_of(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return 0 if mark is None else int(mark.line)


def _syntax(error: yaml.MarkedYAMLError, lines: _Lines) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    place = Place(lines.file) if mark is None else lines.place(mark.line, mark.column)
    return Diagnostic(Code.YAML_SYNTAX, place, {"detail": error.problem or error.context or ""})


def _code_point(error: yaml.reader.ReaderError) -> int:
    character = error.character
    return ord(character) if isinstance(character, str) else int(character)


class _Lines:
    """The lines of a file, so that every place can show its own."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.texts = _LINE_END.split(text)

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """The place at `line` and `column`, both from 0; where something ends that is empty, one character is meant."""
        excerpt = self.texts[line] if line < len(self.texts) else None
        return Place(self.file, line + 1, column + 1, excerpt=excerpt, length=max(1, length))


class _RefusedError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


class _Builder:
    """Takes events one by one; keeps its own stack, so that no depth of nesting can exhaust the interpreter's."""

    def __init__(self, lines: _Lines, most: int) -> None:
        self._lines = lines
        self._most = self._left = most
        self.documents: list[Node] = []
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"*{event.anchor}")
        if isinstance(event, yaml.NodeEvent):
            self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style
            text = without_invisible(event.value)
            self._add(Scalar(self._place(event), None if plain and text in _NULLS else text))
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Mapping(self._place(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Sequence(self._place(event)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self._lines.place(start.line, start.column, length)

    def _refuse(self, event: Any, feature: str) -> None:
        raise _RefusedError(Diagnostic(Code.YAML_FEATURE, self._place(event), {"feature": feature}))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, f"&{event.anchor}")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, event.tag)

    def _begin(self, node: Mapping | Sequence) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(Diagnostic(Code.YAML_FEATURE, node.place, {"feature": f"> {MAX_DEPTH}"}))
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        self._left -= 1
        if self._left < 0:
            words = {"limit": str(self._most)}
            raise _RefusedError(Diagnostic(Code.TOO_MANY_CELLS, node.place, words))
        if not self._open:
            self.documents.append(node)
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = self._as_key(node)
        else:
            self._keys[-1] = None
            self._enter(parent, key, node)

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return Scalar(node.place, node.text or "")
        raise _RefusedError(Diagnostic(Code.YAML_FEATURE, node.place, {"feature": "? :"}))

    def _enter(self, parent: Mapping, key: Scalar, node: Node) -> None:
        name = key.text or ""
        if name not in parent.entries:
            parent.entries[name] = (key, node)
        else:
            parent.repeated.append((key, node))


def plain(node: Node) -> object:
    """The tree as dictionaries, lists and strings, for a model to validate."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(value) for name, (_, value) in node.entries.items()}


def repeated_keys(node: Node) -> Iterator[Diagnostic]:
    """A finding for every key of the tree that stands more than once in its mapping."""
    match node:
        case Scalar():
            return
        case Sequence():
            for item in node.items:
                yield from repeated_keys(item)
        case Mapping():
            for key, _ in node.repeated:
                first = node.entries[key.text or ""][0].place
                yield Diagnostic(Code.KEY_TWICE, key.place, {"key": key.text or "", "line": str(first.line)})
            for _, value in (*node.entries.values(), *node.repeated):
                yield from repeated_keys(value)


def place_of(node: Node, path: tuple[str | int, ...], *, key: bool = False) -> Place:
    """Where `path` stands in the tree, or the innermost part of it that is there; with `key`, where its name stands."""
    place = node.place
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            name, node = node.entries[str(step)]
            place = name.place if key else node.place
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
    return place
