"""The report in a terminal: 80 columns suffice, 120 are used, and nothing depends on colour."""

from __future__ import annotations

import io

from rich.console import Console

from countyplan.render.text.console import STATUS_STYLES, print_heading, print_indented, say_on, shown_text
from countyplan.render.text.findings import print_findings, print_problems
from countyplan.render.text.rows import print_rows
from countyplan.render.text.told import print_listing
from countyplan.report import (
    Findings,
    Listing,
    Report,
)
from countyplan.report.commitments.part import Commitments
from countyplan.report.projects import Projects
from countyplan.report.words.problem import limited

# Ours: of the findings about a country as many as of its rows.
_MOST_OF_A_CROWD = 20
_TEXT_WIDTH = 120


def print_report(report: Report, console: Console, most_problems: int | None = None) -> None:
    """The whole report, with at most `most_problems` findings if that is given."""
    say = report.texts.say
    say_on(console, report.title, "bold")
    for line in (*report.heading, report.gate_note):
        say_on(console, line)
    print_heading(console, say("report.summary"))
    shown = [
        say("report.overview_count", label=count.label, number=count.number) + count.note
        for count in report.counts
        if count.number
    ]
    say_on(console, "  ".join(shown), "bold")
    say_on(console, report.left_out)
    # Where only some rows were asked for, that none of them is urgent says nothing of the others.
    if report.attention or not report.left_out:
        print_heading(console, say("report.attention"))
        _print_attention(report, console)
    if report.changes is not None:
        print_heading(console, report.changes.heading)
        say_on(console, report.changes.summary, "bold")
        print_indented(console, report.changes.lines if report.crowd is None else [report.crowd.changes_left_out])
    if report.crowd is None:
        print_rows(report, console)
    else:
        if report.crowd.areas:
            print_heading(console, report.crowd.heading)
        print_indented(console, report.crowd.areas)
        say_on(console, report.crowd.left_out)
        console.print()
        say_on(console, report.crowd.rest, "bold")
    if report.commitments is not None:
        _print_commitments(report.commitments, console)
    _print_projects(report.projects, console)
    if report.restatements:
        print_heading(console, say("report.restatements"))
        print_indented(console, report.restatements)
    if report.sources:
        print_heading(console, say("report.sources"))
        print_indented(console, report.sources)
    print_heading(console, say("report.readings"))
    print_indented(console, report.readings)
    say_on(console, report.cutoffs, "dim")
    say_on(console, say("report.bar"), "dim")
    print_heading(console, say("report.diagnostics"))
    most = most_problems if report.crowd is None or most_problems is not None else _MOST_OF_A_CROWD
    told, left_out = limited(report.problems, most, report.texts)
    print_problems(told, console)
    say_on(console, left_out)
    say_on(console, report.problem_counts)
    # One line however narrow the terminal is, so that the last line of a log tells all of it.
    console.print(shown_text(report.conclusion, "bold"), soft_wrap=True)


def _print_commitments(promised: Commitments, console: Console) -> None:
    print_heading(console, promised.heading)
    say_on(console, promised.summary, "bold")
    say_on(console, promised.note, "dim")
    if promised.attention:
        say_on(console, promised.attention_heading, "bold")
        print_indented(console, promised.attention)
    if promised.changes:
        say_on(console, promised.changes_heading, "bold")
        print_indented(console, promised.changes)
    for clause in promised.reported:
        say_on(console, clause.heading)
        print_indented(console, clause.lines)
    if promised.unreported:
        say_on(console, promised.unreported_heading, "bold")
        for clause in promised.unreported:
            say_on(console, clause.heading, indent=2)
            print_indented(console, clause.lines, 4)


def _print_projects(listed: Projects | None, console: Console) -> None:
    """How the lists stand, if there are any, with their tables as lines."""
    if listed is None:
        return
    print_heading(console, listed.heading)
    print_indented(console, listed.summary)
    say_on(console, listed.note, "dim")
    for heading, lines in listed.told:
        say_on(console, heading, "bold")
        print_indented(console, lines)
    for one in listed.tables:
        say_on(console, one.heading, "bold")
        print_indented(console, one.lines)


def _print_attention(report: Report, console: Console) -> None:
    say = report.texts.say
    if not report.attention:
        say_on(console, say("report.attention_none"))
    for at, row in enumerate(report.attention, start=1):
        words = {"area": row.area, "indicator": row.indicator, "status": row.marked_status, "reason": row.reason}
        say_on(console, f"{at}. {say('report.attention_line', **words)}", STATUS_STYLES[row.machine.status])
        lines = []
        if row.step:
            lines.append(say("report.attention_step", step=say("clause.separator").join([row.step, *row.step_details])))
        key = "report.units" if row.responsible else "report.units_none"
        lines.append(say(key, units=report.texts.join(row.responsible)))
        print_indented(console, lines, 3)


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
