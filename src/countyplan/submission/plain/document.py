"""YAML documents whose figures are of kinds that an earlier document had: each is understood by that one.

A figure comes to the same as another of the same name, period, unit and basis, but for its area, its digits, and what is
only told beside it. Of a document that holds nothing else no place is kept: who asks for one has the file read with care.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TypeAlias

import yaml

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.limits import Limits
from countyplan.plan import Plan
from countyplan.source.yaml_nodes import document_of, text_of
from countyplan.submission.cell import Entry, Meant
from countyplan.submission.entry import ReportedFigure, Understood, is_date, no_goal
from countyplan.submission.filed import Filing
from countyplan.submission.plain.kind import FIGURE, Kind, Kinds, Told
from countyplan.submission.words.fields import DOCUMENT_KEYS, FIGURE_KEYS, WHO_FILED, Field, find_field
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.yaml_reader import read_yaml

# How many kinds are kept at hand: all that a plan has, of many periods.
_KEPT = 50_000
_NOTHING = Meant()
_OF_A_KIND = (Field.INDICATOR, Field.PERIOD, Field.UNIT, Field.BASIS)
# The texts of these fields.
_Said: TypeAlias = "tuple[str | None, ...]"
_Fields: TypeAlias = dict[Field, yaml.Node]
_Texts: TypeAlias = "dict[Field, str | None]"


class Figures:
    """The figures of a document, counted from 0, and where each stands."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._text = text

    @cached_property
    def _entries(self) -> list[Entry]:
        entries, _ = read_yaml(self._text, self.file)
        return [entry for entry in entries if Field.VALUE in entry.cells]

    def place(self, number: int) -> Place:
        """Where the value of a figure stands."""
        return self._entries[number].cells[Field.VALUE].place

    def named_at(self, number: int) -> Place:
        """Where the name of a figure stands."""
        return self._entries[number].cells[Field.INDICATOR].place


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """The figures of a document, whose they are, who filled it in, and what is to be told of them."""

    figures: list[ReportedFigure]
    area: str
    filing: Filing
    diagnostics: list[Diagnostic]


class PlainDocuments:
    """Reads documents by the figures of those that were read before."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._kinds = Kinds(plan)
        self._known: dict[_Said, Kind] = {}
        self._fields: dict[str, Field | None] = {}

    def learn(self, entry: Entry, understood: Understood) -> None:
        """Keep what an entry of a document came to, if others can come to the same."""
        said = tuple(entry.cells[one].text if one in entry.cells else None for one in _OF_A_KIND)
        if said in self._known or len(self._known) >= _KEPT or entry.meant != _NOTHING or entry.text(Field.NOTE):
            return
        figure = understood.figure
        if figure is None or any(one.code is not Code.NO_GOAL_FOR_AREA for one in understood.diagnostics):
            return
        if FIGURE.fullmatch(entry.text(Field.VALUE)) and (kind := self._kinds.of(entry, figure)) is not None:
            self._known[said] = kind

    def read(self, text: str, file: str, limits: Limits) -> PlainDocument | None:
        """What a file with one document reports; None where it is to be read with care."""
        root = document_of(text) if self._known and len(text) <= limits.cells else None
        said = None if root is None else self._said(root, DOCUMENT_KEYS)
        if said is None or Field.COMMITMENTS in said:
            return None
        figures = said.pop(Field.FIGURES, None)
        common = _texts(said)
        area = None if common is None else self._plan.area_names.find((common.get(Field.AREA) or "").strip())
        if common is None or area is None or not isinstance(figures, yaml.MappingNode) or not _is_plain(common):
            return None
        who = (Field.SUBMITTED, *WHO_FILED)
        filing = Filing.of({one: [common[one] or ""] for one in who if one in common})
        read = PlainDocument([], area, filing, [])
        return read if self._take(figures, common, Figures(text, file), read) else None

    def _said(self, node: yaml.Node, allowed: Collection[Field]) -> _Fields | None:
        """What a mapping says by field; None where a key is not known, or stands twice."""
        said: _Fields = {}
        for key, value in node.value:
            name = text_of(key) or ""
            if name not in self._fields:
                self._fields[name] = find_field(name)
            field = self._fields[name]
            if field is None or field in said or field not in allowed:
                return None
            said[field] = value
        return said

    def _take(self, figures: yaml.MappingNode, common: _Texts, places: Figures, read: PlainDocument) -> bool:
        """Add the figures of a document; whether all of them are plain."""
        names = [text_of(key) for key, _ in figures.value]
        if len(set(names)) < len(names):
            return False
        for number, (name, (_, node)) in enumerate(zip(names, figures.value, strict=True)):
            said = self._of_figure(node)
            if said is None or not name:
                return False
            kind = self._known.get((name, common.get(Field.PERIOD), said.get(Field.UNIT), said.get(Field.BASIS)))
            value = said.get(Field.VALUE)
            if kind is None:
                return False
            if is_not_reported(value):
                continue
            amount = kind.amounts[value] if value is not None and FIGURE.fullmatch(value) else None
            if amount is None:
                return False
            source = said.get(Field.SOURCE, common.get(Field.SOURCE)) or ""
            told: Told = f"{places.file}#0", (common.get(Field.SUBMITTED) or "").strip() or None, source.strip(), ""
            figure = kind.figure(read.area, amount, told, places, number)
            read.figures.append(figure)
            if kind.lacking[read.area]:
                read.diagnostics.append(no_goal(self._plan, figure.subject, places.named_at(number)))
        return True

    def _of_figure(self, node: yaml.Node) -> _Texts | None:
        """The texts of a figure; None where it holds what no figure does, or a note, which may say anything."""
        if type(node) is yaml.ScalarNode:
            return {Field.VALUE: text_of(node)}
        said = self._said(node, FIGURE_KEYS) if type(node) is yaml.MappingNode else None
        texts = None if said is None else _texts(said)
        return texts if texts is not None and Field.VALUE in texts and not texts.get(Field.NOTE) else None


def _texts(said: _Fields) -> _Texts | None:
    """The texts of scalars; None where one is none."""
    texts: _Texts = {}
    for field, node in said.items():
        if type(node) is not yaml.ScalarNode:
            return None
        texts[field] = text_of(node)
    return texts


def _is_plain(common: _Texts) -> bool:
    """Whether what a document says of all its figures is complete, and holds no note and no day that is none."""
    submitted = common.get(Field.SUBMITTED)
    dated = not submitted or is_date(submitted.strip())
    return Field.PERIOD in common and dated and not common.get(Field.NOTE)
