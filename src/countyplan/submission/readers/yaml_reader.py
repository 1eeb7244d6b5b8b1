"""Submissions in YAML or JSON: one area and period a document, its figures by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from countyplan.diagnostics import Code, Diagnostic, Place, Term
from countyplan.limits import Limits
from countyplan.source import Mapping, Node, Scalar, Sequence, parse_yaml
from countyplan.source.yaml_tree import repeated_keys
from countyplan.submission.cell import Cell, Entry
from countyplan.submission.filed import Filing
from countyplan.submission.key_slips import explained, not_indented
from countyplan.submission.readers.source import Read
from countyplan.submission.record.document import commitments_in
from countyplan.submission.words.fields import DOCUMENT_KEYS, FIELD_NAMES, FIGURE_KEYS, WHO_FILED, Field, find_field

# What a document says of its commitments as of its figures.
_OF_COMMITMENTS = (Field.AREA, Field.PERIOD, Field.SUBMITTED)


def read_yaml(text: str, file: str, limits: Limits) -> Read:
    """What every document in a YAML file reports, and what is wrong with its form."""
    read = _read(*parse_yaml(text, file, limits), file)
    return replace(read, diagnostics=explained(read.diagnostics, text, file))


def read_json(text: str, file: str, limits: Limits) -> Read:
    """The same of a JSON file: an object, or a list of them."""
    from countyplan.source.json_tree import parse_json

    return _read(*(parse_json(text, file, limits) if text.strip() else ([], [])), file)


def _read(documents: list[Node], found: list[Diagnostic], file: str) -> Read:
    read = Read(diagnostics=found)
    if not documents and not found:
        found.append(Diagnostic(Code.EMPTY, Place(file)))
    for at, document in enumerate(_opened(documents)):
        read.entries.extend(_read_document(document, f"{file}#{at}", read))
    return read


def _opened(documents: list[Node]) -> Iterator[Node]:
    """The documents, with a list of submissions opened: JSON has no other way to hold several."""
    for document in documents:
        if isinstance(document, Sequence):
            yield from document.items
        else:
            yield document


def _read_document(document: Node, name: str, read: Read) -> Iterator[Entry]:
    found = read.diagnostics
    if not isinstance(document, Mapping):
        found.append(Diagnostic(Code.WRONG_SHAPE, document.place, {"expected": "area: … period: … figures: …"}))
        return
    lost = not_indented(document, _holds_more, lambda key: find_field(key) is None, found)
    fields = _fields(document, DOCUMENT_KEYS, found, lost)
    commitments = fields.pop(Field.COMMITMENTS, None)
    # Who reports on commitments alone has no figures to report.
    figures_needed = [Field.FIGURES] if commitments is None else []
    for needed in (Field.AREA, Field.PERIOD, *figures_needed):
        if needed not in fields and not (needed is Field.FIGURES and lost):
            found.append(Diagnostic(Code.KEY_MISSING, document.place, {"key": needed.value}))
    figures = fields.pop(Field.FIGURES, None)
    common = {field: cell for field, node in fields.items() if (cell := _cell(field, node, found))}
    if _contradicts_itself(document):
        common = {}
    read.filings.append(_filing(common))
    if Field.AREA in common:
        # Who reports is known even where no figure is.
        yield Entry(name, {Field.AREA: common[Field.AREA]})
    if commitments is not None:
        stated = {field.value: common[field] for field in _OF_COMMITMENTS if field in common}
        read.records.extend(commitments_in(commitments, name, stated, found))
    if figures is not None:
        yield from _figures(figures, name, common, found)


def _filing(common: dict[Field, Cell]) -> Filing:
    """Who filled a document in and when; apart from the date that is said of no figure."""
    who = {kind: common.pop(kind) for kind in WHO_FILED if kind in common}
    said = who | {kind: cell for kind, cell in common.items() if kind is Field.SUBMITTED}
    return Filing.of({kind: [cell.text or ""] for kind, cell in said.items()})


def _figures(figures: Node, name: str, common: dict[Field, Cell], found: list[Diagnostic]) -> Iterator[Entry]:
    if not isinstance(figures, Mapping):
        found.append(Diagnostic(Code.WRONG_SHAPE, figures.place, {"expected": Term("shape.figures")}))
        return
    lost = not_indented(figures, bool, lambda key: find_field(key) in FIGURE_KEYS, found)
    for key, node in (*figures.entries.values(), *figures.repeated):
        own = None if key in lost else _figure(node, found)
        if own is not None:
            yield Entry(name, {**common, Field.INDICATOR: Cell(key.text, key.place), **own})


def _contradicts_itself(document: Mapping) -> bool:
    """Whether a key of the document stands twice under any of its names: which of them counts is not said."""
    keys = [find_field(key.text or "") for key, _ in (*document.entries.values(), *document.repeated)]
    known = [key for key in keys if key is not None]
    return len(set(known)) < len(known)


def _holds_more(key: str) -> bool:
    return find_field(key) in {Field.FIGURES, Field.COMMITMENTS}


def _fields(
    mapping: Mapping, allowed: Iterable[Field], found: list[Diagnostic], but: Collection[Scalar] = ()
) -> dict[Field, Node]:
    """The mapping's values by field, but of some keys; one that is not known, or stands twice under any name, is told."""
    fields: dict[Field, Node] = {}
    first: dict[Field, Scalar] = {}
    for key, node in (*mapping.entries.values(), *mapping.repeated):
        field = find_field(key.text or "")
        if key in but:
            continue
        if field is None or field not in allowed:
            words = {"key": key.text or "", "near": FIELD_NAMES.nearest(key.text or "") or ""}
            found.append(Diagnostic(Code.UNKNOWN_KEY, key.place, words))
        elif field in fields:
            words = {"key": key.text or "", "line": str(first[field].place.line)}
            found.append(Diagnostic(Code.KEY_TWICE, key.place, words))
        else:
            fields[field], first[field] = node, key
    return fields


def _figure(node: Node, found: list[Diagnostic]) -> dict[Field, Cell] | None:
    """The cells of one figure; None where anything is wrong with any of them."""
    if isinstance(node, Scalar):
        return {Field.VALUE: Cell(node.text, node.place)}
    if isinstance(node, Sequence):
        found.append(Diagnostic(Code.WRONG_SHAPE, node.place, {"expected": "{value: …, unit: …}"}))
        return None
    before = len(found)
    fields = _fields(node, FIGURE_KEYS, found)
    if Field.VALUE not in fields:
        found.append(Diagnostic(Code.KEY_MISSING, node.place, {"key": Field.VALUE.value}))
    cells = {field: cell for field, value in fields.items() if (cell := _cell(field, value, found))}
    return cells if len(found) == before else None


def _cell(field: Field, node: Node, found: list[Diagnostic]) -> Cell | None:
    if isinstance(node, Scalar):
        return Cell(node.text, node.place)
    found.append(Diagnostic(Code.WRONG_SHAPE, node.place, {"expected": f"{field}: …"}))
    found.extend(repeated_keys(node))
    return None
