"""Workflow commands, which GitHub Actions shows at the lines they name.

The format is GitHub's "Workflow commands for GitHub Actions"; what has to be escaped is told by `core/src/command.ts` of its
toolkit: a message must not hold a line's end, and a property neither that nor what separates properties. A runner that does
not take a line for a command obeys `##[` within it, which is therefore written out, as is what a terminal would obey.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Collection

from countyplan.diagnostics import Severity, unobeyed_within, visible
from countyplan.language import Language, Texts
from countyplan.report.case.case import Case, Cases, Outcome

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# So many annotations of a kind GitHub shows for a step.
MOST_SHOWN = 10
_QUOTED = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_IN_A_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_A_PROPERTY = {**_IN_A_MESSAGE, ord(":"): "%3A", ord(","): "%2C"}


def github_commands(cases: Cases, touched: Collection[str] | None = None) -> str:
    """A command for each case that is to be looked at, the gravest first, and only for files that are `touched`, if given.

    There are as many of a kind as GitHub shows; how many cases are beyond them, or about other files, is the last command.
    A cell of a workbook has no line and is named by the title.
    """
    shown: list[Case] = []
    for severity in Severity:
        found = [case for case in cases.noted if case.severity is severity]
        # What could not be used comes before bad news, and neither moves otherwise.
        found.sort(key=lambda case: case.outcome is not Outcome.ERROR)
        shown += [case for case in found if touched is None or case.spot.path in touched][:MOST_SHOWN]
    left = Counter(case.severity for case in cases.noted) - Counter(case.severity for case in shown)
    commands = [_command(case) for case in shown]
    if left:
        texts = Texts(Language(cases.language))
        counts = {_COMMANDS[one]: left[one] for one in Severity}
        told = texts.say("github.left_out", **counts).translate(_IN_A_MESSAGE)
        commands.append(f"::notice title=countyplan::{told}")
    return "".join(f"{command}\n" for command in commands)


def paths_in(listed: bytes) -> frozenset[str]:
    """The paths of a list as `git diff --name-only` writes it: one a line, quoted where it must, or ended by zeros (`-z`).

    It may have gone through a PowerShell, whose `>` writes UTF-16.
    """
    wide = listed.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = listed.decode("utf-16" if wide else "utf-8", "replace" if wide else "surrogateescape").removeprefix("\ufeff")
    # A name may hold what else Python takes for the end of a line, which git does not quote.
    lines = text.split("\0") if "\0" in text else [line.removesuffix("\r") for line in text.split("\n")]
    return frozenset(_unquoted(line).removeprefix("./") for line in lines if line)


def _unquoted(line: str) -> str:
    if not (len(line) > 1 and line.startswith('"') and line.endswith('"')):
        return line
    plain = _QUOTED.sub(lambda found: _plain(found[1]), line[1:-1].encode("utf-8", "surrogateescape"))
    return plain.decode("utf-8", "surrogateescape")


def _plain(code: bytes) -> bytes:
    return bytes([int(code, 8) & 0xFF]) if code[:1].isdigit() else _ESCAPED.get(code, code)


def _command(case: Case) -> str:
    name = _COMMANDS[case.severity or Severity.INFO]
    spot = case.spot
    properties = {"file": spot.path, "line": spot.line, "col": spot.column, "title": case.title}
    shown = {key: unobeyed_within(_without_controls(str(one))) for key, one in properties.items() if one is not None}
    given = [f"{key}={one.translate(_IN_A_PROPERTY)}" for key, one in shown.items()]
    message = "\n".join(filter(None, (case.message, case.hint, case.excuse)))
    return f"::{name} {','.join(given)}::{unobeyed_within(message).translate(_IN_A_MESSAGE)}"


def _without_controls(text: str) -> str:
    """`text` with its controls written out, but for the ends of lines, which a command has a code for."""
    return "\n".join(visible(line) for line in text.split("\n"))
