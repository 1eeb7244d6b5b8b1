"""`countyplan check`: judge submissions and print the gap report."""

from __future__ import annotations

from countyplan.cli.line import options, words
from countyplan.cli.speech import texts_for


def check(
    paths: options.Paths,
    plan: options.PlanFolder = None,
    as_of: options.AsOf = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    format: options.FormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Outputs = None,
    lang: options.Lang = None,
    fail_on: options.FailOnOption = options.FailOnWord.MISSED,
    carry_forward: options.CarryForward = False,
    waivers: options.WaiverFile = None,
    baseline: options.Baseline = None,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = "yaml",
    max_problems: options.MaxProblems = None,
    only: options.OnlyStatus = None,
    summary: options.Summary = False,
) -> None:
    """读取报送文件，逐项判断，打印差距报告。Judge submissions and print the gap report.

    countyplan check tonglu-2024.yaml

    countyplan check submissions --as-of 2024 --area 桐庐县 --fail-on behind

    countyplan check submissions --format github --output junit=gap.xml --summary
    """
    from dataclasses import replace

    from countyplan.assess import FailOn, Status
    from countyplan.cli.out.destination import destinations
    from countyplan.cli.out.inputs import keep_inputs
    from countyplan.cli.out.output import console
    from countyplan.cli.out.step_summary import step_summary
    from countyplan.cli.out.telling import Telling
    from countyplan.cli.session import Asked, judge_all, open_plan, report_of
    from countyplan.render.formats import DOCUMENTS
    from countyplan.render.summary import report_summary
    from countyplan.render.terminal import print_report, report_text

    texts = texts_for(lang)
    chosen = destinations(format, output, DOCUMENTS, texts)
    step = step_summary(summary, texts)
    opened = open_plan(plan, texts)
    how = words.input_of(paths, encoding, input_format, texts)
    gate = FailOn(fail_on.value)
    statuses = frozenset(Status(one.value) for one in only) if only else None
    period = words.period(as_of, texts)
    asked = Asked(paths, opened, texts, period, area, unit, clause, carry_forward, how, waivers, baseline)
    asked = replace(asked, fail_on=gate, only=statuses)
    judged = judge_all(asked)
    keep_inputs(judged.read, [one.path for one in chosen if one.path is not None], texts)
    Telling(
        make=lambda language: report_of(judged, replace(asked, texts=language)),
        documents=DOCUMENTS,
        text=report_text,
        show=lambda report: print_report(report, console(), max_problems),
        summary=report_summary,
    ).tell(chosen, step, lang)
    judged.conclude(gate)
