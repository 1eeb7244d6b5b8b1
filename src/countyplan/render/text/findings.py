"""Findings in a terminal, each on a line that begins with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from countyplan.diagnostics import Severity, unobeyed, visible
from countyplan.render.text.console import say_on, say_whole, shown_text
from countyplan.render.text.excerpt import excerpt_lines
from countyplan.render.text.screen import Line, Screen
from countyplan.report.words.problem import Problem, limited

if TYPE_CHECKING:
    from countyplan.report.findings import Findings

_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def print_findings(findings: Findings, console: Screen, most: int | None = None) -> None:
    """Findings alone, at most `most` of them if that is given, and how many there are."""
    shown, left_out = limited(findings.problems, most, findings.texts)
    print_problems(shown, console)
    for line in filter(None, (left_out, findings.left_out, findings.counted)):
        say_whole(console, shown_text(line))


def print_faults(findings: Findings, console: Screen) -> None:
    """Only what could not be used and nothing excuses, and the last line."""
    print_problems(unexcused(findings.problems), console)
    say_whole(console, shown_text(findings.counted))


def unexcused(found: Iterable[Problem]) -> Iterator[Problem]:
    """The errors that no waiver excuses and that are not known already."""
    return (one for one in found if one.severity is Severity.ERROR and not one.notes)


def print_problems(problems: Iterable[Problem], console: Screen) -> None:
    """Findings, each on a line that begins with its place, so that an editor can jump there, and what stands there."""
    for problem in problems:
        line = Line(
            (f"{unobeyed(visible(str(problem.place)))}: ", ""),
            (problem.severity.value, _SEVERITIES[problem.severity]),
            (unobeyed(f" {problem.code} {problem.message}"), ""),
        )
        say_whole(console, line)
        for excerpt_line in excerpt_lines(problem, console.width):
            console.print(Line((excerpt_line, "")), soft_wrap=True)
        say_on(console, problem.hint, "dim", 4)
        for note in problem.notes:
            say_on(console, note, indent=4)
