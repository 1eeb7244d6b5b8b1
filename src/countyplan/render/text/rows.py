"""The rows in a terminal, clause by clause, and what lacks.

Only characters whose width is the same everywhere are drawn with, so that columns stay aligned in a terminal that takes
ambiguous ones for wide. No cell is folded: where the columns have no room, a row is told in lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby

from countyplan.language.texts import begun
from countyplan.render.text.columns import print_columns, widths_of
from countyplan.render.text.console import STATUS_STYLES, print_heading, print_indented, say_on, shown_text
from countyplan.render.text.screen import Line, Screen
from countyplan.report.report_model import Report, Section
from countyplan.report.row.row_model import Row

_WIDE = 110
_BAR = 10
_NARROW_BAR = 6
_COLUMNS = ("area", "goal", "value", "progress", "status")
_IN_LINES = ("area", "status", "progress")


def print_rows(report: Report, console: Screen) -> None:
    """Every row under its clause, and then what lacks."""
    if report.sections:
        print_heading(console, report.texts.say("report.sections"))
    table = _Table(report, console.width)
    for at, section in enumerate(report.sections):
        if at:
            console.print()
        _print_section(report, section, table, console)
    if report.missing:
        print_heading(console, report.missing_heading)
        for clause in report.missing:
            say_on(console, clause.heading)
            print_indented(console, clause.lines)


class _Table:
    """The columns of all sections, as wide as their widest cell; fewer of them where all have no room."""

    def __init__(self, report: Report, width: int) -> None:
        self.bar = _BAR if width >= _WIDE else _NARROW_BAR
        self.marks = {at: mark for section in report.sections for at, mark in _marks(section).items()}
        headers = {name: report.texts.say(f"column.{name}") for name in _COLUMNS}
        rows = [headers, *(self.cells(row) for section in report.sections for row in section.rows)]
        self.in_lines = False
        self.columns: tuple[str, ...] = _COLUMNS
        self.widths = widths_of([[cells[name] for name in self.columns] for cells in rows])
        if sum(self.widths) + len(self.widths) - 1 > width:
            self.in_lines = True
            self.columns = _IN_LINES
            self.widths = widths_of([[cells[name] for name in self.columns] for cells in rows])
        self.headers = [begun(headers[name]) for name in self.columns]

    def cells(self, row: Row) -> Mapping[str, str]:
        """What a row says in each column."""
        status = row.excused_status + self.marks.get(id(row), "")
        words = {"area": row.area, "goal": row.goal, "value": row.value}
        return {**words, "progress": _bar(row, self.bar), "status": status}

    def line(self, row: Row) -> list[Line]:
        """The cells of a row that are shown, the status in its colour."""
        style, cells = STATUS_STYLES[row.machine.status], self.cells(row)
        return [shown_text(cells[name], style if name == "status" else "") for name in self.columns]

    def below(self, report: Report, row: Row) -> list[str]:
        """What is told of a row beneath its line: what its columns do not, and what has to be done."""
        told = report.texts.say("standing.gap", gap=row.gap) if row.gap else ""
        told = row.standing if self.in_lines else told
        steps = report.texts.say("comma.separator").join([part for part in (row.step, row.step_times) if part])
        step = report.texts.say("report.step", step=steps) if steps else ""
        return [begun(report.texts.say("clause.separator").join(filter(None, (told, step))))] if told or step else []


def _marks(section: Section) -> Mapping[int, str]:
    noted = [row for row in section.rows if row.notes]
    return {id(row): f" [{at}]" for at, row in enumerate(noted, start=1)}


def _print_section(report: Report, section: Section, table: _Table, console: Screen) -> None:
    say_on(console, section.heading, "bold")
    say_on(console, section.units, "dim")
    print_columns([shown_text(header, "underline") for header in table.headers], table.widths, console)
    for indicator, rows in groupby(section.rows, key=lambda row: f"{row.indicator}{row.firmness_mark}"):
        say_on(console, indicator, "italic")
        for row in rows:
            print_columns(table.line(row), table.widths, console)
            for line in table.below(report, row):
                say_on(console, line, "dim", 2)
    noted = [row for row in section.rows if row.notes]
    print_indented(console, (_note(report, row, at) for at, row in enumerate(noted, start=1)))


def _note(report: Report, row: Row, number: int) -> str:
    text = report.texts.say("clause.separator").join(row.notes)
    return report.texts.say("report.note", number=number, area=row.area, indicator=row.indicator, text=text)


def _bar(row: Row, length: int) -> str:
    """`[####..|...] -14.0`: the way that is made, with a mark at the time that has gone; empty where there is no pace."""
    if row.progress is None or row.time is None:
        return row.schedule_short
    done = _length(row.progress, length)
    bar = ["#" if at < done else "." for at in range(length)]
    bar.insert(_length(row.time, length), "|")
    return f"[{''.join(bar)}] {row.schedule_short}"


def _length(part: Decimal, length: int) -> int:
    return max(0, min(length, int(part * length)))
