"""`countyplan validate`: only whether submissions are well-formed and plausible."""

from __future__ import annotations

from dataclasses import replace

from countyplan.cli import options
from countyplan.render.format import ProseFormat


def validate(
    paths: options.Paths,
    plan: options.PlanFolder = None,
    format: options.FindingsFormat = ProseFormat.TEXT,  # noqa: A002 -- the option's name is part of the contract
    lang: options.Lang = None,
    max_problems: options.MaxProblems = None,
    show_reading: options.ShowReading = False,
    waivers: options.WaiverFile = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = None,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = "yaml",
) -> None:
    """只检查报送文件的格式和合理性，不作判断。Say if submissions are well-formed and plausible.

    countyplan validate submissions

    countyplan validate submissions --write-baseline known.yaml
    """
    from countyplan.cli.output import console, write_out
    from countyplan.cli.session import Asked, judge_all, open_plan, write_known
    from countyplan.render.json import findings_json
    from countyplan.render.markdown import findings_markdown
    from countyplan.render.terminal import print_lines, print_problems
    from countyplan.report import problems
    from countyplan.report.problem import counts_by_severity, limited
    from countyplan.report.reading import reading_lines

    texts = options.texts_for(lang)
    how = options.input_of(paths, encoding, input_format, texts)
    asked = Asked(paths, open_plan(plan, texts), texts, None, how=how, waivers=waivers, baseline=baseline)
    judged = judge_all(asked if write_baseline is None else replace(asked, baseline=None, apart=(write_baseline,)))
    found = problems(judged.diagnostics, texts, judged.excuses)
    match format:
        case ProseFormat.JSON:
            write_out(findings_json(found))
        case ProseFormat.MARKDOWN:
            write_out(findings_markdown(found))
        case ProseFormat.TEXT:
            out = console()
            if show_reading:
                print_lines(texts.say("reading.title"), reading_lines(judged.submissions.notes, texts), out)
            shown, left_out = limited(found, max_problems, texts)
            print_problems(shown, out)
            if left_out:
                out.print(left_out, soft_wrap=True)
            counted = texts.say(
                "validate.done", files=len(judged.submissions.files), figures=len(judged.submissions.figures)
            )
            out.print(f"{counted} {counts_by_severity(found, texts)}", soft_wrap=True)
    if write_baseline is not None:
        judged = write_known(judged, write_baseline, texts)
    judged.conclude()
