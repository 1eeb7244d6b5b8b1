"""The sheet with all rows: numbers as numbers, each in a column of its own beside its unit, ready to be filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.dataclass import dataclass
from countyplan.render.xlsx.look import colour_statuses
from countyplan.render.xlsx.table import Held, Number, TableColumn, write_table
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row
from countyplan.report.words.names import period_told

_WHOLE = "0"
_PERCENT = "0.0%"
_SIGNED = "+0.0;-0.0;0.0"
_NOUGHT = "0.0;0.0;0.0"  # without a sign
_LEAST_SHOWN = Decimal("0.05")  # what is less is shown as nought


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the name of its header, its width in characters, what a row has in it, and if only the keeper needs it."""

    name: str
    width: float
    cell: Callable[[Report, Row], Held]
    centred: bool = False
    for_keeper: bool = False


def write_rows(report: Report, sheet: Worksheet) -> None:
    """Fill the sheet. A print takes the first columns only, for all would be too small to read.

    Whoever is sent a group's part is told no ids, nor where in the files a figure stands.
    """
    say = report.texts.say
    columns = [column for column in COLUMNS if report.group is None or not column.for_keeper]
    told = [TableColumn(say(f"book.column.{column.name}"), column.width, column.centred) for column in columns]
    rows = ([column.cell(report, row) for column in columns] for row in report.rows)
    last = write_table(sheet, told, rows, frozen="D2", printed=PRINTED)
    status = get_column_letter([column.name for column in COLUMNS].index("status") + 1)
    colour_statuses(sheet, f"{status}2:{status}{last}", report.texts)


def _number(digits: str | None, form: str) -> Number | None:
    return None if digits is None else Number(digits, form)


def _decimal(name: str, value: Callable[[Row], str | None]) -> Callable[[Report, Row], Number | None]:
    """A number with as many decimals as the report shows it with."""
    return lambda _, row: None if (digits := value(row)) is None else Number(digits, _places(row.places[name]))


def _places(places: int) -> str:
    return f"0.{'0' * places}" if places else _WHOLE


def _goal(row: Row, at: int) -> Number | None:
    """The goal, or of one from one number to another that at 0 or 1."""
    goal = row.machine.goal
    goals = [goal] if isinstance(goal, str) else goal
    return Number(goals[at], _places(row.places["goal"])) if at < len(goals) else None


def _pace(_: Report, row: Row) -> Number | None:
    pace = row.machine.pace
    return None if pace is None else Number(pace, _places(len(pace.partition(".")[2])))


def _per_year(_: Report, row: Row) -> Number | None:
    step = row.machine.per_year
    if step is None:
        return None
    shown = _places(row.places["per_year"])
    return Number(step, f"{shown}%" if row.machine.per_year_is_rate else shown)


def _schedule(_: Report, row: Row) -> Number | None:
    points = row.machine.points_ahead
    if points is None:
        return None
    return Number(points, _NOUGHT if abs(Decimal(points)) < _LEAST_SHOWN else _SIGNED)


def _period(report: Report, period: str | None) -> Held:
    """A year as a number, for a spreadsheet takes offence at digits that are text; another period as it is called."""
    if period is None or period.isdigit():
        return _number(period, _WHOLE)
    return period_told(period, report.texts)


def _baseline(row: Row, at: int) -> str | None:
    """Of the baseline, its period (0) or its value (1)."""
    return None if row.machine.baseline is None else row.machine.baseline[at]


def _answer(report: Report, *, yes: bool) -> str:
    return report.texts.say("answer.yes" if yes else "answer.no")


def _told(report: Report, parts: Iterable[object]) -> str:
    return report.texts.say("clause.separator").join(str(part) for part in parts if part)


def _units(report: Report, row: Row) -> str:
    return _told(report, (row.part, report.texts.join(row.responsible) or row.who))


COLUMNS = (
    Column("clause", 17.6, lambda _, row: row.clause),
    Column("area", 15.5, lambda _, row: row.area),
    Column("indicator", 20, lambda _, row: row.indicator),
    Column("firmness", 9, lambda _, row: row.firmness, centred=True),
    Column("comparator", 11, lambda _, row: row.comparator),
    Column("goal", 9, lambda _, row: _goal(row, 0)),
    Column("high", 9.2, lambda _, row: _goal(row, 1)),
    Column("unit", 7, lambda _, row: row.unit, centred=True),
    Column("due", 7, lambda _, row: Number(str(row.machine.due), _WHOLE), centred=True),
    Column("value", 9, _decimal("value", lambda row: row.machine.value)),
    Column("period", 8, lambda report, row: _period(report, row.machine.period), centred=True),
    Column("gap", 8, _decimal("gap", lambda row: row.machine.gap)),
    Column("gap_unit", 9, lambda _, row: row.gap_unit if row.machine.gap is not None else None, centred=True),
    Column("status", 14, lambda _, row: row.status, centred=True),
    Column("per_year", 9, _per_year),
    Column("step_unit", 11.3, lambda _, row: row.step_unit, centred=True),
    Column("responsible", 46, _units),
    Column("times", 10, _decimal("times", lambda row: row.machine.times)),
    Column("schedule", 10, _schedule),
    Column("pace", 7, _pace),
    Column("reason", 80, lambda _, row: row.account),
    Column("notes", 80, lambda report, row: _told(report, row.account_notes)),
    Column("waiver", 40, lambda _, row: None if row.waiver is None else row.waiver.text),
    Column("change", 12, lambda _, row: None if row.change is None else row.change.label, centred=True),
    Column("status_then", 14, lambda _, row: None if row.change is None else row.change.status_then, centred=True),
    Column("baseline", 10, _decimal("baseline", lambda row: _baseline(row, 1))),
    Column("baseline_period", 9, lambda report, row: _period(report, _baseline(row, 0)), centred=True),
    Column("time_progress", 10, lambda _, row: _number(row.machine.time_progress, _PERCENT)),
    Column("progress", 10, lambda _, row: _number(row.machine.progress, _PERCENT)),
    Column("expected", 11, _decimal("expected", lambda row: row.machine.expected)),
    Column("projection", 11, _decimal("projection", lambda row: row.machine.projection)),
    Column("borderline", 8, lambda report, row: _answer(report, yes=row.machine.borderline), centred=True),
    Column("doubtful", 12, lambda report, row: _answer(report, yes=row.machine.doubtful), centred=True),
    Column("wording", 80, lambda _, row: row.machine.wording),
    Column("source", 40, lambda report, row: _told(report, row.machine.source_texts)),
    Column("place", 50, lambda report, row: _told(report, row.machine.sources), for_keeper=True),
    Column("target", 24, lambda _, row: row.machine.target, for_keeper=True),
    Column("area_id", 10, lambda _, row: row.machine.area, for_keeper=True),
    Column("status_id", 12, lambda _, row: row.machine.status, for_keeper=True),
    Column("missing_reason", 16, lambda _, row: row.machine.missing_reason, for_keeper=True),
)
PRINTED = [column.name for column in COLUMNS].index("responsible") + 1
