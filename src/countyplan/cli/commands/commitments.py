"""`countyplan commitments`: what the plan promises without a number, and how far that is reported to be kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.commands.listings import show
from countyplan.cli.line import words
from countyplan.cli.line.options import judging, writing
from countyplan.render.format import ListingFormat


def commitments(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="报送文件或文件夹，列出进展。Submissions: tells how far they are kept."),
    ] = None,
    plan: judging.PlanFolder = None,
    as_of: judging.AsOf = None,
    area: judging.Areas = None,
    unit: judging.Units = None,
    clause: judging.Clauses = None,
    format: writing.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
    encoding: judging.Encoding = None,
    input_format: judging.InputFormat = "yaml",
    limit: judging.Limit = None,
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

    texts, spoken = words.texts_in(ListingFormat, lang, format, output)
    opened = open_plan(plan, spoken)
    texts, spoken = texts.of(opened), spoken.of(opened)
    chosen = words.selection(opened, spoken, area, unit, clause)
    if not paths:
        listing = list_commitments(opened, chosen.commitments(opened), texts)
        show(listing, format, output, spoken, force=force)
        return
    asked = asked_of(
        opened,
        spoken,
        paths=paths,
        as_of=as_of,
        area=area,
        unit=unit,
        clause=clause,
        encoding=encoding,
        input_format=input_format,
        limit=limit,
    )
    judged = judge_with_progress(asked, spoken)
    keep_inputs(judged.read, [output] if output else [], spoken)
    show(list_standings(opened, judged.commitments(), texts), format, output, spoken, force=force)
    print_remarks(problems(judged.errors, spoken, judged.excuses))
    conclude(judged)
