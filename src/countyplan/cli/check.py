"""`countyplan check`: judge submissions and print the gap report."""

from __future__ import annotations

from countyplan.cli import options
from countyplan.render.format import Format


def check(
    paths: options.Paths,
    plan: options.PlanFolder = None,
    as_of: options.AsOf = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    format: options.FormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Output = None,
    lang: options.Lang = None,
    fail_on: options.FailOnOption = options.FailOnWord.MISSED,
    carry_forward: options.CarryForward = False,
    waivers: options.WaiverFile = None,
    baseline: options.Baseline = None,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = "yaml",
    max_problems: options.MaxProblems = None,
) -> None:
    """读取报送文件，逐项判断，打印差距报告。Judge submissions and print the gap report.

    countyplan check tonglu-2024.yaml

    countyplan check submissions --as-of 2024 --area 桐庐县 --fail-on behind
    """
    from countyplan.assess import FailOn
    from countyplan.cli.output import console, write_bytes_out, write_file
    from countyplan.cli.session import Asked, judge_all, open_plan, report_of
    from countyplan.render.formats import DOCUMENTS
    from countyplan.render.terminal import print_report, report_text

    chosen = options.format_of(format, output)
    texts = options.texts_for(lang, document=chosen is Format.MARKDOWN)
    opened = open_plan(plan, texts)
    how = options.input_of(paths, encoding, input_format, texts)
    period = options.period(as_of, texts)
    asked = Asked(paths, opened, texts, period, area, unit, clause, carry_forward, how, waivers, baseline)
    judged = judge_all(asked)
    report = report_of(judged, asked)
    if chosen is Format.TEXT and output is None:
        print_report(report, console(), max_problems)
    else:
        data = report_text(report).encode("utf-8") if chosen is Format.TEXT else DOCUMENTS[chosen](report)
        if output is None:
            write_bytes_out(data)
        else:
            write_file(output, data, texts)
    judged.conclude(FailOn(fail_on.value))
