"""What reading a table comes to, and what long and wide tables are read alike with."""

from __future__ import annotations

from dataclasses import dataclass, field

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import Unit
from countyplan.submission.cell import Cell, Entry
from countyplan.submission.fields import FIELD_NAMES, Field
from countyplan.submission.number import Amount, parse_amount
from countyplan.submission.title import Context


@dataclass(frozen=True, slots=True)
class Note:
    """How a part of a table was understood: a sentence of the language catalogue, and its words."""

    place: Place
    key: str
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableReading:
    """The entries of a table, what is wrong with its form, and how it was understood; `understood` if it is a table."""

    understood: bool
    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def area_name(plan: Plan, area: str) -> str:
    """The name of a county or of their total."""
    return plan.targets_file.total.name if area == TOTAL else plan.area(area).name


def sheet_unit(indicator: str, context: Context, plan: Plan, value: Cell) -> Unit | Diagnostic | None:
    """The unit that the sheet states for an indicator, None where it states none; where that is not clear, a finding."""
    dimension = plan.unit_of_measure(indicator).dimension
    fitting = [unit for unit in context.units if unit.dimension == dimension]
    if len(fitting) == 1:
        return fitting[0]
    amount = parse_amount(value.text or "")
    if (fitting or context.unread) and isinstance(amount, Amount) and amount.unit is None:
        words = {"lacking": FIELD_NAMES.of(Field.UNIT)[1]}
        return Diagnostic(Code.FIGURE_UNPLACED, value.place, words)
    return None


def unread_units(context: Context) -> list[Diagnostic]:
    """The notes that state a unit for the whole sheet which nobody knows."""
    return [Diagnostic(Code.UNKNOWN_UNIT, cell.place, {"text": (cell.text or "").strip()}) for cell in context.unread]
