"""What reading a table comes to, and what long and wide tables are read alike with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, Subject, Terms
from countyplan.plan import Plan
from countyplan.submission.cell import Cell, Entry
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.context import Context
from countyplan.submission.words.basis import basis_name
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import read_label
from countyplan.submission.words.note.footnote import footnotes_in
from countyplan.submission.words.note.note import NOTE_HEAD, begins_statement, lone_statement_in, statement_in
from countyplan.submission.words.number import is_amount
from countyplan.submission.words.title.words import units_in
from countyplan.submission.words.vocabulary import form, one_of

_FOOTNOTE = form(
    rf"{one_of('footnote')}|{NOTE_HEAD}(?<=[:：])|{one_of('filing')}{one_of('filing_time')}?\s*[:：]|[*※@]"
)


@dataclass(frozen=True, slots=True)
class Note:
    """How a part of a table was understood: a sentence of the language catalogue, and its words."""

    place: Place
    key: str
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A row with a figure whose names the plan does not know: the cells of those names, each with what it should name.

    `area` is the area that the figure is of, where that is known, and `entry` what the row says besides, where its names
    are cells of their own.
    """

    names: tuple[tuple[Cell, Code], ...]
    area: str | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class TableReading:
    """The entries of a table, what is wrong with its form, and how it was understood; `understood` if it is a table.

    `unknown` are the names of rows with figures that the plan does not know.
    """

    understood: bool
    entries: list[Entry] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def tell(self, code: Code, cell: Cell, *subjects: Subject | None, **words: str) -> None:
        """Add what is wrong with a cell, or with what it heads, and whose figures that concerns."""
        whose = [one for one in subjects if one is not None]
        self.diagnostics.append(Diagnostic(code, cell.place, words, next(iter(whose), None), tuple(whose[1:])))


def is_footnote(grid: Grid, row: int, plan: Plan) -> bool:
    """Whether a row is a note below the table, states units or says who filled it in, with no indicator and no amount."""
    texts = [grid.text(row, column) for column in range(len(grid.rows[row])) if (row, column) not in grid.merged]
    told = [text for text in texts if text]
    begins = bool(told) and (
        _FOOTNOTE.match(told[0]) is not None
        or statement_in(told[0]) is not None
        or begins_statement(told[0])
        or (len(told) == 1 and _stands_alone(told[0], plan))
    )
    if not begins or read_label(told[0], plan).indicator is not None:
        return False
    return not any(map(is_amount, told))


def _stands_alone(text: str, plan: Plan) -> bool:
    """Whether the only text of a row is such a line, however it begins."""
    said = lone_statement_in(text, plan) or next(footnotes_in(text, plan), None)
    return bool(units_in(text)) or said is not None


def fields_said(fields: Iterable[Field], unclear: Mapping[str, str] | None = None) -> Terms:
    """The names of fields, to be said in any language; with why the titles do not say which, where that is known."""
    reasons = unclear or {}
    return Terms.of(f"field.{one}_{reasons[one]}" if one in reasons else f"field.{one}" for one in fields)


def tell_no_outcomes(headers: Iterable[Cell], reading: TableReading) -> None:
    """Tell once of all the columns whose headers say that they hold no outcomes, at the first of them."""
    cells = list(headers)
    if cells:
        names = dict.fromkeys(cell.said for cell in cells)
        reading.tell(Code.HEADER_NO_OUTCOME, cells[0], text="” “".join(names), count=str(len(cells)))


def adds_up(plan: Plan, indicator: str | None) -> bool:
    """Whether an indicator is cumulative, so that 当年 and 累计 mean two different figures of it."""
    measured = plan.measured.get(indicator or "")
    return measured is not None and measured.adds_up


def stated_for_all(context: Context, plan: Plan) -> str:
    """What titles, notes and corners say for the whole table, empty where they say nothing."""
    parts = [
        plan.called(context.area).name if context.area else "",
        plan.measured[context.indicator].name if context.indicator else "",
        str(context.period) if context.period else "",
        basis_name(context.basis) if context.basis else "",
        *(unit.name for unit in context.units),
    ]
    return " ".join(part for part in parts if part)


def unread_units(context: Context) -> list[Diagnostic]:
    """The notes that state a unit for the whole sheet which nobody knows."""
    return [Diagnostic(Code.UNKNOWN_UNIT, cell.place, {"text": cell.said}) for cell in context.unread]
