"""YAML documents whose figures are of kinds that an earlier document had: each is understood by that one.

A figure comes to the same as another of the same name, period, unit and basis, but for its area, its digits, and what is
only told beside it. Of a document that holds nothing else it is only kept on which line and in which column each stands.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection
from functools import cached_property
from typing import TypeAlias

from yaml import MappingNode, Node, ScalarNode

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.limits import Limits
from countyplan.plan import Plan
from countyplan.source.yaml_lines import Lines, spot
from countyplan.source.yaml_nodes import document_of, text_of
from countyplan.submission.cell import Entry, Meant
from countyplan.submission.entry import Understood, is_date, no_goal
from countyplan.submission.filed import Filing
from countyplan.submission.plain.kind import FIGURE, Kind, Kinds, Told
from countyplan.submission.reported import ReportedFigure
from countyplan.submission.words.fields import DOCUMENT_KEYS, FIGURE_KEYS, WHO_FILED, Field, find_field
from countyplan.submission.words.number import is_not_reported

# How many kinds are kept at hand: all that a plan has, of many periods.
_KEPT = 50_000
_NOTHING = Meant()
_OF_A_KIND = (Field.INDICATOR, Field.PERIOD, Field.UNIT, Field.BASIS)
_OF_ALL = frozenset(DOCUMENT_KEYS) - {Field.FIGURES, Field.COMMITMENTS}
_OF_FIGURE = frozenset(FIGURE_KEYS)
# The texts of these fields.
_Said: TypeAlias = "tuple[str | None, ...]"
_Texts: TypeAlias = "dict[Field, str | None]"


class _FieldNames(dict[str, Field | None]):
    """The fields that keys name, each looked for once."""

    def __missing__(self, name: str) -> Field | None:
        self[name] = field = find_field(name)
        return field


class Figures:
    """The figures of a document, counted from 0, and where each stands."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._text = text
        # Of each figure line, column and length of its name, and the same of its value: a country has many.
        self._spots = array("I")

    def add(self, name: Node, value: Node) -> int:
        """Remember where a figure stands, and count it."""
        self._spots.extend((*spot(name), *spot(value)))
        return len(self._spots) // 6 - 1

    def place(self, number: int) -> Place:
        """Where the value of a figure stands."""
        return self._lines.place(*self._spots[6 * number + 3 : 6 * number + 6])

    def line_of(self, number: int) -> int:
        """In which line of the file, from 1, the value of a figure stands."""
        return self._spots[6 * number + 3] + 1

    def named_at(self, number: int) -> Place:
        """Where the name of a figure stands."""
        return self._lines.place(*self._spots[6 * number : 6 * number + 3])

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.file, self._text)


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
        self._fields = _FieldNames()

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
        parted = None if root is None else self._parted(root)
        if parted is None:
            return None
        common, figures = parted
        area = self._plan.area_names.find((common.get(Field.AREA) or "").strip())
        if area is None or not _is_plain(common):
            return None
        who = (Field.SUBMITTED, *WHO_FILED)
        filing = Filing.of({one: [common[one] or ""] for one in who if one in common})
        read = PlainDocument([], area, filing, [])
        return read if self._take(figures, common, Figures(text, file), read) else None

    def _parted(self, root: MappingNode) -> tuple[_Texts, MappingNode] | None:
        """What a document says of all its figures, and the figures; None where there is anything else."""
        of_figures = [at for at, (key, _) in enumerate(root.value) if self._fields[text_of(key) or ""] is Field.FIGURES]
        if len(of_figures) != 1 or not isinstance(root.value[of_figures[0]][1], MappingNode):
            return None
        _, figures = root.value.pop(of_figures[0])
        common = self._texts(root, _OF_ALL)
        return None if common is None else (common, figures)

    def _take(self, figures: MappingNode, common: _Texts, places: Figures, read: PlainDocument) -> bool:
        """Add the figures of a document; whether all of them are plain."""
        names = [text_of(key) for key, _ in figures.value]
        if len(set(names)) < len(names):
            return False
        document, submitted = f"{places.file}#0", (common.get(Field.SUBMITTED) or "").strip() or None
        area, period, source = read.area, common[Field.PERIOD], common.get(Field.SOURCE)
        for name, (key, node) in zip(names, figures.value, strict=True):
            taken = self._of_figure(node)
            if taken is None or not name:
                return False
            said, at = taken
            kind = self._known.get((name, period, said.get(Field.UNIT), said.get(Field.BASIS)))
            value = said[Field.VALUE]
            if kind is None:
                return False
            if value is None or FIGURE.fullmatch(value) is None:
                if is_not_reported(value):
                    continue
                return False
            amount = kind.amounts[value]
            if amount is None:
                return False
            told: Told = document, submitted, (said.get(Field.SOURCE, source) or "").strip(), ""
            number = places.add(key, at)
            figure = kind.figure(area, amount, told, places, number)
            read.figures.append(figure)
            if kind.lacking[area]:
                read.diagnostics.append(no_goal(self._plan, figure.subject, places.named_at(number)))
        return True

    def _of_figure(self, node: Node) -> tuple[_Texts, Node] | None:
        """The texts of a figure and its value; None where it holds what no figure does, or a note, which may say anything."""
        if type(node) is ScalarNode:
            return {Field.VALUE: text_of(node)}, node
        said = self._texts(node, _OF_FIGURE) if type(node) is MappingNode else None
        if said is None or Field.VALUE not in said or said.get(Field.NOTE):
            return None
        # Every key names another field, and they stand in the order of the texts.
        return said, node.value[list(said).index(Field.VALUE)][1]

    def _texts(self, node: MappingNode, allowed: Collection[Field]) -> _Texts | None:
        """The texts of a mapping by field; None where one is none, or a key is not known or stands twice."""
        texts: _Texts = {}
        for key, value in node.value:
            if type(key) is not ScalarNode or type(value) is not ScalarNode:
                return None
            field = self._fields[key.value]
            if field is None or field in texts or field not in allowed:
                return None
            texts[field] = text_of(value)
        return texts


def _is_plain(common: _Texts) -> bool:
    """Whether what a document says of all its figures is complete, and holds no note and no day that is none."""
    submitted = common.get(Field.SUBMITTED)
    dated = not submitted or is_date(submitted.strip())
    return Field.PERIOD in common and dated and not common.get(Field.NOTE)
