"""`countyplan report`: the gap report as a document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli import options


def report(
    paths: options.Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="文件，后缀决定格式。File; its suffix is the format.")],
    plan: options.PlanFolder = None,
    as_of: options.AsOf = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    lang: options.Lang = None,
    carry_forward: options.CarryForward = False,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = "yaml",
) -> None:
    """把差距报告写成文件（.md、.json、.csv）。Write the gap report as a document.

    countyplan report submissions -o gap.md
    """
    from countyplan.cli.output import CANNOT_USE, console, print_remarks, write_file
    from countyplan.cli.session import Asked, judge_all, open_plan, report_of
    from countyplan.render.format import SUFFIXES
    from countyplan.render.formats import DOCUMENTS

    texts = options.texts_for(lang, document=True)
    chosen = SUFFIXES.get(output.suffix.lower())
    if chosen is None:
        message = texts.say("error.suffix_unknown", suffix=output.suffix, known=" ".join(SUFFIXES))
        raise typer.BadParameter(message, param_hint="--output")
    opened = open_plan(plan, texts)
    how = options.input_of(paths, encoding, input_format, texts)
    asked = Asked(paths, opened, texts, options.period(as_of, texts), area, unit, clause, carry_forward, how)
    judged = judge_all(asked)
    made = report_of(judged, asked)
    write_file(output, DOCUMENTS[chosen](made), texts)
    print_remarks(made.problems)
    console(stderr=True).print(texts.say("file.written", path=output), soft_wrap=True)
    if judged.errors:
        raise typer.Exit(CANNOT_USE)
