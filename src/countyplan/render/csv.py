"""Rows as CSV."""

from __future__ import annotations

from countyplan.report import Listing, Report
from countyplan.spreadsheet import csv_table

_COLUMNS = (
    *("clause", "indicator", "area", "goal", "value", "gap"),
    *("status", "pace", "step", "responsible", "reason", "source"),
)


def report_csv(report: Report) -> str:
    """A row for every target."""
    names = (
        "clause",
        "indicator",
        "area",
        "goal",
        "value",
        "gap",
        "status",
        "pace",
        "step",
        "responsible",
        "reason",
        "source",
    )
    headers = [report.texts.say(f"column.{name}") for name in names]
    rows = [
        [
            str(row.machine.clause), row.indicator, row.area, row.goal, row.value, row.gap, row.status, row.pace,
            row.step, report.texts.join(row.responsible), report.texts.say("clause.separator").join([row.reason, *row.notes]),
            report.texts.say("clause.separator").join(row.machine.source_texts),
        ]
        for row in report.rows
    ]  # fmt: skip
    return csv_table(headers, rows)


def listing_csv(listing: Listing) -> str:
    """A listing."""
    return csv_table(listing.headers, listing.rows)
