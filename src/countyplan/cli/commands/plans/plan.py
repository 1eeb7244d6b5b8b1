"""`countyplan plan`: work on a plan's own files."""

from __future__ import annotations

from typing import Annotated

import typer

from countyplan.choice import PlanFile
from countyplan.cli.commands.plans.audit import audit
from countyplan.cli.commands.plans.diff import diff
from countyplan.cli.commands.plans.draft import draft
from countyplan.cli.commands.plans.init import init
from countyplan.cli.commands.plans.show import show
from countyplan.cli.commands.plans.validate import validate
from countyplan.cli.line.configured import Configured
from countyplan.cli.line.help import CommandGroup
from countyplan.cli.line.options import writing
from countyplan.cli.speech import texts_for

app = typer.Typer(
    cls=CommandGroup, no_args_is_help=True, help="方案文件。Work on a plan's own files.", rich_markup_mode=None
)


@app.callback()
def plan() -> None:
    """方案文件。Work on a plan's own files."""


@app.command(cls=Configured)
def schema(
    file: Annotated[
        PlanFile,
        typer.Argument(
            metavar="FILE",
            help="哪个文件：targets、responsibilities、milestones、commitments、panels。Which of the plan's files.",
        ),
    ] = PlanFile.TARGETS,
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """方案文件的 JSON Schema，供编辑器使用。The JSON Schema of one of a plan's files, for editors.

    countyplan plan schema responsibilities -o responsibilities.schema.json
    """
    from countyplan.cli.out.telling import hand_out
    from countyplan.schema import plan_schema, schema_text

    made = schema_text(plan_schema(file, texts_for(lang, document=True)))
    hand_out(made, output, texts_for(lang), force=force)


app.command(cls=Configured)(validate)
app.command(cls=Configured)(init)
app.command(cls=Configured)(show)
app.command(cls=Configured)(audit)
app.command(cls=Configured)(diff)
app.command(cls=Configured)(draft)
