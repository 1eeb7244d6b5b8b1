"""`countyplan check`: judge submissions and print the gap report."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import typer

from countyplan.choice import FailOn
from countyplan.cli.line.options import judging, writing
from countyplan.cli.speech import texts_for


def check(
    ctx: typer.Context,
    paths: judging.Paths,
    plan: judging.PlanFolder = None,
    against: judging.AgainstFolder = None,
    as_of: judging.AsOf = None,
    area: judging.Areas = None,
    unit: judging.Units = None,
    clause: judging.Clauses = None,
    format: writing.FormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Outputs = None,
    lang: writing.Lang = None,
    fail_on: judging.FailOnOption = FailOn.MISSED,
    carry_forward: judging.CarryForward = False,
    waivers: judging.WaiverFile = None,
    baseline: judging.Baseline = None,
    encoding: judging.Encoding = None,
    input_format: judging.InputFormat = "yaml",
    limit: judging.Limit = None,
    max_problems: writing.MaxProblems = None,
    only: writing.OnlyStatus = None,
    quiet: writing.Quiet = False,
    summary: writing.Summary = False,
    force: writing.Force = False,
    changed: writing.Changed = None,
) -> None:
    """读取报送文件，逐项判断，打印差距报告。Judge submissions and print the gap report.

    countyplan check figures-2024.yaml

    countyplan check submissions --as-of 2024 --area AREA --fail-on behind

    countyplan check submissions --format github --output junit=gap.xml --summary
    """
    from countyplan.cli.out.files.destination import destinations
    from countyplan.cli.out.files.inputs import keep_inputs, keep_others, read_besides, refuse_unwritable
    from countyplan.cli.out.github import annotating, step_summary
    from countyplan.cli.out.telling import Telling
    from countyplan.cli.out.terminal.output import console
    from countyplan.cli.session import asked_of, conclude, judge_with_progress, open_plans, tell_unseen
    from countyplan.render.formats import DOCUMENTS, REPORT_IN_SHORT
    from countyplan.render.text.terminal import print_failing, print_report, printed
    from countyplan.run.told import report_of

    texts = texts_for(lang)
    chosen = destinations(format, output, DOCUMENTS, texts)
    written = [one.path for one in chosen if one.path is not None]
    refuse_unwritable(written, texts)
    step = step_summary(summary, texts)
    folders = [plan] if against is None else [plan, against]
    opened, *other = open_plans(folders, texts, last=texts.say("conclusion.no_plan"))
    texts = texts.of(opened)
    if against is not None and Path("-") in paths:
        raise typer.BadParameter(texts.say("error.against_stdin"), param_hint="--against")
    asked = asked_of(
        opened,
        texts,
        paths=paths,
        as_of=as_of,
        area=area,
        unit=unit,
        clause=clause,
        carry_forward=carry_forward,
        waivers=waivers,
        known=baseline,
        encoding=encoding,
        input_format=input_format,
        limit=limit,
    )
    asked = replace(asked, against=other[0] if other else None, fail_on=fail_on, only=frozenset(only) if only else None)
    judged = judge_with_progress(asked, texts)
    keep_inputs([*judged.read, *read_besides(ctx.obj.file, plan)], written, texts)
    keep_others(written, texts, force=force)
    show = print_failing if quiet else partial(print_report, most_problems=max_problems)
    Telling(
        make=lambda language: report_of(judged, language),
        documents=annotating(DOCUMENTS, changed, texts),
        text=partial(printed, print_report),
        show=lambda report: show(report, console()),
        summary=REPORT_IN_SHORT,
    ).tell(chosen, step, lang)
    tell_unseen(judged, chosen, texts, gated=True)
    conclude(judged, gated=True)
