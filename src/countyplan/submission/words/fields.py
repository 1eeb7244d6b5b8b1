"""The fields of a submission and the names that its keys and headers may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum

from countyplan.plan import Names, Plan
from countyplan.submission.words.vocabulary import field_names


class Field(StrEnum):
    """What a figure is reported with."""

    AREA = "area"
    PERIOD = "period"
    INDICATOR = "indicator"
    VALUE = "value"
    UNIT = "unit"
    BASIS = "basis"
    SOURCE = "source"
    NOTE = "note"
    SUBMITTED = "submitted"
    FIGURES = "figures"
    COMMITMENTS = "commitments"
    REPORTING_UNIT = "reporting_unit"
    FILLED_IN_BY = "filled_in_by"
    TELEPHONE = "telephone"


NEEDED = (Field.AREA, Field.PERIOD, Field.INDICATOR, Field.VALUE)
# What names a figure beside its value.
LABELLED = frozenset({Field.AREA, Field.PERIOD, Field.INDICATOR})
COLUMNS = (*NEEDED, Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE, Field.SUBMITTED)
# Who filled a submission in. In a table a line says so, and no column.
WHO_FILED = (Field.REPORTING_UNIT, Field.FILLED_IN_BY, Field.TELEPHONE)
DOCUMENT_KEYS = (
    *(Field.AREA, Field.PERIOD, Field.FIGURES, Field.COMMITMENTS, Field.SUBMITTED, Field.SOURCE, Field.NOTE),
    *WHO_FILED,
)
FIGURE_KEYS = (Field.VALUE, Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)

FIELD_NAMES = Names((field, (field.value, *field_names(field))) for field in Field)

# What a column may be called, to be suggested: `figures` holds the figures of a document and is no column.
COLUMN_NAMES = Names((name, FIELD_NAMES.of(name)) for name in COLUMNS)


_OWN: ContextVar[Names | None] = ContextVar("own_field_names", default=None)


def own_names(plan: Plan) -> Mapping[Field, tuple[str, ...]]:
    """What a plan's own headers are called, and what it calls its areas is one of them."""
    targets = plan.targets_file
    own = {field: tuple(getattr(targets.vocabulary, field)) for field in COLUMNS}
    return own | {Field.AREA: (*own[Field.AREA], *(word for label in targets.labels for word in label.words))}


@contextmanager
def reading_headers_of(plan: Plan) -> Iterator[None]:
    """While a plan's submissions are read, its own headers are known as well."""
    own = own_names(plan)
    token = _OWN.set(Names(own.items()) if any(own.values()) else None)
    try:
        yield
    finally:
        _OWN.reset(token)


def find_field(name: str) -> Field | None:
    """The field that a key or header names, in the plan's own words or in those of all plans, or None."""
    own = _OWN.get()
    found = (own.find(name) if own is not None else None) or FIELD_NAMES.find(name)
    return None if found is None else Field(found)


def find_heading(name: str) -> Field | None:
    """The field that a label of a table names, or None."""
    found = find_field(name)
    return None if found in WHO_FILED else found
