"""What the note beside a figure says of it, held against its row, its header and its titles."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic, Subject
from countyplan.plan import Component, Plan
from countyplan.quantity import Period, find_unit
from countyplan.submission.cell import Cell, Entry, fault
from countyplan.submission.words.fields import Field
from countyplan.submission.words.nature import Prices, names_stage, prices_in, stage_alone_in
from countyplan.submission.words.note.remark import (
    noted_no_outcome,
    noted_other_money,
    noted_otherwise,
    noted_since,
    noted_unit,
)
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.number import Amount, is_not_reported, parse_amount


def noted(entry: Entry, plan: Plan, period: Period | None, subject: Subject | None) -> Iterator[Diagnostic]:
    """What is told of a note that says of its figure something else than its row, its header and its titles say."""
    if is_not_reported(entry.text(Field.VALUE)):
        return
    for cell in entry.notes:
        if cell.text:
            yield from _noted(entry, cell, plan, period, subject)


def _noted(
    entry: Entry, cell: Cell, plan: Plan, period: Period | None, subject: Subject | None
) -> Iterator[Diagnostic]:
    note, value = cell.said, entry.cells[Field.VALUE]
    if names_stage(note):
        # How final a figure is, all that most notes say, is no word of a part, another time, a unit or prices.
        if _is_noted_apart(entry, note):
            yield fault(value, Code.LABELS_CONTRADICT, subject)
        return
    if noted_no_outcome(note):
        yield fault(cell, Code.ROW_NO_OUTCOME, subject)
    adds_up = subject is not None and plan.measured[subject.indicator].adds_up
    if adds_up and noted_since(note) not in {None, plan.baseline.year + 1}:
        yield fault(value, Code.LABELS_CONTRADICT, subject)
    area, indicator = (None, None) if subject is None else (subject.area, subject.indicator)
    if noted_part(note, area, indicator, plan) or (period is not None and noted_otherwise(note, period)):
        yield fault(value, Code.LABELS_CONTRADICT, subject)
    if _is_noted_apart(entry, note):
        yield fault(value, Code.LABELS_CONTRADICT, subject)
    elif subject is not None and _is_at_other_prices(note, plan.measured[subject.indicator]):
        yield fault(value, Code.CONSTANT_PRICES, subject, indicator=plan.measured[subject.indicator].name)
    unit = noted_unit(note)
    stated = entry.meant.unit or (find_unit(text) if (text := entry.text(Field.UNIT)) else None)
    amount = parse_amount(value.text or "")
    typed = amount.unit if isinstance(amount, Amount) else None
    if stated is None and typed is None and subject is not None:
        stated = plan.unit_of_measure(subject.indicator)
    if noted_other_money(note) if unit is None else unit not in (stated, typed):
        yield fault(value, Code.UNITS_CONTRADICT, subject, unit=note)


def _is_noted_apart(entry: Entry, note: str) -> bool:
    """Whether a note says of a figure another stage, or other prices, than its header or its name does."""
    stage, prices = stage_alone_in(note), prices_in(note)
    return (None not in (stage, entry.stage) and stage is not entry.stage) or (
        None not in (prices, entry.prices) and prices is not entry.prices
    )


def _is_at_other_prices(note: str, measured: Component) -> bool:
    return measured.prices is not None and prices_in(note) is Prices.CONSTANT
