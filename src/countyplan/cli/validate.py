"""`countyplan validate`: only whether submissions are well-formed and plausible."""

from __future__ import annotations

import typer

from countyplan.cli import options


def validate(
    paths: options.Paths,
    plan: options.PlanFolder = None,
    format: options.ReportFormat = options.ReportFormat.TEXT,  # noqa: A002 -- the option's name is part of the contract
    lang: options.Lang = None,
) -> None:
    """只检查报送文件的格式和合理性，不作判断。Say if submissions are well-formed and plausible.

    countyplan validate submissions
    """
    from countyplan.cli.output import console, write_out
    from countyplan.cli.session import CANNOT_USE, Asked, judge_all, open_plan
    from countyplan.render.json import findings_json
    from countyplan.render.markdown import findings_markdown
    from countyplan.render.terminal import print_problems
    from countyplan.report import problems
    from countyplan.report.problem import counts_by_severity

    texts = options.texts_for(lang)
    judged = judge_all(Asked(paths, open_plan(plan, texts), texts, None))
    found = problems(judged.diagnostics, texts)
    match format:
        case options.ReportFormat.JSON:
            write_out(findings_json(found))
        case options.ReportFormat.MARKDOWN:
            write_out(findings_markdown(found))
        case options.ReportFormat.CSV | options.ReportFormat.TEXT:
            out = console()
            print_problems(found, out)
            counted = texts.say(
                "validate.done", files=len(judged.submissions.files), figures=len(judged.submissions.figures)
            )
            out.print(f"{counted} {counts_by_severity(found, texts)}", soft_wrap=True)
    if judged.unusable:
        raise typer.Exit(CANNOT_USE)
