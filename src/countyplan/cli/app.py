"""The command: its parts, and what happens to whatever none of them expected."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from countyplan.cli import check, explain, listings, plan, report, template, validate
from countyplan.cli.output import CANNOT_USE, abandon_output, prepare_streams

app = typer.Typer(
    name="countyplan",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="检查各县（市）是否兑现方案的目标。Tells whether counties keep what a plan promised.",
)
app.command()(check.check)
app.command()(report.report)
app.command()(validate.validate)
app.command()(explain.explain)
app.command()(listings.targets)
app.command()(listings.units)
app.command()(template.template)
app.add_typer(plan.app, name="plan")


def _show_version(wanted: bool) -> None:
    if wanted:
        from countyplan import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本。Show the version.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """检查各县（市）是否兑现方案的目标。Tells whether counties keep what a plan promised."""


def main() -> None:
    """Run the command line."""
    prepare_streams(sys.stdout, sys.stderr)
    try:
        app()
    except OSError as error:
        # Files are looked after where they are opened; what is left is standard output that takes no more.
        abandon_output(error)
        sys.exit(CANNOT_USE)
