"""The cells that report one figure, and how a fault in one of them is told."""

from __future__ import annotations

from dataclasses import dataclass

from countyplan.diagnostics import Code, Diagnostic, Place, Subject
from countyplan.submission.words.fields import Field
from countyplan.submission.words.qualifier import Qualifier


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a file and where it stands; `None` where a YAML null stands."""

    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """The cells that report one figure. `document` tells which part of a file (a YAML document, a table) it belongs to.

    `qualifiers` are what the table says of the figure outside of these cells, in its header say.
    """

    document: str
    cells: dict[Field, Cell]
    qualifiers: tuple[Qualifier, ...] = ()

    def text(self, name: Field) -> str:
        """What a field says, empty where it says nothing."""
        cell = self.cells.get(name)
        return (cell.text or "").strip() if cell else ""


def fault(cell: Cell, code: Code, subject: Subject | None = None, **words: str) -> Diagnostic:
    """A finding about a cell, with its text among the words."""
    return Diagnostic(code, cell.place, {"text": (cell.text or "").strip(), **words}, subject)
