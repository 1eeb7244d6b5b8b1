"""What a report begins with in a terminal: the conclusion, the areas side by side, what needs attention, the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len

from countyplan.language.texts import Texts, begun
from countyplan.render.text.columns import print_columns, widths_of
from countyplan.render.text.console import STATUS_STYLES, print_heading, print_indented, say_on, shown_text
from countyplan.render.text.screen import Line, Screen
from countyplan.report.overview.overview_model import League, Levels
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row

# Ours: the narrowest that a verdict can be read in, and the widest that an indicator's name takes.
_VERDICT_WIDTH = 12
_NAME_WIDTH = 36
_AREA_WIDTH = 14
_NO_TARGET = "-"

Cells: TypeAlias = tuple[str, ...]


def print_levels(levels: Levels, console: Screen) -> None:
    """How the targets of each level of areas stand."""
    print_heading(console, levels.heading)
    rows = [line.cells for line in levels.lines]
    _print_counts(levels.headers, [("", rows, "")], console)


def print_league(league: League, note: str, console: Screen) -> None:
    """The areas side by side, level by level."""
    print_heading(console, league.heading)
    parts = [(part.level, [line.cells for line in part.lines], part.left_out) for part in league.parts]
    _print_counts(league.headers, parts, console)
    say_on(console, note, "dim")


def _print_counts(headers: Cells, parts: Sequence[tuple[str, Sequence[Cells], str]], console: Screen) -> None:
    widths = widths_of([headers, *(row for _, rows, _ in parts for row in rows)])
    widths = [widths[0], *(min(width, _VERDICT_WIDTH) for width in widths[1:])]
    print_columns([shown_text(begun(cell), "underline") for cell in headers], widths, console)
    for level, rows, left_out in parts:
        say_on(console, level, "bold")
        for row in rows:
            print_columns([shown_text(cell) for cell in row], widths, console)
        say_on(console, left_out, "dim")


def print_attention(report: Report, console: Screen) -> None:
    """What needs attention first, each with its goal, its figure, what was due, what has to be done, and by whom."""
    say = report.texts.say
    if not report.attention:
        say_on(console, report.attention_none)
    for at, row in enumerate(report.attention, start=1):
        name = say("attention.name", area=row.area, indicator=row.indicator, status=row.marked_status)
        say_on(console, f"{at}. {name}", STATUS_STYLES[row.machine.status])
        lines = [row.standing, row.reason]
        if row.step:
            lines.append(say("report.attention_step", step=say("clause.separator").join([row.step, *row.step_details])))
        lines.append(row.units)
        print_indented(console, map(begun, lines), 3)


def print_matrix(report: Report, console: Screen) -> None:
    """The verdicts by indicator and area, where there are any and each area has room for its column.

    One that rests on a figure to be checked has a mark, so that it is not taken for the others.
    """
    matrix = report.matrix
    if not matrix.clauses:
        return
    indicators = [indicator for clause in matrix.clauses for indicator in clause.indicators]
    doubtful = [row for one in indicators for row in one.rows if row is not None and row.machine.doubtful]
    verdict_width = _VERDICT_WIDTH + any(cell_len(row.status) == _VERDICT_WIDTH for row in doubtful)
    room = console.width - len(matrix.areas) * (verdict_width + 1)
    if room < _NAME_WIDTH // 2:
        return
    print_heading(console, report.matrix.heading)
    names = [indicator.name for indicator in indicators]
    headers = ("", *(area.label for area in matrix.areas))
    widths = [max(verdict_width, min(_AREA_WIDTH, cell_len(header))) for header in headers]
    room = console.width - sum(widths[1:]) - len(matrix.areas)
    widths[0] = min(room, max(map(cell_len, names), default=0), _NAME_WIDTH)
    print_columns([shown_text(header, "underline") for header in headers], widths, console)
    for indicator in indicators:
        cells = [shown_text(indicator.name), *(_verdict(row, report.texts) for row in indicator.rows)]
        print_columns(cells, widths, console)
    if doubtful:
        say_on(console, report.texts.say("matrix.doubtful"), "dim")


def _verdict(row: Row | None, texts: Texts) -> Line:
    if row is None:
        return shown_text(_NO_TARGET, "dim")
    mark = texts.say("mark.noted") if row.machine.doubtful else ""
    return shown_text(row.status + mark, STATUS_STYLES[row.machine.status])
