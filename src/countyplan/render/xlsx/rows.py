"""The sheet with all rows: numbers as numbers, each in a column of its own beside its unit, ready to be filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.dataclass import dataclass
from countyplan.diagnostics import visible
from countyplan.render.xlsx.look import CENTRED, NUMBER, TEXT, colour_statuses, head_table, write_text
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row
from countyplan.report.words.names import period_told
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.sheet import BOX, height_of, put_number

_WHOLE = "0"
_PERCENT = "0.0%"
_SIGNED = "+0.0;-0.0;0.0"


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal's digits, and how a spreadsheet shows them."""

    digits: str
    format: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the name of its header, its width in characters, what a row has in it, and if only the keeper needs it."""

    name: str
    width: float
    cell: Callable[[Report, Row], str | Number | None]
    centred: bool = False
    for_keeper: bool = False


def write_rows(report: Report, sheet: Worksheet) -> None:
    """Fill the sheet. A print takes the first columns only, for all would be too small to read.

    Whoever is sent a group's part is told no ids, nor where in the files a figure stands.
    """
    say = report.texts.say
    columns = [column for column in COLUMNS if report.group is None or not column.for_keeper]
    head_table(sheet, [(say(f"book.column.{column.name}"), column.width) for column in columns], "D2")
    for at, row in enumerate(report.rows, start=2):
        _write_row(report, row, columns, sheet, at)
    last = max(2, len(report.rows) + 1)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    status = get_column_letter([column.name for column in COLUMNS].index("status") + 1)
    colour_statuses(sheet, f"{status}2:{status}{last}", report.texts)
    set_page(sheet)
    sheet.print_area = f"A1:{get_column_letter(PRINTED)}{last}"
    fill_pages(sheet)


def _write_row(report: Report, row: Row, columns: Sequence[Column], sheet: Worksheet, at: int) -> None:
    texts = []
    for column, told in enumerate(columns, start=1):
        held = told.cell(report, row)
        if isinstance(held, Number):
            cell = put_number(sheet, at, column, held.digits, held.format)
            cell.alignment = CENTRED if told.centred else NUMBER
        else:
            cell = write_text(sheet, at, column, held or "")
            cell.alignment = CENTRED if told.centred else TEXT
            texts.append((visible(held or ""), told.width))
        cell.border = BOX
    sheet.row_dimensions[at].height = height_of(texts)


def _decimal(name: str, value: Callable[[Row], str | None]) -> Callable[[Report, Row], Number | None]:
    """A number with as many decimals as the report shows it with."""

    def cell(_: Report, row: Row) -> Number | None:
        digits = value(row)
        return None if digits is None else Number(digits, _places(row.places[name]))

    return cell


def _places(places: int) -> str:
    return f"0.{'0' * places}" if places else _WHOLE


def _goal(_: Report, row: Row) -> Number:
    goal = row.machine.goal
    return Number(goal if isinstance(goal, str) else goal[0], _places(row.places["goal"]))


def _high(_: Report, row: Row) -> Number | None:
    goal = row.machine.goal
    return None if isinstance(goal, str) else Number(goal[1], _places(row.places["goal"]))


def _pace(_: Report, row: Row) -> Number | None:
    pace = row.machine.pace
    return None if pace is None else Number(pace, _places(len(pace.partition(".")[2])))


def _schedule(_: Report, row: Row) -> Number | None:
    points = row.machine.points_ahead
    return None if points is None else Number(points, _SIGNED)


def _per_year(_: Report, row: Row) -> Number | None:
    step = row.machine.per_year
    if step is None:
        return None
    shown = _places(row.places["per_year"])
    return Number(step, f"{shown}%" if row.machine.per_year_is_rate else shown)


def _period(report: Report, period: str | None) -> str | Number | None:
    """A year as a number, for a spreadsheet takes offence at digits that are text; another period as it is called."""
    if period is None or period.isdigit():
        return None if period is None else Number(period, _WHOLE)
    return period_told(period, report.texts)


def _percent(digits: str | None) -> Number | None:
    return None if digits is None else Number(digits, _PERCENT)


def _baseline(row: Row) -> str | None:
    return None if row.machine.baseline is None else row.machine.baseline[1]


def _answer(report: Report, *, yes: bool) -> str:
    return report.texts.say("answer.yes" if yes else "answer.no")


def _units(report: Report, row: Row) -> str:
    units = report.texts.join(row.responsible) or row.who
    return report.texts.say("clause.separator").join([row.part, units]) if row.part else units


def _notes(report: Report, row: Row) -> str:
    return report.texts.say("clause.separator").join(row.account_notes)


def _places_in_files(report: Report, row: Row) -> str:
    return report.texts.say("clause.separator").join([str(place) for place in row.machine.sources])


def _sources(report: Report, row: Row) -> str:
    return report.texts.say("clause.separator").join(row.machine.source_texts)


def _projection(row: Row) -> str | None:
    return row.machine.projection


COLUMNS = (
    Column("clause", 13, lambda _, row: row.clause),
    Column("area", 10, lambda _, row: row.area),
    Column("indicator", 20, lambda _, row: row.indicator),
    Column("firmness", 9, lambda _, row: row.firmness, centred=True),
    Column("comparator", 11, lambda _, row: row.comparator),
    Column("goal", 9, _goal),
    Column("high", 7, _high),
    Column("unit", 7, lambda _, row: row.unit, centred=True),
    Column("due", 7, lambda _, row: Number(str(row.machine.due), _WHOLE), centred=True),
    Column("value", 9, _decimal("value", lambda row: row.machine.value)),
    Column("period", 8, lambda report, row: _period(report, row.machine.period), centred=True),
    Column("gap", 8, _decimal("gap", lambda row: row.machine.gap)),
    Column("gap_unit", 9, lambda _, row: row.gap_unit if row.machine.gap is not None else None, centred=True),
    Column("status", 12, lambda _, row: row.status, centred=True),
    Column("per_year", 9, _per_year),
    Column("step_unit", 9, lambda _, row: row.step_unit, centred=True),
    Column("responsible", 46, _units),
    Column("times", 10, _decimal("times", lambda row: row.machine.times)),
    Column("schedule", 10, _schedule),
    Column("pace", 7, _pace),
    Column("reason", 80, lambda _, row: row.account),
    Column("notes", 80, _notes),
    Column("waiver", 40, lambda _, row: None if row.waiver is None else row.waiver.text),
    Column("change", 12, lambda _, row: None if row.change is None else row.change.label, centred=True),
    Column("status_then", 14, lambda _, row: None if row.change is None else row.change.status_then, centred=True),
    Column("baseline", 10, _decimal("baseline", _baseline)),
    Column(
        "baseline_period",
        9,
        lambda report, row: _period(report, row.machine.baseline and row.machine.baseline[0]),
        centred=True,
    ),
    Column("time_progress", 10, lambda _, row: _percent(row.machine.time_progress)),
    Column("progress", 10, lambda _, row: _percent(row.machine.progress)),
    Column("expected", 11, _decimal("expected", lambda row: row.machine.expected)),
    Column("projection", 11, _decimal("projection", _projection)),
    Column("borderline", 8, lambda report, row: _answer(report, yes=row.machine.borderline), centred=True),
    Column("doubtful", 12, lambda report, row: _answer(report, yes=row.machine.doubtful), centred=True),
    Column("wording", 80, lambda _, row: row.machine.wording),
    Column("source", 40, _sources),
    Column("place", 50, _places_in_files, for_keeper=True),
    Column("target", 24, lambda _, row: row.machine.target, for_keeper=True),
    Column("area_id", 10, lambda _, row: row.machine.area, for_keeper=True),
    Column("status_id", 12, lambda _, row: row.machine.status, for_keeper=True),
    Column("missing_reason", 16, lambda _, row: row.machine.missing_reason, for_keeper=True),
)
PRINTED = [column.name for column in COLUMNS].index("responsible") + 1
