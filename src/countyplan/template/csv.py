"""A form as CSV, long form: a row for each figure, ready for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.quantity import Period
from countyplan.quantity.period import Span
from countyplan.spreadsheet.csv import csv_table
from countyplan.template.form import Form, Line

COLUMNS = ("area", "period", "indicator", "value", "unit", "basis", "source", "note")


def csv_template(form: Form) -> bytes:
    """The form in UTF-8 with a mark by which spreadsheets know it."""
    return csv_table([form.texts.say(f"template.column.{name}") for name in COLUMNS], _rows(form)).encode("utf-8")


def _rows(form: Form) -> Iterator[list[str]]:
    for line in form.lines:
        basis = form.texts.say(f"template.basis.{line.bases[0]}") if line.bases else ""
        yield [form.area, _period(form.period), line.name, "", line.unit.name, basis, "", _note(form, line)]
    for label in ("", *form.filing):
        yield [label, *[""] * (len(COLUMNS) - 1)]


def _period(period: Period) -> str:
    """A month in words, for a spreadsheet makes a date of 2024-06 and writes it back as Jun-24."""
    return f"{period.year}年{period.month}月" if period.span is Span.MONTH else str(period)


def _note(form: Form, line: Line) -> str:
    told = [line.clause, form.demand(line), *line.notes]
    return form.texts.say("clause.separator").join(part for part in told if part)
