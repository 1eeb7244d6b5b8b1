"""The cells that report one figure, and how a fault in one of them is told."""

from __future__ import annotations

from typing import Final

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, Subject
from countyplan.plan import Names, Plan
from countyplan.quantity import Period, Unit
from countyplan.submission.words.basis import Basis
from countyplan.submission.words.fields import Field
from countyplan.submission.words.nature import Prices, Stage
from countyplan.submission.words.period import read_period
from countyplan.submission.words.qualifier import Qualifier


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """Text in a file and where it stands; `None` where a YAML null stands."""

    text: Final[str | None]
    place: Final[Place]

    @property
    def said(self) -> str:
        """Its text without blanks around it, empty where it has none."""
        return (self.text or "").strip()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a reader has understood of a figure already, in a header or a title say; None where only a cell may tell."""

    area: str | None = None
    indicator: str | None = None
    period: Period | None = None
    unit: Unit | None = None
    basis: Basis | None = None


@dataclass(slots=True)
class Entry:
    """The cells that report one figure. `document` tells which part of a file (a YAML document, a table) it belongs to.

    `meant` is what was understood of it outside of these cells, or of one of them, and holds before what they say;
    `qualifiers`, `stage` and `prices` are what the table says of the figure outside of these cells. `year` is the cell that
    names its year where nothing says that it is an outcome: in the table of a plan it may be a goal; `titled` that the title
    alone names the year, and nothing says so either. `remarks` are what is noted on these cells, or on what heads them, each
    standing where it is noted.
    """

    document: Final[str]
    cells: Final[dict[Field, Cell]]
    meant: Final[Meant] = Meant()
    qualifiers: Final[tuple[Qualifier, ...]] = ()
    stage: Final[Stage | None] = None
    prices: Final[Prices | None] = None
    year: Final[Cell | None] = None
    titled: Final[bool] = False
    remarks: Final[tuple[Cell, ...]] = ()

    def text(self, name: Field) -> str:
        """What a field says, empty where it says nothing."""
        cell = self.cells.get(name)
        return cell.said if cell else ""

    @property
    def notes(self) -> tuple[Cell, ...]:
        """What is noted of the figure: beside it, and on it."""
        beside = self.cells.get(Field.NOTE)
        return self.remarks if beside is None else (beside, *self.remarks)


def who_reports(entry: Entry) -> Entry:
    """An entry that tells no figure, but whose table it stood in: who reports is known even where no figure is used."""
    return Entry(entry.document, {}, Meant(entry.meant.area))


def subject_of(entry: Entry, plan: Plan) -> Subject | None:
    """Whose figure an entry is, and of when as far as it says so; None where it does not tell."""
    area = entry.meant.area or plan.area_names.find(entry.text(Field.AREA))
    indicator = entry.meant.indicator or plan.indicator_names.find(entry.text(Field.INDICATOR))
    period = entry.meant.period or read_period(entry.text(Field.PERIOD))[0]
    return (
        None if area is None or indicator is None else Subject(area, indicator, None if period is None else period.end)
    )


def fault(cell: Cell, code: Code, subject: Subject | None = None, **words: str) -> Diagnostic:
    """A finding about a cell, with its text among the words."""
    return Diagnostic(code, cell.place, {"text": cell.said, **words}, subject)


def unknown(cell: Cell, code: Code, names: Names, subject: Subject | None = None) -> Diagnostic:
    """That nobody knows what a cell names, with the known name that looks most like it."""
    return fault(cell, code, subject, near=names.nearest(cell.said) or "")


def likely(name: str | None, area: str | None, plan: Plan) -> Subject | None:
    """The figure that was most likely meant by an indicator's misspelt name; None where none is likely."""
    near = plan.indicator_names.nearest(name or "")
    meant = plan.indicator_names.find(near) if near else None
    return Subject(area, meant) if area is not None and meant is not None else None
