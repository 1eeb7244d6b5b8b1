"""The header of a table with a figure a row: which column holds which field, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code
from countyplan.plan import Plan
from countyplan.quantity.period import Span
from countyplan.quantity.width import squeezed
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.layout import LongLayout
from countyplan.submission.table.table_reading import Note, TableReading, tell_no_outcomes
from countyplan.submission.words.basis import speaks_of_a_sum, speaks_of_one_year
from countyplan.submission.words.fields import COLUMN_NAMES, LABELLED, Field
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.nature import is_no_outcome
from countyplan.submission.words.near import names_groups, names_remarks
from countyplan.submission.words.note.remark import is_limiting
from countyplan.submission.words.number import is_amount
from countyplan.submission.words.vocabulary import form, one_of

_OF_QUARTERS, _OF_MONTHS = form(one_of("quarter_named")), form(one_of("month_named"))


@dataclass(frozen=True, slots=True)
class LongColumns:
    """Which column holds which field, by the row `header`.

    `again` are those that name once more what another names (an area's code beside its name), `remarks` those of notes and
    those that nobody knows, `dividing` those of the latter that may part what a row names, and `grouping` those of them that
    sort what stands behind them by subjects, and part it by a place's name alone. `value` is the header of the values;
    `within_year` are those of quarters and months. `yearly` says that a year's own goals or sums stand beside; `clear` is
    false where two columns claim one field.
    """

    header: int
    fields: dict[int, Field]
    again: dict[int, Field]
    remarks: tuple[int, ...]
    dividing: tuple[int, ...]
    grouping: frozenset[int]
    value: Label
    within_year: Mapping[int, Span]
    yearly: bool
    clear: bool


def long_columns(grid: Grid, plan: Plan, layout: LongLayout, reading: TableReading) -> LongColumns:
    """The columns of a table; what its header leaves open, and what each column was taken for, is told in `reading`."""
    said = layout.columns | {column: read_label(grid.text(layout.header, column), plan) for column in layout.twice}
    said |= {column: label for column in layout.unknown if (label := _outcomes(grid, plan, layout, column)) is not None}
    twice = list(layout.twice)
    columns = dict(layout.columns)
    goals = _goals(said)
    if goals:
        outcomes = next(column for column, label in said.items() if label.names_outcomes)
        columns = {column: label for column, label in columns.items() if column not in goals}
        columns[outcomes] = said[outcomes]
        twice = [column for column in twice if said[column].field is not Field.VALUE]
        for column in goals:
            _tell(
                grid, layout, Code.GOALS_BESIDE_OUTCOMES, column, reading, outcomes=grid.text(layout.header, outcomes)
            )
    again = {column: field for column in twice if (field := said[column].field) in LABELLED}
    for column in twice:
        if column not in again:
            _tell(grid, layout, Code.HEADER_TWICE, column, reading)
    unknown = [column for column in layout.unknown if column not in columns]
    otherwise = [column for column in unknown if is_no_outcome(grid.text(layout.header, column))]
    tell_no_outcomes((grid.rows[layout.header][column] for column in otherwise), reading)
    within_year = _within_year(grid, layout, unknown)
    for column in (column for column in unknown if column not in otherwise and column not in within_year):
        near = COLUMN_NAMES.nearest(grid.text(layout.header, column)) or ""
        _tell(grid, layout, Code.HEADER_UNKNOWN, column, reading, near=near)
    fields = {column: label.field or Field.NOTE for column, label in columns.items()}
    for column, field in (fields | again).items():
        words = {"header": grid.text(layout.header, column), "field": field.value}
        reading.notes.append(Note(grid.rows[layout.header][column].place, "reading.field", words))
    remarks = (*unknown, *(column for column, field in fields.items() if field is Field.NOTE))
    value = next((label for label in columns.values() if label.field is Field.VALUE), Label(""))
    beside = [grid.text(layout.header, column) for column in unknown]
    yearly = any(speaks_of_one_year(text) or speaks_of_a_sum(text) for text in beside)
    named = max((column for column, field in fields.items() if field is Field.INDICATOR), default=-1)
    headers = {column: grid.text(layout.header, column) for column in unknown}
    dividing = tuple(column for column, text in headers.items() if not names_remarks(text) and not is_limiting(text))
    grouping = frozenset(column for column in dividing if column <= named and names_groups(headers[column]))
    return LongColumns(
        header=layout.header,
        fields=fields,
        again=again,
        remarks=remarks,
        dividing=dividing,
        grouping=grouping,
        value=value,
        within_year=within_year,
        yearly=yearly,
        clear=len(again) == len(twice),
    )


def _within_year(grid: Grid, layout: LongLayout, columns: Iterable[int]) -> dict[int, Span]:
    """The columns that say of which quarter, or to which month, what their row names is: 季度, 截止月份."""
    headers = {column: squeezed(grid.text(layout.header, column)) for column in columns}
    spans = ((Span.QUARTER, _OF_QUARTERS), (Span.MONTH, _OF_MONTHS))
    return {column: span for column, text in headers.items() for span, named in spans if named.fullmatch(text)}


def _outcomes(grid: Grid, plan: Plan, layout: LongLayout, column: int) -> Label | None:
    """What a column's header says that is called 完成 or 实际 only, and holds numbers; None for any other."""
    label = read_label(grid.text(layout.header, column), plan)
    rows = range(layout.header + 1, layout.end)
    holds_numbers = any(is_amount(grid.text(row, column)) for row in rows)
    return replace(label, field=Field.VALUE) if label.names_outcomes and holds_numbers else None


def _goals(said: dict[int, Label]) -> list[int]:
    """The columns of values that hold goals, as one beside them can only hold outcomes."""
    values = [column for column, label in said.items() if label.field is Field.VALUE]
    outcomes = [column for column in values if said[column].names_outcomes]
    return [column for column in values if column not in outcomes] if len(outcomes) == 1 else []


def _tell(grid: Grid, layout: LongLayout, code: Code, column: int, reading: TableReading, **words: str) -> None:
    cell = grid.rows[layout.header][column]
    reading.tell(code, cell, None, text=grid.text(layout.header, column), **words)
