"""The command: its parts, and what happens to whatever none of them expected."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from countyplan.cli import commands
from countyplan.cli.line.configured import Configured
from countyplan.cli.line.help import CommandGroup
from countyplan.cli.line.settings import CONFIG_VARIABLE
from countyplan.cli.out.signals import end_in_order
from countyplan.cli.out.terminal.output import CANNOT_USE, abandon_memory, abandon_output, prepare_streams
from countyplan.cli.out.terminal.streams import stand_in_for_closed_streams

if TYPE_CHECKING:
    app: typer.Typer

# Where each command is written, in the order of the help; `app` is the one that has all of them.
_COMMANDS = {
    "check": "check:check",
    "report": "documents.report:report",
    "open": "documents.page:open_page",
    "validate": "validate:validate",
    "explain": "explain:explain",
    "targets": "listings:targets",
    "units": "listings:units",
    "commitments": "commitments:commitments",
    "template": "template:template",
    "config": "config:config",
    "plan": "plans.plan:app",
    "schema": "schema:app",
}


def _show_version(wanted: bool) -> None:
    if wanted:
        from countyplan import __version__

        typer.echo(__version__)
        raise typer.Exit


def common(
    ctx: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            envvar=CONFIG_VARIABLE,
            help="设置文件。Settings (default: countyplan.toml or pyproject.toml, here or in a folder above).",
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 -- its callback has answered it
        bool, typer.Option("--version", help="显示版本。Show the version.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """检查各地区是否兑现方案的目标。Tells whether areas keep what a plan promised."""
    from countyplan.cli.line.settings import AllSettings
    from countyplan.cli.line.settings_file import settings_file
    from countyplan.quantity import exact_arithmetic

    ctx.with_resource(exact_arithmetic())
    ctx.obj = settings_file(AllSettings(everything), config, os.environ)
    ctx.default_map = ctx.obj.default_map()


def _app(commands: Mapping[str, Any]) -> typer.Typer:
    made = typer.Typer(
        name="countyplan",
        cls=CommandGroup,
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="检查各地区是否兑现方案的目标。Tells whether areas keep what a plan promised.",
    )
    made.callback()(common)
    for name, command in commands.items():
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command(name, cls=Configured)(command)
    return made


def _found(name: str) -> Any:
    module, _, called = _COMMANDS[name].partition(":")
    return getattr(import_module(f"{commands.__name__}.{module}"), called)


@cache
def everything() -> typer.Typer:
    """The command with all that is below it."""
    return _app({name: _found(name) for name in _COMMANDS})


def _told_only(command: Any) -> Any:
    """A command of which nothing is asked but what it is for: to work out its options takes longer than all the rest."""

    def told() -> None:
        """Stand for the command."""

    told.__doc__ = command.info.help if isinstance(command, typer.Typer) else command.__doc__
    return told


def _app_for(words: Sequence[str]) -> typer.Typer:
    """The command with as much below it as these words ask for; a shell that completes them asks for all of it."""
    first = words[0] if words else "--help"
    if any(name.startswith("_") and name.endswith("_COMPLETE") for name in os.environ):
        return everything()
    if first in _COMMANDS:
        return _app({first: _found(first)})
    if first == "--help":
        return _app({name: _told_only(_found(name)) for name in _COMMANDS})
    return everything()


def main() -> None:
    """Run the command line."""
    # No plugin of pydantic's that somebody has installed has a say in what is valid here, and none is looked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    end_in_order()
    stand_in_for_closed_streams()
    prepare_streams(sys.stdout, sys.stderr)
    try:
        _app_for(sys.argv[1:])()
    except OSError as error:
        # Files are looked after where they are opened; what is left is standard output that takes no more.
        abandon_output(error)
        sys.exit(CANNOT_USE)
    except MemoryError:
        abandon_memory()
        sys.exit(CANNOT_USE)


def __getattr__(name: str) -> typer.Typer:
    if name == "app":
        return everything()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
