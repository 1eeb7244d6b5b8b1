"""What this program wrote itself: reports and findings that were put beside submissions are none of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from countyplan.language.texts import Language, Texts

if TYPE_CHECKING:
    from countyplan.office.reading import Outcome
    from countyplan.submission.grid import Grid

# How the documents of this program name who wrote them; a version follows.
_AUTHOR = "countyplan "

# Keys and headers that together stand in no submission: a report's, that of the list of its sheets, and findings alone.
_KEYS = (
    frozenset({"plan", "as_of", "summary", "assessments"}),
    frozenset({"plan", "as_of", "by", "sheets"}),
    frozenset({"files", "figures", "summary", "diagnostics"}),
)
_HEADERS = (
    ("column.indicator", "column.status", "column.pace", "column.step"),
    ("column.file", "column.count", "column.lagging"),
    ("column.severity", "column.code", "column.message", "column.hint"),
    ("book.column.target", "book.column.status_id"),
    ("book.column.comparator", "book.column.status", "book.column.gap_unit", "book.column.step_unit"),
    ("book.finding.severity", "book.finding.code", "book.finding.message", "book.finding.excerpt"),
)
# More than a report of a whole plan over many years has.
_MOST = 500_000


def is_own_json(content: bytes) -> bool:
    """Whether a file's bytes are a report, a list of sheets or findings in JSON."""
    if content[:1] != b"{" or content.count(b",") > _MOST:
        return False
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and any(keys <= data.keys() for keys in _KEYS)


def is_own_document(outcome: Outcome) -> bool:
    """Whether it is a document that nobody has saved since this program wrote it."""
    from countyplan.office.reading import Opened

    return isinstance(outcome, Opened) and outcome.saved_by.startswith(_AUTHOR)


def is_own_table(grids: Iterable[Grid]) -> bool:
    """Whether a sheet begins with the header of a table of this program, in any of its languages."""
    first_rows = [{cell.said.casefold() for cell in grid.rows[0]} for grid in grids if grid.rows]
    return any(headers <= row for headers in _written_headers() for row in first_rows)


def _written_headers() -> list[set[str]]:
    # A workbook begins its headers with a capital.
    return [{Texts(language).say(key).casefold() for key in keys} for language in Language for keys in _HEADERS]
