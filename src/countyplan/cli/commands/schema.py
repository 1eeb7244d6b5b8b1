"""`countyplan schema`: what editors and other checkers need to know of a submission."""

from __future__ import annotations

import typer

from countyplan.cli.line.configured import Configured
from countyplan.cli.line.help import CommandGroup
from countyplan.cli.line.options import judging, writing
from countyplan.cli.speech import texts_for

app = typer.Typer(
    cls=CommandGroup,
    no_args_is_help=True,
    help="供编辑器使用的 JSON Schema。JSON Schemas for editors.",
    rich_markup_mode=None,
)


@app.callback()
def schema() -> None:
    """供编辑器使用的 JSON Schema。JSON Schemas for editors."""


@app.command(cls=Configured)
def submission(
    plan: judging.PlanFolder = None,
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """报送文件的 JSON Schema。The JSON Schema of a submission in YAML or JSON.

    countyplan schema submission -o submission.schema.json
    """
    from countyplan.cli.out.telling import hand_out
    from countyplan.cli.session import open_plan
    from countyplan.schema import schema_text, submission_schema

    texts, spoken = texts_for(lang, document=True), texts_for(lang)
    hand_out(schema_text(submission_schema(open_plan(plan, spoken), texts)), output, spoken, force=force)
