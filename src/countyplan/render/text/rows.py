"""The rows in a terminal, a table for each clause, and what lacks.

Only characters whose width is the same everywhere are drawn with, so that columns stay aligned in a terminal that takes
ambiguous ones for wide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from countyplan.render.text.console import STATUS_STYLES, print_heading, print_indented, say_on, shown_text
from countyplan.report import Report, Row, Section

WIDE = 110
_BAR = 10
_NARROW_BAR = 6
_COLUMNS = ("area", "goal", "value", "gap", "progress", "status")
_NARROW_WIDTHS = (10, 11, 10, 12, 15, 16)


def print_rows(report: Report, console: Console) -> None:
    """Every row under its clause, and then what lacks."""
    print_heading(console, report.texts.say("report.sections"))
    for section in report.sections:
        _print_section(report, section, console)
    if report.missing:
        print_heading(console, report.missing_heading)
        for clause in report.missing:
            say_on(console, clause.heading)
            print_indented(console, clause.lines)


def _print_section(report: Report, section: Section, console: Console) -> None:
    say_on(console, section.heading, "bold")
    say_on(console, section.units, "dim")
    noted = [row for row in section.rows if row.notes]
    marks = {id(row): f" [{at}]" for at, row in enumerate(noted, start=1)}
    (_print_wide if console.width >= WIDE else _print_narrow)(report, section, marks, console)
    print_indented(console, (_note(report, row, at) for at, row in enumerate(noted, start=1)))
    console.print()


def _print_wide(report: Report, section: Section, marks: Mapping[int, str], console: Console) -> None:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    for name in ("indicator", *_COLUMNS, "step"):
        table.add_column(shown_text(report.texts.say(f"column.{name}"), "underline"), overflow="fold")
    for indicator, rows in groupby(section.rows, key=lambda row: row.indicator):
        for at, row in enumerate(rows):
            table.add_row(
                shown_text("" if at else indicator),
                *_cells(row, row.marked_goal, marks, _BAR),
                shown_text(" ".join((row.step, row.step_short)).strip()),
            )
    console.print(table)


def _print_narrow(report: Report, section: Section, marks: Mapping[int, str], console: Console) -> None:
    """Where there is little room the indicator stands on a line of its own, above its areas, with the mark of its goals."""
    _print_narrow_row([shown_text(report.texts.say(f"column.{name}"), "underline") for name in _COLUMNS], console)
    for indicator, rows in groupby(section.rows, key=lambda row: f"{row.indicator}{row.firmness_mark}"):
        say_on(console, indicator, "italic")
        for row in rows:
            _print_narrow_row(_cells(row, row.goal, marks, _NARROW_BAR), console)
            if row.step:
                step = report.texts.join([part for part in (row.step, row.step_times) if part])
                say_on(console, report.texts.say("report.step", step=step), "dim", 2)


def _print_narrow_row(cells: Sequence[Text], console: Console) -> None:
    """A row: one line where every cell has room on it, else a table whose cells are folded."""
    room = [width - cell_len(cell.plain) for cell, width in zip(cells, _NARROW_WIDTHS, strict=True)]
    if min(room) >= 0 and console.width >= sum(_NARROW_WIDTHS) + len(cells) - 1:
        parts = [part for cell, left in zip(cells, room, strict=True) for part in (cell, " " * (left + 1))]
        console.print(Text.assemble(*parts[:-1], " " * room[-1]), soft_wrap=True)
        return
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=False)
    for width in _NARROW_WIDTHS:
        table.add_column(width=width, overflow="fold")
    table.add_row(*cells)
    console.print(table)


def _cells(row: Row, goal: str, marks: Mapping[int, str], bar: int) -> list[Text]:
    status = shown_text(row.excused_status + marks.get(id(row), ""), STATUS_STYLES[row.machine.status])
    return [*(shown_text(cell) for cell in (row.area, goal, row.value, row.gap, _bar(row, bar))), status]


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
