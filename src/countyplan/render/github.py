"""Workflow commands, which GitHub Actions shows at the lines they name.

The format is GitHub's "Workflow commands for GitHub Actions"; what has to be escaped is told by `core/src/command.ts` of its
toolkit: a message must not hold a line's end, and a property neither that nor what separates properties.
"""

from __future__ import annotations

from countyplan.diagnostics import Severity
from countyplan.report import Case, Cases

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_A_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_A_PROPERTY = {**_IN_A_MESSAGE, ord(":"): "%3A", ord(","): "%2C"}


def github_commands(cases: Cases) -> str:
    """A command for each case that is to be looked at; a cell of a workbook has no line and is named by the title."""
    return "".join(f"{_command(case)}\n" for case in cases.noted)


def _command(case: Case) -> str:
    name = _COMMANDS[case.severity or Severity.INFO]
    spot = case.spot
    properties = {"file": spot.path, "line": spot.line, "col": spot.column, "title": case.title}
    given = [f"{key}={str(one).translate(_IN_A_PROPERTY)}" for key, one in properties.items() if one is not None]
    message = "\n".join(filter(None, (case.message, case.hint, case.excuse)))
    return f"::{name} {','.join(given)}::{message.translate(_IN_A_MESSAGE)}"
