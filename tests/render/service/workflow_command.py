"""How GitHub Actions reads a workflow command out of a line of a step's output.

After the public documentation ("Workflow commands for GitHub Actions", docs.github.com) and what the runner does with a
line (actions/runner, `ActionCommand.TryParseV2`): a command begins with `::` after blanks, its properties are separated by
commas and end at the next `::`, and what stands behind that is the message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COMMANDS = {"error", "warning", "notice", "debug", "set-output", "add-mask", "group", "stop-commands"}
IN_A_MESSAGE = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
IN_A_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def commands(output: str) -> list[Command | None]:
    """What each line of the output is; None where it is plain text."""
    return [_command(line) for line in re.split(r"\r\n|\r|\n", output.removesuffix("\n"))]


def _command(line: str) -> Command | None:
    text = line.lstrip()
    if not text.startswith("::"):
        return None
    end = text.find("::", 2)
    if end < 0:
        return None
    name, _, rest = text[2:end].partition(" ")
    if name not in COMMANDS:
        return None
    pairs = [pair.partition("=") for pair in rest.strip().split(",") if pair]
    properties = {key: _unescaped(value, IN_A_PROPERTY) for key, equals, value in pairs if equals and value}
    return Command(name, properties, _unescaped(text[end + 2 :], IN_A_MESSAGE))


def _unescaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for written, sign in signs:
        text = text.replace(written, sign)
    return text
