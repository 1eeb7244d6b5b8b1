"""How a table is laid out: where its header is, what each column is about, what the sheet says for all of it."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.submission.table.find.context import Context
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class LongLayout:
    """A figure a row: the header's row, which column holds which field, and the row behind the last of data."""

    header: int
    end: int
    columns: dict[int, Label]
    twice: tuple[int, ...]
    unknown: tuple[int, ...]
    context: Context


@dataclass(frozen=True, slots=True, kw_only=True)
class WideLayout:
    """Figures across: the rows of data, what the header says of each column of figures, and the other columns.

    `labels` are the columns that hold the rows' labels, with what their header says; `fields` hold a unit, a source or a
    note; `unknown` hold figures under a header that does not say of what.
    """

    first: int
    end: int
    headers: range
    columns: dict[int, list[tuple[int, Label]]]
    labels: dict[int, Label | None]
    fields: dict[int, Field]
    unknown: dict[int, tuple[int, int]]
    context: Context
