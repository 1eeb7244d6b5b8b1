"""The command: its parts, and what happens to whatever none of them expected."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.commands import check, commitments, config, explain, listings, schema, template, validate
from countyplan.cli.commands.documents import page, report
from countyplan.cli.commands.plans import plan
from countyplan.cli.line.configured import Configured
from countyplan.cli.line.help import CommandGroup
from countyplan.cli.line.settings import CONFIG_VARIABLE
from countyplan.cli.out.signals import end_in_order
from countyplan.cli.out.terminal.output import CANNOT_USE, abandon_memory, abandon_output, prepare_streams
from countyplan.cli.out.terminal.streams import stand_in_for_closed_streams

app = typer.Typer(
    name="countyplan",
    cls=CommandGroup,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="检查各县（市）是否兑现方案的目标。Tells whether counties keep what a plan promised.",
)
app.command(cls=Configured)(check.check)
app.command(cls=Configured)(report.report)
app.command("open", cls=Configured)(page.open_page)
app.command(cls=Configured)(validate.validate)
app.command(cls=Configured)(explain.explain)
app.command(cls=Configured)(listings.targets)
app.command(cls=Configured)(listings.units)
app.command(cls=Configured)(commitments.commitments)
app.command(cls=Configured)(template.template)
app.command(cls=Configured)(config.config)
app.add_typer(plan.app, name="plan")
app.add_typer(schema.app, name="schema")


def _show_version(wanted: bool) -> None:
    if wanted:
        from countyplan import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
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
    """检查各县（市）是否兑现方案的目标。Tells whether counties keep what a plan promised."""
    from countyplan.cli.line.settings import all_settings
    from countyplan.cli.line.settings_file import settings_file
    from countyplan.quantity import exact_arithmetic

    ctx.with_resource(exact_arithmetic())
    ctx.obj = settings_file(all_settings(app), config, os.environ)
    ctx.default_map = ctx.obj.default_map()


def main() -> None:
    """Run the command line."""
    # What a run loads and reads lives as long as it does: looking for what nobody holds any more finds next to nothing.
    gc.set_threshold(100_000, 50, 50)
    # No plugin of pydantic's that somebody has installed has a say in what is valid here, and none is looked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    end_in_order()
    stand_in_for_closed_streams()
    prepare_streams(sys.stdout, sys.stderr)
    try:
        app()
    except OSError as error:
        # Files are looked after where they are opened; what is left is standard output that takes no more.
        abandon_output(error)
        sys.exit(CANNOT_USE)
    except MemoryError:
        abandon_memory()
        sys.exit(CANNOT_USE)
