"""`countyplan schema`: what editors and other checkers need to know of a submission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from countyplan.cli.line import options
from countyplan.cli.line.configured import Configured
from countyplan.cli.line.help import CommandGroup
from countyplan.cli.speech import texts_for

if TYPE_CHECKING:
    from pathlib import Path

    from countyplan.language.texts import Texts
    from countyplan.schema.document import Schema

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
    plan: options.PlanFolder = None,
    output: options.Output = None,
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    """报送文件的 JSON Schema。The JSON Schema of a submission in YAML or JSON.

    countyplan schema submission -o submission.schema.json
    """
    from countyplan.cli.session import open_plan
    from countyplan.schema import submission_schema

    texts = texts_for(lang, document=True)
    hand_out(submission_schema(open_plan(plan, texts), texts), output, texts, force=force)


def hand_out(made: Schema, output: Path | None, texts: Texts, *, force: bool) -> None:
    """A schema to a file, or to standard output."""
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.terminal.output import write_out
    from countyplan.schema import schema_text

    if output is None:
        write_out(schema_text(made))
    else:
        keep_others([output], texts, force=force)
        write_file(output, schema_text(made).encode("utf-8"), texts)
