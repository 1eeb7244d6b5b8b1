"""`countyplan report`: the gap report as a document, or divided into sheets for those who answer for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from countyplan.choice import By, For
from countyplan.cli.line import words
from countyplan.cli.line.options import Panel, judging, option, writing
from countyplan.cli.speech import texts_for
from countyplan.render.format import PAGES, Format

if TYPE_CHECKING:
    from countyplan.language.texts import Texts
    from countyplan.run.judged import Judged


def report(
    ctx: typer.Context,
    paths: judging.Paths,
    output: Annotated[
        Path,
        option(
            Panel.OUTPUT,
            "-o",
            "--output",
            metavar="FILE",
            help="文件，后缀决定格式；有 --by 时是文件夹。A file whose suffix is the format, or a folder.",
        ),
    ],
    plan: judging.PlanFolder = None,
    as_of: judging.AsOf = None,
    area: judging.Areas = None,
    unit: judging.Units = None,
    clause: judging.Clauses = None,
    by: writing.ByOption = None,
    for_: writing.ForOption = None,
    since: judging.Since = None,
    reply_by: writing.ReplyBy = None,
    contact: writing.Contact = None,
    format: writing.DocumentFormat = None,  # noqa: A002 -- the option's name is part of the contract
    lang: writing.Lang = None,
    carry_forward: judging.CarryForward = False,
    waivers: judging.WaiverFile = None,
    baseline: judging.Baseline = None,
    encoding: judging.Encoding = None,
    input_format: judging.InputFormat = "yaml",
    limit: judging.Limit = None,
    force: writing.Force = False,
) -> None:
    """把差距报告写成文件（.docx、.xlsx、.html、.md、.json……），或按责任单位等分。Write the gap report, whole or divided.

    countyplan report submissions -o gap.docx

    countyplan report submissions --by unit -o sheets

    countyplan report submissions --for meeting -o meeting.docx

    countyplan report submissions --for request --reply-by 2026-03-31 -o requests
    """
    from countyplan.cli.commands.documents.notices import check_notices, write_notices
    from countyplan.cli.commands.documents.paper import check_paper, paper_of
    from countyplan.cli.commands.documents.sheets import check_folder, write_sheets
    from countyplan.cli.out.files.inputs import keep_inputs, keep_others, read_besides, refuse_unwritable
    from countyplan.cli.out.files.pdf import pdf_fonts_told, refuse_pdf_unset
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.terminal.output import CANNOT_USE, console, print_remarks, remark
    from countyplan.cli.session import asked_of, conclude, judge_with_progress, open_plan
    from countyplan.report.notice.build import Reply
    from countyplan.run.told import problems_of

    # Who is refused reads it on a terminal, whatever the document is written in.
    texts, spoken = texts_for(lang, document=True), texts_for(lang)
    chosen = _chosen(format, output, by, for_, spoken)
    refuse_pdf_unset([chosen], spoken)
    if for_ is For.MEETING:
        check_paper(by, chosen, spoken)
    if for_ is For.REQUEST:
        check_notices(by, chosen, output, spoken)
    elif by:
        check_folder(output, chosen, spoken)
    else:
        refuse_unwritable([output], spoken)
    by_when = words.day(reply_by, spoken) if for_ else ""
    opened = open_plan(plan, spoken)
    texts, spoken = texts.of(opened), spoken.of(opened)
    # Whoever answers for an area has to be told also that it is silent; a sheet without its targets would not say so.
    areas = area or (["all"] if by or for_ else None)
    asked = asked_of(
        opened,
        spoken,
        paths=paths,
        as_of=as_of,
        area=areas,
        unit=unit,
        clause=clause,
        carry_forward=carry_forward,
        waivers=waivers,
        known=baseline,
        encoding=encoding,
        input_format=input_format,
        limit=limit,
    )
    judged = judge_with_progress(asked, spoken)
    found = problems_of(judged, spoken)
    if judged.is_of_nothing:
        print_remarks(found)
        remark(spoken.say("file.not_written", path=output))
        raise typer.Exit(CANNOT_USE)
    if by:
        count = write_sheets(judged, by, chosen, output, texts=texts, spoken=spoken)
        told = spoken.say("sheets.written", count=count, path=output)
    elif for_ is For.REQUEST:
        reply = Reply(by_when, contact or "")
        count = write_notices(judged, reply, chosen, output, texts=texts, spoken=spoken)
        told = spoken.say("notices.written", count=count, path=output)
    else:
        keep_inputs([*judged.read, *read_besides(ctx.obj.file, plan)], [output], spoken)
        keep_others([output], spoken, force=force)
        with pdf_fonts_told(chosen, spoken):
            data = (
                paper_of(judged, words.period(since, spoken), by_when, chosen, texts)
                if for_
                else _written(judged, chosen, texts)
            )
        write_file(output, data, spoken)
        told = spoken.say("file.written", path=output)
    print_remarks(found)
    console(stderr=True).print(told, soft_wrap=True)
    conclude(judged)


def _chosen(asked: Format | None, output: Path, by: By | None, for_: For | None, texts: Texts) -> Format:
    """The format asked for, else what is usual for what goes into a folder, or what the suffix of a file names."""
    if for_ is For.REQUEST:
        return asked or Format.DOCX
    return asked or Format.MARKDOWN if by else _format(asked, output, texts)


def _written(judged: Judged, chosen: Format, texts: Texts) -> bytes:
    """The report as it is written: people who are sent a page do not know our folders."""
    from countyplan.render.formats import DOCUMENTS
    from countyplan.run.told import page_of, report_of

    return DOCUMENTS[chosen](page_of(judged, texts) if chosen in PAGES else report_of(judged, texts))


def _format(asked: Format | None, output: Path, texts: Texts) -> Format:
    """The format asked for, else that of the suffix, of one file."""
    from countyplan.cli.out.files.writing import Standing, standing_at
    from countyplan.render.format import SUFFIXES
    from countyplan.render.formats import DOCUMENTS

    if standing_at(output, texts) is Standing.FOLDER or (asked is None and not output.suffix):
        raise typer.BadParameter(texts.say("error.by_needed", path=output), param_hint="--output")
    chosen = asked or SUFFIXES.get(output.suffix.lower())
    if chosen is None or chosen not in DOCUMENTS:
        wrong = output.suffix if asked is None else asked
        message = texts.say("error.suffix_unknown", suffix=wrong, known=" ".join(SUFFIXES))
        raise typer.BadParameter(message, param_hint="--output" if asked is None else "--format")
    return chosen
