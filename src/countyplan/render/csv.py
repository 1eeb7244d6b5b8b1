"""Rows as CSV."""

from __future__ import annotations

from countyplan.report import Index, Listing, Report, Row
from countyplan.spreadsheet import csv_table

_COLUMNS = (
    *("clause", "indicator", "area", "goal", "due", "value", "gap", "status", "pace", "step"),
    *("responsible", "reason", "source", "change", "status_then"),
)


def report_csv(report: Report) -> str:
    """A row for every target."""
    headers = [report.texts.say(f"column.{name}") for name in _COLUMNS]
    return csv_table(headers, [_cells(report, row) for row in report.rows])


def _cells(report: Report, row: Row) -> list[str]:
    join, several = report.texts.join, report.texts.say("clause.separator").join
    change = ("", "") if row.change is None else (row.change.label, row.change.status_then)
    return [
        str(row.machine.clause), row.indicator, row.area, row.goal, row.due, row.value, row.gap, row.status,
        row.pace, row.step, join(row.responsible), several([row.reason, *row.notes]),
        several(row.machine.source_texts), *change,
    ]  # fmt: skip


def listing_csv(listing: Listing) -> str:
    """A listing."""
    return csv_table(listing.headers, listing.rows)


def index_csv(index: Index) -> str:
    """The list of the sheets, each with its file's name."""
    entries = [(entry.sheet.file, *entry.cells) for entry in index.entries]
    return csv_table([index.whole.texts.say("column.file"), *index.headers], [*entries, ("", *index.whole_cells)])
