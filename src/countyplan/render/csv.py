"""Rows as CSV: with a mark by which spreadsheets know UTF-8, and without a cell that one would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from countyplan.report import Listing, Report

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def report_csv(report: Report) -> str:
    """A row for every target."""
    names = ("clause", "indicator", "area", "goal", "value", "gap", "status", "pace", "step", "responsible", "reason")
    headers = [report.texts.say(f"column.{name}") for name in names]
    rows = [
        [
            str(row.machine.clause), row.indicator, row.area, row.goal, row.value, row.gap, row.status, row.pace,
            row.step, report.texts.join(row.responsible), report.texts.say("clause.separator").join([row.reason, *row.notes]),
        ]
        for row in report.rows
    ]  # fmt: skip
    return _table(headers, rows)


def listing_csv(listing: Listing) -> str:
    """A listing."""
    return _table(listing.headers, listing.rows)


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text; a signed number stays one."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isascii() and cell[1:].replace(".", "", 1).isdigit()
