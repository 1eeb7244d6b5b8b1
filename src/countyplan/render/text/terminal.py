"""The report in a terminal: 80 columns suffice, 120 are used, and nothing depends on colour.

Only characters whose width is the same everywhere are drawn with, so that columns stay aligned in a terminal that takes
ambiguous ones for wide. Text from a file is shown as it is: it is never parsed for mark-up, and what a terminal would obey
is written out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from countyplan.diagnostics import Severity, unobeyed, visible
from countyplan.render.text.excerpt import excerpt_lines
from countyplan.render.text.wrap import wrap
from countyplan.report import (
    CommitmentExplanation,
    Explanation,
    Findings,
    Listing,
    Meaning,
    Problem,
    Report,
    Row,
    Section,
)
from countyplan.report.commitments.part import Commitments
from countyplan.report.projects import Projects
from countyplan.report.words.problem import limited

_WIDE = 110
# Ours: of the findings about a country as many as of its rows.
_MOST_OF_A_CROWD = 20
_TEXT_WIDTH = 120
_BAR = 10
_NARROW_BAR = 6
_COLUMNS = ("area", "goal", "value", "gap", "progress", "status")
_NARROW_WIDTHS = (10, 11, 10, 12, 15, 16)
_STYLES = {
    "met": "green",
    "ahead": "green",
    "on_track": "green",
    "behind": "yellow",
    "far_behind": "bold red",
    "reversing": "bold red",
    "missed": "bold red",
    "no_pace": "cyan",
    "undecided": "cyan",
    "missing": "dim",
}
_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def print_report(report: Report, console: Console, most_problems: int | None = None) -> None:
    """The whole report, with at most `most_problems` findings if that is given."""
    say = report.texts.say
    _say(console, report.title, "bold")
    for line in (*report.heading, report.gate_note):
        _say(console, line)
    _heading(console, say("report.summary"))
    shown = [
        say("report.overview_count", label=count.label, number=count.number) + count.note
        for count in report.counts
        if count.number
    ]
    _say(console, "  ".join(shown), "bold")
    _say(console, report.left_out)
    # Where only some rows were asked for, that none of them is urgent says nothing of the others.
    if report.attention or not report.left_out:
        _heading(console, say("report.attention"))
        _print_attention(report, console)
    if report.changes is not None:
        _heading(console, report.changes.heading)
        _say(console, report.changes.summary, "bold")
        _print_lines(console, report.changes.lines if report.crowd is None else [report.crowd.changes_left_out])
    if report.crowd is None:
        _print_rows(report, console)
    else:
        if report.crowd.areas:
            _heading(console, report.crowd.heading)
        _print_lines(console, report.crowd.areas)
        _say(console, report.crowd.left_out)
        console.print()
        _say(console, report.crowd.rest, "bold")
    if report.commitments is not None:
        _print_commitments(report.commitments, console)
    _print_projects(report.projects, console)
    if report.restatements:
        _heading(console, say("report.restatements"))
        _print_lines(console, report.restatements)
    if report.sources:
        _heading(console, say("report.sources"))
        _print_lines(console, report.sources)
    _heading(console, say("report.readings"))
    _print_lines(console, report.readings)
    _say(console, report.cutoffs, "dim")
    _say(console, say("report.bar"), "dim")
    _heading(console, say("report.diagnostics"))
    most = most_problems if report.crowd is None or most_problems is not None else _MOST_OF_A_CROWD
    told, left_out = limited(report.problems, most, report.texts)
    print_problems(told, console)
    _say(console, left_out)
    _say(console, report.problem_counts)
    # One line however narrow the terminal is, so that the last line of a log tells all of it.
    console.print(_text(report.conclusion, "bold"), soft_wrap=True)


def _print_rows(report: Report, console: Console) -> None:
    """Every row under its clause, and then what lacks."""
    _heading(console, report.texts.say("report.sections"))
    for section in report.sections:
        _print_section(report, section, console)
    if report.missing:
        _heading(console, report.missing_heading)
        for clause in report.missing:
            _say(console, clause.heading)
            _print_lines(console, clause.lines)


def _print_commitments(promised: Commitments, console: Console) -> None:
    _heading(console, promised.heading)
    _say(console, promised.summary, "bold")
    _say(console, promised.note, "dim")
    if promised.attention:
        _say(console, promised.attention_heading, "bold")
        _print_lines(console, promised.attention)
    if promised.changes:
        _say(console, promised.changes_heading, "bold")
        _print_lines(console, promised.changes)
    for clause in promised.reported:
        _say(console, clause.heading)
        _print_lines(console, clause.lines)
    if promised.unreported:
        _say(console, promised.unreported_heading, "bold")
        for clause in promised.unreported:
            _say(console, clause.heading, indent=2)
            _print_lines(console, clause.lines, 4)


def _print_projects(listed: Projects | None, console: Console) -> None:
    """How the lists stand, if there are any, with their tables as lines."""
    if listed is None:
        return
    _heading(console, listed.heading)
    _print_lines(console, listed.summary)
    _say(console, listed.note, "dim")
    for heading, lines in listed.told:
        _say(console, heading, "bold")
        _print_lines(console, lines)
    for one in listed.tables:
        _say(console, one.heading, "bold")
        _print_lines(console, one.lines)


def print_findings(findings: Findings, console: Console, most: int | None = None) -> None:
    """Findings alone, at most `most` of them if that is given, and how many there are."""
    shown, left_out = limited(findings.problems, most, findings.texts)
    print_problems(shown, console)
    for line in filter(None, (left_out, findings.left_out, findings.counted)):
        console.print(line, soft_wrap=True)


def print_problems(problems: Iterable[Problem], console: Console) -> None:
    """Findings, each on a line that begins with its place, so that an editor can jump there, and what stands there."""
    for problem in problems:
        line = Text.assemble(
            unobeyed(visible(str(problem.place))),
            ": ",
            (problem.severity.value, _SEVERITIES[problem.severity]),
            unobeyed(f" {problem.code} {problem.message}"),
        )
        console.print(line, soft_wrap=True)
        for excerpt_line in excerpt_lines(problem, console.width):
            console.print(Text(excerpt_line), soft_wrap=True)
        _say(console, problem.hint, "dim", 4)
        for note in problem.notes:
            _say(console, note, indent=4)


def print_lines(heading: str, lines: Iterable[str], console: Console) -> None:
    """Lines under a heading."""
    console.print(_text(f"== {heading} ==", "bold"), soft_wrap=True)
    _print_lines(console, lines)
    console.print()


def print_listing(listing: Listing, console: Console) -> None:
    """A listing as a table; where it is narrow its essential columns, and a line that tells which are left out."""
    columns = len(listing.headers) if console.width >= _WIDE else listing.essential
    table = Table(title=_text(listing.title), box=box.ASCII2, title_justify="left")
    for header in listing.headers[:columns]:
        table.add_column(_text(header), overflow="fold")
    for row in listing.rows:
        table.add_row(*(_text(cell) for cell in row[:columns]))
    console.print(table)
    if columns < len(listing.headers):
        _say(console, listing.left_out, "dim")


def print_explanation(explanation: Explanation | CommitmentExplanation, console: Console) -> None:
    """The reasoning behind one verdict."""
    style = f" {_STYLES[explanation.row.machine.status]}" if isinstance(explanation, Explanation) else ""
    _say(console, explanation.title, f"bold{style}")
    for part in explanation.parts:
        _heading(console, part.heading)
        _print_lines(console, part.lines)


def print_meaning(meaning: Meaning, console: Console) -> None:
    """What a code means; the lines of its example stay as they are, so that they can be copied."""
    _say(console, meaning.title, "bold")
    _print_lines(console, (meaning.what, meaning.do), 0)
    for label, lines in meaning.example:
        _say(console, label)
        for line in lines:
            console.print(_text(f"    {line}"), soft_wrap=True)


def report_text(report: Report) -> str:
    """The report as plain text, for a file."""
    console = _in_memory()
    print_report(report, console)
    return _held(console)


def findings_text(findings: Findings) -> str:
    """Findings as plain text, for a file."""
    console = _in_memory()
    print_findings(findings, console)
    return _held(console)


def listing_text(listing: Listing) -> str:
    """A listing as plain text, for a file."""
    console = _in_memory()
    print_listing(listing, console)
    return _held(console)


def _in_memory() -> Console:
    return Console(file=io.StringIO(), width=_TEXT_WIDTH, highlight=False, markup=False, emoji=False, color_system=None)


def _held(console: Console) -> str:
    return console.file.getvalue() if isinstance(console.file, io.StringIO) else ""


def _heading(console: Console, heading: str) -> None:
    console.print()
    _say(console, f"== {heading} ==", "bold")


def _print_lines(console: Console, lines: Iterable[str], indent: int = 2) -> None:
    for line in lines:
        _say(console, line, indent=indent)


def _say(console: Console, text: str, style: str = "", indent: int = 0) -> None:
    """A paragraph, wrapped; what follows its first line is indented like it."""
    for line in wrap(visible(text), console.width - indent):
        console.print(Text(" " * indent + unobeyed(line), style=style), soft_wrap=True)


def _print_attention(report: Report, console: Console) -> None:
    say = report.texts.say
    if not report.attention:
        _say(console, say("report.attention_none"))
    for at, row in enumerate(report.attention, start=1):
        words = {"area": row.area, "indicator": row.indicator, "status": row.marked_status, "reason": row.reason}
        _say(console, f"{at}. {say('report.attention_line', **words)}", _STYLES[row.machine.status])
        lines = []
        if row.step:
            lines.append(say("report.attention_step", step=say("clause.separator").join([row.step, *row.step_details])))
        key = "report.units" if row.responsible else "report.units_none"
        lines.append(say(key, units=report.texts.join(row.responsible)))
        _print_lines(console, lines, 3)


def _print_section(report: Report, section: Section, console: Console) -> None:
    _say(console, section.heading, "bold")
    _say(console, section.units, "dim")
    noted = [row for row in section.rows if row.notes]
    marks = {id(row): f" [{at}]" for at, row in enumerate(noted, start=1)}
    (_print_wide if console.width >= _WIDE else _print_narrow)(report, section, marks, console)
    _print_lines(console, (_note(report, row, at) for at, row in enumerate(noted, start=1)))
    console.print()


def _print_wide(report: Report, section: Section, marks: Mapping[int, str], console: Console) -> None:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    for name in ("indicator", *_COLUMNS, "step"):
        table.add_column(_text(report.texts.say(f"column.{name}"), "underline"), overflow="fold")
    for indicator, rows in groupby(section.rows, key=lambda row: row.indicator):
        for at, row in enumerate(rows):
            table.add_row(
                _text("" if at else indicator),
                *_cells(row, row.marked_goal, marks, _BAR),
                _text(" ".join((row.step, row.step_short)).strip()),
            )
    console.print(table)


def _print_narrow(report: Report, section: Section, marks: Mapping[int, str], console: Console) -> None:
    """Where there is little room the indicator stands on a line of its own, above its areas, with the mark of its goals."""
    _print_narrow_row([_text(report.texts.say(f"column.{name}"), "underline") for name in _COLUMNS], console)
    for indicator, rows in groupby(section.rows, key=lambda row: f"{row.indicator}{row.firmness_mark}"):
        _say(console, indicator, "italic")
        for row in rows:
            _print_narrow_row(_cells(row, row.goal, marks, _NARROW_BAR), console)
            if row.step:
                step = report.texts.join([part for part in (row.step, row.step_times) if part])
                _say(console, report.texts.say("report.step", step=step), "dim", 2)


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
    status = _text(row.excused_status + marks.get(id(row), ""), _STYLES[row.machine.status])
    return [*(_text(cell) for cell in (row.area, goal, row.value, row.gap, _bar(row, bar))), status]


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


def _text(text: str, style: str = "") -> Text:
    return Text(unobeyed(visible(text)), style=style)
