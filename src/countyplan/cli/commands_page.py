"""The page of the commands and their options: `python -m countyplan.cli.commands_page zh > docs/zh/reference/commands.md`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import typer

from countyplan.cli.app import app
from countyplan.language import Language, Texts
from countyplan.render.markdown.marked import escape, fenced

_COLUMNS = 110


def commands_page(language: Language) -> str:
    """The page in `language`: what `--help` says of every command."""
    before = os.environ.get("COUNTYPLAN_LANG")
    os.environ["COUNTYPLAN_LANG"] = language
    try:
        return "\n".join(_lines(Texts(language))) + "\n"
    finally:
        os.environ.pop("COUNTYPLAN_LANG")
        os.environ |= {} if before is None else {"COUNTYPLAN_LANG": before}


def _lines(texts: Texts) -> Iterator[str]:
    yield from (f"# {escape(texts.say('commands.title'))}", "", escape(texts.say("commands.intro")))
    for words, command in _commands(typer.main.get_command(app)):
        name = " ".join(words)
        context = command.context_class(command, info_name=name, terminal_width=_COLUMNS)
        yield from ("", f"## {name}", "", *fenced(command.get_help(context).splitlines()))


def _commands(command: Any, *above: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The command and those below it, with the words that call them."""
    words = (*above, command.name)
    yield words, command
    for below in getattr(command, "commands", {}).values():
        yield from _commands(below, *words)


if __name__ == "__main__":
    sys.stdout.buffer.write(commands_page(Language(sys.argv[1])).encode("utf-8"))
