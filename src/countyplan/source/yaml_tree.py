"""YAML as a tree that knows where everything stood, and in which a scalar is the text that was typed.

PyYAML's parser reads the file; its constructors, which turn 2.10 into 2.1, 12:30 into 750 and `no` into false, never run.
Anchors, tags and deep nesting are refused: no input here needs them, and they are how a small file grows without end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

import yaml

from countyplan.diagnostics import Code, Diagnostic, Place, UnusableError
from countyplan.limits import Limits
from countyplan.source.invisible import without_invisible
from countyplan.source.yaml_lines import LINE_END, Lines, spot

MAX_DEPTH = 16
_LIMITS = Limits()
_NULLS = {"", "~", "null", "Null", "NULL"}


class _Held:
    """What stands somewhere in a file. Most of its places nobody asks for, so each is made once somebody does."""

    __slots__ = ("_at",)

    def __init__(self, at: Place | _Spot) -> None:
        self._at = at

    @property
    def place(self) -> Place:
        """Where it stands."""
        at = self._at
        if not isinstance(at, Place):
            lines, line, column, length = at
            self._at = at = lines.place(line, column, length)
        return at


class Scalar(_Held):
    """Text as typed; `None` where nothing or a plain `null` stands."""

    __slots__ = ("text",)

    def __init__(self, at: Place | _Spot, text: str | None) -> None:
        self._at = at
        self.text = text


class Sequence(_Held):
    """Items in order."""

    __slots__ = ("items",)

    def __init__(self, at: Place | _Spot) -> None:
        self._at = at
        self.items: list[Node] = []


class Mapping(_Held):
    """Keys with their values in order; of a key that stands twice the first remains, and `repeated` holds the rest."""

    __slots__ = ("entries", "repeated")

    def __init__(self, at: Place | _Spot) -> None:
        self._at = at
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.repeated: list[tuple[Scalar, Node]] = []

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        found = self.entries.get(key)
        return None if found is None else found[1]


Node: TypeAlias = Scalar | Sequence | Mapping
# A place in the making.
_Spot: TypeAlias = tuple[Lines, int, int, int]


def parse_yaml(text: str, file: str, limits: Limits = _LIMITS) -> tuple[list[Node], list[Diagnostic]]:
    """The documents of a YAML file and what is wrong with its form.

    A file with an error of syntax has no documents. A key that stands twice is no error of form: the tree keeps both.
    """
    # libyaml counts a leading mark as a character of the first line; PyYAML's own parser refuses what it cannot print.
    text = text.removeprefix("\ufeff")
    if text.count("\n") > limits.cells:
        return [], [Diagnostic(Code.TOO_MANY_CELLS, Place(file), {"limit": str(limits.cells)})]
    lines = Lines(file, text)
    builder = _Builder(lines, limits.cells)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return [], [*_told(error, lines)]
    except yaml.reader.ReaderError as error:
        # libyaml says where by bytes and PyYAML by characters; either stops at the first of its kind.
        before = LINE_END.split(text[: text.find(chr(_code_point(error)))])
        place = lines.place(len(before) - 1, len(before[-1]))
        return [], [Diagnostic(Code.YAML_SYNTAX, place, {"detail": f"{error.reason}: U+{_code_point(error):04X}"})]
    except UnusableError as refused:
        return [], [refused.diagnostic]
    return builder.documents, []


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CLoader", yaml.Loader)(text)
    try:
        next_event = loader.get_event
        while type(event := next_event()) is not yaml.StreamEndEvent:
            yield event
    finally:
        loader.dispose()


def _told(error: yaml.MarkedYAMLError, lines: Lines) -> Iterator[Diagnostic]:
    """What was typed wrongly, where that explains the error, and else, or besides, the error."""
    from countyplan.source.yaml_slips import causes

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
    mark = error.problem_mark
    return 0 if mark is None else int(mark.line)


def _syntax(error: yaml.MarkedYAMLError, lines: Lines) -> Diagnostic:
    mark = error.problem_mark
    place = Place(lines.file) if mark is None else lines.place(mark.line, mark.column)
    return Diagnostic(Code.YAML_SYNTAX, place, {"detail": error.problem or ""})


def _code_point(error: yaml.reader.ReaderError) -> int:
    return int(error.character)


def _refuse(place: Place, feature: str) -> NoReturn:
    raise UnusableError(Diagnostic(Code.YAML_FEATURE, place, {"feature": feature}))


class _Builder:
    """Takes events one by one; keeps its own stack, so that no depth of nesting can exhaust the interpreter's."""

    def __init__(self, lines: Lines, most: int) -> None:
        self._lines = lines
        self._most = self._left = most
        self.documents: list[Node] = []
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []

    def take(self, event: Any) -> None:
        kind = type(event)
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            sign = "*" if kind is yaml.AliasEvent else "&"
            feature = event.tag if event.anchor is None else f"{sign}{event.anchor}"
            _refuse(self._lines.place(*spot(event)), feature)
        if kind is yaml.ScalarEvent:
            text = without_invisible(event.value)
            self._add(Scalar(self._spot(event), None if not event.style and text in _NULLS else text))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.MappingStartEvent:
            self._begin(Mapping(self._spot(event)))
        elif kind is yaml.SequenceStartEvent:
            self._begin(Sequence(self._spot(event)))

    def _spot(self, event: Any) -> _Spot:
        return self._lines, *spot(event)

    def _begin(self, node: Mapping | Sequence) -> None:
        if len(self._open) >= MAX_DEPTH:
            _refuse(node.place, f"> {MAX_DEPTH}")
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        self._left -= 1
        if self._left < 0:
            words = {"limit": str(self._most)}
            raise UnusableError(Diagnostic(Code.TOO_MANY_CELLS, node.place, words))
        if not self._open:
            self.documents.append(node)
            return
        parent = self._open[-1]
        if type(parent) is Sequence:
            parent.items.append(node)
        elif type(parent) is Mapping:
            self._pair(parent, node)

    def _pair(self, parent: Mapping, node: Node) -> None:
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._as_key(node)
            return
        self._keys[-1] = None
        name = key.text or ""
        if name not in parent.entries:
            parent.entries[name] = (key, node)
        else:
            parent.repeated.append((key, node))

    def _as_key(self, node: Node) -> Scalar:
        if type(node) is not Scalar:
            _refuse(node.place, "? :")
        node.text = node.text or ""
        return node


def plain(node: Node) -> object:
    """The tree as dictionaries, lists and strings, for a model to validate."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
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


def written_path(path: tuple[int | str, ...]) -> str:
    """The way through a file as it is written: indicators[3].goals[0].due."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


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
