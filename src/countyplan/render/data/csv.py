"""Rows as CSV."""

from __future__ import annotations

from countyplan.language import Texts
from countyplan.report.divided.index import Index, IndexLine
from countyplan.report.findings import Findings
from countyplan.report.listing import Listing
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row
from countyplan.spreadsheet.csv import csv_table

_COLUMNS = (
    *("clause", "indicator", "area", "goal", "due", "value", "gap", "status", "pace", "step"),
    *("responsible", "reason", "source", "change", "status_then"),
)
# For who goes on with the rows as data; they stand last, so that no other column moves.
_DATA_COLUMNS = ("period", "unit", "firmness", "status_id", "doubtful", "missing_reason")


def report_csv(report: Report) -> str:
    """A row for every target. Each says what it was made from: nothing else of a CSV stays with rows that are moved."""
    say = report.texts.say
    made, *files = report.provenance
    made_from = [made, say("clause.separator").join(files)]
    return csv_table(report_headers(report.texts), ([*_cells(report, row), *made_from] for row in report.rows))


def report_headers(texts: Texts) -> list[str]:
    """The headers of a report's columns."""
    own = [*(f"column.{name}" for name in _COLUMNS), *(f"book.column.{name}" for name in _DATA_COLUMNS)]
    return [texts.say(key) for key in (*own, "book.made_from", "book.files")]


def _cells(report: Report, row: Row) -> list[str]:
    join, several = report.texts.join, report.texts.say("clause.separator").join
    machine = row.machine_once()
    change = ("", "") if row.change is None else (row.change.label, row.change.status_then)
    return [
        str(machine.clause), row.indicator, row.area, row.goal, row.due, row.value, row.gap, row.status,
        row.pace, row.step, join(row.responsible), several([row.reason, *row.notes]),
        several(machine.source_texts), *change,
        machine.period or "", row.unit, row.firmness, machine.status,
        report.texts.say("answer.yes" if machine.doubtful else "answer.no"), machine.missing_reason or "",
    ]  # fmt: skip


def listing_csv(listing: Listing) -> str:
    """A listing."""
    return csv_table(listing.headers, listing.rows)


def index_csv(index: Index) -> str:
    """The list of the sheets, each with its file's name."""
    entries = [(entry.sheet.file, *_counted(entry.line)) for entry in index.entries]
    return csv_table(
        [index.whole.texts.say("column.file"), *index.headers], [*entries, ("", *_counted(index.whole_line))]
    )


def _counted(line: IndexLine) -> tuple[str, ...]:
    return (line.name, *map(str, line.numbers))


def findings_csv(findings: Findings) -> str:
    """A row for every finding; what its place lacks is blank, and so is the last column where nothing excuses it."""
    names = ("file", "line", "column", "cell", "severity", "code", "message", "hint", "excuse")
    headers = [findings.texts.say(f"column.{name}") for name in names]
    rows = [
        [
            problem.place.file, _number(problem.place.line), _number(problem.place.column), problem.place.cell or "",
            problem.severity.value, problem.code, problem.message, problem.hint,
            findings.texts.say("clause.separator").join(problem.notes),
        ]
        for problem in findings.problems
    ]  # fmt: skip
    return csv_table(headers, rows)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
