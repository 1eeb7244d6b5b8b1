"""`countyplan commitments`: what the plan promises without a number, and how far that is reported to be kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.commands.listings import show
from countyplan.cli.line import options, words
from countyplan.cli.speech import texts_for


def commitments(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="报送文件或文件夹，列出进展。Submissions: tells how far they are kept."),
    ] = None,
    plan: options.PlanFolder = None,
    as_of: options.AsOf = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    format: options.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Output = None,
    lang: options.Lang = None,
    force: options.Force = False,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = "yaml",
    limit: options.Limit = None,
) -> None:
    """列出方案中没有数值的承诺，有报送文件时连同进展。List what the plan promises without a number, and its state.

    countyplan commitments --area AREA --clause 9

    countyplan commitments submissions --format csv -o commitments.csv
    """
    from countyplan.cli.out.files.inputs import keep_inputs
    from countyplan.cli.out.terminal.output import print_remarks
    from countyplan.cli.session import asked_of, conclude, judge_with_progress, open_plan
    from countyplan.report.commitments_listing import list_commitments, list_standings
    from countyplan.report.words.problem import problems

    texts = words.listing_texts(lang, format, output)
    opened = open_plan(plan, texts)
    texts = texts.of(opened)
    chosen = words.selection(opened, texts_for(lang).of(opened), area, unit, clause)
    if not paths:
        listing = list_commitments(opened, chosen.commitments(opened), texts)
        show(listing, format, output, texts, force=force)
        return
    asked = asked_of(
        opened,
        texts_for(lang),
        paths=paths,
        as_of=as_of,
        area=area,
        unit=unit,
        clause=clause,
        encoding=encoding,
        input_format=input_format,
        limit=limit,
    )
    judged = judge_with_progress(asked, texts)
    keep_inputs(judged.read, [output] if output else [], texts)
    show(list_standings(opened, judged.commitments(), texts), format, output, texts, force=force)
    print_remarks(problems(judged.errors, texts, judged.excuses))
    conclude(judged)
