"""What is told of one commitment, as it stands in a file, and the words by which it is known."""

from __future__ import annotations

from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.submission.cell import Cell
from countyplan.submission.words.listed import ListWords

WORDS = ListWords("countyplan.submission.record")


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record by field. `document` tells which part of a file (a YAML document, a sheet) it stands in."""

    document: str
    cells: dict[str, Cell]

    def text(self, name: str) -> str:
        """What a field says, empty where it says nothing."""
        cell = self.cells.get(name)
        return cell.said if cell else ""


@dataclass(frozen=True, slots=True)
class RecordReading:
    """The records of a table, and what is wrong with its form."""

    records: list[Record] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
