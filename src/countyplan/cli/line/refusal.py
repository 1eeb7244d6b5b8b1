"""What is said of a command line that cannot be used, in the language that was asked for.

The parser speaks English only. What went wrong is told by the class of its exception and by what that holds.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import typer

if TYPE_CHECKING:
    from countyplan.language.texts import Texts

# Typer brings the exceptions of its parser along, or has them from Click: they live where the one that it shows lives.
_parser: Any = import_module(typer.BadParameter.__module__)
_LINE, _VALUE = "countyplan.line", "countyplan.value"
_OVERRIDE = "--force"  # nobody is to be talked into it


def remember(ctx: Any, words: Sequence[str]) -> None:
    """Keep the words of the command line: a language that stands in them counts, also where reading stops before it."""
    ctx.meta.setdefault(_LINE, tuple(words))


@contextmanager
def about(ctx: Any, words: Sequence[str]) -> Iterator[None]:
    """While the parser reads a command's `words`, let what it refuses know which command and which value it is about."""
    words = list(words)
    try:
        yield
    except _parser.UsageError as error:
        error.ctx = error.ctx or ctx
        if isinstance(error, typer.BadParameter) and error.param is not None:
            typed, _, _ = ctx.command.make_parser(ctx).parse_args(args=words)
            ctx.meta[_VALUE], _ = error.param.consume_value(ctx, typed)
        raise


@contextmanager
def in_our_words() -> Iterator[None]:
    """Tell what the parser, or a command, refuses, and end the run."""
    try:
        yield
    except getattr(_parser, "NoArgsIsHelpError", ()):
        raise
    except _parser.UsageError as error:
        _tell(error.ctx, _message(error, texts_of(error.ctx)))
        raise typer.Exit(error.exit_code) from error


def refuse(ctx: Any, key: str, near: Sequence[str] = (), **words: str) -> NoReturn:
    """Tell the text `refusal.{key}`, with the names that were perhaps meant, and end the run with exit code 2."""
    texts = texts_of(ctx)
    _tell(ctx, _with_near(texts.say(f"refusal.{key}", **words), near, texts))
    raise typer.Exit(_parser.UsageError.exit_code)


def _tell(ctx: Any, message: str) -> None:
    from countyplan.cli.out.terminal.output import folded
    from countyplan.diagnostics import visible

    texts = texts_of(ctx)
    if ctx is not None:
        usage = " ".join([ctx.command_path, *ctx.command.collect_usage_pieces(ctx)])
        typer.echo(texts.say("help.usage", usage=usage), err=True)
        typer.echo(texts.say("refusal.help", command=ctx.command_path) + "\n", err=True)
    typer.echo(folded(texts.say("refusal.error", message=visible(message)), sys.stderr), err=True)


def texts_of(ctx: Any) -> Texts:
    """The language of the command line, else of the environment, else of the settings, else of the system."""
    from countyplan.cli.speech import asked_on, texts_for

    line = [] if ctx is None else [*ctx.meta.get(_LINE, ())]
    settings = None if ctx is None else ctx.find_root().obj
    if settings is not None and "lang" in settings.given and not os.environ.get("COUNTYPLAN_LANG"):
        line += ["--lang", settings.given["lang"].value]
    return texts_for(asked_on(line))


def _message(error: Any, texts: Texts) -> str:
    match error:
        case _parser.NoSuchOption():
            said = texts.say("refusal.option_unknown", name=error.option_name)
            near = [
                one
                for one in error.possibilities or ()
                if one != _OVERRIDE or error.option_name.startswith(_OVERRIDE[:3])
            ]
            return _with_near(said, sorted(near, key=lambda one: -_likeness(error.option_name, one)), texts)
        case _parser.MissingParameter():
            kind = "option" if error.param.param_type_name == "option" else "argument"
            return texts.say(f"refusal.missing.{kind}", name=_name(error.param))
        case _parser.BadOptionUsage():
            options = [one for one in error.ctx.command.get_params(error.ctx) if error.option_name in one.opts]
            kind = "flag" if any(getattr(one, "is_flag", False) for one in options) else "option"
            return texts.say(f"refusal.usage.{kind}", name=error.option_name)
        case typer.BadParameter(param=param, param_hint=hint):
            said = _expected(error, texts) or error.message
            named = hint if isinstance(hint, str) else _name(param)
            return texts.say("refusal.value", name=named, message=said) if named else said
        case _ if error.ctx is not None and hasattr(error.ctx.command, "commands"):
            # Of a group nothing else is left to be refused: a name that is no command has been, and so have options.
            return texts.say("refusal.command_missing")
        case _:
            return str(error.message)


def _likeness(typed: str, known: str) -> float:
    """How much a name looks like another: by what both have in the same order, and by their letters in whatever order."""
    common = sum((Counter(typed) & Counter(known)).values())
    return SequenceMatcher(None, typed, known).ratio() + common / (100 * len(known))


def _with_near(said: str, near: Sequence[str], texts: Texts) -> str:
    return said + (texts.say("refusal.near", near=texts.join(list(near))) if near else "")


def _name(param: Any) -> str:
    if param is None:
        return ""
    if param.param_type_name == "option":
        return " / ".join(param.opts)
    return str(param.metavar or param.name.upper()).strip("[]{}")


def _expected(error: Any, texts: Texts) -> str:
    """What the parser would have taken, where it refused a value; empty where a command did, which says why itself."""
    from countyplan.cli.line.settings import parameter_of

    command = None if error.ctx is None else error.ctx.command.callback
    if error.param is None or command is None or (taken := parameter_of(command, error.param.name)) is None:
        return ""
    given = error.ctx.meta.get(_VALUE)
    values = [str(one) for one in (given if isinstance(given, list | tuple) else [given])]
    value = next((one for one in values if not taken.can_read(one)), values[-1])
    if taken.words:
        return texts.say("refusal.expected.word", value=value, words=texts.join(taken.words))
    if taken.takes is int:
        key = "number" if taken.least is None else "number_from"
        return texts.say(f"refusal.expected.{key}", value=value, least=taken.least)
    return texts.say("refusal.expected.flag", value=value) if taken.takes is bool else ""
