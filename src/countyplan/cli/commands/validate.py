"""`countyplan validate`: only whether submissions are well-formed and plausible."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import typer

from countyplan.cli.line.options import judging, writing
from countyplan.cli.speech import texts_for


def validate(
    ctx: typer.Context,
    paths: judging.Paths,
    plan: judging.PlanFolder = None,
    format: writing.FormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Outputs = None,
    lang: writing.Lang = None,
    max_problems: writing.MaxProblems = None,
    only: writing.OnlySeverity = None,
    quiet: writing.Quiet = False,
    summary: writing.Summary = False,
    show_reading: writing.ShowReading = False,
    waivers: judging.WaiverFile = None,
    baseline: judging.Baseline = None,
    write_baseline: judging.WriteBaseline = None,
    encoding: judging.Encoding = None,
    input_format: judging.InputFormat = "yaml",
    limit: judging.Limit = None,
    force: writing.Force = False,
    changed: writing.Changed = None,
) -> None:
    """只检查报送文件的格式和合理性，不作判断。Say if submissions are well-formed and plausible.

    countyplan validate submissions

    countyplan validate submissions --write-baseline known.yaml

    countyplan validate submissions --format github --output junit=findings.xml
    """
    from countyplan.cli.out.files.destination import destinations
    from countyplan.cli.out.files.inputs import keep_existing, keep_inputs, keep_others, read_besides, refuse_unwritable
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.github import annotating, step_summary
    from countyplan.cli.out.telling import Telling
    from countyplan.cli.out.terminal.output import console, remark
    from countyplan.cli.session import asked_of, conclude, judge_with_progress, open_plan, tell_unseen
    from countyplan.known import is_known_file
    from countyplan.render.formats import FINDINGS, FINDINGS_IN_SHORT
    from countyplan.render.text.findings import print_faults, print_findings
    from countyplan.render.text.terminal import printed
    from countyplan.render.text.told import print_lines
    from countyplan.report.findings import Findings
    from countyplan.report.words.understood import reading_lines
    from countyplan.run.told import findings_of, remember

    texts = texts_for(lang)
    chosen = destinations(format, output, FINDINGS, texts)
    written = [one.path for one in chosen if one.path is not None]
    refuse_unwritable(written, texts)
    step = step_summary(summary, texts)
    if write_baseline is not None:
        refuse_unwritable([write_baseline], texts, "--write-baseline")
    asked = asked_of(
        open_plan(plan, texts),
        texts,
        paths=paths,
        waivers=waivers,
        known=None if write_baseline else baseline,
        encoding=encoding,
        input_format=input_format,
        limit=limit,
    )
    asked = replace(asked, only_findings=True)
    if write_baseline is not None and is_known_file(write_baseline):
        # An older one that lies among the submissions is replaced; what is no such file is read, and so is kept.
        asked = replace(asked, apart=(write_baseline,))
    judged = judge_with_progress(asked, texts)
    read = [*judged.read, *read_besides(ctx.obj.file, plan)]
    keep_inputs(read, written, texts)
    keep_others(written, texts, force=force)
    if write_baseline is not None:
        keep_inputs(read, [write_baseline], texts, "--write-baseline")
        keep_existing(write_baseline, texts, "--write-baseline", force=force or is_known_file(write_baseline))

    def show(findings: Findings) -> None:
        if show_reading:
            print_lines(
                texts.say("reading.title"), reading_lines(judged.submissions.notes, texts.of(asked.plan)), console()
            )
        if quiet:
            print_faults(findings, console())
        else:
            print_findings(findings, console(), max_problems)

    Telling(
        make=lambda language: findings_of(judged, language, frozenset(only) if only else None),
        documents=annotating(FINDINGS, changed, texts),
        text=partial(printed, print_findings),
        show=show,
        summary=FINDINGS_IN_SHORT,
    ).tell(chosen, step, lang)
    if write_baseline is not None:
        memory = remember(judged, write_baseline.parent)
        write_file(write_baseline, memory.data, texts, "--write-baseline")
        remark(texts.say("known.written", path=write_baseline, count=memory.count))
        judged = memory.judged
    tell_unseen(judged, chosen, texts.of(asked.plan))
    conclude(judged)
