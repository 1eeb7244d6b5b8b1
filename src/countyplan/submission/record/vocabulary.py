"""One record as it stands in a file, and by what names its fields, and the words in them, are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import cache
from typing import Any, cast

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.language.shipped import load_shipped
from countyplan.plan import Names
from countyplan.submission.cell import Cell
from countyplan.submission.words.fields import Field, find_field

UNREAD = "unread"
# A record names its area and its period as a figure does.
_SHARED = frozenset({Field.AREA, Field.PERIOD})


class RecordKind(StrEnum):
    """What a record tells of."""

    COMMITMENTS = "commitments"


@cache
def _words() -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", load_shipped("countyplan.submission.record", "words.yaml"))


@cache
def field_names(kind: RecordKind) -> Names:
    """The names of a record's own fields."""
    return Names(_words()[kind]["fields"].items())


@cache
def needed(kind: RecordKind) -> frozenset[str]:
    """The fields without which a row is no such record."""
    return frozenset(_words()[kind]["needed"])


@cache
def words_for(kind: RecordKind, name: str) -> Names:
    """The words of one list, by what they stand for."""
    return Names(_words()[kind][name].items())


@cache
def plain_words(kind: RecordKind, name: str) -> Names:
    """The words of a list that all say the same."""
    return Names([(name, _words()[kind][name])])


def find_record_field(kind: RecordKind, name: str) -> str | None:
    """The field of a record that a header or key names; `unread` for one that nothing is read from."""
    shared = find_field(name)
    if shared in _SHARED:
        return shared.value
    return field_names(kind).find(name)


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record by field. `document` tells which part of a file (a YAML document, a sheet) it stands in."""

    kind: RecordKind
    document: str
    cells: dict[str, Cell]

    def text(self, name: str) -> str:
        """What a field says, empty where it says nothing."""
        cell = self.cells.get(name)
        return (cell.text or "").strip() if cell else ""


@dataclass(frozen=True, slots=True)
class RecordReading:
    """The records of a table, and what is wrong with its form."""

    records: list[Record] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
