"""The help pages: in one language, options by what they are about, and no wider than the terminal.

The help of a command, argument or option is written `中文。English.`, and a command's examples follow as paragraphs.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from countyplan.cli.line.refusal import about, in_our_words, refuse, remember, texts_of
from countyplan.cli.line.taken import taking_plainly
from countyplan.pattern import pattern

if TYPE_CHECKING:
    from countyplan.language.texts import Texts

Rows = list[tuple[str, str]]

# What an option's panel may be; those without one come last.
_PANELS = ("input", "scope", "gate", "output")
_BOTH = pattern(r"(?P<zh>.*?[。）…])\s*(?P<en>[A-Z].*)", re.DOTALL)
_TYPED = pattern(r"(?P<names>.*?) [<\[](?:list\[)?(?P<kind>[\w |]+)\]?[>\]]")
# What typer adds to a help text.
_BEHIND = pattern(r"  \[(?P<said>[^\[\]]*)\]$")
_KINDS = {"path": "FILE", "int": "N", "int range": "N"}
_INDENT = 2
_WIDEST_NAME = 30


class Command(TyperCommand):
    """A command with a page of its own."""

    # The parser lets them through, so that they can be refused by name.
    allow_extra_args = True

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, `--help` among them."""
        return taking_plainly(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line."""
        with about(ctx, args):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            refuse(ctx, "argument_extra", names=" ".join(rest))
        return rest

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words of the usage."""
        return _without_braces(super().collect_usage_pieces(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write("\n".join(_page(self, ctx, formatter.width)) + "\n")


class CommandGroup(TyperGroup):
    """A command with others below it."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, `--help` among them."""
        return taking_plainly(super().get_params(ctx))

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Read the words before the command's name."""
        with in_our_words():
            return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words before the command's name."""
        remember(ctx, args)
        with about(ctx, args):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is named, which has to be one."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            if ctx.obj is None and self.callback is not None:
                # What runs before every command reads the settings, and they may say in which language to refuse this.
                ctx.invoke(self.callback, **ctx.params)
            refuse(ctx, "command_unknown", get_close_matches(args[0], self.list_commands(ctx)), name=args[0])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is named."""
        with in_our_words():
            return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words of the usage."""
        return _without_braces(super().collect_usage_pieces(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page with the commands below."""
        formatter.write("\n".join(_page(self, ctx, formatter.width)) + "\n")


def in_language(text: str, language: str) -> str:
    """The part of a help text that is in `language`, or all of it where it has only one."""
    both = _BOTH.fullmatch(text.strip())
    return both[language] if both else text.strip()


def _without_braces(pieces: list[str]) -> list[str]:
    """A pair of braces says that something is needed; so does, as everywhere else, that it stands without brackets."""
    return [piece.translate(str.maketrans("", "", "{}")) for piece in pieces]


def _page(command: TyperCommand | TyperGroup, ctx: Any, width: int) -> Iterator[str]:
    from countyplan.render.text.wrap import wrap

    texts = texts_of(ctx)
    about, *examples = inspect.cleandoc(command.help or "").split("\n\n")
    yield texts.say("help.usage", usage=" ".join([ctx.command_path, *command.collect_usage_pieces(ctx)]))
    yield ""
    yield from (" " * _INDENT + line for line in wrap(in_language(about, texts.language), width - _INDENT))
    if examples:
        yield from ("", texts.say("help.examples"), *(" " * _INDENT + " ".join(one.split()) for one in examples))
    for panel, rows in _sections(command, ctx, texts):
        yield from ("", texts.say(f"help.{panel}"), *_table(rows, width))


def _sections(command: TyperCommand | TyperGroup, ctx: Any, texts: Texts) -> Iterator[tuple[str, Rows]]:
    """What the page lists, each under the key of its heading; nothing is listed under an empty one."""
    sections: dict[str, Rows] = {name: [] for name in ("arguments", "commands", *_PANELS, "options")}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None and param.param_type_name == "argument":
            names, text = record
            told = in_language(_BEHIND.sub("", text), texts.language)
            sections["arguments"].append((names.split(maxsplit=1)[0], told))
        elif record is not None:
            sections[getattr(param, "rich_help_panel", None) or "options"].append(_option(*record, texts))
    if isinstance(command, TyperGroup):
        listed = ((name, command.get_command(ctx, name)) for name in command.list_commands(ctx))
        sections["commands"] = [
            (name, in_language((one.help or "").split("\n\n")[0], texts.language)) for name, one in listed if one
        ]
    return ((name, rows) for name, rows in sections.items() if rows)


def _option(names: str, text: str, texts: Texts) -> tuple[str, str]:
    """An option with its help; behind it the words to choose from, whether it is needed, and its default."""
    behind = _BEHIND.search(text)
    own = f"help.own.{names.removeprefix('--').replace('-', '_')}"
    told = [texts.say(own) if texts.knows(own) else in_language(_BEHIND.sub("", text), texts.language)]
    if found := _TYPED.fullmatch(names):
        kind = found["kind"]
        told += [f"[{kind.replace('|', ' | ')}]"] if "|" in kind else []
        names = f"{found['names']} {_KINDS.get(kind, found['names'].rsplit('--', 1)[-1].upper())}"
    return names, " ".join([*told, *(_remarks(behind["said"], texts) if behind else ())])


def _remarks(said: str, texts: Texts) -> Iterator[str]:
    """What typer says behind a help text: whether the option is needed, its default, the variable that sets it."""
    if "required" in said:
        yield texts.say("help.required")
    if default := re.search(r"default: ([^;]+)", said):
        yield texts.say("help.default", value=default[1])
    if variable := re.search(r"env var: (\w+)", said):
        yield f"[{variable[1]}]"


def _table(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Names on the left, their meaning on the right, and below where a name is too long."""
    from rich.cells import cell_len, set_cell_size

    from countyplan.render.text.wrap import wrap

    rows = list(rows)
    wide = min(max(cell_len(name) for name, _ in rows), _WIDEST_NAME) + 2
    for name, text in rows:
        first, *others = [*wrap(text, width - _INDENT - wide)] or [""]
        fits = cell_len(name) <= wide - 2
        if not fits:
            yield " " * _INDENT + name
        yield " " * _INDENT + (set_cell_size(name if fits else "", wide) + first).rstrip()
        yield from (" " * (_INDENT + wide) + line for line in others)
