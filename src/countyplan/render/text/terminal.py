"""The report in a terminal: 80 columns suffice, 120 are used, and nothing depends on colour."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from countyplan.language.texts import begun
from countyplan.render.text.console import print_heading, print_indented, say_on, say_whole, shown_text
from countyplan.render.text.findings import print_problems, unexcused
from countyplan.render.text.overview import print_attention, print_league, print_levels, print_matrix
from countyplan.render.text.rows import print_rows
from countyplan.render.text.screen import PlainScreen, Screen
from countyplan.report.words.problem import limited

if TYPE_CHECKING:
    from countyplan.report.commitments.part import Commitments
    from countyplan.report.overview.overview_model import Crowd
    from countyplan.report.projects.part import Projects
    from countyplan.report.report_model import Report

Told = TypeVar("Told")

# Ours: of the findings about a country as many as of its rows.
_MOST_OF_A_CROWD = 20
_TEXT_WIDTH = 120


def print_report(report: Report, console: Screen, most_problems: int | None = None) -> None:
    """The whole report, with at most `most_problems` findings if that is given."""
    say = report.texts.say
    if report.nothing:
        # There is no report: what is told is why.
        say_on(console, report.nothing, "bold")
        _print_findings(report, console, most_problems)
        return
    say_on(console, report.title, "bold")
    for line in (*report.heading, report.gate_note):
        say_on(console, line)
    _print_first(report, console)
    if report.crowd is None:
        print_matrix(report, console)
        print_rows(report, console)
    else:
        _print_crowd(report.crowd, console)
    if report.commitments is not None:
        _print_commitments(report.commitments, console)
    _print_projects(report.projects, console)
    if report.restatements:
        print_heading(console, say("report.restatements"))
        print_indented(console, report.restatements)
    if report.sources:
        print_heading(console, say("report.sources"))
        print_indented(console, report.sources)
    if report.readings or report.sections:
        print_heading(console, say("report.readings"))
        print_indented(console, report.readings)
    if report.sections:
        say_on(console, report.cutoffs, "dim")
        say_on(console, say("report.bar"), "dim")
    print_heading(console, say("report.diagnostics"))
    most = most_problems if report.crowd is None or most_problems is not None else _MOST_OF_A_CROWD
    _print_findings(report, console, most)


def _print_first(report: Report, console: Screen) -> None:
    """First things first: the conclusion, the areas, what needs attention, and what changed."""
    say = report.texts.say
    print_heading(console, say("report.conclusion"))
    say_on(console, report.lead, "bold")
    say_on(console, report.overview)
    say_on(console, report.left_out)
    if report.levels is not None:
        print_levels(report.levels, console)
    if report.crowd is None and report.league is not None:
        print_league(report.league, say("league.note"), console)
    if report.attention or report.attention_none:
        print_heading(console, say("report.attention"))
        print_attention(report, console)
    if report.changes is not None:
        print_heading(console, report.changes.heading)
        say_on(console, report.changes.summary, "bold")
        changed = report.changes.lines if report.crowd is None else [report.crowd.changes_left_out]
        print_indented(console, map(begun, changed))


def _print_crowd(crowd: Crowd, console: Screen) -> None:
    """In place of more rows than anybody reads one by one."""
    if crowd.areas:
        print_heading(console, crowd.heading)
    print_indented(console, crowd.areas)
    say_on(console, crowd.left_out)
    console.print()
    say_on(console, crowd.rest, "bold")


def print_failing(report: Report, console: Screen) -> None:
    """Only what fails: what could not be used, the targets that the run fails by, and the last line."""
    print_problems(unexcused(report.problems), console)
    for line in report.failing:
        say_on(console, line)
    _print_conclusion(report, console)


def _print_findings(report: Report, console: Screen, most: int | None) -> None:
    told, left_out = limited(report.problems, most, report.texts)
    print_problems(told, console)
    say_on(console, left_out)
    say_on(console, report.problem_counts)
    _print_conclusion(report, console)


def _print_conclusion(report: Report, console: Screen) -> None:
    say_whole(console, shown_text(report.conclusion, "bold"))


def _print_commitments(promised: Commitments, console: Screen) -> None:
    print_heading(console, promised.heading)
    say_on(console, promised.summary, "bold")
    say_on(console, promised.note, "dim")
    if promised.attention:
        say_on(console, promised.attention_heading, "bold")
        print_indented(console, promised.attention)
    if promised.changes:
        say_on(console, promised.changes_heading, "bold")
        print_indented(console, promised.changes)
    say_on(console, promised.unreported_heading, "bold")
    say_on(console, promised.elsewhere)


def _print_projects(listed: Projects | None, console: Screen) -> None:
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


def printed(show: Callable[[Told, Screen], None], told: Told) -> str:
    """What is shown of a result, as plain text for a file."""
    held = io.StringIO()
    show(told, PlainScreen(held, _TEXT_WIDTH))
    return held.getvalue()
